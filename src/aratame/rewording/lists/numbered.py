"""A row of items that are numbered within the line: 1氏名、2性別、3住所 → 1氏名、2住所.

By its words alone 「2」 stands on both sides; a reader compares item with item by what it names, and sees that 性別 went and 住所 has another number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from aratame.lexing import Sort
from aratame.rewording.lists.items import Item
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.sides import Sides

_FEWEST = 2
"""Items of a row at least."""
_NAMES = frozenset({Sort.NOUN, Sort.PREFIX, Sort.LATIN, Sort.TERM})
_ENDS = frozenset({Sort.STOP, Sort.NUMBER, Sort.COMMA})


def numbered(sides: Sides, _: Hunk) -> Iterator[Hunk]:
    """The items of one name, each with its number."""
    before, after = _row(sides.before, *sides.b), _row(sides.after, *sides.a)
    if min(len(before), len(after)) < _FEWEST:
        return
    for block in Indel.opcodes([item.key for item in before], [item.key for item in after]).as_matching_blocks():
        for old, new in zip(before[block.a : block.a + block.size], after[block.b : block.b + block.size], strict=True):
            yield Hunk(old.start, old.end, new.start, new.end)


def _row(words: Sequence[Token], start: int, end: int) -> List:
    """The longest row of items between two places whose numbers count up by one; the first of several."""
    best: List = []
    row: List = []
    for item in _items(words, start, end):
        row = [*row, item] if row and _follows(words, row[-1], item) else [item]
        best = max(best, row, key=len)
    return best


def _follows(words: Sequence[Token], last: Item, item: Item) -> bool:
    """Whether an item is the next one: nothing but a 、 stands before it."""
    parted = item.start == last.end or (item.start == last.end + 1 and words[last.end].sort is Sort.COMMA)
    return parted and int(words[last.start].key) + 1 == int(words[item.start].key)


def _items(words: Sequence[Token], start: int, end: int) -> Iterator[Item]:
    """Every number with a name right behind it, up to the 、 or the blank behind the name."""
    for n in range(start, end - 1):
        if words[n].sort is not Sort.NUMBER or not words[n].key.isdecimal() or words[n + 1].broken or words[n + 1].sort not in _NAMES:
            continue
        last = next((m for m in range(n + 2, end) if words[m].sort in _ENDS or words[m].broken), end)
        yield Item(n, last, "".join([word.key for word in words[n + 1 : last]]))
