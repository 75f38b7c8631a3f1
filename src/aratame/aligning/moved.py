"""What was taken away from one parent and stands, perhaps edited, under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.aligning.similarity import best, indexed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.aligning.matching import Link, Matching

ALIKE = 0.7
"""Far from its place a clause has to be more alike than beside its neighbours: a false move costs more trust than a missed one."""
SHORTEST = 15
"""Characters of a clause that can be known again anywhere."""


def edited_moves(matching: Matching) -> Iterator[list[Link]]:
    """Free clauses anywhere that say nearly the same. Candidates come from an index of rare words."""
    before, after = matching.before, matching.after
    olds = [old for old in matching.free_before() if len(before.bodies[old]) >= SHORTEST]
    news = [new for new in matching.free_after() if len(after.bodies[new]) >= SHORTEST]
    yield best(indexed(before, olds, after, news, ALIKE)) if olds and news else []
