"""変更箇所 (別添3 of the forms of 特定個人情報保護評価): a row for each item that changed, with an explanation proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.reporting.henko.rows import henko_rows
from aratame.reporting.passages import passages
from aratame.reporting.sheets.sheet import Column, Sheet, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.layouts import Layout
    from aratame.model import Diff, TableDiff
    from aratame.reporting.henko.rows import HenkoRow
    from aratame.reporting.sheets.sheet import Part

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
    return Sheet(NAME, LEGEND, COLUMNS, tuple(tuple(_parts(row, layout)) for row in rows))


def _parts(row: HenkoRow, layout: Layout) -> Iterator[Part]:
    """The row's texts under each other, all else beside the first of them."""
    said = (row.date or layout.date, row.item, row.timing or layout.timing, row.reason)
    for at, (before, after) in enumerate(row.texts):
        date, item, timing, reason = map(plain, said if at == 0 else ("",) * len(said))
        yield date, item, before, after, timing, reason
