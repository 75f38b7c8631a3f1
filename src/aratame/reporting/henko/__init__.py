"""変更箇所 (別添3 of the forms of 特定個人情報保護評価): a row for each item that changed, with an explanation proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.reporting.henko.rows import henko_rows
from aratame.reporting.passages import passages
from aratame.reporting.sheets.sheet import Column, Sheet, plain

if TYPE_CHECKING:
    from aratame.layouts import Layout
    from aratame.model import Diff, TableDiff

NAME = "変更箇所"
LEGEND = "（「説明」は変更の種類から作った案です。確かめてから「（案）」を消してください。）"
COLUMNS = (
    Column("変更日", 0.125),
    Column("項目", 0.135),
    Column("変更前の記載", 0.27),
    Column("変更後の記載", 0.27),
    Column("提出時期", 0.08),
    Column("説明", 0.12),
)
"""As the form of the 個人情報保護委員会 has them, in its order: before on the left."""


def sheet(answer: Diff | TableDiff, layout: Layout) -> Sheet:
    """The sheet of a diff, or of the rows of a before/after table."""
    rows = (row for passage in passages(answer).values() for row in henko_rows(passage))
    listed = tuple(
        ((plain(row.date or layout.date), plain(row.item), row.before, row.after, plain(row.timing or layout.timing), plain(row.reason)),)
        for row in rows
    )
    return Sheet(NAME, LEGEND, COLUMNS, listed)
