"""Which items of lists are which: asked of all that differs, so each build is asked only where the sort of word stands that it cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.amounts import columns, named, priced
from aratame.rewording.lists.bracketed import bracketed
from aratame.rewording.lists.citations import citations
from aratame.rewording.lists.growing import growing
from aratame.rewording.lists.numbered import NUMBERS, numbered
from aratame.rewording.lists.parallel import parallel
from aratame.rewording.lists.shared_amount import shared_amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

    Build = Callable[[Sides, Hunk], list[Hunk]]


def _either_way(grown: Build) -> Build:
    """A build whose lists grew, asked also of those that shrank: read backwards, they grew."""
    return lambda sides, hunk: grown(sides, hunk) or [pair.turned() for pair in grown(sides.turned(), hunk.turned())]


_AMOUNTS = frozenset({Sort.QUANTITY})
_BUILDS: tuple[tuple[frozenset[Sort] | None, Build], ...] = (
    (NUMBERS, numbered),
    (None, citations),
    (_AMOUNTS, columns),
    (_AMOUNTS, _either_way(shared_amount)),
    (None, _either_way(growing)),
    (frozenset({Sort.OPEN}), _either_way(bracketed)),
    (_AMOUNTS, named),
    (_AMOUNTS, priced),
    (frozenset({Sort.COMMA}), parallel),
)
"""The builds in the order in which they are asked, and what stands on both sides of every list of that build."""


def item_pairs(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """Items that are versions of one another, in order and apart; none where `hunk` holds no list of which the pairs are believed.

    `hunk` is all that differs of `sides`; an item may go over its ends. What stands between two pairs is to be compared by itself.
    """
    # The word before the hunk is looked at too: 「2」 is the same on both sides, and what it numbers is not.
    b0, a0 = max(hunk.b0 - 1, sides.b.start), max(hunk.a0 - 1, sides.a.start)
    if hunk.b0 == hunk.b1 or hunk.a0 == hunk.a1:
        return numbered(sides, hunk) if b0 < hunk.b0 and sides.before[b0].sort in NUMBERS else []
    both = {word.sort for word in sides.before[b0 : hunk.b1]}.intersection([word.sort for word in sides.after[a0 : hunk.a1]])
    for sorts, build in _BUILDS:
        if (sorts is None or not both.isdisjoint(sorts)) and (found := build(sides, hunk)):
            return found
    return []
