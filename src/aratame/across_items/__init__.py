"""The rows of a sheet of changes (変更箇所) as one document: each row's clauses stand where the row's item says.

    項目                 変更前の記載      変更後の記載
    第三条（届出） ３      ２　…            ３　…
    第三条（届出） ３ 二    二　…            二　…         ← 第三条第二項第二号 became 第三条第三項第二号: the row above says so of 第二項

An item is the path in the after text, of a deleted clause in the before text. The path on the other side is told by the rows of the clauses
on it; a clause on it that has no row is the same on both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.across_items.placing import Placed
from aratame.across_items.rows import Cell, ItemRow, Row
from aratame.across_items.sheet import Sheet
from aratame.classifying import Beyond, ListedNumbering
from aratame.model import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cell", "ItemRow", "listed"]


def listed(rows: Sequence[ItemRow]) -> list[Beyond]:
    """For each row the numbering of the whole sheet, and where the row's clauses begin in it; nothing where no item names a numbered clause."""
    read = [Row(row) for row in rows]
    if not any(row.names for row in read):
        return []
    sheet = Sheet(read)
    before, after = (Placed(sheet, side) for side in (0, 1))
    pairs = [
        pair._replace(before=tuple(at + olds for at in pair.before), after=tuple(at + news for at in pair.after))
        for row, olds, news in zip(rows, before.begins, after.begins, strict=True)
        for pair in row.pairs
    ]
    pairs += [Pair((before.named[old],), (after.named[new],)) for old, new in sheet.same]
    numbering = ListedNumbering(before.clauses, after.clauses, pairs)
    return [Beyond(numbering, olds, news, says_all=True) for olds, news in zip(before.begins, after.begins, strict=True)]
