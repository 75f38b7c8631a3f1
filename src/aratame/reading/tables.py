"""Grids of cells → before/after Table: the one place, for every format, that finds the header and gives cells their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Note, Table
    from aratame.reading.options import ReadOptions


class Grid(NamedTuple):
    """One table as a format holds it, before anybody knows what its columns mean.

    `rows`: the cells' texts. None is a cell that its left neighbour covers (colspan); a cell merged downwards is repeated in every row.
    `lines`: where each row stands in the source, from 1 (a line, a sheet's row, …).
    `continues`: without a header of its own it goes on with the table before it (the next page).
    """

    rows: Sequence[Sequence[str | None]]
    lines: Sequence[int]
    continues: bool = False


def from_grid(
    rows: Sequence[Sequence[str | None]],
    *,
    name: str,
    format: str,  # noqa: A002
    length: int,
    lines: Sequence[int] | None = None,
    options: ReadOptions,
    notes: Sequence[Note] = (),
) -> Table | None:
    """`from_grids` of one grid; `lines` counts from 1 where nothing is given."""
    grid = Grid(rows, lines or range(1, len(rows) + 1))
    return from_grids([grid], name=name, format=format, length=length, options=options, notes=notes)


def from_grids(
    grids: Sequence[Grid],
    *,
    name: str,
    format: str,  # noqa: A002
    length: int,
    options: ReadOptions,
    notes: Sequence[Note] = (),
) -> Table | None:
    """The before/after table that the grids hold, rows numbered through; None where they hold none, or a Document is wanted.

    `length` is that of the whole text in code points: where anything may come back, a table that is not most of it is not taken.
    Raises TableError with `options.want == "table"` and no table in sight, two columns that could be one side, or a row whose
    before and after cannot be told apart.
    """
    raise NotImplementedError


def row_document(grids: Sequence[Grid], *, name: str, format: str, notes: Sequence[Note] = ()) -> Document:  # noqa: A002
    """The grids as a Document to be compared row by row: cells parted by a tab, one clause for each row."""
    raise NotImplementedError
