"""Cells with row and column spans → a rectangular grid of texts, or lines of text; shared by Word, HTML and law XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDEST = 1_000
"""Columns behind which a cell covers one place only: a written colspan of millions must not become memory."""

LARGEST = 2_000_000
"""Cells of a grid that is made rectangular: one wide row among a million short ones must not become memory."""

LONGEST_SPAN = 65_534
"""Rows that a cell may cover: what HTML allows."""


class Repeated(str):
    """A cell's text in a row below the one where the cell begins: it is merged downwards."""

    __slots__ = ()


class Cell(NamedTuple):
    """A cell as its format states it."""

    text: str
    rows: int = 1
    columns: int = 1


def laid_out(rows: Iterable[Sequence[Cell]], *, once: bool = False) -> list[list[str | None]]:
    """The grid as `tables.Grid` wants it: a cell merged downwards `Repeated` in every row, None where the left neighbour covers.

    With `once` the places below a cell are empty. What a row lacks, it lacks at its end (`padded`).
    """
    grid: list[list[str | None]] = []
    above: dict[int, tuple[int, str | None]] = {}
    for row in rows:
        line: list[str | None] = []
        below: dict[int, tuple[int, str | None]] = {}
        for cell in row:
            _fill(line, above)
            for offset in range(min(cell.columns, max(1, WIDEST - len(line)))):
                text = None if offset else cell.text
                if cell.rows > 1:
                    below[len(line)] = (cell.rows - 1, text if text is None else "" if once else Repeated(text))
                line.append(text)
        _fill(line, above)
        grid.append(line)
        above = {column: (left - 1, text) for column, (left, text) in above.items() if left > 1} | below
    return padded(grid)


def padded(grid: list[list[str | None]]) -> list[list[str | None]]:
    """The rows, those that are too short with empty cells at their end; a grid larger than `LARGEST` is left as it is."""
    width = max(map(len, grid), default=0)
    if width * len(grid) > LARGEST:
        return grid
    return [row + [""] * (width - len(row)) for row in grid]


def _fill(line: list[str | None], above: dict[int, tuple[int, str | None]]) -> None:
    """Put down what cells of rows above cover here."""
    while len(line) in above:
        line.append(above[len(line)][1])


def text_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """A table as lines of text: a line a row, a tab between cells, line breaks in a cell as blanks, each cell once."""
    grid = laid_out(rows, once=True)
    return ["\t".join(" ".join(cell.splitlines()) for cell in row if cell is not None).rstrip("\t") for row in grid]


def span(said: str | None) -> int:
    """How many rows or columns a cell covers, as its attribute says it; 1 where it says nothing sensible."""
    return min(max(1, int(said)), LONGEST_SPAN) if said and said.isascii() and said.isdigit() and len(said) < 10 else 1
