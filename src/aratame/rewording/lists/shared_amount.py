"""One amount for two cases, then one for each: 6月及び12月においては2割 → 6月においては1割、12月においては3割.

By its words alone 12月においては is the same on both sides, and the amount of the second case is compared with the common one.
A reader sees that the second case was taken out, that the amount of the first one changed, and that the second came in anew.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix

from aratame.lexing import Sort
from aratame.rewording.lists.items import LINKS
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides


def shared_amount(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The common amount before, beside that of the first case."""
    old, new = sides.before, sides.after
    common = [n for n in range(hunk.b0, hunk.b1) if old[n].sort is Sort.QUANTITY]
    amounts = [n for n in range(hunk.a0, hunk.a1) if new[n].sort is Sort.QUANTITY]
    for first, second in pairwise(amounts):
        case = _keys(new[first + 2 : second])
        frame = Postfix.similarity(case, _keys(new[hunk.a0 : first]))
        ends = _keys(new[max(first - frame - 1, 0) : first - 1])
        for n in common:
            link = n - len(case) - 1
            linked = link > sides.b.start and old[link].sort in LINKS and new[first + 1].sort in LINKS
            if linked and old[link - 1].key in ends and _keys(old[link + 1 : n]) == case:
                return [Hunk(n, n + 1, first, first + 1)]
    return []


def _keys(words: Sequence[Token]) -> list[str]:
    return [word.key for word in words]
