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
from aratame.patterns import lazy
from aratame.segmenting import segment

if TYPE_CHECKING:
    from aratame.model import Clause, Row

NOT_YET = frozenset(f"{left}{word}{right}" for left in "（(〔［[" for word in ("新設", "新規", "追加") for right in "）)〕］]")
NO_MORE = frozenset(f"{left}{word}{right}" for left in "（(〔［[" for word in ("削る", "削除", "廃止") for right in "）)〕］]")
"""What a table has on the before, and on the after side, where a provision is not there."""
ELISION = lazy(r"[（(〔\[]\s*(?:[以前中後上]?[下段]?\s*)?省?略\s*[）)〕\]]|(?<![^\s])[～〜]\s*[以中前後]略\s*[～〜]")
"""（略）, （以下略）, (中略), （前段略）, （省略）, ～中略～: what stands in its place was left out of the quotation."""
_WORDS = lazy(r"[^\s0-9０-９〇一二三四五六七八九十百①-⑳・、～〜~－第条項号編章節款目の附則別表様式()（）]")
"""What is no number: 「２・３　（略）」 and 「第四条　（略）」 quote nothing."""


def is_left_out(cell: str) -> bool:
    """Whether a cell holds nothing but （略） and the numbers of what it stands for."""
    return ELISION.search(cell) is not None and _WORDS.search(ELISION.sub("", cell)) is None


def clauses_of(row: Row) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses of the before and of the after cell; none of a cell that only says that the other one's provision is not there."""
    before, after = row.before.strip(), row.after.strip()
    added, deleted = before in NOT_YET, after in NO_MORE
    return (
        () if added and after and not deleted else segment(Document("", row.before)),
        () if deleted and before and not added else segment(Document("", row.after)),
    )
