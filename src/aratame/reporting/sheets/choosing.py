"""Which layout a report has: the one that was asked for, else the usual one of its format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aratame.model import Diff, TableDiff
    from aratame.reporting import Wishes
    from aratame.reporting.sheets.sheet import Sheet


def sheet_of(answer: Diff | TableDiff, wishes: Wishes) -> Sheet:
    """The sheet that the layout `wishes.layout` makes of an answer."""
    sheet: Sheet = import_module(f"aratame.reporting.{wishes.layout}").sheet(answer, wishes.page)
    return sheet
