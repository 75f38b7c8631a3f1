"""Amounts of which one stands elsewhere on the other side, where it is the amount of another thing.

In columns: 全面　2,000円 2,500円 3,000円 → 全面　2,500円 3,000円 3,600円; behind their names: 大人五〇〇円、小人二五〇円 → 一般八〇〇円、学生五〇〇円.
By its words alone 2,500円 or 五〇〇円 stayed; a reader compares column with column, and the amount of the one thing with that of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.items import Item, between_commas
from aratame.rewording.lists.side_by_side import crossed, side_by_side
from aratame.rewording.replacement import Hunk
from aratame.rewording.units import NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.sides import Sides

_IN_NAMES = NOUNS | {Sort.NUMBER, Sort.CITATION, Sort.MARKER}
"""What the name of an item is made of: 大人, 第2種."""
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


def named(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The items of two lists by their names, where one list has all names of the other and an amount stands behind another name there.

    大人200円、小人100円 → 大人300円、小人200円、幼児100円. Amounts that are the same by chance pair nothing.
    """
    olds = _by_name(sides.before, sides.b.start, hunk.b0, min(hunk.b1 + 1, sides.b.end))
    news = _by_name(sides.after, sides.a.start, hunk.a0, min(hunk.a1 + 1, sides.a.end)) if len(olds) > 1 else {}
    common = [name for name in olds if name in news]
    if len(common) < _FEWEST or len(olds) == len(news) or len(common) < min(len(olds), len(news)):
        return []
    then = {name: sides.before[item.end - 1].key for name, item in olds.items()}
    now = {name: sides.after[item.end - 1].key for name, item in news.items()}
    in_order = [name for name in news if name in olds] == common
    if not in_order or not (_behind_another(then, now, common) or _behind_another(now, then, common)):
        return []
    return [Hunk(olds[name].start, olds[name].end, news[name].start, news[name].end) for name in common]


def _behind_another(amounts: dict[str, str], others: dict[str, str], common: Sequence[str]) -> bool:
    """Whether the amount of a name stands behind another name on the other side, and no longer behind its own."""
    return any(amounts[one] == amount != others[one] for one in common for other, amount in others.items() if one != other)


def _by_name(words: Sequence[Token], low: int, start: int, end: int) -> dict[str, Item]:
    """The amounts between two places that have a name before them, each with it; none where a name stands twice."""
    out: dict[str, Item] = {}
    for n in [n for n in range(start, end) if words[n].sort is Sort.QUANTITY]:
        first = n
        while first > low and words[first - 1].sort in _IN_NAMES:
            first -= 1
        name = "".join([word.key for word in words[first:n]])
        if name in out:
            return {}
        if name:
            out[name] = Item(first, n + 1, name)
    return out


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
