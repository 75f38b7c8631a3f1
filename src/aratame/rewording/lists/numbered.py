"""A row of items that are numbered within the line: 1氏名、2性別、3住所 → 1氏名、2住所.

By its words alone 「2」 stands on both sides; a reader compares item with item by what it names, and sees that 性別 went and 住所 has another number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from aratame.lexing import Sort
from aratame.numerals import ordinal
from aratame.rewording.lists.items import Item
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.sides import Sides

NUMBERS = frozenset({Sort.NUMBER, Sort.MARKER})
_FEWEST = 2
"""Items of a row at least."""
_NAMES = frozenset({Sort.NOUN, Sort.PREFIX, Sort.LATIN, Sort.TERM})
_ENDS = NUMBERS | {Sort.STOP, Sort.COMMA}


class _Numbered(NamedTuple):
    """An item, what its number counts, and where all that is said in it ends."""

    item: Item
    value: int
    end: int


def numbered(sides: Sides, _: Hunk) -> list[Hunk]:
    """The items of one name, each with its number."""
    before, after = _row(sides.before, *sides.b), _row(sides.after, *sides.a)
    if min(len(before), len(after)) < _FEWEST:
        return []
    blocks = Indel.opcodes([item.key for item in before], [item.key for item in after]).as_matching_blocks()
    same = [(before[block.a + n], after[block.b + n]) for block in blocks for n in range(block.size)]
    return [Hunk(old.start, old.end, new.start, new.end) for old, new in same]


def _row(words: Sequence[Token], start: int, end: int) -> List:
    """The longest row of items between two places whose numbers count up by one; the first of several."""
    best: list[_Numbered] = []
    row: list[_Numbered] = []
    for each in _items(words, start, end):
        row = [*row, each] if row and row[-1].end == each.item.start and row[-1].value + 1 == each.value else [each]
        best = max(best, row, key=len)
    return [each.item for each in best]


def _items(words: Sequence[Token], start: int, end: int) -> Iterator[_Numbered]:
    """Every number with a name right behind it; what is said in the item goes on to behind the 、, or to the blank or the next number."""
    for n in range(start, end - 1):
        number = ordinal(words[n].key.strip("()（）")) if words[n].sort in NUMBERS else None
        if number is None or words[n + 1].sort not in _NAMES or (words[n].sort is Sort.NUMBER and words[n + 1].broken):
            continue
        last = next((m for m in range(n + 2, end) if words[m].sort in _ENDS or words[m].broken), end)
        named = next((m for m in range(n + 2, last) if words[m].sort is Sort.PARTICLE and words[m].key != "の"), last)
        comma = last < end and words[last].sort is Sort.COMMA
        yield _Numbered(Item(n, named, "".join([word.key for word in words[n + 1 : named]])), number, last + comma)
