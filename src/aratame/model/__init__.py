"""The values that cross stages; each module has them in the order in which they are made.

Everything here is frozen. Named tuples, because making tens of thousands of clauses is what reading an unchanged text costs, and because
a frozen dataclass with slots takes Python seven times as long to define. The modules do without `from __future__ import annotations`: typing
compiles each annotation of a named tuple that is a string, a third of what defining one takes.

Spans count code points of the text as it was decoded and are half open, `[start, end)`.
"""

from aratame.model.changes import Change, Diff, Edit, EditKind, Excerpt, Pair, Place, Rename, Spot, Status
from aratame.model.findings import Finding, Severity
from aratame.model.tables import Row, RowDiff, Table, TableDiff
from aratame.model.texts import Clause, ClauseKind, Document, Marker, Note, Span, Words

__all__ = [
    "Change",
    "Clause",
    "ClauseKind",
    "Diff",
    "Document",
    "Edit",
    "EditKind",
    "Excerpt",
    "Finding",
    "Marker",
    "Note",
    "Pair",
    "Place",
    "Rename",
    "Row",
    "RowDiff",
    "Severity",
    "Span",
    "Spot",
    "Status",
    "Table",
    "TableDiff",
    "Words",
]
