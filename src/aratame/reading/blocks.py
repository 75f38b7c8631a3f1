"""Paragraphs and tables in the order of the text → Document or Table; the last step of Word, PDF and HTML alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Document
from aratame.reading.grids import laid_out, text_lines
from aratame.reading.lists import is_list, line_document
from aratame.reading.tables import Grid, from_grids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from aratame.model import Note, Table
    from aratame.reading.grids import Cell
    from aratame.reading.options import ReadOptions


class TableBlock(NamedTuple):
    """A table as rows of cells; a cell that is merged downwards stands in its first row alone. `unruled` as in `Grid`."""

    rows: Sequence[Sequence[Cell]]
    unruled: AbstractSet[int] = frozenset()


def document_or_table(blocks: Iterable[str | TableBlock], name: str, options: ReadOptions, notes: Sequence[Note]) -> Document | Table:
    """The before/after table that the tables among `blocks` make up, else all blocks as one text.

    A text that is a list of data alone has a clause for each row. A block of text may hold line breaks. In the text a table's row is a
    line of cells with tabs between. A table goes on with the one before it where nothing but blank lines stands between and both are
    equally wide.
    """
    lines: list[str] = []
    grids: list[Grid] = []
    adjacent = False
    for block in blocks:
        if isinstance(block, str):
            adjacent = adjacent and not block.strip()
            lines.extend(block.split("\n"))
            continue
        rows = laid_out(block.rows)
        follows = adjacent and _width(grids[-1].rows) == _width(rows)
        grids.append(Grid(rows, range(len(lines) + 1, len(lines) + 1 + len(rows)), continues=follows, unruled=block.unruled))
        lines.extend(text_lines(block.rows))
        adjacent = True
    text = "".join(line + "\n" for line in lines)
    table = from_grids(grids, name=name, format=options.format, length=len(text), options=options, notes=notes)
    if table is not None:
        return table
    if is_list(grids, lines):
        return line_document([line + "\n" for line in lines], name=name, format=options.format, notes=notes)
    return Document(name, text, options.format, tuple(notes))


def _width(rows: Sequence[Sequence[str | None]]) -> int:
    return max((len(row) for row in rows), default=0)
