"""Cells with row and column spans → a rectangular grid of texts; shared by Word, HTML and law XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 1_000
"""Columns that a grid may have: a written colspan of millions must not become memory."""


class Cell(NamedTuple):
    """A cell as its format states it."""

    text: str
    rows: int = 1
    columns: int = 1


def laid_out(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The grid: each cell's text at its upper left place, the other places that it covers empty.

    Rows have as many places as they reach; places beyond `WIDEST` columns are dropped.
    """
    grid: list[list[str]] = []
    covered: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            _skip(line, covered)
            for offset in range(min(cell.columns, WIDEST - len(line))):
                if cell.rows > 1:
                    below[len(line)] = cell.rows - 1
                line.append("" if offset else cell.text)
        _skip(line, covered)
        grid.append(line)
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | below
    return grid


def _skip(line: list[str], covered: dict[int, int]) -> None:
    """Leave the places empty that a cell of a row above covers."""
    while covered.get(len(line)):
        line.append("")


def row_line(row: Sequence[str]) -> str:
    """A row as one line of text: cells with a tab between, line breaks in a cell as blanks."""
    return "\t".join(" ".join(cell.split("\n")) for cell in row).rstrip("\t")
