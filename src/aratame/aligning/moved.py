"""What was taken away from one parent and stands, perhaps edited, under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.aligning.similarity import best, indexed, units
from aratame.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.similarity import Candidate

ALIKE = 0.7
"""Far from its place a clause has to be more alike than beside its neighbours: a false move costs more trust than a missed one."""
SHORTEST = 15
"""Characters of a clause that can be known again anywhere."""
LONG = 60
"""Characters of a clause in which ALIKE is enough. Shorter ones may share no more than their mould (「…には、次に掲げる事項を定める。」)."""
SHORT_ALIKE = 0.8
"""What shorter ones need instead."""
ITEM_ALIKE = 0.9
"""What items need: lists are made from moulds (「一　法第…の規定の適用を受けようとする法人の名称及び納税地」), also long ones."""
ITEMS = frozenset({ClauseKind.ITEM, ClauseKind.SUBITEM, ClauseKind.BULLET})
WHOLE = 0.97
"""Or how much of the shorter text the longer one holds: words were only put in, or only taken out."""


def edited_moves(matching: Matching) -> Iterator[list[Link]]:
    """Free clauses anywhere that say nearly the same. Candidates come from an index of rare words."""
    before, after = matching.before, matching.after
    olds = [old for old in matching.free_before() if len(before.bodies[old]) >= SHORTEST]
    news = [new for new in matching.free_after() if len(after.bodies[new]) >= SHORTEST]
    found = indexed(before, olds, after, news, ALIKE) if olds and news else []
    yield best([candidate for candidate in found if _telling(matching, candidate)])


def _telling(matching: Matching, candidate: Candidate) -> bool:
    """Whether the likeness is more than that of two texts from one mould."""
    score, old, new = candidate
    lengths = (len(units(matching.before.folded(old))), len(units(matching.after.folded(new))))
    prose = ALIKE if min(lengths) >= LONG else SHORT_ALIKE
    enough = ITEM_ALIKE if matching.before.clauses[old].kind in ITEMS else prose
    return score >= enough or score * sum(lengths) / 2 >= WHOLE * min(lengths)
