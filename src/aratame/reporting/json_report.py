"""What was found → JSON, as the contract gives it. The only place that knows its keys; `schema/` describes them.

Every function makes the JSON text of a value from the texts of its parts. A statute has tens of thousands of clauses: what there are so
many of is written as it will stand, without dictionaries for an encoder to walk through once more.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from aratame.model import EditKind, Status
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.history import FileDiff, RepositoryDiff
    from aratame.model import Change, Clause, Diff, Document, Edit, Excerpt, Finding, Marker, Note, Place, Rename, RowDiff, Spot, TableDiff
    from aratame.reporting import Wishes

SCHEMA_VERSION = 1
Json = str
"""A value as JSON."""

_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Any plain value → JSON. Characters stand as they are, so that an officer's editor can search for them."""
_TOLD = ("false", "true")
_ESCAPED = lazy("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Legal in JSON but for the surrogates; escaped so that an answer printed to a terminal cannot command it or turn its text."""


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """The answer of `diff`."""
    return _text(_diff(diff, wishes))


def repository_report(answer: RepositoryDiff, wishes: Wishes) -> str:
    """The answer of `diff --git` and `diff --staged`."""
    shown = [change for file in answer.files if file.diff for change in _shown(file.diff.changes, wishes)]
    return _text(
        _answer(
            before=_json(answer.before),
            after=_json(answer.after),
            files=_list(_file(file, wishes) for file in answer.files),
            others=_json(answer.others),
            statuses=_json(dict(sorted(Counter(str(file.file.status) for file in answer.files).items()))),
            summary=_json(summary(shown)),
        )
    )


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """The answer of `table`."""
    table = answer.table
    return _text(
        _answer(
            source=_source(table.name, table.length, table.format, table.notes, wishes),
            columns=_json(dict(table.columns)),
            rows=_list(_row(row, wishes) for row in answer.rows),
            renames=_list(map(_rename, answer.renames)),
            findings=_list(_finding(finding, wishes) for finding in answer.findings),
            summary=_json(summary([change for row in answer.rows for change in _shown(row.changes, wishes)])),
        )
    )


def clauses_report(document: Document, clauses: Sequence[Clause], wishes: Wishes) -> str:
    """The answer of `clauses`."""
    return _text(_answer(source=_document(document, wishes), clauses=_list(map(_clause, clauses))))


def findings_report(findings: Iterable[Finding], wishes: Wishes) -> str:
    """The answer of `check`."""
    return _text(_answer(findings=_list(_finding(finding, wishes) for finding in findings)))


def summary(changes: Sequence[Change]) -> dict[str, Any]:
    """How many changes of which status, how many moved and renumbered, how many edits of which kind and substantive."""
    statuses = Counter([str(change.status) for change in changes])  # an enum is hashed by a call
    edits = [edit for change in changes for edit in change.edits]
    kinds = Counter([str(edit.kind) for edit in edits])
    return {
        "changes": {status: statuses[status] for status in map(str, Status) if status in statuses},
        "moved": sum([change.moved for change in changes]),
        "renumbered": sum([change.renumbered for change in changes]),
        "edits": {kind: kinds[kind] for kind in map(str, EditKind) if kind in kinds},
        "substantive": sum([edit.substantive for edit in edits]),
    }


def _text(answer: Json) -> str:
    """One line of JSON."""
    # What is escaped is never printable. Few texts have any, and the pattern takes long to compile.
    if not answer.replace("\u3000", "").isprintable():
        answer = _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", answer)
    return f"{answer}\n"


def _answer(**members: Json) -> Json:
    """An object of these members that says which version of the contract it follows."""
    return _object(schema_version=_json(SCHEMA_VERSION), **members)


def _object(**members: Json) -> Json:
    """An object of these members."""
    return "{" + ", ".join([f'"{name}": {value}' for name, value in members.items()]) + "}"


def _list(values: Iterable[Json]) -> Json:
    """An array of these values."""
    return f"[{', '.join(values)}]"


def _shown(changes: Sequence[Change], wishes: Wishes) -> Sequence[Change]:
    """The changes that the answer lists."""
    unchanged = Status.UNCHANGED
    return changes if wishes.unchanged else [change for change in changes if change.status is not unchanged]


def _diff(diff: Diff, wishes: Wishes) -> Json:
    shown = _shown(diff.changes, wishes)
    return _answer(
        before=_document(diff.before, wishes),
        after=_document(diff.after, wishes),
        changes=_list(_change(change, wishes) for change in shown),
        renames=_list(map(_rename, diff.renames)),
        summary=_json(summary(shown)),
    )


def _file(file: FileDiff, wishes: Wishes) -> Json:
    change = file.file
    return _object(
        status=_json(change.status),
        before=_json(change.before.path if change.before else None),
        after=_json(change.after.path if change.after else None),
        diff=_diff(file.diff, wishes) if file.diff else "null",
        problem=_json(file.problem.to(wishes.language) if file.problem else None),
    )


def _document(document: Document, wishes: Wishes) -> Json:
    return _source(document.name, len(document.text), document.format, document.notes, wishes)


def _source(name: str, length: int, form: str, notes: Sequence[Note], wishes: Wishes) -> Json:
    said = [{"place": note.place, "message": note.words.to(wishes.language)} for note in notes]
    return _json({"name": name, "length": length, "format": form, "notes": said})


def _clause(clause: Clause) -> Json:
    return f"{{{_described(clause)}}}"


def _indexed(clause: Clause) -> Json:
    return f'{{"index": {clause.position}, {_described(clause)}}}'


def _described(clause: Clause) -> str:
    """The members of a clause."""
    _, kind, marker, (start, end), path, parent, depth = clause
    return (
        f'"kind": "{kind}", "marker": {_marker(marker) if marker else "null"}, "span": [{start}, {end}], '
        f'"path": {_path(path)}, "parent": {"null" if parent is None else parent}, "depth": {depth}'
    )


@lru_cache(maxsize=4096)
def _path(path: tuple[str, ...]) -> Json:
    """A path; both sides of a change mostly have the same."""
    return _list(map(_json, path))


def _marker(marker: Marker) -> Json:
    text, (start, end) = marker
    return f'{{"text": {_json(text)}, "span": [{start}, {end}]}}'


def _change(change: Change, wishes: Wishes) -> Json:
    status, before, after, edits, moved, renumbered = change
    return (
        f'{{"status": "{status}", "relation": "{change.relation}", "moved": {_TOLD[moved]}, "renumbered": {_TOLD[renumbered]}, '
        f'"before": {_list(map(_indexed, before))}, "after": {_list(map(_indexed, after))}, '
        f'"edits": {_list([_edit(edit, wishes.language) for edit in edits])}}}'
    )


def _edit(edit: Edit, language: str) -> Json:
    kind, before, after, substantive, reason = edit
    return (
        f'{{"kind": "{kind}", "before": {_excerpt(before)}, "after": {_excerpt(after)}, '
        f'"substantive": {_TOLD[substantive]}, "reason": {_json(reason.to(language))}}}'
    )


def _excerpt(excerpt: Excerpt) -> Json:
    (start, end), text = excerpt
    return f'{{"span": [{start}, {end}], "text": {_json(text)}}}'


def _row(row: RowDiff, wishes: Wishes) -> Json:
    number, before, after, cells, line = row.row
    return _object(
        row=_json(number),
        cells=_json(dict(cells)),
        before=_json(before),
        after=_json(after),
        changes=_list(_change(change, wishes) for change in _shown(row.changes, wishes)),
        location=_json({"line": line}),
    )


def _rename(rename: Rename) -> Json:
    return _object(
        kind=_json(rename.kind),
        before=_json(rename.before),
        after=_json(rename.after),
        count=_json(rename.count),
        places=_list(map(_place, rename.places)),
        left_behind=_list(map(_place, rename.left_behind)),
        contradicts=_json(rename.contradicts),
        still_used=_json(rename.still_used),
    )


def _place(place: Place) -> Json:
    row, before, after = place
    return f'{{"row": {_json(row)}, "before": {_spot(before) if before else "null"}, "after": {_spot(after) if after else "null"}}}'


def _spot(spot: Spot) -> Json:
    clause, (start, end), text = spot
    return f'{{"clause": {clause}, "span": [{start}, {end}], "text": {_json(text)}}}'


def _finding(finding: Finding, wishes: Wishes) -> Json:
    return _json(
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "row": finding.row,
            "message": finding.message.to(wishes.language),
        }
    )
