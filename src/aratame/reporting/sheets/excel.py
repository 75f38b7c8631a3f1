"""A sheet → an Excel workbook (.xlsx): wrapped text, changed words underlined, set up to print with its header on every page.

Every cell is text. A text that begins like a formula carries the mark that Excel itself gives a cell typed with an apostrophe
(quotePrefix), so that it stays text when somebody edits it.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from aratame.reporting.sheets.archive import reproducible
from aratame.reporting.sheets.choosing import sheet_of
from aratame.reporting.sheets.formulas import begins_like_formula
from aratame.reporting.sheets.packing import height, packed
from aratame.reporting.sheets.paper import MARGIN, PAPER
from aratame.reporting.sheets.sheet import Run, cell_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from aratame.layouts import Layout
    from aratame.model import Diff, TableDiff
    from aratame.reporting import Wishes
    from aratame.reporting.sheets.sheet import Cell, Part, Sheet

SIZE = 10
"""Points of a letter."""
LEADING = 14
"""Points from line to line."""
LETTERS = {"A4": 120, "A4-portrait": 84, "A3": 170, "A3-portrait": 120, "B4": 148, "B4-portrait": 104}
"""Half-width letters of that size beside each other on the paper."""
_CODES = {"A4": 9, "A4-portrait": 9, "A3": 8, "A3-portrait": 8, "B4": 12, "B4-portrait": 12}
"""The numbers of paper sizes in the file format (ECMA-376, 18.3.1.63)."""

HEAD = "対照表見出し"
BODY = {
    (True, True): "対照表本文",
    (True, False): "対照表本文（先頭）",
    (False, False): "対照表本文（途中）",
    (False, True): "対照表本文（末尾）",
}
"""The named style of a cell by whether it has a rule above and below: an officer changes a font in one place."""
_LINE = Side(style="thin")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What the format would take for the code of a letter."""


def diff_report(diff: Diff, wishes: Wishes) -> bytes:
    """The layout of a diff that was asked for, as the bytes of an .xlsx."""
    return write(sheet_of(diff, wishes), wishes.page)


def table_report(answer: TableDiff, wishes: Wishes) -> bytes:
    """The same of a before/after table."""
    return write(sheet_of(answer, wishes), wishes.page)


def write(sheet: Sheet, layout: Layout) -> bytes:
    """The bytes of the .xlsx; the same sheet and layout give the same bytes."""
    workbook = Workbook()
    page: Worksheet = workbook.active  # type: ignore[assignment]
    _styles(workbook, layout.font)
    page.title = "新旧対照表" if len(sheet.columns) < 4 else "変更箇所"
    widths = [max(6, int(LETTERS[layout.paper] * column.share)) for column in sheet.columns]
    for at, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(at)].width = width
    _head(page, sheet, layout)
    number = 3
    for row in sheet.rows:
        parts = list(packed(row, widths))
        for at, part in enumerate(parts):
            number += 1
            _put(page, number, part, layout, top=at == 0, bottom=at + 1 == len(parts))
            page.row_dimensions[number].height = (
                LEADING * max(1, *(height(cell, width) for cell, width in zip(part, widths, strict=True))) + 3
            )
    _setup(page, layout)
    workbook.properties.creator = ""
    workbook.properties.title = sheet.title
    stream = io.BytesIO()
    workbook.save(stream)
    return reproducible(stream.getvalue())


def _styles(workbook: Workbook, font: str) -> None:
    """The named styles of the cells."""
    grey = PatternFill("solid", fgColor="F2F2F2")
    centred, wrapped = Alignment(horizontal="center", vertical="center", wrap_text=True), Alignment(vertical="top", wrap_text=True)
    box = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    letters = Font(name=font, size=SIZE)
    workbook.add_named_style(NamedStyle(HEAD, font=letters, alignment=centred, border=box, fill=grey, number_format="@"))
    for (top, bottom), name in BODY.items():
        border = Border(left=_LINE, right=_LINE, top=_LINE if top else None, bottom=_LINE if bottom else None)
        workbook.add_named_style(NamedStyle(name, font=letters, alignment=wrapped, border=border, number_format="@"))


def _head(page: Worksheet, sheet: Sheet, layout: Layout) -> None:
    """The title, the note on its right, and the header."""
    last = len(sheet.columns)
    for row, text, size, side in ((1, sheet.title, SIZE + 4, "center"), (2, sheet.legend, SIZE - 1, "right")):
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
        cell = page.cell(row, 1)
        _text(cell, text)
        cell.font = Font(name=layout.font, size=size)
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    page.row_dimensions[1].height = 24
    for at, column in enumerate(sheet.columns, 1):
        cell = page.cell(3, at)
        cell.style = HEAD
        _text(cell, column.header)


def _put(page: Worksheet, number: int, part: Part, layout: Layout, *, top: bool, bottom: bool) -> None:
    """One row of Excel; rules only where a row of the table begins and ends."""
    for at, content in enumerate(part, 1):
        cell = page.cell(number, at)
        cell.style = BODY[top, bottom]
        _text(cell, cell_text(content))
        if any(run.changed for line in content for run in line):
            cell.value = _rich(content, layout.font)


def _text(cell: ExcelCell | MergedCell, text: str) -> None:
    """Put a text into a cell as text, whatever it begins with."""
    if not text:
        return
    cell.value = _escaped(text)
    cell.data_type = "s"
    if begins_like_formula(text):
        cell.quotePrefix = True


def _rich(content: Cell, font: str) -> CellRichText:
    """The text with the changed words underlined."""
    plain, marked = InlineFont(rFont=font, sz=SIZE), InlineFont(rFont=font, sz=SIZE, u="single")
    runs = [run for at, line in enumerate(content) for run in ((Run("\n"),) if at else ()) + line]
    blocks: list[TextBlock] = []
    for run in runs:
        style = marked if run.changed else plain
        if blocks and blocks[-1].font is style:
            blocks[-1].text += _escaped(run.text)
        else:
            blocks.append(TextBlock(style, _escaped(run.text)))
    return CellRichText(*blocks)


def _escaped(text: str) -> str:
    """`text` with what looks like the code of a letter, _x0041_, kept from being read as that letter (ECMA-376, 22.4.2.4)."""
    return _ESCAPED.sub("_x005F_", text)


def _setup(page: Worksheet, layout: Layout) -> None:
    """Paper, margins, as wide as the page, the header on every page, page numbers."""
    width, height = PAPER[layout.paper]
    page.page_setup.paperSize = _CODES[layout.paper]
    page.page_setup.orientation = "landscape" if width > height else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    inches = MARGIN / 25.4
    margins = page.page_margins
    margins.left = margins.right = margins.top = margins.bottom = inches
    margins.header = margins.footer = inches / 2
    page.print_title_rows = "3:3"
    page.freeze_panes = "A4"
    footer = page.oddFooter
    assert footer is not None
    assert footer.center is not None
    footer.center.text = "&P"
    page.print_options.horizontalCentered = True
