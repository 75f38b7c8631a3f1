"""A .xlsx or .xlsm → its shown sheets, by openpyxl: it alone tells number formats, merged ranges and what is hidden."""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING

from aratame.errors import ReadError
from aratame.model import Note, Words
from aratame.reading.archive import Archive, damaged
from aratame.reading.excel.format_codes import is_date
from aratame.reading.excel.formats import JAPANESE_FORMATS, shown
from aratame.reading.excel.left_out import left_out
from aratame.reading.excel.sheets import Merged, Sheet, hidden_notes, hidden_sheet
from aratame.reading.grids import WIDEST
from aratame.reading.xml_parsing import refuse_entities

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from aratame.reading.options import ReadOptions

MAX_CELLS = 1_500_000
"""Cells and rows of a sheet, the cells of merged ranges included: openpyxl keeps an object of half a kilobyte for each. A sheet all
of whose 1,048,576 rows have a height of their own is still read."""

UNCALCULATED = re.compile(rb"</f>\s*(?:<v\s*/>\s*|<v>\s*</v>\s*)?</c>")
"""A formula without its last result, as programs other than Excel write them."""

MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def read_workbook(data: bytes, name: str, options: ReadOptions) -> tuple[list[Sheet], list[Note]]:
    """The shown sheets and what is to be said about the whole file. Raises `ReadError` (damaged, protected, too large, entities)."""
    archive = Archive(data, name, options)
    notes = _checked(archive, name)
    workbook = _loaded(data, name)
    notes += left_out(archive, workbook)
    sheets = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            sheets.append(_sheet(sheet, workbook))
        else:
            notes.append(hidden_sheet(sheet.title))
    return sheets, notes


def _checked(archive: Archive, name: str) -> list[Note]:
    """Look at the parts before openpyxl loads them; a note on formulas that nobody calculated."""
    uncalculated = 0
    for member in sorted(archive.names):
        if not member.endswith(".xml"):
            continue
        part = archive.read(member) or b""
        refuse_entities(part, name)
        if SHEET.fullmatch(member):
            _refuse_too_many_cells(part, name)
            uncalculated += len(UNCALCULATED.findall(part))
    notes = []
    if uncalculated:
        ja = f"計算結果が保存されていない数式が{uncalculated}個あり、空として読みました。Excel で開いて保存し直してください。"
        en = f"{uncalculated} formula(s) without a stored result were read as empty. Open and save the file in Excel."
        notes.append(Note("数式", Words(ja, en)))
    return notes


def _refuse_too_many_cells(part: bytes, name: str) -> None:
    cells = sum(part.count(begin) for begin in (b"<c ", b":c ", b"<row ", b":row "))
    for left, top, right, bottom in MERGED.findall(part):
        cells += (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
    if cells > MAX_CELLS:
        raise ReadError(
            f"{name}: セルが多すぎるため読みません（{cells:,} 個、上限 {MAX_CELLS:,} 個）。必要な表だけを別のファイルにしてください。",
            f"{name}: refused, too many cells ({cells:,}, the limit is {MAX_CELLS:,}). Put the table that matters into a file of its own.",
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _loaded(data: bytes, name: str) -> Workbook:
    import openpyxl  # noqa: PLC0415 - a tenth of a second that .xls does without

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what it does not read: drawings, validation
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise damaged(name) from error


def _sheet(sheet: Worksheet, workbook: Workbook) -> Sheet:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    columns = _hidden_columns(sheet)
    cells = {}
    hidden_rows: set[int] = set()
    hidden_columns: set[str] = set()
    # openpyxl has no public way to the cells that exist: all others walk through the rectangle around them, a million rows
    # high where a stray cell stands at the bottom.
    for (row, column), cell in sheet._cells.items():  # noqa: SLF001
        text = _text(cell, workbook) if column <= WIDEST and cell.value is not None else ""
        if not text.strip():
            continue
        if row in rows:
            hidden_rows.add(row)
        elif column in columns:
            hidden_columns.add(get_column_letter(column))
        else:
            cells[row, column] = text
    merged = [Merged(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges]
    notes = hidden_notes(sheet.title, sorted(hidden_rows), sorted(hidden_columns))
    return Sheet(sheet.title, cells, sorted(merged), notes, _ruled(sheet, workbook))


def _ruled(sheet: Worksheet, workbook: Workbook) -> set[int]:
    """The rows with a rule above them, be it the rule below the row before."""
    borders = workbook._borders  # type: ignore[attr-defined] # noqa: SLF001
    sides = [(bool(border.top and border.top.style), bool(border.bottom and border.bottom.style)) for border in borders]
    rows: set[int] = set()
    for (row, _), cell in sheet._cells.items():  # noqa: SLF001
        top, bottom = sides[cell._style.borderId]  # type: ignore[union-attr] # noqa: SLF001
        rows.update((row,) * top + (row + 1,) * bottom)
    return rows


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """Their numbers; one entry of the file may stand for many columns."""
    hidden = (column for column in sheet.column_dimensions.values() if column.hidden)
    return {number for column in hidden for number in range(column.min or 1, min(column.max or 0, WIDEST) + 1)}


def _text(cell: Cell, workbook: Workbook) -> str:
    """What Excel shows in the cell; line breaks in it are line feeds."""
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415
    from openpyxl.utils.escape import unescape  # noqa: PLC0415

    value = cell.value
    if isinstance(value, str):
        value = unescape(value).replace("\r\n", "\n").replace("\r", "\n")
    # Formats below 164 are numbers without a code in the file, and openpyxl knows the American ones only.
    code = JAPANESE_FORMATS.get(cell._style.numFmtId, cell.number_format)  # type: ignore[attr-defined] # noqa: SLF001
    if isinstance(value, (int, float)) and not isinstance(value, bool) and is_date(code):
        try:
            value = from_excel(value, workbook.epoch)
        except (ValueError, OverflowError):
            code = "General"  # Excel shows #### here
    return shown(value, code)
