"""Excel workbooks (.xlsx, .xlsm, .xls) → Table (of one sheet) or Document (of all), cells as Excel shows them.

    workbook   .xlsx by openpyxl          binary   .xls by xlrd
    formats, format_codes, moments   value and number format → what is shown
    sheets     what a sheet is, whoever read it

What is hidden is not read; that, other sheets, pictures and macros are said in notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.errors import ReadError
from aratame.model import Document, Note, Table, Words
from aratame.reading.archive import OLE_SIGNATURE
from aratame.reading.excel.binary import read_binary
from aratame.reading.excel.workbook import read_workbook
from aratame.reading.lists import line_document
from aratame.reading.tables import find, from_grids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.reading.excel.sheets import Sheet
    from aratame.reading.options import ReadOptions


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Document | Table:
    """The before/after table of the first sheet that has one, else a Document of all shown sheets, with a line a row.

    `options.sheet` (a sheet's name, or its place from 1) leaves one sheet. Raises `ReadError` (damaged, protected, no such sheet,
    nothing in it) and `TableError` as `from_grids` does.
    """
    sheets, notes = read_binary(data, name) if data.startswith(OLE_SIGNATURE) else read_workbook(data, name, options)
    filled = [sheet for sheet in sheets if sheet.cells]
    candidates = filled if options.sheet is None else [_asked_for(sheets, options.sheet, name)]
    if not candidates or not candidates[0].cells:
        raise ReadError(
            f"{name}: 表示されているシートに文字がありません。ファイルを確かめるか、--sheet でシートを指定してください。",
            f"{name}: no shown sheet has any text. Check the file, or name a sheet with --sheet.",
        )
    for sheet in candidates:
        said = [*notes, *sheet.notes, *_others([sheet], filled)]
        table = find(sheet.grids(), name=name, format=options.format, length=sheet.length(), options=options, notes=said)
        if table is not None:
            return table
    sheet = candidates[0]
    said = [*notes, *(note for each in candidates for note in each.notes), *_others(candidates, filled)]
    table = from_grids(sheet.grids(), name=name, format=options.format, length=sheet.length(), options=options, notes=said)
    return table or _document(candidates, name, options, said)


def _asked_for(sheets: Sequence[Sheet], wanted: str, name: str) -> Sheet:
    """The sheet of this name, or at this place."""
    for sheet in sheets:
        if sheet.name == wanted:
            return sheet
    if wanted.isdecimal() and 0 < int(wanted) <= len(sheets):
        return sheets[int(wanted) - 1]
    known = "、".join(sheet.name for sheet in sheets)
    raise ReadError(
        f"{name}: シート「{wanted}」はありません（あるのは {known}）。--sheet を直してください。",
        f"{name}: there is no sheet {wanted!r} (there are {known}). Correct --sheet.",
    )


def _others(chosen: Sequence[Sheet], filled: Sequence[Sheet]) -> list[Note]:
    """That other sheets have text too."""
    words = Words("このシートは読んでいません。--sheet で選べます。", "This sheet is left out; --sheet chooses it.")
    names = {sheet.name for sheet in chosen}
    return [Note(sheet.place(), words) for sheet in filled if sheet.name not in names]


def _document(sheets: Sequence[Sheet], name: str, options: ReadOptions, notes: Sequence[Note]) -> Document:
    """The sheets as one text that is compared row by row; of several, each has its name above it.

    Where most rows hold one cell it is a text on squared paper, and its clauses are for the segmenter to find.
    """
    rows = [row for sheet in sheets for row in _lines(sheet, named=len(sheets) > 1)]
    lines = ["\t".join(" ".join(cell.splitlines()) for cell in row).rstrip("\t") + "\n" for row in rows]
    if 2 * sum(sum(map(bool, row)) == 1 for row in rows) > len(rows):
        return Document(name, "".join(line.lstrip("\t") for line in lines), options.format, tuple(notes))
    return line_document(lines, name=name, format=options.format, notes=notes)


def _lines(sheet: Sheet, *, named: bool) -> list[list[str]]:
    """The sheet's rows, its name above them where it is `named`."""
    return [[sheet.name], *sheet.lines()] if named else sheet.lines()
