"""Amounts side by side in a row of a table: 全面　2,000円 2,500円 3,000円 → 全面　2,500円 3,000円 3,600円.

By its words alone 2,500円 stands on both sides; a reader compares column with column, and every amount went up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token

_FEWEST = 2
"""Amounts of a row at least."""


class _Row(NamedTuple):
    """Where the amounts of a row stand, what they are, and the last word before them."""

    start: int
    end: int
    amounts: tuple[str, ...]
    name: str


def amount_rows(before: Sequence[Token], after: Sequence[Token], hunk: Hunk) -> Iterator[Hunk]:
    """The rows within `hunk` of one name and as many amounts, of which one stands in another column there, in order."""
    olds = list(_rows(before, hunk.b0, hunk.b1))
    if not olds:
        return
    news = list(_rows(after, hunk.a0, hunk.a1))
    n = 0
    for old in olds:
        found = next((m for m in range(n, len(news)) if _versions(old, news[m])), None)
        if found is None:
            continue
        n = found + 1
        if _crossed(old, news[found]):
            yield Hunk(old.start, old.end, news[found].start, news[found].end)


def _rows(words: Sequence[Token], start: int, end: int) -> Iterator[_Row]:
    """Two amounts or more, each parted from the one before by a blank."""
    first = start
    for n in range(start, end + 1):
        goes_on = n < end and words[n].sort is Sort.QUANTITY and (n == first or words[n].broken)
        if goes_on:
            continue
        if n - first >= _FEWEST:
            yield _Row(first, n, tuple(word.key for word in words[first:n]), words[first - 1].key if first else "")
        first = n if n < end and words[n].sort is Sort.QUANTITY else n + 1


def _versions(old: _Row, new: _Row) -> bool:
    """Whether two rows are of one name and have as many columns."""
    return len(old.amounts) == len(new.amounts) and old.name == new.name


def _crossed(old: _Row, new: _Row) -> bool:
    """Whether an amount that changed stands in another column on the other side."""
    pairs = list(zip(old.amounts, new.amounts, strict=True))
    return any(b != a and (b in new.amounts or a in old.amounts) for b, a in pairs)
