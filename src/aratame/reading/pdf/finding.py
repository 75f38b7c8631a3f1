"""bytes of a PDF → what pdfplumber finds on its pages; the only place that knows it."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, NamedTuple

from aratame.reading.archive import damaged, protected
from aratame.reading.pdf.lines import Glyph, glyphs
from aratame.reading.pdf.tables import Box, open_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.pdfdocument import PDFDocument

LAST_CODE = 0xFFFF
"""The greatest code of a letter in a font (ISO 32000-1, 9.7.6.2)."""


class Found(NamedTuple):
    """What pdfplumber finds on a page: letters, and for each ruled table the boxes of its cells."""

    number: int
    width: float
    height: float
    letters: list[Glyph]
    turned: int
    """Letters that stand askew or upside down."""
    tables: list[list[Box]]
    pictures: int


def pages(data: bytes, name: str) -> Iterator[Found]:
    """Every page, one after the other: what pdfplumber knows of a page is dropped before the next one is looked at.

    Raises `ReadError` (damaged, protected).
    """
    import pdfplumber  # noqa: PLC0415 - half a second that only a PDF is worth
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font on standard error
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            _refuse_endless_widths(file.doc)
            for page in file.pages:
                ends = open_ends([(float(edge["top"]), float(edge["bottom"])) for edge in page.vertical_edges])
                tables = [ruled.cells for ruled in page.find_tables({"explicit_horizontal_lines": ends})]
                letters = glyphs(page.chars)
                turned = len(page.chars) - len(letters)
                yield Found(page.page_number, float(page.width), float(page.height), letters, turned, tables, len(page.images))
                page.close()
    except Exception as error:  # pdfminer raises whatever a damaged object makes it stumble over
        if isinstance(error, PDFPasswordIncorrect) or any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise protected(name) from error
        raise damaged(name) from error


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
