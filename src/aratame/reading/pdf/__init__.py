"""PDF → Document or Table: text in reading order without page headers, footers and page numbers; ruled tables over pages.

    finding     what stands on a page: letters and rules
    glyphs      what fonts put in place of ordinary letters
    lines       letters → lines → text without the page's line breaks
    tables      ruled tables, put together over page breaks
    furniture   headers, footers, page numbers

A page that is a picture is an error: nothing may be missing unsaid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import ReadError
from aratame.model import Note, Words
from aratame.reading.blocks import TableBlock, document_or_table
from aratame.reading.pdf import finding
from aratame.reading.pdf.furniture import Furniture, at_edge, excerpt
from aratame.reading.pdf.glyphs import UNKNOWN
from aratame.reading.pdf.lines import Line, joined, lines, right_margin
from aratame.reading.pdf.tables import PdfTable, continued, is_vertical, outside, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Document, Table
    from aratame.reading.options import ReadOptions

SAID = 10
"""Pages that a note or an error names."""


class Page(NamedTuple):
    """What stands on a page, from top to bottom."""

    number: int
    width: float
    height: float
    items: Sequence[Line | PdfTable]
    pictures: int
    turned: int
    vertical: bool

    def lines(self) -> list[Line]:
        """The text beside the tables."""
        return [item for item in self.items if isinstance(item, Line)]


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Document | Table:
    """The text of a PDF. A Table where before/after tables make up most of it (see `ReadOptions.want`), else a Document.

    Raises `ReadError` (damaged, protected, a page that is a picture, vertical text) and `TableError` as `from_grids` does.
    """
    pages = [_page(found) for found in finding.pages(data, name)]
    _refuse_pictures(pages, name)
    _refuse_vertical(pages, name)
    furniture = Furniture([(page.height, page.lines()) for page in pages])
    left_out = [line for page in pages for line in page.lines() if furniture.has(line, page.height, page.number)]
    kept = _with_room(
        [
            page._replace(items=[i for i in page.items if isinstance(i, PdfTable) or not furniture.has(i, page.height, page.number)])
            for page in pages
        ]
    )
    blocks = list(_blocks(kept))
    return document_or_table(blocks, name, options, _notes(pages, left_out, blocks))


def _page(found: finding.Found) -> Page:
    if not found.letters or is_vertical(found.letters):
        vertical = bool(found.letters or found.turned)
        return Page(found.number, found.width, found.height, [], found.pictures, found.turned, vertical)
    tables = [cells for cells in found.tables if len({cell[0] for cell in cells}) > 1]  # one column of boxes is a frame around text
    text = lines(outside(found.letters, tables))
    items: list[Line | PdfTable] = [*text, *(table(cells, found.letters) for cells in tables)]
    items.sort(key=lambda item: item.top)
    return Page(found.number, found.width, found.height, items, found.pictures, found.turned, vertical=False)


def _with_room(pages: Sequence[Page]) -> list[Page]:
    """The pages with the room that is left on each line; pages of one width have the same margins."""
    margins = {}
    for width in {page.width for page in pages}:
        text = [line for page in pages if page.width == width for line in page.lines()]
        inner = [line for page in pages if page.width == width for line in page.lines() if not at_edge(line, page.height)]
        margins[width] = right_margin(inner or text, width) if text else width
    return [
        page._replace(items=[i if isinstance(i, PdfTable) else i._replace(room=margins[page.width] - i.right) for i in page.items])
        for page in pages
    ]


def _blocks(pages: Sequence[Page]) -> Iterator[str | TableBlock]:
    """Paragraphs and tables over all pages: neither ends where a page does."""
    text: list[Line] = []
    open_table: PdfTable | None = None
    for page in pages:
        for place, item in enumerate(page.items):
            if isinstance(item, PdfTable):
                yield from joined(text)
                text = []
                longer = continued(open_table, item) if open_table and place == 0 else None
                if open_table and not longer:
                    yield open_table.block()
                open_table = longer or item
                continue
            if open_table:
                yield open_table.block()
                open_table = None
            text.append(item)
    yield from joined(text)
    if open_table:
        yield open_table.block()


def _refuse_pictures(pages: Sequence[Page], name: str) -> None:
    """Raises `ReadError` where a page has a picture and no letter, or no page has any."""
    scanned = [page.number for page in pages if page.pictures and not page.items and not page.vertical]
    if scanned:
        raise ReadError(
            f"{name}: {_named(scanned)}ページは文字のない画像（スキャン）です。文字認識（OCR）をかけた PDF か、元の文書を指定してください。",
            f"{name}: page {_named(scanned)} is a picture without text (a scan). Run it through OCR, or name the original document.",
        )
    if not any(page.items or page.vertical for page in pages):
        empty = _named([page.number for page in pages])
        raise ReadError(
            f"{name}: {empty}ページに文字がありません（スキャンした画像など）。文字認識（OCR）をかけた PDF か、元の文書を指定してください。",
            f"{name}: page {empty} has no text (a scan, perhaps). Run it through OCR, or name the original document.",
        )


def _refuse_vertical(pages: Sequence[Page], name: str) -> None:
    vertical = [page.number for page in pages if page.vertical]
    if vertical:
        raise ReadError(
            f"{name}: {_named(vertical)}ページは縦書き（または回転した文字）で、PDF からは文の順に読み出せません。元の文書（Word など）を指定してください。",
            f"{name}: page {_named(vertical)} is set vertically or turned, which cannot be read from a PDF in order. Name the original document.",
        )


def _notes(pages: Sequence[Page], left_out: Sequence[Line], blocks: Sequence[str | TableBlock]) -> list[Note]:
    notes = []
    words = excerpt(left_out)
    if left_out:
        ja = f"ページのヘッダー・フッター・番号{f'（{words}）' if words else ''}は除きました。"
        en = f"Page headers, footers and numbers{f' ({words})' if words else ''} left out."
        notes.append(Note("ページの端", Words(ja, en)))
    for page in pages:
        if page.pictures:
            ja, en = f"図{page.pictures}点は読んでいません。", f"{page.pictures} picture(s) left out."
            notes.append(Note(f"{page.number}ページ", Words(ja, en)))
        if page.turned:
            ja, en = f"回転した文字{page.turned}字は読んでいません。", f"{page.turned} rotated letter(s) left out."
            notes.append(Note(f"{page.number}ページ", Words(ja, en)))
    texts = (block if isinstance(block, str) else "".join(cell.text for row in block.rows for cell in row) for block in blocks)
    unknown = sum(text.count(UNKNOWN) for text in texts)
    if unknown:
        ja = f"文字コードの分からない字が{unknown}字あり、「{UNKNOWN}」としました。"
        notes.append(Note(UNKNOWN, Words(ja, f"{unknown} letter(s) without a code were read as {UNKNOWN}.")))
    return notes


def _named(numbers: Sequence[int]) -> str:
    return "、".join(map(str, numbers[:SAID])) + ("…" if len(numbers) > SAID else "")
