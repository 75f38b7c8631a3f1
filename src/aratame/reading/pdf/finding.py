"""bytes of a PDF → what stands on its pages: letters as pdfminer lays them out, ruled tables as pdfplumber finds them.

The only place that knows either.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, NamedTuple

from aratame.reading.archive import damaged, protected
from aratame.reading.pdf.lines import Glyph, is_upright
from aratame.reading.pdf.tables import Box, open_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdfminer.layout import LTChar, LTComponent
    from pdfminer.pdfdocument import PDFDocument
    from pdfplumber.page import Page

LAST_CODE = 0xFFFF
"""The greatest code of a letter in a font (ISO 32000-1, 9.7.6.2)."""


class Found(NamedTuple):
    """What stands on a page: letters, and for each ruled table the boxes of its cells."""

    number: int
    width: float
    height: float
    letters: list[Glyph]
    turned: int
    """Letters that stand askew or upside down."""
    tables: list[list[Box]]
    pictures: int


def pages(data: bytes, name: str) -> Iterator[Found]:
    """Every page, one after the other: what is known of a page is dropped before the next one is looked at.

    Raises `ReadError` (damaged, protected).
    """
    import pdfplumber  # noqa: PLC0415 - half a second that only a PDF is worth
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font on standard error
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            _refuse_endless_widths(file.doc)
            for page in file.pages:
                yield _found(page)
                page.close()
    except Exception as error:  # pdfminer raises whatever a damaged object makes it stumble over
        if isinstance(error, PDFPasswordIncorrect) or any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise protected(name) from error
        raise damaged(name) from error


def _found(page: Page) -> Found:
    """What stands on one page.

    pdfplumber would make a dictionary of each letter, which takes as long as finding it; it needs none to find the rules.
    """
    from pdfminer.layout import LTChar, LTImage  # noqa: PLC0415

    things = list(_leaves(page.layout))
    written = [thing for thing in things if isinstance(thing, LTChar)]
    letters = [_glyph(letter, page) for letter in written if is_upright(letter.matrix)]
    page.layout._objs = [thing for thing in things if not isinstance(thing, LTChar)]  # noqa: SLF001  pdfminer has no other way to take them out
    pictures = sum(isinstance(thing, LTImage) for thing in things)
    return Found(page.page_number, float(page.width), float(page.height), letters, len(written) - len(letters), _tables(page), pictures)


def _leaves(container: Iterable[LTComponent]) -> Iterator[LTComponent]:
    """What a page holds, that inside figures included, in the order of the file."""
    from pdfminer.layout import LTContainer  # noqa: PLC0415

    for thing in container:
        if isinstance(thing, LTContainer):
            yield from _leaves(thing)
        else:
            yield thing


def _glyph(letter: LTChar, page: Page) -> Glyph:
    """A letter with its place from the upper left corner, as pdfplumber counts it."""
    left, above = page.mediabox[:2]
    top, bottom = (float(page.height - height + above) for height in (letter.y1, letter.y0))
    return Glyph(letter.get_text(), letter.x0 + left, letter.x1 + left, top, bottom, letter.size)


def _tables(page: Page) -> list[list[Box]]:
    """The boxes of the cells of each ruled table."""
    ends = open_ends([(float(edge["top"]), float(edge["bottom"])) for edge in page.vertical_edges])
    return [ruled.cells for ruled in page.find_tables({"explicit_horizontal_lines": ends})]


def _refuse_endless_widths(document: PDFDocument) -> None:
    """Raises `ValueError` where a font gives widths to codes that no font has: pdfminer would make an entry for each of a billion."""
    from pdfminer.pdftypes import PDFObjectNotFound, resolve1  # noqa: PLC0415

    for number in {number for table in document.xrefs for number in table.get_objids()}:
        try:
            font = document.getobj(number)
        except PDFObjectNotFound:
            continue
        inner = resolve1(font.get("DescendantFonts")) if isinstance(font, dict) else None
        for part in (font, *map(resolve1, inner if isinstance(inner, list) else ())):
            widths = resolve1(part.get("W")) if isinstance(part, dict) else None
            if isinstance(widths, list) and any(isinstance(code, int) and code > LAST_CODE for code in map(resolve1, widths)):
                raise ValueError("W")
