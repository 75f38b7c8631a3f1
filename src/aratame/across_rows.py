"""The rows of a 新旧対照表 as one document: what one row shows to be renumbered is known where another row cites it.

Each row says for itself what it is; only the articles of 附則 do not say whose they are:

    改正後              改正前
    附　則              附　則
    第一条　…           第一条　…        ← the first article of the row above, not of the text
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.cells import is_left_out
from aratame.classifying import Beyond, RowNumbering
from aratame.model import Clause, ClauseKind, Pair

if TYPE_CHECKING:
    from collections.abc import Sequence


class AlignedRow(NamedTuple):
    """The texts and the clauses of a row's cells, and which of them are one clause in two versions."""

    before_text: str
    before: Sequence[Clause]
    after_text: str
    after: Sequence[Clause]
    pairs: Sequence[Pair]


def beyond(rows: Sequence[AlignedRow]) -> list[Beyond]:
    """For each row the numbering of all rows, and where the row's clauses begin in it."""
    whole = _Whole()
    begins = [whole.add(row) for row in rows]
    numbering = RowNumbering(whole.before, whole.after, whole.pairs, told=any(map(_leaves_out, rows)))
    return [Beyond(numbering, *begin) for begin in begins]


_PROVISIONS = {
    *(ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.SUBSECTION, ClauseKind.DIVISION),
    *(ClauseKind.ARTICLE, ClauseKind.SUPPL_PROVISION),
}
"""What a table that leaves out nothing without a word says （略） for: articles, and what holds them."""


def _leaves_out(row: AlignedRow) -> bool:
    """Whether a row says that provisions are left out: 第六条～第九条　（略）."""
    whole = bool(row.before) and row.before[0].kind in _PROVISIONS
    return whole and is_left_out(row.before_text) and is_left_out(row.after_text)


class _Whole:
    """The clauses of the rows so far, on both sides."""

    def __init__(self) -> None:
        self.before: list[Clause] = []
        self.after: list[Clause] = []
        self.pairs: list[Pair] = []
        self._supplement: tuple[int | None, int | None] = None, None

    def add(self, row: AlignedRow) -> tuple[int, int]:
        """Put a row's clauses behind those of the rows before it; where they begin on either side."""
        begin = len(self.before), len(self.after)
        above = self._supplements(row)
        self.before += [_below(clause, begin[0], above[0]) for clause in row.before]
        self.after += [_below(clause, begin[1], above[1]) for clause in row.after]
        for pair in row.pairs:
            olds, news = tuple(at + begin[0] for at in pair.before), tuple(at + begin[1] for at in pair.after)
            self.pairs.append(pair._replace(before=olds, after=news))
        return begin

    def _supplements(self, row: AlignedRow) -> tuple[int | None, int | None]:
        """Where the 附則 stand that the row's articles belong to: below 附則 in a row of its own there are no others."""
        above = self._supplement
        tops = [clauses[0].kind if clauses else None for clauses in (row.before, row.after)]
        if ClauseKind.SUPPL_PROVISION not in tops:
            return above
        places = len(self.before), len(self.after)
        first, second = (place if top is ClauseKind.SUPPL_PROVISION else old for place, top, old in zip(places, tops, above, strict=True))
        self._supplement = first, second
        return None, None


def _below(clause: Clause, offset: int, above: int | None) -> Clause:
    """A row's clause in the longer list; one that hangs on nothing in its cell hangs on the 附則 above."""
    parent = above if clause.parent is None else clause.parent + offset
    return clause._replace(position=clause.position + offset, parent=parent)
