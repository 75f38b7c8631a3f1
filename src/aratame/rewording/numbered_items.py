"""A row of items that are numbered within the line: 1氏名、2性別、3住所 → 1氏名、2住所.

By its words alone 「2」 stands on both sides; a reader compares item with item by what it names, and sees that 性別 went and 住所 has another number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides

_FEWEST = 2
_NAMES = frozenset({Sort.NOUN, Sort.PREFIX, Sort.LATIN, Sort.TERM})
_NUMBER = Sort.NUMBER  # an enum looks a member up by a call
_ENDS = frozenset({Sort.STOP, Sort.NUMBER})


class _Item(NamedTuple):
    """An item: where its number stands, where its name ends, where the 、 behind it ends, and its name."""

    start: int
    name_end: int
    end: int
    name: str


def numbered_items(sides: Sides, changed: Hunk) -> tuple[Hunk, list[Hunk]] | None:
    """The rows of both sides and what differs in them, in order; None where `changed`, all that differs, has no number with a name behind it."""
    words = (*sides.before[max(0, changed.b0 - 1) : changed.b1], *sides.after[max(0, changed.a0 - 1) : changed.a1])
    if _NUMBER not in [word.sort for word in words]:  # nearly all that changes has none
        return None
    before, after = _row(sides.before, *sides.b), _row(sides.after, *sides.a)
    if min(len(before), len(after)) < _FEWEST or {item.name for item in before}.isdisjoint(item.name for item in after):
        return None
    row = Hunk(before[0].start, before[-1].end, after[0].start, after[-1].end)
    return row, list(_differences(sides, before, after))


def _row(words: Sequence[Token], start: int, end: int) -> list[_Item]:
    """The longest row of items between two places whose numbers count up by one; the first of several."""
    best: list[_Item] = []
    row: list[_Item] = []
    for item in _items(words, start, end):
        follows = row and row[-1].end == item.start and int(words[row[-1].start].key) + 1 == int(words[item.start].key)
        row = [*row, item] if follows else [item]
        best = max(best, row, key=len)
    return best


def _items(words: Sequence[Token], start: int, end: int) -> Iterator[_Item]:
    """Every number with a name right behind it, up to the 、 or the blank behind the name."""
    for n in range(start, end - 1):
        if words[n].sort is not _NUMBER or not words[n].key.isdecimal() or words[n + 1].broken or words[n + 1].sort not in _NAMES:
            continue
        last = n + 1
        while last < end and words[last].sort not in _ENDS and words[last].sort is not Sort.COMMA and not words[last].broken:
            last += 1
        comma = last < end and words[last].sort is Sort.COMMA
        yield _Item(n, last, last + comma, "".join(word.key for word in words[n + 1 : last]))


def _differences(sides: Sides, before: Sequence[_Item], after: Sequence[_Item]) -> Iterator[Hunk]:
    """What stands between the items that both sides name, and of those their number and the 、 behind, where they differ."""
    b_at, a_at = before[0].start, after[0].start
    for block in Indel.opcodes([item.name for item in before], [item.name for item in after]).as_matching_blocks():
        for one, other in zip(before[block.a : block.a + block.size], after[block.b : block.b + block.size], strict=True):
            if b_at < one.start or a_at < other.start:
                yield Hunk(b_at, one.start, a_at, other.start)
            if sides.before[one.start].key != sides.after[other.start].key:
                yield Hunk(one.start, one.start + 1, other.start, other.start + 1)
            b_at, a_at = one.name_end, other.name_end
            if one.end - b_at == other.end - a_at:
                b_at, a_at = one.end, other.end
    if b_at < before[-1].end or a_at < after[-1].end:
        yield Hunk(b_at, before[-1].end, a_at, after[-1].end)
