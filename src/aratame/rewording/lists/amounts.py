"""Amounts of which one stands elsewhere on the other side, where it is the amount of another thing.

In columns: 全面　2,000円 2,500円 3,000円 → 全面　2,500円 3,000円 3,600円; behind their names: 大人五〇〇円、小人二五〇円 → 一般八〇〇円、学生五〇〇円.
By its words alone 2,500円 or 五〇〇円 stayed; a reader compares column with column, and the amount of the one thing with that of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.items import Item, between_commas
from aratame.rewording.lists.side_by_side import crossed, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_FEWEST = 2
"""Amounts of a list at least."""


def columns(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The amounts of rows that have one name and as many columns, side by side."""

    def versions(old: List, new: List) -> bool:
        return _name(sides.before, old) == _name(sides.after, new) and crossed(old, new)

    return side_by_side(sides, hunk, _rows, versions)


def priced(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The items between commas, side by side, where each has one amount."""
    return side_by_side(sides, hunk, _priced, crossed)


def _rows(words: Sequence[Token], start: int, end: int) -> Iterator[List]:
    """Two amounts or more, each parted from the one before by a blank."""
    row: List = []
    for n in range(start, end):
        amount = words[n].sort is Sort.QUANTITY
        if not (amount and words[n].broken):
            yield from [row] if len(row) >= _FEWEST else []
            row = []
        if amount:
            row.append(Item(n, n + 1, words[n].key))
    yield from [row] if len(row) >= _FEWEST else []


def _name(words: Sequence[Token], row: List) -> str:
    """The last word before the amounts of a row."""
    first = row[0].start
    return words[first - 1].key if first else ""


def _priced(words: Sequence[Token], start: int, end: int) -> Iterator[List]:
    items = between_commas(words, start, end)
    amounts = [[word.key for word in words[slice(*item)] if word.sort is Sort.QUANTITY] for item in items]
    if len(items) >= _FEWEST and all(len(each) == 1 for each in amounts):
        yield [Item(*item, amount) for item, (amount,) in zip(items, amounts, strict=True)]
