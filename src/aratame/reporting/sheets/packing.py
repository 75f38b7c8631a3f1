"""A row of a sheet → rows that Excel can show.

A row of Excel is at most 409 points high and a cell holds 32,767 letters. A longer row goes on in the next one, cut at a place where both
columns may be cut, without a rule between; and so does one in which what belongs together would not stand at one height.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from aratame.reporting.sheets.sheet import Run, cell_text, columns_wide, joined, line_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.reporting.sheets.sheet import Cell, Part, Row

HIGHEST = 29
"""Lines of a row: no more than the 409 points that Excel shows."""
LONGEST = 30_000
"""Letters of a cell, less than the 32,767 that Excel takes."""


def packed(row: Row, widths: list[int]) -> Iterator[Part]:
    """The parts of a row, as many together as one row of Excel can show without what belongs together losing its one height."""
    pending: list[Part] = []
    for part in row:
        if pending and not (_level(joined(tuple(pending)), part, widths) and _fits(joined((*pending, part)), widths)):
            yield from _divided(joined(tuple(pending)), widths)
            pending = []
        pending.append(part)
    if pending:
        yield from _divided(joined(tuple(pending)), widths)


def _level(above: Part, part: Part, widths: list[int]) -> bool:
    """Whether all cells of a part begin at one height below what stands above them; an empty one may begin anywhere."""
    heights = {height(cell, width) for cell, below, width in zip(above, part, widths, strict=True) if below}
    return len(heights) <= 1 and heights <= {max(height(cell, width) for cell, width in zip(above, widths, strict=True))}


def _divided(part: Part, widths: list[int]) -> Iterator[Part]:
    """A part that no row can show, cut between and in lines."""
    if _fits(part, widths):
        yield part
        return
    columns = [list(_pieces(cell, width)) for cell, width in zip(part, widths, strict=True)]
    for at in range(max(map(len, columns))):
        yield tuple(pieces[at] if at < len(pieces) else () for pieces in columns)


def _pieces(cell: Cell, width: int) -> Iterator[Cell]:
    """A cell in pieces of which each fits a row."""
    room = HIGHEST * width // 2
    pending: list[tuple[Run, ...]] = []
    for line in cell:
        for piece in _short(line, room):
            if pending and not _fits(((*pending, piece),), [width]):
                yield tuple(pending)
                pending = []
            pending.append(piece)
    if pending:
        yield tuple(pending)


def _short(line: tuple[Run, ...], room: int) -> Iterator[tuple[Run, ...]]:
    """A line in stretches of `room` letters at most, each to the end of a sentence or phrase where one ends in its last quarter."""
    text = line_text(line)
    letters = [Run(letter, run.changed) for run in line for letter in run.text]
    start = 0
    while len(text) - start > room:
        ends = (text.rfind(stop, start + room * 3 // 4, start + room) + 1 for stop in "。、")
        end = next(filter(None, ends), start + room)
        yield tuple(_regrouped(letters[start:end]))
        start = end
    yield tuple(_regrouped(letters[start:])) if start else line


def _regrouped(letters: list[Run]) -> Iterator[Run]:
    """Letters of one mark as one run."""
    for changed, runs in groupby(letters, key=lambda run: run.changed):
        yield Run("".join(run.text for run in runs), changed)


def _fits(part: Part, widths: list[int]) -> bool:
    """Whether one row of Excel shows it all."""
    return all(len(cell_text(cell)) <= LONGEST and height(cell, width) <= HIGHEST for cell, width in zip(part, widths, strict=True))


def height(cell: Cell, width: int) -> int:
    """Lines that a cell takes, with two letters of each left free for what may not stand at the end or the beginning of a line."""
    return sum(max(1, -(-columns_wide(line_text(line)) // (width - 2))) for line in cell)
