"""A list that grew or shrank at its end: 監督員又は検査員 → 監督員、検査員又は特別検査員.

By its words alone 又は is the same on both sides, and a name before and behind it changed. A reader sees that the items stayed, that 又は
stands behind them now, and that an item came in with it. Items are compared whole, up to the next link: 市内に勤務する者 is not 市内に在学する者.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk
from aratame.rewording.sides import Sides
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token

_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_SPOKEN = frozenset("やと")
"""What joins the items of a list in handouts: 運転免許証やパスポート."""
_LIGHTEST = 2
"""What an item weighs at least: 者 or もの alone is none."""
_LONGEST = 24
"""Words of an item at most."""


class Kept(NamedTuple):
    """An item that stayed, `size` words behind the `link` that gave way to a comma or the other way round."""

    link: Hunk
    size: int


def kept_items(sides: Sides, hunk: Hunk) -> list[Kept]:
    """The last items of the lists in `hunk` that grew there, or shrank there, in order. The last of them may go beyond the hunk."""
    grown = list(_grown(sides, hunk))
    if grown:
        return grown
    turned = Sides(sides.after, sides.before, sides.units[::-1], sides.a, sides.b)
    return [Kept(link.turned(), size) for link, size in _grown(turned, hunk.turned())]


def grows(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether a list grew or shrank in two hunks: its link gave way to a comma or the other way round, and an item came in or went with a link."""
    if (first.b1 - first.b0, first.a1 - first.a0) != (1, 1) or (last.b0 < last.b1) == (last.a0 < last.a1):
        return False
    old, new = sides.before[first.b0], sides.after[first.a0]
    link, comma, item = (old, new, sides.after[last.a0]) if last.a0 < last.a1 else (new, old, sides.before[last.b0])
    return _joins(link) and comma.sort is Sort.COMMA and item.key == link.key


def _grown(sides: Sides, hunk: Hunk) -> Iterator[Kept]:
    """The last items of the lists of the before side that grew."""
    commas = [n for n in range(max(hunk.a0, 1), hunk.a1) if sides.after[n].sort is Sort.COMMA]
    at = hunk.a0
    for link in [n for n in range(max(hunk.b0, 1), hunk.b1) if commas and _joins(sides.before[n])]:
        for comma in [n for n in commas if n >= at and sides.after[n - 1].key == sides.before[link - 1].key]:
            size = _size(sides, link, comma)
            if size and comma + 1 + size < hunk.a1:
                yield Kept(Hunk(link, link + 1, comma, comma + 1), size)
                at = comma + 1 + size
                break


def _joins(word: Token) -> bool:
    """Whether a word joins the last item of a list to the others."""
    return word.sort is Sort.CONJUNCTION or (word.sort is Sort.PARTICLE and word.key in _SPOKEN)


def _size(sides: Sides, link: int, comma: int) -> int:
    """Words of the item behind `link` that stands behind `comma` as well, with the same conjunction and another item behind it; 0 where none does."""
    old, new = sides.before, sides.after
    if sides.units[0].depth[link] != sides.units[1].depth[comma]:
        return 0
    size = 0
    for one, other in zip(old[link + 1 : link + 1 + _LONGEST], new[comma + 1 : comma + 1 + _LONGEST], strict=False):
        if one.key != other.key or one.sort in _LINKS:
            break
        size += 1
    end, behind = comma + 1 + size, link + 1 + size
    if end == len(new) or new[end].key != old[link].key or weight(new[comma + 1 : end]) < _LIGHTEST:
        return 0
    return size if behind == len(old) or _goes_on(old[behind], new[end + 1 : end + 1 + _LONGEST]) else 0


def _goes_on(word: Token, words: Sequence[Token]) -> bool:
    """Whether the `word` behind the old list stands behind the item that came in."""
    ends = next((n for n, each in enumerate(words) if each.sort is Sort.STOP), len(words) - 1)
    return any(each.key == word.key for each in words[: ends + 1])
