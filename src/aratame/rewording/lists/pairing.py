"""Which items of lists are which: asked of all that differs, so each build is asked only where the sort of word stands that it cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.amounts import columns, priced
from aratame.rewording.lists.bracketed import bracketed
from aratame.rewording.lists.citations import citations
from aratame.rewording.lists.growing import growing
from aratame.rewording.lists.numbered import numbered
from aratame.rewording.lists.parallel import parallel
from aratame.rewording.lists.shared_amount import shared_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

    Build = Callable[[Sides, Hunk], Iterable[Hunk]]


def _either_way(grown: Build) -> Build:
    """A build whose lists grew, asked also of those that shrank: read backwards, they grew."""
    return lambda sides, hunk: list(grown(sides, hunk)) or [pair.turned() for pair in grown(sides.turned(), hunk.turned())]


_BUILDS: tuple[tuple[Sort | None, Build], ...] = (
    (Sort.NUMBER, numbered),
    (None, citations),
    (Sort.QUANTITY, columns),
    (Sort.QUANTITY, _either_way(shared_amount)),
    (None, _either_way(growing)),
    (Sort.OPEN, _either_way(bracketed)),
    (Sort.QUANTITY, priced),
    (Sort.COMMA, parallel),
)
"""The builds in the order in which they are asked, and what stands on both sides of every list of that build."""


def item_pairs(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """Items that are versions of one another, in order and apart; none where `hunk` holds no list of which the pairs are believed.

    `hunk` is all that differs of `sides`; an item may go over its ends. What stands between two pairs is to be compared by itself.
    """
    # The word before the hunk is looked at too: 「2」 is the same on both sides, and what it numbers is not.
    before = [word.sort for word in sides.before[max(hunk.b0 - 1, sides.b.start) : hunk.b1]]
    after = [word.sort for word in sides.after[max(hunk.a0 - 1, sides.a.start) : hunk.a1]]
    for sort, build in _BUILDS:
        if (sort is None or (sort in before and sort in after)) and (found := list(build(sides, hunk))):
            return found
    return []
