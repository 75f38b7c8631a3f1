"""The JSON of an answer → the values that it was made of: the way back from `json_report`.

An answer holds its reasons, notes and messages in one language, which then stands for both, and only the changes that its report listed: all
of them with `--unchanged`. Texts of documents are not in it, so the caller brings them; they are held against what the answer says.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from aratame.cells import clauses_of
from aratame.errors import ReadError
from aratame.model import (
    Change,
    Clause,
    ClauseKind,
    Diff,
    Document,
    Edit,
    EditKind,
    Excerpt,
    Finding,
    Marker,
    Note,
    Place,
    Rename,
    Row,
    RowDiff,
    Severity,
    Span,
    Spot,
    Status,
    Table,
    TableDiff,
    Words,
)
from aratame.reporting.json_report import SCHEMA_VERSION
from aratame.segmenting import Known, segment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Answer = Mapping[str, Any]

T = TypeVar("T")


def diff_of(answer: Answer | str, before: Document | str, after: Document | str) -> Diff:
    """The `Diff` that the answer of `aratame diff` was made of; `before` and `after` are the two documents or their texts.

    Raises `ReadError` for what is no such answer, and where the answer is about other texts.
    """
    return _read(answer, lambda given: _diff(given, before, after))


def table_diff_of(answer: Answer | str) -> TableDiff:
    """The `TableDiff` that the answer of `aratame table` was made of. Raises `ReadError` for what is no such answer."""
    return _read(answer, _table)


def _read(answer: Answer | str, make: Callable[[Answer], T]) -> T:
    """What `make` makes of the answer; whatever it stumbles over is said in one line."""
    try:
        return make(_parsed(answer))
    except (KeyError, TypeError, ValueError, IndexError) as error:
        what = f"{type(error).__name__}: {error}"
        raise ReadError(f"aratame の JSON の答えではありません（{what}）。", f"not an answer of aratame in JSON ({what}).") from error


def _parsed(answer: Answer | str) -> Answer:
    """The answer as an object. Raises `ValueError` for a version that has other names or meanings."""
    given: Answer = json.loads(answer) if isinstance(answer, str) else answer
    if given["schema_version"] != SCHEMA_VERSION:
        raise ValueError(f"schema_version {given['schema_version']}")
    return given


def _diff(given: Answer, before: Document | str, after: Document | str) -> Diff:
    old, new = _document(given["before"], before), _document(given["after"], after)
    known = Known()
    old_clauses, new_clauses = segment(old, known), segment(new, known)
    changes = _changes(given["changes"], (old.text, old_clauses), (new.text, new_clauses))
    return Diff(old, new, old_clauses, new_clauses, changes, tuple(map(_rename, given["renames"])))


def _table(given: Answer) -> TableDiff:
    source = given["source"]
    rows = tuple(map(_row, given["rows"]))
    table = Table(
        source["name"], source["length"], source["format"], dict(given["columns"]), tuple(row.row for row in rows), _notes(source)
    )
    return TableDiff(table, rows, tuple(map(_rename, given["renames"])), tuple(map(_finding, given["findings"])))


def _document(source: Answer, given: Document | str) -> Document:
    """The document that the answer is about: the text as given, the rest from the answer. Raises `ReadError` for another text."""
    text, outline = (given, None) if isinstance(given, str) else (given.text, given.outline)
    if len(text) != source["length"]:
        raise _other(source["name"])
    return Document(source["name"], text, source["format"], _notes(source), outline)


def _row(given: Answer) -> RowDiff:
    row = Row(given["row"], given["before"], given["after"], dict(given["cells"]), given["location"]["line"])
    before, after = clauses_of(row)
    return RowDiff(row, before, after, _changes(given["changes"], (row.before, before), (row.after, after)))


Side = tuple[str, tuple[Clause, ...]]
"""A text and its clauses."""


def _changes(given: Sequence[Answer], before: Side, after: Side) -> tuple[Change, ...]:
    return tuple(
        Change(
            Status(each["status"]),
            tuple(_clause(clause, before) for clause in each["before"]),
            tuple(_clause(clause, after) for clause in each["after"]),
            tuple(_edit(edit, before[0], after[0]) for edit in each["edits"]),
            each["moved"],
            each["renumbered"],
        )
        for each in given
    )


def _clause(given: Answer, side: Side) -> Clause:
    """The clause that the answer describes, which has to be one of the text's."""
    marker = given["marker"]
    clause = Clause(
        given["index"],
        ClauseKind(given["kind"]),
        Marker(marker["text"], Span(*marker["span"])) if marker else None,
        Span(*given["span"]),
        tuple(given["path"]),
        given["parent"],
        given["depth"],
    )
    if side[1][clause.position] != clause:
        raise _other("".join(clause.path) or str(clause.position))
    return clause


def _edit(given: Answer, before: str, after: str) -> Edit:
    return Edit(
        EditKind(given["kind"]),
        _excerpt(given["before"], before),
        _excerpt(given["after"], after),
        given["substantive"],
        _words(given["reason"]),
    )


def _excerpt(given: Answer, text: str) -> Excerpt:
    """Words and where they stand, which has to be so."""
    span = Span(*given["span"])
    if text[span.start : span.end] != given["text"]:
        raise _other(given["text"])
    return Excerpt(span, given["text"])


def _rename(given: Answer) -> Rename:
    return Rename(
        EditKind(given["kind"]),
        given["before"],
        given["after"],
        given["count"],
        tuple(map(_place, given["places"])),
        tuple(map(_place, given["left_behind"])),
        tuple(given["contradicts"]),
        given.get("still_used", 0),
    )


def _place(given: Answer) -> Place:
    return Place(given["row"], _spot(given["before"]), _spot(given["after"]))


def _spot(given: Answer | None) -> Spot | None:
    return Spot(given["clause"], Span(*given["span"]), given["text"]) if given else None


def _finding(given: Answer) -> Finding:
    return Finding(
        given["rule"], Severity(given["severity"]), given["file"], given["line"], given["column"], given["row"], _words(given["message"])
    )


def _notes(source: Answer) -> tuple[Note, ...]:
    return tuple(Note(note["place"], _words(note["message"])) for note in source["notes"])


def _words(said: str) -> Words:
    """A sentence that is known in one language only."""
    return Words(said, said)


def _other(where: str) -> ReadError:
    return ReadError(f"答えは別の文書のものです（{where}）。", f"the answer is about another document ({where}).")
