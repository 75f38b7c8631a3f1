"""The stages in order: a page that explains the program.

    bytes ─read→ Document / Table ─segment→ clauses ┐
                                                    ├─align→ pairs ─reword→ edits ─classify→ changes ─gather→ Diff
    bytes ─read→ Document / Table ─segment→ clauses ┘

One way; no value is edited after it is made. Two documents and one table share all of it: a table's row is a small pair
of documents, and renames are gathered over all rows.

The stages behind the first line that differs are imported when a difference is met, so that equal texts are answered
without them and without a dictionary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.config import Config
from aratame.model import Change, Diff, Document, RowDiff, Status, Table, TableDiff
from aratame.segmenting import Known, segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from aratame.model import Clause, Rename, Row
    from aratame.sharing import Copy

DEFAULT = Config()


def diff(before: Document | str | Path, after: Document | str | Path, *, config: Config = DEFAULT, two_processes: bool = False) -> Diff:
    """What changed between two versions of one document.

    `before` and `after` are documents, texts (`str`) or files (`Path`). Every clause of either side stands in exactly one
    change of the answer, unchanged ones too. With `two_processes`, where much has changed and a second processor is there, a
    copy of this process finds a part of the edits: the same answer, sooner, for callers that run no threads. Raises `ReadError`
    where a file cannot be read.
    """
    old, new = _document(before), _document(after)
    if not two_processes:
        return _compared(old, new, config)
    from aratame.ahead import helped  # noqa: PLC0415

    with helped(old, new, config) as copy:
        return _compared(old, new, config, copy)


def diff_table(table: Table | str | Path, *, config: Config = DEFAULT) -> TableDiff:
    """What changed in each row of a before/after table, and the renames over all rows.

    `table` is a table, its text (`str`: TSV, CSV, Markdown, HTML, page blocks) or a file (`Path`). Spans count within the
    row's own cells. Raises `ReadError` or `TableError` where a file is no such table.
    """
    from aratame.cells import clauses_of  # noqa: PLC0415  two documents have no cells
    from aratame.checking import check_table  # noqa: PLC0415

    read = _table(table)
    sides = [clauses_of(row) for row in read.rows]
    changes = _changes_in_rows(read.rows, sides, config)
    rows = [RowDiff(row, *clauses, found) for row, clauses, found in zip(read.rows, sides, changes, strict=True)]
    passages = [(row.row.number, row.changes, Document(read.name, row.row.after), row.after_clauses) for row in rows]
    answer = TableDiff(read, tuple(rows), _renames(passages, config))
    return answer._replace(findings=tuple(check_table(answer, config)))


def _compared(old: Document, new: Document, config: Config, copy: Copy | None = None) -> Diff:
    """What changed between two documents. A `copy` of this process may help."""
    known = Known()
    old_clauses, new_clauses = segment(old, known), segment(new, known)
    changes = _changes(old, old_clauses, new, new_clauses, config, copy=copy)
    renames = _renames([(None, changes, new, new_clauses)], config)
    return Diff(old, new, old_clauses, new_clauses, changes, renames)


def _document(given: Document | str | Path) -> Document:
    """The document that was given, as text or as a file."""
    if isinstance(given, Document):
        return given
    if isinstance(given, str):
        return Document("", given)
    from aratame.reading import read  # noqa: PLC0415  a caller with a text needs no reader

    document = read(given, want="document")
    assert isinstance(document, Document)
    return document


def _table(given: Table | str | Path) -> Table:
    """The table that was given, as such, as text or as a file."""
    if isinstance(given, Table):
        return given
    from aratame.reading import read, read_text  # noqa: PLC0415

    table = read_text(given, want="table") if isinstance(given, str) else read(given, want="table")
    assert isinstance(table, Table)
    return table


def _changes(
    before: Document,
    before_clauses: tuple[Clause, ...],
    after: Document,
    after_clauses: tuple[Clause, ...],
    config: Config,
    *,
    copy: Copy | None,
) -> tuple[Change, ...]:
    """Every clause of both sides in exactly one change."""
    if before.text == after.text and before_clauses == after_clauses:
        return _unchanged(before_clauses, after_clauses)
    from aratame.aligned import Side  # noqa: PLC0415
    from aratame.changes import compare  # noqa: PLC0415

    return compare(Side(before.text, before_clauses), Side(after.text, after_clauses), config, copy)


def _changes_in_rows(
    rows: Sequence[Row], sides: Sequence[tuple[tuple[Clause, ...], tuple[Clause, ...]]], config: Config
) -> Iterable[tuple[Change, ...]]:
    """The same for each row of a table."""
    if all(row.before == row.after for row in rows):
        return [_unchanged(*clauses) for clauses in sides]
    from aratame.aligned import Side  # noqa: PLC0415
    from aratame.changes import changes_in_rows  # noqa: PLC0415

    given = [(Side(row.before, old), Side(row.after, new), row.cells.get("item", "")) for row, (old, new) in zip(rows, sides, strict=True)]
    return changes_in_rows(given, config)


def _unchanged(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> tuple[Change, ...]:
    """Equal clauses, each in a change of its own."""
    return tuple(Change(Status.UNCHANGED, (old,), (new,)) for old, new in zip(before, after, strict=True))


def _renames(passages: Sequence[tuple[int | None, tuple[Change, ...], Document, tuple[Clause, ...]]], config: Config) -> tuple[Rename, ...]:
    """The renames over all passages; none where nothing was edited."""
    if not any(change.edits for _, changes, _, _ in passages for change in changes):
        return ()
    from aratame.renames import Passage, gather  # noqa: PLC0415

    return gather([Passage(row, changes, after.text, clauses) for row, changes, after, clauses in passages], config)
