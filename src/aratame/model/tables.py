"""A before/after table, and what changed in it."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple, cast

from aratame.model.changes import WAY_BACK, Change, Rename
from aratame.model.findings import Finding
from aratame.model.texts import Clause, Note


class Row(NamedTuple):
    """One row of a before/after table. `cells` has the other columns by role (`item`, `date`, …) or by header text."""

    number: int
    before: str
    after: str
    cells: Mapping[str, str]
    line: int


class Table(NamedTuple):
    """A before/after table. `columns` maps each role to the header that named it."""

    name: str
    length: int
    format: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


class RowDiff(NamedTuple):
    """What changed in one row of a table; spans count within the row's own cells."""

    row: Row
    before_clauses: tuple[Clause, ...]
    after_clauses: tuple[Clause, ...]
    changes: tuple[Change, ...]


class TableDiff(NamedTuple):
    """What changed, row by row, and across the rows."""

    table: Table
    rows: tuple[RowDiff, ...]
    renames: tuple[Rename, ...] = ()
    findings: tuple[Finding, ...] = ()

    @staticmethod
    def from_json(answer: Mapping[str, Any] | str) -> "TableDiff":
        """The value behind the JSON answer of `aratame table`, as with `Diff.from_json`; a row's texts are in the answer."""
        return cast("TableDiff", import_module(WAY_BACK).table_diff_of(answer))
