"""A row of items of one build, of which what stands in one stands elsewhere in another: 所長が一次審査を、部長が二次審査を → 部長が一次評価を、局長が二次評価を.

By its words alone 部長が is the same on both sides; a reader compares the first item with the first, and the second with the second.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.items import Item, between_commas
from aratame.rewording.lists.side_by_side import side_by_side
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_FEWEST, _MOST = 2, 12
"""Items of a row."""
_LIGHTEST = 2


def parallel(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The items of such rows, side by side; nothing where there is none, or where an item stands whole in another place: then one came in or went."""

    def versions(old: List, new: List) -> bool:
        before, after = ([words[item.start : item.end] for item in items] for words, items in ((sides.before, old), (sides.after, new)))
        if any(not _build(b) or _build(b) != _build(a) for b, a in zip(before, after, strict=True)):
            return False
        return _crossed([_said(words) for words in before], [_said(words) for words in after])

    return side_by_side(sides, hunk, _rows, versions)


def _rows(words: Sequence[Token], start: int, end: int) -> Iterator[List]:
    items = between_commas(words, start, end)
    if _FEWEST <= len(items) <= _MOST:
        yield [Item(*item, "".join([word.key for word in words[slice(*item)]])) for item in items]


def _build(words: Sequence[Token]) -> list[str]:
    """The particles of an item, in order."""
    return [word.key for word in words if word.sort is Sort.PARTICLE]


def _said(words: Sequence[Token]) -> set[str]:
    """What stands between the particles of an item, if it says something."""
    said = [list(run) for particle, run in groupby(words, lambda word: word.sort is Sort.PARTICLE) if not particle]
    return {"".join([word.key for word in each]) for each in said if weight(each) >= _LIGHTEST}


def _crossed(olds: Sequence[set[str]], news: Sequence[set[str]]) -> bool:
    """Whether a phrase of one item stands in another on the other side, and no item does as a whole."""
    places = [(n, m) for n in range(len(olds)) for m in range(len(news)) if n != m]
    return any(olds[n] & news[m] - news[n] for n, m in places) and not any(olds[n] == news[m] for n, m in places)
