"""Chapters that a 新旧対照表 does not leave out as a whole, because 前条 or 次条 in words that changed is an article at their edge.

改正後                          改正前
第二章　届出                     第二章　届出
第三条～第六条　（略）             第三条～第六条　（略）          ← 「第二章　（略）」 would hide that 第六条 is the last
第三章　雑則                     第三章　雑則
第八条　第六条の届出は、…          第七条　前条の届出は、…
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from aratame.model import ClauseKind, EditKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Clause
    from aratame.reporting.passages import Passage

_CITING = {EditKind.NUMBER, EditKind.CITATION}
_NEIGHBOURS = ("前条", "次条")


def opened(passage: Passage) -> set[int]:
    """The clauses, by their positions on the after side, whose articles are to be named."""
    now = {change.before[0].position: change.after[0] for change in passage.changes if change.relation == "1:1"}
    old, new = _articles(passage.before_clauses), _articles(passage.after_clauses)
    out: set[int] = set()
    for change in passage.changes:
        if not any(edit.kind in _CITING for edit in change.edits):
            continue
        before, after = _cites(change.before, passage.before), _cites(change.after, passage.after)
        beside = [now[one.position] for clause in before for one in _beside(clause, passage.before_clauses, old) if one.position in now]
        beside += [one for clause in after for one in _beside(clause, passage.after_clauses, new)]
        for clause in beside:
            out.update(_above(clause, passage.after_clauses))
    return out


def _cites(clauses: Sequence[Clause], text: str) -> Sequence[Clause]:
    """Those of the clauses that cite the article before or behind their own."""
    return [clause for clause in clauses if any(words in text[slice(*clause.span)] for words in _NEIGHBOURS)]


def _articles(clauses: Sequence[Clause]) -> list[int]:
    return [clause.position for clause in clauses if clause.kind is ClauseKind.ARTICLE]


def _beside(clause: Clause, clauses: Sequence[Clause], articles: Sequence[int]) -> Sequence[Clause]:
    """The articles before and behind the one that a clause stands in."""
    around = (clause.position, *_above(clause, clauses))
    own = next((at for at in around if clauses[at].kind is ClauseKind.ARTICLE), None)
    if own is None:
        return ()
    place = bisect_left(articles, own)
    return [clauses[at] for at in (*articles[max(0, place - 1) : place], *articles[place + 1 : place + 2])]


def _above(clause: Clause, clauses: Sequence[Clause]) -> Iterator[int]:
    """The positions of the clauses that hold a clause, the innermost first."""
    while clause.parent is not None:
        clause = clauses[clause.parent]
        yield clause.position
