"""Lists of citations that moved on together: 第四条、第五条及び第七条 → 第五条、第六条及び第八条.

By its words alone 第五条 stands on both sides; a drafter renumbered each place of the list, and none of them stayed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.numerals import AIUEO, IROHA, KANJI_NUMBER, ordinal
from aratame.patterns import lazy
from aratame.rewording.lists.items import LINKS, Item
from aratame.rewording.lists.side_by_side import side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_NUMBER = lazy(rf"\d+|{KANJI_NUMBER}+|(?<![ァ-ヶー])[ア-ン](?![ァ-ヶー])")
_LETTERS = frozenset(IROHA)
_LINKS = LINKS | {Sort.DOT}
_RANGE = frozenset({"から", "まで", "～", "〜"})


def citations(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The places of the lists of which every one moved on by as much, side by side."""
    return side_by_side(sides, hunk, _lists, _shifted)


def _lists(words: Sequence[Token], start: int, end: int) -> Iterator[List]:
    """Two citations or more with what links them."""
    places = [n for n in range(start, end) if words[n].sort is Sort.CITATION or words[n].key in _LETTERS]
    first = 0
    for n in range(1, len(places) + 1):
        if n < len(places) and all(word.sort in _LINKS or word.key in _RANGE for word in words[places[n - 1] + 1 : places[n]]):
            continue
        if n - first > 1:
            yield [Item(at, at + 1, words[at].key) for at in range(places[first], places[n - 1] + 1)]
        first = n


def _shifted(old: List, new: List) -> bool:
    """Whether both lists are linked alike, and one number of every place that has one (not 同条) differs by the same."""
    if any(_NUMBER.sub("", b.key) != _NUMBER.sub("", a.key) for b, a in zip(old, new, strict=True)):
        return False
    numbered = [(b.key, a.key) for b, a in zip(old, new, strict=True) if b.key != a.key or _NUMBER.search(b.key)]
    return len(numbered) > 1 and any(_moved_on([_step(b, a, order) for b, a in numbered]) for order in (IROHA, AIUEO))


def _moved_on(steps: Sequence[int | None]) -> bool:
    """Whether every place moved on, and all by as much."""
    return len(set(steps)) == 1 and steps[0] not in (None, 0)


def _step(before: str, after: str, order: str) -> int | None:
    """By how much the one number differs that does; None where there is none, or another. Letters count in `order`."""
    b, a = ([_value(number, order) for number in _NUMBER.findall(key)] for key in (before, after))
    steps = (
        [new - old if old is not None and new is not None else None for old, new in zip(b, a, strict=True) if old != new]
        if len(b) == len(a)
        else []
    )
    return steps[0] if len(steps) == 1 else None


def _value(number: str, order: str) -> int | None:
    return order.index(number) if number in order else ordinal(number)
