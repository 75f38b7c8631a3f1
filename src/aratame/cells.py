"""A row of a before/after table → the clauses of its two cells.

A 新旧対照表 does not leave the place of a provision empty that only the other side has: it says （新設） or （削る） there. A cell that says
nothing else is no text of its side. It has no clause, so that the other cell is new, or gone, clause by clause:

    改正後                          改正前
    （委託）                        （新設）
    第四条　市長は、…
    ２　前項の規定は、…
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Document
from aratame.segmenting import segment

if TYPE_CHECKING:
    from aratame.model import Clause, Row

NOT_YET = frozenset(f"{left}{word}{right}" for left in "（(〔［[" for word in ("新設", "新規", "追加") for right in "）)〕］]")
NO_MORE = frozenset(f"{left}{word}{right}" for left in "（(〔［[" for word in ("削る", "削除", "廃止") for right in "）)〕］]")
"""What a table has on the before, and on the after side, where a provision is not there."""


def clauses_of(row: Row) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses of the before and of the after cell; none of a cell that only says that the other one's provision is not there."""
    before, after = row.before.strip(), row.after.strip()
    added, deleted = before in NOT_YET, after in NO_MORE
    return (
        () if added and after and not deleted else segment(Document("", row.before)),
        () if deleted and before and not added else segment(Document("", row.after)),
    )
