"""What was found → JSON, as the contract gives it. The only place that knows its keys; `schema/` describes them.

Named tuples and dataclasses are laid out by hand: a statute has tens of thousands of clauses, and generic conversion would
cost more than finding the changes did.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from aratame.model import EditKind, Status
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.history import FileDiff, RepositoryDiff
    from aratame.model import Change, Clause, Diff, Document, Edit, Excerpt, Finding, Note, Place, Rename, RowDiff, Spot, TableDiff
    from aratame.reporting import Wishes

SCHEMA_VERSION = 1
Value = dict[str, Any]

_ESCAPED = lazy("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Legal in JSON but for the surrogates; escaped so that an answer printed to a terminal cannot command it or turn its text."""


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """The answer of `diff`."""
    return _text(_diff(diff, wishes))


def repository_report(answer: RepositoryDiff, wishes: Wishes) -> str:
    """The answer of `diff --git` and `diff --staged`."""
    statuses = Counter(str(file.file.status) for file in answer.files)
    shown = [change for file in answer.files if file.diff for change in _shown(file.diff.changes, wishes)]
    return _text(
        {
            "schema_version": SCHEMA_VERSION,
            "before": answer.before,
            "after": answer.after,
            "files": [_file(file, wishes) for file in answer.files],
            "others": answer.others,
            "statuses": dict(sorted(statuses.items())),
            "summary": summary(shown),
        }
    )


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """The answer of `table`."""
    table = answer.table
    return _text(
        {
            "schema_version": SCHEMA_VERSION,
            "source": _source(table.name, table.length, table.format, table.notes, wishes),
            "columns": dict(table.columns),
            "rows": [_row(row, wishes) for row in answer.rows],
            "renames": [_rename(rename) for rename in answer.renames],
            "findings": [_finding(finding, wishes) for finding in answer.findings],
            "summary": summary([change for row in answer.rows for change in _shown(row.changes, wishes)]),
        }
    )


def clauses_report(document: Document, clauses: Sequence[Clause], wishes: Wishes) -> str:
    """The answer of `clauses`."""
    source = _document(document, wishes)
    return _text({"schema_version": SCHEMA_VERSION, "source": source, "clauses": [_clause(clause) for clause in clauses]})


def findings_report(findings: Iterable[Finding], wishes: Wishes) -> str:
    """The answer of `check`."""
    return _text({"schema_version": SCHEMA_VERSION, "findings": [_finding(finding, wishes) for finding in findings]})


def summary(changes: Sequence[Change]) -> Value:
    """How many changes of which status, how many moved and renumbered, how many edits of which kind and substantive."""
    statuses = Counter(change.status for change in changes)
    edits = [edit for change in changes for edit in change.edits]
    kinds = Counter(edit.kind for edit in edits)
    return {
        "changes": {str(status): statuses[status] for status in Status if status in statuses},
        "moved": sum(change.moved for change in changes),
        "renumbered": sum(change.renumbered for change in changes),
        "edits": {str(kind): kinds[kind] for kind in EditKind if kind in kinds},
        "substantive": sum(edit.substantive for edit in edits),
    }


def _text(answer: Value) -> str:
    """One line of JSON. Characters stand as they are, so that an officer's editor can search for them. No value holds itself."""
    text = json.dumps(answer, ensure_ascii=False, check_circular=False)
    if not text.replace("\u3000", "").isprintable():  # what is escaped never is; the pattern takes long to compile, and few texts have any
        text = _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)
    return f"{text}\n"


def _shown(changes: Sequence[Change], wishes: Wishes) -> Sequence[Change]:
    """The changes that the answer lists."""
    unchanged = Status.UNCHANGED
    return changes if wishes.unchanged else [change for change in changes if change.status is not unchanged]


def _diff(diff: Diff, wishes: Wishes) -> Value:
    shown = _shown(diff.changes, wishes)
    return {
        "schema_version": SCHEMA_VERSION,
        "before": _document(diff.before, wishes),
        "after": _document(diff.after, wishes),
        "changes": [_change(change, wishes) for change in shown],
        "renames": [_rename(rename) for rename in diff.renames],
        "summary": summary(shown),
    }


def _file(file: FileDiff, wishes: Wishes) -> Value:
    change = file.file
    return {
        "status": change.status,
        "before": change.before.path if change.before else None,
        "after": change.after.path if change.after else None,
        "diff": _diff(file.diff, wishes) if file.diff else None,
        "problem": file.problem.to(wishes.language) if file.problem else None,
    }


def _document(document: Document, wishes: Wishes) -> Value:
    return _source(document.name, len(document.text), document.format, document.notes, wishes)


def _source(name: str, length: int, form: str, notes: Sequence[Note], wishes: Wishes) -> Value:
    said = [{"place": note.place, "message": note.words.to(wishes.language)} for note in notes]
    return {"name": name, "length": length, "format": form, "notes": said}


def _clause(clause: Clause) -> Value:
    marker = clause.marker
    return {
        "kind": clause.kind,
        "marker": {"text": marker.text, "span": marker.span} if marker else None,
        "span": clause.span,
        "path": clause.path,
        "parent": clause.parent,
        "depth": clause.depth,
    }


def _indexed(clause: Clause) -> Value:
    return {"index": clause.position, **_clause(clause)}


def _change(change: Change, wishes: Wishes) -> Value:
    return {
        "status": change.status,
        "relation": change.relation,
        "moved": change.moved,
        "renumbered": change.renumbered,
        "before": [_indexed(clause) for clause in change.before],
        "after": [_indexed(clause) for clause in change.after],
        "edits": [_edit(edit, wishes) for edit in change.edits],
    }


def _edit(edit: Edit, wishes: Wishes) -> Value:
    return {
        "kind": edit.kind,
        "before": _excerpt(edit.before),
        "after": _excerpt(edit.after),
        "substantive": edit.substantive,
        "reason": edit.reason.to(wishes.language),
    }


def _excerpt(excerpt: Excerpt) -> Value:
    return {"span": excerpt.span, "text": excerpt.text}


def _row(row: RowDiff, wishes: Wishes) -> Value:
    return {
        "row": row.row.number,
        "cells": dict(row.row.cells),
        "before": row.row.before,
        "after": row.row.after,
        "changes": [_change(change, wishes) for change in _shown(row.changes, wishes)],
        "location": {"line": row.row.line},
    }


def _rename(rename: Rename) -> Value:
    return {
        "kind": rename.kind,
        "before": rename.before,
        "after": rename.after,
        "count": rename.count,
        "places": [_place(place) for place in rename.places],
        "left_behind": [_place(place) for place in rename.left_behind],
        "contradicts": rename.contradicts,
        "still_used": rename.still_used,
    }


def _place(place: Place) -> Value:
    return {"row": place.row, "before": _spot(place.before), "after": _spot(place.after)}


def _spot(spot: Spot | None) -> Value | None:
    return {"clause": spot.clause, "span": spot.span, "text": spot.text} if spot else None


def _finding(finding: Finding, wishes: Wishes) -> Value:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "row": finding.row,
        "message": finding.message.to(wishes.language),
    }
