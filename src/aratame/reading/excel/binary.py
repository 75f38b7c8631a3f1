"""A .xls (Excel 97–2003) → its shown sheets, by calamine: it gives values, not number formats, and dates as dates."""

from __future__ import annotations

import datetime as dt
import io

from aratame.errors import ReadError
from aratame.model import Note, Words
from aratame.reading.archive import protected
from aratame.reading.excel.formats import shown
from aratame.reading.excel.sheets import Merged, Sheet


def read_binary(data: bytes, name: str) -> tuple[list[Sheet], list[Note]]:
    """The shown sheets and what is to be said about the whole file. Raises `ReadError` (no workbook, damaged, protected)."""
    import python_calamine as calamine  # noqa: PLC0415 - only where there is a .xls

    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(name)
    try:
        workbook = calamine.load_workbook(io.BytesIO(data))
        sheets = [_sheet(workbook, meta.name) for meta in workbook.sheets_metadata if meta.visible == calamine.SheetVisibleEnum.Visible]
        hidden = [meta.name for meta in workbook.sheets_metadata if meta.visible != calamine.SheetVisibleEnum.Visible]
    except calamine.PasswordError as error:
        raise protected(name) from error
    except calamine.CalamineError as error:
        raise ReadError(
            f"{name}: Excel の表として読めません（{error}）。Excel で開き、.xlsx で保存し直してください。",
            f"{name}: not readable as an Excel workbook ({error}). Open it in Excel and save it as .xlsx.",
        ) from error
    ja = "旧形式（.xls）のため、日付や数の表示形式、非表示の行と列は分かりません。.xlsx で保存し直すと画面のとおりに読みます。"
    en = "An old .xls: number formats and hidden rows are unknown. Saved as .xlsx it is read as shown."
    notes = [Note("xls", Words(ja, en))]
    notes += [Note(f"シート「{sheet}」", Words("非表示のシートは読んでいません。", "A hidden sheet is left out.")) for sheet in hidden]
    return sheets, notes


def _sheet(workbook: object, name: str) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)  # type: ignore[attr-defined]
    top, left = sheet.start or (0, 0)
    cells = {}
    for number, row in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        for column, value in enumerate(row, left + 1):
            text = shown(value, "yyyy/m/d h:mm" if isinstance(value, dt.datetime) and value.time() != dt.time() else "General")
            if text.strip():
                cells[number, column] = text.replace("\r\n", "\n").replace("\r", "\n")
    ranges = sheet.merged_cell_ranges or []
    return Sheet(name, cells, sorted(Merged(r0 + 1, c0 + 1, r1 + 1, c1 + 1) for (r0, c0), (r1, c1) in ranges))
