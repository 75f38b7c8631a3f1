"""What a 新旧対照表 names though it did not change, because 前条, 次条 or 前三条 beside words that changed cites it.

改正後                          改正前
第二章　届出                     第二章　届出
第三条～第六条　（略）             第三条～第六条　（略）          ← 「第二章　（略）」 would hide that 第六条 is the last
第三章　雑則                     第三章　雑則
第八条　第六条の届出は、…          第七条　前条の届出は、…
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying import references
from aratame.model import ClauseKind, EditKind
from aratame.numerals import value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Clause, Span
    from aratame.reporting.passages import Passage

_CITING = {EditKind.NUMBER, EditKind.CITATION}
_NEIGHBOURS = lazy(r"(?P<way>[前次])(?P<count>[二三四五六七八九十2-9２-９]?)条")


class Cited(NamedTuple):
    """What is not left out, by the positions of the after side: chapters as a whole; articles within a range (前三条 are three of them)."""

    opened: set[int]
    named: set[int]


def cited(passage: Passage) -> Cited:
    """The chapters whose articles are to be named, and the articles that are to be named by themselves."""
    now = {change.before[0].position: change.after[0] for change in passage.changes if change.relation == "1:1"}
    old, new = _articles(passage.before_clauses), _articles(passage.after_clauses)
    found = Cited(set(), set())
    for change in passage.changes:
        edits = [edit for edit in change.edits if edit.kind in _CITING]
        if not edits:
            continue
        before = _neighbours(change.before, [edit.before.span for edit in edits], passage.before, passage.before_clauses, old)
        after = _neighbours(change.after, [edit.after.span for edit in edits], passage.after, passage.after_clauses, new)
        for together in (*([now[one.position] for one in some if one.position in now] for some in before), *after):
            found.opened.update(at for one in together for at in _above(one, passage.after_clauses))
            found.named.update(one.position for one in together if len(together) > 1)
    return found


def _articles(clauses: Sequence[Clause]) -> list[int]:
    return [clause.position for clause in clauses if clause.kind is ClauseKind.ARTICLE]


def _neighbours(
    citing: Sequence[Clause], edits: Sequence[Span], text: str, clauses: Sequence[Clause], articles: Sequence[int]
) -> Iterator[list[Clause]]:
    """The articles that each 前条, 次条 or 前三条 in the own texts of some clauses cites, in words that changed or are listed with them."""
    for clause in citing:
        around = (clause.position, *_above(clause, clauses))
        own = next((at for at in around if clauses[at].kind is ClauseKind.ARTICLE), None)
        if own is None:
            continue
        place = bisect_left(articles, own)
        lists = [
            (first, last)
            for first, last in references.lists(text, *clause.span)
            if any(first <= end and start <= last for start, end in edits)
        ]
        for match in (match for first, last in lists for match in _NEIGHBOURS.finditer(text, first, last)):
            count = value(match["count"]) or 1
            beside = articles[max(0, place - count) : place] if match["way"] == "前" else articles[place + 1 : place + 1 + count]
            yield [clauses[at] for at in beside]


def _above(clause: Clause, clauses: Sequence[Clause]) -> Iterator[int]:
    """The positions of the clauses that hold a clause, the innermost first."""
    while clause.parent is not None:
        clause = clauses[clause.parent]
        yield clause.position
