"""A list that grew or shrank at its end: 監督員又は検査員 → 監督員、検査員又は特別検査員.

By its words alone 又は is the same on both sides, and a name before and behind it changed. A reader sees that the items stayed, that 又は
stands behind them now, and that an item came in with it. Items are compared whole, up to the next link: 市内に勤務する者 is not 市内に在学する者.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.items import LINKS
from aratame.rewording.replacement import Hunk
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides

_CONJUNCTION = Sort.CONJUNCTION  # an enum looks a member up by a call
_SPOKEN = frozenset("やと")
"""What joins the items of a list in handouts: 運転免許証やパスポート."""
_LIGHTEST = 2
"""What an item weighs at least: 者 or もの alone is none."""
_LONGEST = 24
"""Words of an item with its link at most."""


def growing(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The last item of the first list before that grew in `hunk`, with the link before it, which became a comma."""
    commas = [n for n in range(max(hunk.a0, 1), hunk.a1) if sides.after[n].sort is Sort.COMMA]
    for link in _links(sides.before, max(hunk.b0, 1), hunk.b1) if commas else ():
        for comma in [n for n in commas if sides.after[n - 1].key == sides.before[link - 1].key]:
            size = _size(sides, link, comma)
            if size and comma + size < hunk.a1:
                return [Hunk(link, link + size, comma, comma + size)]
    return []


def grows(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether a list grew or shrank in two hunks: its link gave way to a comma or the other way round, and an item came in or went with a link."""
    if (first.b1 - first.b0, first.a1 - first.a0) != (1, 1) or (last.b0 < last.b1) == (last.a0 < last.a1):
        return False
    old, new = sides.before[first.b0], sides.after[first.a0]
    link, comma, item = (old, new, sides.after[last.a0]) if last.a0 < last.a1 else (new, old, sides.before[last.b0])
    return bool(_links((link,), 0, 1)) and comma.sort is Sort.COMMA and item.key == link.key


def _links(words: Sequence[Token], start: int, end: int) -> list[int]:
    """The words that join the last item of a list to the others."""
    return [n for n in range(start, end) if words[n].sort is _CONJUNCTION or (words[n].key in _SPOKEN and words[n].sort is Sort.PARTICLE)]


def _size(sides: Sides, link: int, comma: int) -> int:
    """Words of the `link` and the item behind it that stands behind the `comma` as well, with another item behind it; 0 where none does."""
    old, new = sides.before[link : min(link + _LONGEST + 1, sides.b.end)], sides.after[comma : min(comma + 2 * _LONGEST, sides.a.end)]
    if sides.units[0].depth[link] != sides.units[1].depth[comma]:
        return 0
    size = 1
    for one, other in zip(old[1:_LONGEST], new[1:], strict=False):
        if one.key != other.key or one.sort in LINKS:
            break
        size += 1
    if size == len(new) or new[size].key != old[0].key or weight(new[1:size]) < _LIGHTEST:
        return 0
    return size if size == len(old) or _goes_on(old[size], new[size + 1 :]) else 0


def _goes_on(word: Token, words: Sequence[Token]) -> bool:
    """Whether the `word` behind the old list stands behind the item that came in."""
    ends = next((n for n, each in enumerate(words) if each.sort is Sort.STOP), len(words) - 1)
    return any(each.key == word.key for each in words[: ends + 1])
