"""A row of items with an amount each: 大人五〇〇円、小人二五〇円 → 一般八〇〇円、学生五〇〇円.

By its words alone 五〇〇円 stands on both sides; a reader compares item with item, and the amount of the one with that of the other.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides

_FEWEST = 2


def priced_items(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The items of such rows, side by side, if an amount of one stands in another there; else nothing."""
    b_values, a_values = (
        [word.key for word in words if word.sort is Sort.QUANTITY]
        for words in (sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1])
    )
    if not _FEWEST <= len(b_values) == len(a_values):
        return []
    moved = any(b != a and (b in a_values or a in b_values) for b, a in zip(b_values, a_values, strict=True))
    if not moved:
        return []
    b_items, a_items = _items(sides.before, hunk.b0, hunk.b1), _items(sides.after, hunk.a0, hunk.a1)
    return [Hunk(*b, *a) for b, a in zip(b_items, a_items, strict=True)] if len(b_items) == len(a_items) == len(b_values) else []


def _items(words: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas, if each holds one amount; else nothing."""
    commas = [n for n in range(start, end) if words[n].sort is Sort.COMMA]
    items = [(first + 1, last) for first, last in pairwise([start - 1, *commas, end])]
    return items if all(sum(word.sort is Sort.QUANTITY for word in words[slice(*item)]) == 1 for item in items) else []
