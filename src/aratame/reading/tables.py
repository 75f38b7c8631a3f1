"""Grids of cells → before/after Table: the one place, for every format, that finds the header and gives cells their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import TableError
from aratame.model import Note, Row, Table, Words
from aratame.reading.columns import Columns, names_sides_again, of_header, repeats_header
from aratame.reading.languages import are_two_languages
from aratame.reading.merged import on_both_sides, put_together
from aratame.reading.no_table import none_found, two_languages
from aratame.reading.rows import Cells, Placed, notes_on, placed
from aratame.reading.sideways import bands

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aratame.reading.options import ReadOptions

_LINES_SAID = 10
"""Lines that a note lists at most."""


class Grid(NamedTuple):
    """One table as a format holds it, before anybody knows what its columns mean.

    `rows`: the cells' texts. None is a cell that its left neighbour covers (colspan); a cell merged downwards is `Repeated` in every row.
    `lines`: where each row stands in the source, from 1 (a line, a sheet's row, …).
    `continues`: without a header of its own it goes on with the table before it (the next page).
    `unruled`: the rows, from 0, that no rule parts from the row above them.
    """

    rows: Sequence[Sequence[str | None]]
    lines: Sequence[int]
    continues: bool = False
    unruled: AbstractSet[int] = frozenset()


class _Header(NamedTuple):
    """A header row: what its columns are, its own cells, and where its data begin."""

    columns: Columns
    cells: Sequence[str | None]
    first: int


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
    table = find(grids, name=name, format=format, length=length, options=options, notes=notes)
    if table is None and options.want == "table":
        raise none_found([grid.rows for grid in grids], name, options)
    return table


def find(
    grids: Sequence[Grid],
    *,
    name: str,
    format: str,  # noqa: A002
    length: int,
    options: ReadOptions,
    notes: Sequence[Note] = (),
) -> Table | None:
    """As `from_grids`, but None where there is no table, whatever is wanted.

    Only where a table is wanted may its sides be rows: a form in which somebody writes 変更前 and 変更後 is a document.
    """
    if options.want == "document":
        return None
    try:
        table = _joined(grids, name=name, format=format, length=length, options=options, notes=notes)
        if table is None and options.want == "table":
            upright = [band for grid in grids for band in _upright(grid, options)]
            table = _joined(upright, name=name, format=format, length=length, options=options, notes=notes)
    except TableError:
        if options.want == "table":
            raise
        return None  # a text in which some line reads like a header is still a document
    return table if options.want == "table" or table is None or 2 * _size(table) >= length else None


def _joined(
    grids: Sequence[Grid],
    *,
    name: str,
    format: str,  # noqa: A002
    length: int,
    options: ReadOptions,
    notes: Sequence[Note],
) -> Table | None:
    """The rows of all grids under their headers. Raises TableError."""
    header: _Header | None = None
    columns: dict[str, str] = {}
    rows: list[Row] = []
    said = list(notes)
    for grid in grids:
        own = _header(grid, options, name, next_page=grid.continues and header is not None)
        header = own or (header if grid.continues else None)
        if header is None:
            continue
        columns |= {role: text for role, text in header.columns.headers.items() if role not in columns}
        found, filled = _rows(grid, own.first if own else 0, header, name, len(rows))
        rows += found
        said += filled
    if not columns:
        return None
    if options.before_column is None and options.after_column is None and are_two_languages((row.before, row.after) for row in rows):
        raise two_languages(name)
    return Table(name, length, format, columns, tuple(rows), tuple(said))


def _upright(grid: Grid, options: ReadOptions) -> Iterator[Grid]:
    """What a grid holds whose sides are rows."""
    for first, rows in bands(grid.rows, options):
        yield Grid(rows, [grid.lines[first]] * len(rows))


def _header(grid: Grid, options: ReadOptions, name: str, *, next_page: bool) -> _Header | None:
    """The first row that names both sides; on a next page only the row at the top, for those below are data.

    An empty header cell has the text of the cell above it (変更内容 over 変更前 and 変更後); a row below that only names the sides
    again (旧 and 新) belongs to the header.
    """
    above: Cells = ()
    for index, row in enumerate(grid.rows[:1] if next_page else grid.rows):
        cells = _texts(row)
        columns = of_header(cells, options, name)
        if columns is not None:
            title = sum(bool(cell.strip()) for cell in above) < 2
            full = cells if title else tuple(cell if cell.strip() else _at(above, column) for column, cell in enumerate(cells))
            below = index + 1
            again = below < len(grid.rows) and names_sides_again(_texts(grid.rows[below]), row, columns)
            return _Header(of_header(full, options, name) or columns, row, below + again)
        above = cells
    return None


def _rows(grid: Grid, first: int, header: _Header, name: str, number: int) -> tuple[list[Row], list[Note]]:
    """The grid's rows from the one at `first`, numbered on from `number`, and what is to be said about them.

    A side heading gives the item to the rows below it that have none; a row that says nothing on either side is not counted.
    """
    columns = header.columns
    alone = all(len(row) == 1 for row in grid.rows)
    headings: dict[int, str] = {}
    uncounted: list[int] = []
    data: list[Placed] = []
    rows_below, said = put_together(grid.rows[first:], grid.lines[first:], columns, {row - first for row in grid.unruled})
    for row, line in rows_below:
        heading = _side_heading(row, columns, alone=alone)
        cells = _under(header.cells, on_both_sides(row, columns))
        if heading is not None:
            headings[len(data)] = heading
            uncounted.append(line)
        elif any(cell.strip() for cell in cells) and not repeats_header(cells, columns):
            data.append(Placed(cells, line))
    full, moved = placed(data, columns, max(len(header.cells), columns.width), name)
    uncounted += [line for cells, line in full if _is_silent(cells, columns)]
    rows = list(_numbered(full, headings, columns, number))
    notes = notes_on(moved, columns, {row.line: row.number for row in rows})
    return rows, [*said, *notes, *_uncounted_note(uncounted)]


def _side_heading(row: Sequence[str | None], columns: Columns, *, alone: bool) -> str | None:
    """The text of a row that is one cell: over all columns or both sides, or alone on its line where that cannot be the rest of a row.

    With two columns a single cell may be a side whose other side is empty, unless nothing else stands on the page (`alone`).
    """
    filled = [cell for cell in row if cell is not None]
    if on_both_sides(row, columns) is not row:
        filled = [cell for cell in filled if cell.strip()]
    if len(filled) != 1 or not filled[0].strip():
        return None
    return filled[0].strip() if alone or len(row) > 1 or columns.width > 2 else None


def _numbered(rows: Sequence[Placed], headings: Mapping[int, str], columns: Columns, number: int) -> Iterator[Row]:
    """Rows with their cells by role, numbered on from `number`; `headings` are keyed by the row that they stand over."""
    named = {columns.before, columns.after, *columns.others.values()}
    heading = ""
    for index, (cells, line) in enumerate(rows):
        heading = headings.get(index, heading)
        if _is_silent(cells, columns):
            continue
        number += 1
        others = {role: cells[column] for role, column in columns.others.items()}
        others |= {f"列{column + 1}": cell for column, cell in enumerate(cells) if column not in named and cell.strip()}
        if heading and not others.get("item", "").strip():
            others["item"] = heading
        yield Row(number, cells[columns.before], cells[columns.after], others, line)


def _is_silent(cells: Cells, columns: Columns) -> bool:
    return not cells[columns.before].strip() and not cells[columns.after].strip()


def _uncounted_note(lines: Sequence[int]) -> Iterator[Note]:
    """What to say about lines that are no rows."""
    if lines:
        place = ", ".join(map(str, sorted(lines)[:_LINES_SAID])) + (", …" if len(lines) > _LINES_SAID else "")
        ja = f"ファイルの{place.replace(', ', '、')}行目は変更前・変更後の記載がないので、行に数えていません。"
        yield Note(place, Words(ja, f"Line {place} of the file: nothing stands on either side; not counted as a row."))


def _size(table: Table) -> int:
    """Code points in the rows and the header."""
    cells = sum(len(row.before) + len(row.after) + sum(map(len, row.cells.values())) for row in table.rows)
    return cells + sum(map(len, table.columns.values()))


def _texts(row: Sequence[str | None]) -> Cells:
    return tuple(cell or "" for cell in row)


def _under(header: Sequence[str | None], row: Sequence[str | None]) -> Cells:
    """The cells' texts, those under one header over several columns (None in `header`) joined in the first of these columns."""
    cells = list(_texts(row))
    for column in range(min(len(cells), len(header)) - 1, 0, -1):
        if header[column] is None and cells[column].strip():
            cells[column - 1 : column + 1] = ["　".join(cell for cell in cells[column - 1 : column + 1] if cell.strip()), ""]
    return tuple(cells)


def _at(cells: Cells, column: int) -> str:
    return cells[column] if column < len(cells) else ""
