"""A row of a list is compared cell by cell: a TAB, or a gap of several blanks, is a border that nothing goes over.

So is one wide blank between short cells of which one is the same on both sides: 主任　1名　事務員　2名 → 主任　2名　事務職員　1名.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_BORDER = lazy(r"\t|(?<=\S)(?:[ 　]{3,}|　{2,})(?=\S)")
_BLANK = lazy(r"(?<=\S)　(?=\S)")
_NO_CELL = frozenset("、。\n\t")
_FEWEST = 3
_LONGEST = 24
"""Cells of such a row at least, and characters of one at most."""


def cells(before: str, b_start: int, after: str, a_start: int) -> Iterator[tuple[str, int, str, int]]:
    """Each cell of two rows, and each border between two, with the offset at which it begins, before and after; the rows begin at `b_start` and `a_start`.

    Texts that are no rows, or rows of different widths, are one cell.
    """
    borders = _borders(before), _borders(after)
    if not (borders[0] or borders[1]) and "　" in before and "　" in after:
        borders = _lined_up(before, after)
    if not borders[0] or len(borders[0]) != len(borders[1]):
        yield before, b_start, after, a_start
        return
    b_at = a_at = 0
    for (b_end, b_next), (a_end, a_next) in zip(*borders, strict=True):
        yield before[b_at:b_end], b_start + b_at, after[a_at:a_end], a_start + a_at
        yield before[b_end:b_next], b_start + b_end, after[a_end:a_next], a_start + a_end
        b_at, a_at = b_next, a_next
    yield before[b_at:], b_start + b_at, after[a_at:], a_start + a_at


def _lined_up(before: str, after: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where single wide blanks part the cells of both rows, if place for place they are versions of one another; else nothing."""
    if not _NO_CELL.isdisjoint(before) or not _NO_CELL.isdisjoint(after):
        return [], []
    olds, news = ([cell for cell in _BLANK.split(text) if cell] for text in (before, after))
    if len(olds) != len(news) or len(olds) < _FEWEST or max(map(len, (*olds, *news))) > _LONGEST:
        return [], []
    kept = {old for old, new in zip(olds, news, strict=True) if old == new}
    changed = [(old, new) for old, new in zip(olds, news, strict=True) if old != new]
    slid = any(old in news and old not in kept for old, _ in changed)
    borders = [[match.span() for match in _BLANK.finditer(text)] for text in (before, after)]
    return (borders[0], borders[1]) if kept and not slid else ([], [])


def _borders(text: str) -> list[tuple[int, int]]:
    """Where the borders of cells stand; none in a text of several lines."""
    row = text.rstrip()
    if "\n" in row or not ("\t" in text or "   " in row or "　　" in row):
        return []
    return [match.span() for match in _BORDER.finditer(text)]
