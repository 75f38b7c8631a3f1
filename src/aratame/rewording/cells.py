"""A row of a list is compared cell by cell: a TAB is a border that nothing goes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BORDER = "\t"


def cells(before: str, after: str) -> Iterator[tuple[str, int, str, int]]:
    """Each cell of two rows with the offset at which it begins, before and after.

    Texts that are no rows, or rows of different widths, are one cell.
    """
    lines = any("\n" in text.rstrip() for text in (before, after))
    if lines or before.count(_BORDER) != after.count(_BORDER):
        yield before, 0, after, 0
        return
    b_start = a_start = 0
    for b, a in zip(before.split(_BORDER), after.split(_BORDER), strict=True):
        yield b, b_start, a, a_start
        b_start += len(b) + 1
        a_start += len(a) + 1
