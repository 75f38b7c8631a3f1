"""Parents known by their children: a chapter whose heading was rewritten, an article whose lead was."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from aratame.aligning.matching import FREE
from aratame.aligning.version import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.aligning.matching import Link, Matching

SHARE = 0.5
"""Of the longer of the two, all below included: how much has to stand under both. Less is two articles that exchanged a paragraph."""
CHILDREN = 2
"""One child under both may have moved alone."""


def by_children(matching: Matching) -> Iterator[list[Link]]:
    """Free clauses whose matched children make up most of either; from the bottom up, because chapters follow from articles."""
    before, after = matching.before, matching.after
    found: dict[int, int] = {}
    taken: set[int] = set()
    for old in reversed(matching.free_before()):
        votes: dict[int, list[int]] = defaultdict(list)
        for child in before.children[old]:
            partner = found.get(child, matching.to_after[child])
            above = after.parents[partner] if partner != FREE else ROOT
            if above == ROOT or above in taken or matching.to_before[above] != FREE:
                continue
            if before.clauses[old].kind is after.clauses[above].kind:
                votes[above].append(before.weights[child])
        if votes:
            new = max(votes, key=lambda new: (sum(votes[new]), -new))
            if len(votes[new]) >= CHILDREN and sum(votes[new]) >= SHARE * max(before.weights[old], after.weights[new]):
                found[old] = new
                taken.add(new)
    yield list(found.items())
