"""A sheet → CSV as Japanese spreadsheets open it: UTF-8 with a byte-order mark, CRLF, no cell that would be run as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from aratame.reporting.sheets.choosing import sheet_of
from aratame.reporting.sheets.formulas import guarded
from aratame.reporting.sheets.sheet import cell_text, joined

if TYPE_CHECKING:
    from aratame.model import Diff, TableDiff
    from aratame.reporting import Wishes
    from aratame.reporting.sheets.sheet import Sheet


def diff_report(diff: Diff, wishes: Wishes) -> bytes:
    """The layout of a diff that was asked for, as the bytes of a CSV file."""
    return write(sheet_of(diff, wishes))


def table_report(answer: TableDiff, wishes: Wishes) -> bytes:
    """The same of a before/after table."""
    return write(sheet_of(answer, wishes))


def write(sheet: Sheet) -> bytes:
    """The header and the rows; titles and notes have no place in a CSV file."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.header for column in sheet.columns])
    writer.writerows([guarded(cell_text(cell)) for cell in joined(row)] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")
