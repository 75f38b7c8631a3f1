"""What a .xlsx holds beside its cells → notes that it was left out, and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.model import Note, Words
from aratame.reading.excel.sheets import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from aratame.reading.archive import Archive

PARTS = (
    (re.compile(r"xl/media/."), "図", "図{}点は読んでいません。", "{} picture(s) left out."),
    (re.compile(r"xl/charts/chart"), "グラフ", "グラフ{}点は読んでいません。", "{} chart(s) left out."),
    (re.compile(r"xl/vbaProject\.bin$"), "マクロ", "マクロは実行も比較もしていません。", "The macros are neither run nor compared."),
    (re.compile(r"xl/(threadedComments/|comments)"), "コメント", "コメントは読んでいません。", "Comments are left out."),
)
"""Members of the archive that hold it, and what to say. The archive knows all of them; openpyxl knows the places of some."""


def left_out(archive: Archive, workbook: Workbook) -> list[Note]:
    """A note for each sort of thing in the archive that is not read."""
    places: dict[str, list[str]] = {}
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            for kind, cell in _placed(sheet):
                places.setdefault(kind, []).append(f"シート「{sheet.title}」{cell}")
    notes = []
    for pattern, kind, ja, en in PARTS:
        count = sum(pattern.match(member) is not None for member in archive.names)
        if count:
            where = places.get(kind, [kind])
            place = "、".join(where[:SAID]) + "…" * (len(where) > SAID)
            notes.append(Note(place, Words(ja.format(count), en.format(count))))
    return notes


def _placed(sheet: Worksheet) -> Iterator[tuple[str, str]]:
    """Sort and cell of what openpyxl found on a sheet; it has no public way to any of it."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for kind, drawings in (("図", sheet._images), ("グラフ", sheet._charts)):  # type: ignore[attr-defined] # noqa: SLF001
        for corner in (getattr(drawing.anchor, "_from", None) for drawing in drawings):
            if corner is not None:
                yield kind, f"{get_column_letter(corner.col + 1)}{corner.row + 1}"
    for cell in sheet._cells.values():  # noqa: SLF001
        if cell.comment is not None:
            yield "コメント", cell.coordinate
