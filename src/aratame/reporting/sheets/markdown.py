"""A sheet → a table of GitHub Flavored Markdown, the changed words underlined with `<ins>`, which GitHub renders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.reporting.github import escaped
from aratame.reporting.sheets.choosing import sheet_of
from aratame.reporting.sheets.sheet import joined

if TYPE_CHECKING:
    from aratame.model import Diff, TableDiff
    from aratame.reporting import Wishes
    from aratame.reporting.sheets.sheet import Cell, Run, Sheet


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """The layout of a diff that was asked for, as Markdown."""
    return write(sheet_of(diff, wishes))


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """The same of a before/after table."""
    return write(sheet_of(answer, wishes))


def write(sheet: Sheet) -> str:
    """A heading, the note, the table."""
    lines = [f"# {escaped(sheet.title)}", "", escaped(sheet.legend), ""]
    lines.append(_row([escaped(column.header) for column in sheet.columns]))
    lines.append(_row(["---"] * len(sheet.columns)))
    lines += [_row([_cell(cell) for cell in joined(row)]) for row in sheet.rows]
    return "\n".join(lines) + "\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join("".join(f"<ins>{_text(run)}</ins>" if run.changed else _text(run) for run in line) for line in cell)


def _text(run: Run) -> str:
    """The words of a run; a tab parts the cells of a table that stands in the text, and is written so that it is no white space of the source."""
    return "&#9;".join(map(escaped, run.text.split("\t")))
