"""An item with a bracket behind it that keeps its place at the end of a list, where the same is said of others in brackets too.

第八条（準用する場合を含む。） → 第六条（準用する場合を含む。）及び第八条（第十条において準用する場合を含む。）: by its words alone 第八条 gave way to
第六条, whose bracket is the same, and something with an 第八条 in it came in behind. A reader sees that 第六条 came in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.matching import within
from aratame.rewording.replacement import Hunk
from aratame.rewording.sides import Sides
from aratame.rewording.sliding import balanced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token


def put_before(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, those of such a list as a reader sees them, in both directions."""
    out: list[Hunk] = []
    for hunk in hunks:
        parts = _items(sides, out[-1], hunk) if out else None
        if parts is None:
            out.append(hunk)
        else:
            out[-1:] = parts
    return out


def _items(sides: Sides, first: Hunk, last: Hunk) -> list[Hunk] | None:
    """What `first` and `last` are if a list grew or shrank in them."""
    if last.b0 == last.b1:
        return _came_in(sides, first, last)
    if last.a0 == last.a1:
        turned = Sides(sides.after, sides.before, sides.units[::-1], sides.a, sides.b)
        found = _came_in(turned, first.turned(), last.turned())
        return found and [hunk.turned() for hunk in found]
    return None


def _came_in(sides: Sides, first: Hunk, last: Hunk) -> list[Hunk] | None:
    """What came in before the item, and what differs in the bracket behind it."""
    old, new = sides.before[first.b0 : last.b0], sides.after[last.a0 : last.a1]
    size = first.b1 - first.b0
    if not size or len(old) < size + 2 or old[size].sort is not Sort.OPEN or not old[-1].sort is new[-1].sort is Sort.CLOSE:
        return None
    item = _keys(old[:size])
    opened = [n for n in range(size, len(new)) if new[n].sort is Sort.OPEN and _keys(new[n - size : n]) == item]
    if not opened or not balanced(new[opened[-1] :]):
        return None
    at = last.a0 + opened[-1]
    return [Hunk(first.b0, first.b0, first.a0, at - size), *within(sides, Hunk(first.b1, last.b0, at, last.a1))]


def _keys(words: Sequence[Token]) -> list[str]:
    return [word.key for word in words]
