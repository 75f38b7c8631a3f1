"""A row of a list is compared cell by cell: a TAB, or a gap of several blanks, is a border that nothing goes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_BORDER = lazy(r"\t|(?<=\S)(?:[ 　]{3,}|　{2,})(?=\S)")


def cells(before: str, b_start: int, after: str, a_start: int) -> Iterator[tuple[str, int, str, int]]:
    """Each cell of two rows, and each border between two, with the offset at which it begins, before and after; the rows begin at `b_start` and `a_start`.

    Texts that are no rows, or rows of different widths, are one cell.
    """
    borders = _borders(before), _borders(after)
    if not borders[0] or len(borders[0]) != len(borders[1]):
        yield before, b_start, after, a_start
        return
    b_at = a_at = 0
    for (b_end, b_next), (a_end, a_next) in zip(*borders, strict=True):
        yield before[b_at:b_end], b_start + b_at, after[a_at:a_end], a_start + a_at
        yield before[b_end:b_next], b_start + b_end, after[a_end:a_next], a_start + a_end
        b_at, a_at = b_next, a_next
    yield before[b_at:], b_start + b_at, after[a_at:], a_start + a_at


def _borders(text: str) -> list[tuple[int, int]]:
    """Where the borders of cells stand; none in a text of several lines."""
    row = text.rstrip()
    if "\n" in row or not ("\t" in text or "   " in row or "　　" in row):
        return []
    return [match.span() for match in _BORDER.finditer(text)]
