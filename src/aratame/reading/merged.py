"""Rows in which cells of a side are merged, or that no rule parts → rows that can be compared one by one.

A cell that is merged downwards on one side only stands beside several cells of the other side. Compared with each of them, it would be
missing and added over and over:

    新                      旧
    第２条　…              第２条　…
    ２　…                  ------------
    (the same cell)         ２　…             ← one row: 第２条　…⏎２　… on both sides

So would be the halves of a row that was laid out as two, to have what belongs together at one height: they have no rule between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Note, Words
from aratame.reading.grids import Repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from aratame.reading.columns import Columns

    Row = Sequence[str | None]

_BEGINNING = ("item", "date", "timing")
"""Roles of columns in which only the first of rows that are one has anything to say."""
_SAID = 10
"""Places that a note lists at most."""


class Run(NamedTuple):
    """Rows that are one, and the lines of the first and the last; `merged` where a cell says so."""

    rows: list[Row]
    first: int
    last: int
    merged: bool = False


def put_together(
    rows: Sequence[Row], lines: Sequence[int], columns: Columns, unruled: AbstractSet[int]
) -> tuple[list[tuple[Row, int]], list[Note]]:
    """Each row with its line; those that are one as one, their cells below one another, and a note on those whose cells are merged.

    `unruled`: the rows without a rule above. Where no row has one, rules tell nothing; nor do they beside an item of the row's own.
    """
    told = any(row not in unruled for row in range(1, len(rows)))
    runs: list[Run] = []
    for number, (row, line) in enumerate(zip(rows, lines, strict=True)):
        merged = any(side < len(row) and isinstance(row[side], Repeated) for side in (columns.before, columns.after))
        if runs and (merged or (told and number in unruled and not _begins(row, columns))):
            runs[-1].rows.append(row)
            runs[-1] = runs[-1]._replace(last=line, merged=runs[-1].merged or merged)
        else:
            runs.append(Run([row], line, line))
    return [(_joined(run.rows), run.first) for run in runs], list(_note([run for run in runs if run.merged]))


def _begins(row: Row, columns: Columns) -> bool:
    """Whether a row says for itself what it is about."""
    own = (row[column] for role, column in columns.others.items() if role in _BEGINNING and column < len(row))
    return any(cell and cell.strip() and not isinstance(cell, Repeated) for cell in own)


def _joined(rows: Sequence[Row]) -> Row:
    """One row of several: in each column what stands there, each cell once."""
    if len(rows) == 1:
        return rows[0]
    return [_cell([row[column] for row in rows if column < len(row)]) for column in range(max(map(len, rows)))]


def _cell(pieces: Row) -> str | None:
    if all(piece is None for piece in pieces):
        return None
    own = [piece for place, piece in enumerate(pieces) if piece and piece.strip() and not (place and isinstance(piece, Repeated))]
    return "\n".join(own)


def on_both_sides(row: Row, columns: Columns) -> Row:
    """The row, with a cell that reaches over both sides (（略）, 変更なし) standing on each of them."""
    left, right = sorted((columns.before, columns.after))
    if right - left != 1 or right >= len(row) or row[right] is not None or not row[left]:
        return row
    return [*row[:right], row[left], *row[right + 1 :]]


def _note(runs: Sequence[Run]) -> Iterator[Note]:
    """What to say about rows that were put together."""
    if runs:
        places = [f"{run.first}-{run.last}" for run in runs[:_SAID]] + ["…"] * (len(runs) > _SAID)
        yield Note(
            ", ".join(places),
            Words(
                f"ファイルの{'、'.join(places)}行目は、新旧の欄のセルが縦に結合されているので、一つの行として読みました。",
                f"Lines {', '.join(places)} of the file: a cell of a side is merged downwards; read as one row.",
            ),
        )
