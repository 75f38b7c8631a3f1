"""Lists of citations that moved on together: 第四条、第五条及び第七条 → 第五条、第六条及び第八条.

By its words alone 第五条 stands on both sides; a drafter renumbered each place of the list, and none of them stayed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.numerals import AIUEO, IROHA, KANJI_NUMBER, ordinal
from aratame.patterns import lazy
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token

_NUMBER = lazy(rf"\d+|{KANJI_NUMBER}+|(?<![ァ-ヶー])[ア-ン](?![ァ-ヶー])")
_LETTERS = frozenset(IROHA)
_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION, Sort.DOT})
_RANGE = frozenset({"から", "まで", "～", "〜"})


def shifted_lists(before: Sequence[Token], after: Sequence[Token], hunk: Hunk) -> Iterator[Hunk]:
    """The lists within `hunk` of which every place moved on by as much, in order, as hunks over whole lists of equal length."""
    b_lists = list(_lists(before, hunk.b0, hunk.b1))
    if not b_lists:
        return
    a_lists = list(_lists(after, hunk.a0, hunk.a1))
    b_kept, a_kept = {_keys(before, *run) for run in b_lists}, {_keys(after, *run) for run in a_lists}
    new = [run for run in a_lists if _keys(after, *run) not in b_kept]
    for start, end in (run for run in b_lists if _keys(before, *run) not in a_kept):
        n = next((n for n, run in enumerate(new) if _shifted(before[start:end], after[slice(*run)])), None)
        if n is not None:
            yield Hunk(start, end, *new[n])
            new = new[n + 1 :]


def _lists(words: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two citations or more with what links them."""
    first = last = count = 0
    for n in range(start, end):
        if words[n].sort is Sort.CITATION or words[n].key in _LETTERS:
            first, last, count = (first, n + 1, count + 1) if count else (n, n + 1, 1)
        elif words[n].sort not in _LINKS and words[n].key not in _RANGE:
            if count > 1:
                yield first, last
            count = 0
    if count > 1:
        yield first, last


def _keys(words: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[start:end])


def _shifted(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether both lists are linked alike, and one number of every place that has one (not 同条) differs by the same."""
    if len(before) != len(after) or any(_NUMBER.sub("", b.key) != _NUMBER.sub("", a.key) for b, a in zip(before, after, strict=True)):
        return False
    places = [(b.key, a.key) for b, a in zip(before, after, strict=True) if b.sort is Sort.CITATION or b.key in _LETTERS]
    numbered = [(b, a) for b, a in places if b != a or _NUMBER.search(b)]
    return len(numbered) > 1 and any(_moved_on([_step(b, a, order) for b, a in numbered]) for order in (IROHA, AIUEO))


def _moved_on(steps: Sequence[int | None]) -> bool:
    """Whether every place moved on, and all by as much."""
    return len(set(steps)) == 1 and steps[0] not in (None, 0)


def _step(before: str, after: str, order: str) -> int | None:
    """By how much the one number differs that does; None where there is none, or another. Letters count in `order`."""
    b, a = ([_place(number, order) for number in _NUMBER.findall(key)] for key in (before, after))
    steps = (
        [new - old if old is not None and new is not None else None for old, new in zip(b, a, strict=True) if old != new]
        if len(b) == len(a)
        else []
    )
    return steps[0] if len(steps) == 1 else None


def _place(number: str, order: str) -> int | None:
    return order.index(number) if number in order else ordinal(number)
