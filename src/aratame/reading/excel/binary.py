"""A .xls (Excel 97–2003) → its shown sheets, by xlrd: calamine gives no number formats and nothing of what is hidden."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Literal

from aratame.errors import ReadError
from aratame.model import Note, Words
from aratame.reading.archive import protected
from aratame.reading.excel.format_codes import is_date, is_duration
from aratame.reading.excel.formats import JAPANESE_FORMATS, shown
from aratame.reading.excel.sheets import Merged, Sheet, hidden_notes, hidden_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    import xlrd


def read_binary(data: bytes, name: str) -> tuple[list[Sheet], list[Note]]:
    """The shown sheets and what is to be said about the whole file. Raises `ReadError` (no workbook, damaged, protected)."""
    import xlrd  # noqa: PLC0415 - only where there is a .xls
    from xlrd import compdoc  # noqa: PLC0415

    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(name)
    try:
        # What it has to say about odd files goes to a log that nobody reads; by default it is standard output.
        refuse_circles(compdoc.CompDoc(data, logfile=io.StringIO()).SSAT)
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except Exception as error:  # xlrd raises whatever a damaged record makes it stumble over
        if isinstance(error, xlrd.biffh.XLRDError) and "encrypted" in str(error):
            raise protected(name) from error
        raise ReadError(
            f"{name}: Excel の表として読めません。壊れていないか確かめ、Excel で開いて .xlsx で保存し直してください。",
            f"{name}: not readable as an Excel workbook. Check that it is whole, and save it as .xlsx in Excel.",
        ) from error
    sheets = [_sheet(sheet, book) for sheet in book.sheets() if not sheet.visibility]
    notes = [hidden_sheet(sheet.name) for sheet in book.sheets() if sheet.visibility]
    return sheets, [*notes, Note("xls", Words("図やコメントは読んでいません。", "Pictures and comments are left out."))]


def refuse_circles(following: Sequence[int]) -> None:
    """Raises `ValueError` where short sectors follow one another in a circle: xlrd would go round for ever (MS-CFB 2.4)."""
    walked: set[int] = set()
    for start in range(len(following)):
        path: set[int] = set()
        sector = start
        while 0 <= sector < len(following) and sector not in walked:
            if sector in path:
                raise ValueError(sector)
            path.add(sector)
            sector = following[sector]
        walked |= path


def _sheet(sheet: xlrd.sheet.Sheet, book: xlrd.Book) -> Sheet:
    from xlrd.formula import colname  # noqa: PLC0415

    rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    cells: dict[tuple[int, int], str] = {}
    hidden_rows: set[int] = set()
    hidden_columns: dict[int, str] = {}
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            text = _text(cell, book)
            if not text.strip():
                continue
            if row in rows:
                hidden_rows.add(row + 1)
            elif column in columns:
                hidden_columns[column] = colname(column)
            else:
                cells[row + 1, column + 1] = text
    merged = [Merged(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    return Sheet(sheet.name, cells, sorted(merged), hidden_notes(sheet.name, sorted(hidden_rows), hidden_columns.values()))


def _text(cell: xlrd.sheet.Cell, book: xlrd.Book) -> str:
    """What Excel shows in the cell; line breaks in it are line feeds."""
    import xlrd  # noqa: PLC0415

    value = cell.value
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(value).replace("\r\n", "\n").replace("\r", "\n")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(value), "General")
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(int(value), "#N/A")
    if cell.ctype not in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        return ""
    number = book.xf_list[cell.xf_index].format_key if cell.xf_index is not None else 0
    code = book.format_map[number].format_str if number in book.format_map else "General"
    return _number(float(value), number, code, book.datemode)


def _number(value: float, number: int, code: str, epoch: Literal[0, 1]) -> str:
    """A number, date or duration in the format that has this number and this code."""
    import xlrd  # noqa: PLC0415

    code = JAPANESE_FORMATS.get(number, code)
    try:
        if is_duration(code):
            return shown(dt.timedelta(days=value), code)
        return shown(xlrd.xldate_as_datetime(value, epoch) if is_date(code) else value, code)
    except (xlrd.xldate.XLDateError, ValueError, OverflowError):
        return shown(value, "General")  # Excel shows #### here
