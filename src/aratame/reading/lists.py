"""Tables without a before and an after side: a text of which each row is a clause, to be compared row by row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.model import Clause, ClauseKind, Document, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Note
    from aratame.reading.tables import Grid

ARTICLE = re.compile(r"\s*第[0-9０-９〇一二三四五六七八九十百千]+[編章節款条]")
TITLE_LINES = 2
"""Lines beside a table that leave it the only thing on the page: its title and its date or unit."""


def is_list(grids: Sequence[Grid], lines: Sequence[str]) -> bool:
    """Whether nothing but tables and a title stands there, and they are data to be compared row by row.

    A cell of several lines is prose, and rows that begin with 第３条 are an ordinance that was laid out with a table.
    """
    rows = [[cell or "" for cell in row] for grid in grids for row in grid.rows]
    beside = sum(bool(line.strip()) for line in lines) - len(rows)
    prose = any("\n" in cell for row in rows for cell in row) or any(row and ARTICLE.match(row[0]) for row in rows)
    return len(rows) > 1 and beside <= TITLE_LINES and not prose


def line_document(lines: Sequence[str], *, name: str, format: str, notes: Sequence[Note] = ()) -> Document:  # noqa: A002
    """A Document of these pieces, one clause for each; an empty one belongs to the clause before it, the first ones to the first."""
    clauses: list[Clause] = []
    start = end = 0
    for line in lines:
        if line.strip() and end > start:
            clauses.append(_text_clause(len(clauses), start, end))
            start = end
        end += len(line)
    clauses.append(_text_clause(len(clauses), start, end))
    return Document(name, "".join(lines), format, tuple(notes), tuple(clauses))


def _text_clause(position: int, start: int, end: int) -> Clause:
    return Clause(position, ClauseKind.TEXT, None, Span(start, end), (), None, 0)
