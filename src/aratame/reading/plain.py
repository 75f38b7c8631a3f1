"""Decoded text → Document or Table: plain text, Markdown, TSV, CSV.

The readers of tables are imported where a text has the sign that parts their cells: most texts are prose.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from aratame.errors import TableError
from aratame.model import Document
from aratame.reading.recognising import DELIMITERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Table
    from aratame.reading.options import ReadOptions
    from aratame.reading.tables import Grid

SUFFIXES = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".md": "markdown", ".markdown": "markdown"}


def read_text(text: str, name: str, options: ReadOptions, *, input_format: str | None = None) -> Document | Table:
    """A Table or a Document, as `options.want` says; `input_format` is one of "text", "markdown", "csv", "tsv".

    Raises TableError where a table is wanted and there is none, or a row of it cannot be understood.
    """
    form = input_format or SUFFIXES.get(PurePath(name).suffix.lower(), "text")
    seen: list[Grid] = []
    for way in _ways(form, input_format) if options.want != "document" else ():
        try:
            grids = _grids(text, way, name)
        except TableError:
            if options.want == "table" and way == form:
                raise
            continue
        table = _table(grids, text, way, name, options)
        if table is not None:
            return table
        if way != "csv" or way == form or _is_regular(grids):
            seen += grids
    if options.want == "table":
        if "<table" in text.lower():
            return _table_in_markup(text, name, options)
        from aratame.reading.no_table import none_found  # noqa: PLC0415

        raise none_found([grid.rows for grid in seen], name, options)
    return _document(text, form, name)


def _table(grids: Sequence[Grid], text: str, way: str, name: str, options: ReadOptions) -> Table | None:
    """The before/after table that the grids hold. Raises TableError."""
    if not grids:
        return None
    from aratame.reading.tables import find  # noqa: PLC0415

    return find(grids, name=name, format=way, length=len(text), options=options)


def _document(text: str, form: str, name: str) -> Document:
    """The text as a Document, with a clause for each row where it is a list of data."""
    if form in DELIMITERS:
        from aratame.reading import delimited  # noqa: PLC0415

        return delimited.document(text, name, form) or Document(name, text)
    if form != "markdown":
        return Document(name, text, form)
    from aratame.reading import markdown  # noqa: PLC0415

    return markdown.document(text, name) or Document(name, text, form)


def _table_in_markup(text: str, name: str, options: ReadOptions) -> Document | Table:
    """The before/after table that stands in Markdown or text as HTML. Raises TableError."""
    from aratame.reading.html import read_bytes  # noqa: PLC0415  loads lxml

    return read_bytes(text.encode(errors="replace"), name, options._replace(format="html", encoding="utf-8"))


def _is_regular(grids: Sequence[Grid]) -> bool:
    """Whether all rows are as long: a comma in running text parts no cells."""
    return len({len(row) for grid in grids for row in grid.rows}) == 1


def _ways(form: str, told: str | None) -> Iterator[str]:
    """How to look for a table: as the name says, then as the content may be; only the one that the user tells."""
    if told in DELIMITERS:
        yield told
    else:
        yield from dict.fromkeys([form, "markdown", "tsv", "csv"])


def _grids(text: str, way: str, name: str) -> list[Grid]:
    """What may be tables in the text, read that way. Raises TableError."""
    if way == "markdown" and "|" in text:
        from aratame.reading import markdown  # noqa: PLC0415

        return markdown.grids(text)
    if way in DELIMITERS and DELIMITERS[way] in text:
        from aratame.reading import delimited  # noqa: PLC0415

        return delimited.grids(text, way, name)
    return []
