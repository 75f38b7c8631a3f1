"""A row of items of one build, of which what stands in one stands elsewhere in another: 所長が一次審査を、部長が二次審査を → 部長が一次評価を、局長が二次評価を.

By its words alone 部長が is the same on both sides; a reader compares the first item with the first, and the second with the second.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides

_FEWEST, _MOST = 2, 12
"""Items of a row."""
_LIGHTEST = 2


def parallel_items(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The items of such rows, side by side; nothing where there is none, or where an item stands whole in another place: then one came in or went."""
    b_items, a_items = _items(sides.before, hunk.b0, hunk.b1), _items(sides.after, hunk.a0, hunk.a1)
    if not _FEWEST <= len(b_items) == len(a_items) <= _MOST:
        return []
    before, after = ([words[slice(*item)] for item in items] for words, items in ((sides.before, b_items), (sides.after, a_items)))
    if any(not _build(b) or _build(b) != _build(a) for b, a in zip(before, after, strict=True)):
        return []
    old, new = list(map(_said, before)), list(map(_said, after))
    places = [(n, m) for n in range(len(old)) for m in range(len(new)) if n != m]
    if any(old[n] == new[m] for n, m in places):
        return []
    crossed = any(old[n] & new[m] - new[n] for n, m in places)
    return [Hunk(*b, *a) for b, a in zip(b_items, a_items, strict=True)] if crossed else []


def _items(words: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas."""
    commas = [n for n in range(start, end) if words[n].sort is Sort.COMMA]
    return [(first + 1, last) for first, last in pairwise([start - 1, *commas, end])]


def _build(words: Sequence[Token]) -> list[str]:
    """The particles of an item, in order."""
    return [word.key for word in words if word.sort is Sort.PARTICLE]


def _said(words: Sequence[Token]) -> set[str]:
    """What stands between the particles of an item, if it says something."""
    said: list[list[Token]] = [[]]
    for word in words:
        if word.sort is Sort.PARTICLE:
            said.append([])
        else:
            said[-1].append(word)
    return {"".join([word.key for word in each]) for each in said if weight(each) >= _LIGHTEST}
