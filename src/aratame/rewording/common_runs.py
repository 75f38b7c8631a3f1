"""Long runs of words that stand inside brackets on one side and outside on the other: what was said of a thing became its definition.

次の施設のうち、安全性の向上を図ることが必要なもの → 次の施設（第一号の施設にあっては、安全性の向上を図ることが必要なものに限る。）
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.rewording.sides import Sides

_FEWEST = 8
_LIGHTEST = 20
"""Words of a run, and what they weigh, at least: so much is not the same by chance."""
_MOST_PAIRS = 40_000
"""Words of one side times words of the other that are looked at."""


def run_across(sides: Sides, hunk: Hunk, share: float = 0) -> Hunk | None:
    """The longest run of words that both sides of `hunk` share, if it is long, in brackets on one side only, and `share` of the lesser side."""
    before, after = hunk.b1 - hunk.b0, hunk.a1 - hunk.a0
    if min(before, after) < _FEWEST or before * after > _MOST_PAIRS:
        return None
    depths = sides.units[0].depth, sides.units[1].depth
    if set(depths[0][hunk.b0 : hunk.b1]) == set(depths[1][hunk.a0 : hunk.a1]):
        return None
    keys = [word.key for word in sides.before[hunk.b0 : hunk.b1]], [word.key for word in sides.after[hunk.a0 : hunk.a1]]
    length, b_end, a_end = _longest(*keys)
    run = Hunk(hunk.b0 + b_end - length, hunk.b0 + b_end, hunk.a0 + a_end - length, hunk.a0 + a_end)
    if length < _FEWEST or sides.said(run)[0] < max(_LIGHTEST, share * min(sides.said(hunk))):
        return None
    return run if depths[0][run.b0] != depths[1][run.a0] else None


def _longest(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """How long the longest run is that both have, and where it ends in either; the first of several."""
    places: dict[str, list[int]] = {}
    for n, key in enumerate(after):
        places.setdefault(key, []).append(n)
    best = (0, 0, 0)
    lengths: dict[int, int] = {}
    for b, key in enumerate(before):
        ended = lengths
        lengths = {}
        for a in places.get(key, ()):
            lengths[a] = ended.get(a - 1, 0) + 1
            if lengths[a] > best[0]:
                best = lengths[a], b + 1, a + 1
    return best
