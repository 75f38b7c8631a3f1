"""写したままの欄

何を見るか: 長い記載（30字以上）が、別の項目の行の反対側の欄と同じもの。項目も前後の記載も同じ行が二つあるもの。別の項目の行と、変更前は違うのに変更後だけが同じもの（念のため）。
なぜ大事か: 表は行を写して作られることが多く、隣の行の記載が残ったおそれがある。
見ないもの: 同じ項目の古い変更後と新しい変更前（そうあるべきもの）、変更前も変更後も同じでファイルだけが違う行、「5情報」のような短い記載。
例: ある行の変更後が、別の項目の行の変更前と一字一句同じ → 指摘。
例: 住基ファイルと送付先ファイルの同じ項目に、同じ変更を書いた → 指摘しない。
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from aratame.checking.items import Item, read_item
from aratame.checking.passage import finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding, Row, TableDiff

RULE = "copied-cell"
LONG = 30
"""Characters from which two equal cells are hardly chance; shorter ones (a name, a date) recur in every table. Errs on the side of silence."""


class _Cells(NamedTuple):
    """A row with its cells without white space."""

    row: Row
    item: Item
    before: str
    after: str


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row with a cell that was copied from another row."""
    rows = [_cells(answer.row) for answer in diff.rows]
    for first, second in combinations(rows, 2):
        found = _copied(first, second)
        if found:
            severity, words = found
            yield finding_in(RULE, severity, diff.table, second.row, words)


def _cells(row: Row) -> _Cells:
    return _Cells(row, read_item(row.cells.get("item", "")), "".join(row.before.split()), "".join(row.after.split()))


def _copied(first: _Cells, second: _Cells) -> tuple[Severity, Words] | None:
    """What the second of two rows has from the first."""
    a, b = first.row.number, second.row.number
    same_before, same_after = first.before == second.before, first.after == second.after
    if same_before and same_after:
        if first.item != second.item or not first.item.title or first.row.cells.get("date") != second.row.cells.get("date"):
            return None
        return Severity.WARNING, Words(
            f"{b}行目は{a}行目と項目も記載も同じです。二重に書いていないか、別の項目の行を直し忘れていないか確かめてください。",
            f"Row {b} repeats row {a}, item and cells. Check that it was not entered twice, or copied for another item and not adapted.",
        )
    if first.item.same_entry(second.item):
        return None
    for one, other, side, opposite in ((second.before, first.after, 0, 1), (second.after, first.before, 1, 0)):
        if one == other and len(one) >= LONG:
            return Severity.WARNING, _across(a, b, side, opposite)
    if same_after and len(second.after) >= LONG:
        return Severity.HINT, Words(
            f"{b}行目の変更後が、別の項目である{a}行目の変更後と同じです（変更前は違います）。写した記載が残っていないか確かめてください。",
            f"Row {b}: the after cell equals that of row {a}, another item, though their before cells differ. Check that it is no copy.",
        )
    return None


def _across(a: int, b: int, side: int, opposite: int) -> Words:
    """That a cell of row `b` equals the opposite cell of row `a`."""
    ja, en = ("変更前", "変更後"), ("before", "after")
    return Words(
        f"{b}行目の{ja[side]}が、別の項目である{a}行目の{ja[opposite]}と同じです。どちらかに別の行の記載が残っていないか確かめてください。",
        f"Row {b}: the {en[side]} cell equals the {en[opposite]} cell of row {a}, another item. Check that neither is left from the other.",
    )
