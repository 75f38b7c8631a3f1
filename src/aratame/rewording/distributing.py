"""One amount for two cases, then one for each: 6月及び12月においては2割 → 6月においては1割、12月においては3割.

By its words alone 12月においては is the same on both sides, and the amount of the second case is compared with the common one.
A reader sees that the second case was taken out, that the amount of the first one changed, and that the second came in anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.distinct import exact
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides

_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})


def distributed(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, those of such a passage as a reader sees them, in both directions."""
    out: list[Hunk] = []
    for hunk in hunks:
        parts = _parted(sides, out[-1], hunk) if out else None
        if parts:
            out[-1:] = parts
        else:
            out.append(hunk)
    return out


def _parted(sides: Sides, first: Hunk, last: Hunk) -> tuple[Hunk, ...] | None:
    """What `first` and `last` are if they are the two halves of such a passage: the second case, the amount, and the case with its own."""
    if not exact(sides, last):
        return None
    if first.b1 - first.b0 == 1:
        return _from_common(sides.before, sides.after, first, last)
    if first.a1 - first.a0 == 1:
        found = _from_common(sides.after, sides.before, first.turned(), last.turned())
        return found and tuple(hunk.turned() for hunk in found)
    return None


def _from_common(common: Sequence[Token], each: Sequence[Token], first: Hunk, last: Hunk) -> tuple[Hunk, ...] | None:
    """The same where the common amount stands in `common`, the before side of the hunks."""
    amount = first.a1 - 2
    frame = amount - first.a0
    if frame < 1 or common[first.b0].sort not in _LINKS or each[first.a1 - 1].sort not in _LINKS:
        return None
    start = last.b0 - frame
    said = [word.key for word in each[first.a0 : amount]] == [word.key for word in common[start : last.b0]]
    if start <= first.b1 or not said or each[amount].sort is not common[last.b0].sort:
        return None
    return (
        Hunk(first.b0, start, first.a0, first.a0),
        Hunk(last.b0, last.b1, amount, amount + 1),
        Hunk(last.b1, last.b1, amount + 1, last.a1),
    )
