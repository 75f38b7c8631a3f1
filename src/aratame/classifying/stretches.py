"""Spans made longer by what they are part of: a citation, a date, an amount."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

REACH = 60
"""How far, in code points, the rest of a citation, a date or a predicate is looked for on either side of a place."""
_AHEAD = 8
"""How far a pattern may look beyond what it finds."""
_BLANKS = "".join(
    map(chr, (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
)
COMMON = frozenset(f"{string.ascii_letters}{string.digits}０１２３４５６７８９{_BLANKS}")
"""What a pattern writes as a class: letters, figures and white space."""


class Finder(NamedTuple):
    """What finds stretches of one sort.

    `find` gives, for a text and two places in it, the stretches between them, in order; `signs` are all that such stretches are written
    with, `written` the same in a row, and `needs` signs of which each stretch has one.
    """

    find: Callable[[str, int, int], Iterable[tuple[int, int]]]
    signs: frozenset[str]
    written: str
    needs: frozenset[str]


def finder(pattern: re.Pattern[str], needs: Iterable[str]) -> Finder:
    """What finds the matches of a pattern that names all its signs, but for letters, figures and white space."""
    return finds(lambda text, start, end: (match.span() for match in pattern.finditer(text, start, end)), needs, pattern.pattern)


def finds(find: Callable[[str, int, int], Iterable[tuple[int, int]]], needs: Iterable[str], *signs: Iterable[str]) -> Finder:
    """What finds stretches by `find`, which are written with `signs` beside letters, figures and white space, one of `needs` among them."""
    written = COMMON.union(*signs)
    return Finder(find, written, "".join(sorted(written)), frozenset(needs))


def widen(finder: Finder, text: str, span: Span) -> Span:
    """`span` with all found that overlaps it; where it is empty, with what holds its place inside.

    What is found does not go beyond the run of its signs in which it stands and has one of the signs that it needs, so most words are told
    without being searched.
    """
    start, end = span
    if finder.signs.isdisjoint(text[start:end] if start < end else text[start : start + 1]):
        return span
    low, last_place = max(0, start - REACH), min(len(text), end + REACH)
    low += len(text[low:start].rstrip(finder.written))
    high = last_place - len(text[end:last_place].lstrip(finder.written))
    high = min(high + _AHEAD, last_place)
    if finder.needs.isdisjoint(text[low:high]):
        return span
    begin, stop = span
    for first, last in finder.find(text, low, high):
        if first >= stop:
            break
        if last > begin:
            start, end = min(start, first), max(end, last)
    return Span(start, end)
