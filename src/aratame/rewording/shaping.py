"""A pair of sentences → hunks in the shape that a reader would give them.

First the words that differ (a longest common subsequence), then: insertions slid to where a reader sees them, hunks
joined over what is too little to part them, widened to whole units, joined again, and cut where two units stand side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.rewording.distinct import replaces
from aratame.rewording.ending import ended
from aratame.rewording.islands import bridged, exchanged, recast
from aratame.rewording.matching import differences
from aratame.rewording.number_lists import number_lists
from aratame.rewording.sliding import slid
from aratame.rewording.splitting import before_item, by_name, split
from aratame.rewording.widening import closed, widened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides


def shape(sides: Sides) -> Iterator[Hunk]:
    """The hunks of `before[b]` against `after[a]`, in order and apart."""
    found = [part for hunk in differences(sides) for part in (before_item if replaces(hunk) else by_name)(sides, hunk)]
    hunks = _slide_all(sides, found)
    hunks = bridged(sides, hunks)
    hunks = widened(sides, hunks)
    hunks = recast(sides, number_lists(sides, bridged(sides, hunks)))
    for hunk in closed(sides, exchanged(sides, hunks)):
        yield from split(sides, ended(sides, hunk))


def _slide_all(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """Every hunk in its best place between its neighbours."""
    out: list[Hunk] = []
    for n, hunk in enumerate(hunks):
        left = hunk.b0 - (out[-1].b1 if out else sides.b.start)
        right = (hunks[n + 1].b0 if n + 1 < len(hunks) else sides.b.end) - hunk.b1
        out.append(slid(sides.before, sides.after, sides.units, hunk, (left, right)))
    return out
