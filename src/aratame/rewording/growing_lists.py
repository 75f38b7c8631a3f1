"""A list that grew by an item that ends like its last one: 監督員又は検査員 → 監督員、検査員又は特別検査員.

By its words alone 又は and the last 検査員 are the same on both sides, and something before either came in. A reader sees that every
item stayed, that 又は stands behind them now, and that an item came in with it. So with an item that has a bracket behind it, where the
same is said of others too: 第八条（準用する場合を含む。） → 第六条（準用する場合を含む。）及び第八条（第十条において準用する場合を含む。）.
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

_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})


def grown(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, those of such a list as a reader sees them, in both directions."""
    out: list[Hunk] = []
    for n, hunk in enumerate(hunks):
        room = (hunks[n + 1].b0 if n + 1 < len(hunks) else sides.b.end) - hunk.b1
        parts = _items(sides, out[-1], hunk, room) if out else None
        if parts is None:
            out.append(hunk)
        else:
            out[-1:] = parts
    return out


def _items(sides: Sides, first: Hunk, last: Hunk, room: int) -> list[Hunk] | None:
    """What `first` and `last` are if a list grew or shrank in them; `room` words behind them are the same on both sides."""
    if last.b0 == last.b1:
        return _grown(sides, first, last, room)
    if last.a0 == last.a1:
        turned = Sides(sides.after, sides.before, sides.units[::-1], sides.a, sides.b)
        found = _grown(turned, first.turned(), last.turned(), room)
        return found and [hunk.turned() for hunk in found]
    return None


def _grown(sides: Sides, first: Hunk, last: Hunk, room: int) -> list[Hunk] | None:
    """The same where an item came in."""
    return _behind_all(sides, first, last, room) if first.b0 == first.b1 else _before_bracket(sides, first, last)


def _behind_all(sides: Sides, first: Hunk, last: Hunk, room: int) -> list[Hunk] | None:
    """The link that gave way to a comma, and the item that came in behind the last one: 監督員[又は→、]検査員[又は特別検査員]."""
    old, new, link = sides.before, sides.after, first.b0
    if new[first.a0].sort is not Sort.COMMA or last.b0 != link + 1 or old[link].sort not in _LINKS:
        return None
    item = new[first.a0 + 1 : first.a1]
    end = last.b0 + len(item)
    if not item or len(item) > room or _keys(old[last.b0 : end]) != _keys(item) or not balanced(item):
        return None
    whole = sides.units[0].cut[end] and sides.units[1].cut[last.a1 + len(item)]
    return [Hunk(link, last.b0, first.a0, first.a0 + 1), Hunk(end, end, first.a1, last.a1 + len(item))] if whole else None


def _before_bracket(sides: Sides, first: Hunk, last: Hunk) -> list[Hunk] | None:
    """What came in before an item that keeps its place at the end, and what differs in the bracket behind it."""
    old, new = sides.before[first.b0 : last.b0], sides.after[last.a0 : last.a1]
    size = first.b1 - first.b0
    if len(old) < size + 2 or old[size].sort is not Sort.OPEN or old[-1].sort is not Sort.CLOSE or new[-1].sort is not Sort.CLOSE:
        return None
    item = _keys(old[:size])
    opened = [n for n in range(size, len(new)) if new[n].sort is Sort.OPEN and _keys(new[n - size : n]) == item]
    if not opened or not balanced(new[opened[-1] :]):
        return None
    at = last.a0 + opened[-1]
    return [Hunk(first.b0, first.b0, first.a0, at - size), *within(sides, Hunk(first.b1, last.b0, at, last.a1))]


def _keys(words: Sequence[Token]) -> list[str]:
    return [word.key for word in words]
