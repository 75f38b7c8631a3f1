"""Clauses → the units that get a row each: an article with all below it, elsewhere the top clause; headings of groups alone.

第一章　総則            a row (a group: its own text only)
第一条 ２ 一 二         a row
附則                   a row with its paragraphs, or alone where it has articles
Ⅰ 基本情報             a row (a group)
1. ① ②               a row
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind
from aratame.reporting.naming import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Change, Clause
    from aratame.reporting.passages import Passage

Key = tuple[str, int]
"""The side and the position of the clause that a row belongs to."""


class Members(NamedTuple):
    """The changes of one row. `arrived`: the before clauses, by position, from another row's unit; `left`: the changes that went there."""

    changes: list[Change]
    arrived: set[int]
    left: list[Change]


def rows_of(passage: Passage) -> list[Members]:
    """The changes by row, the rows in the order of the after text, deleted ones where they stood.

    What went from one unit to another stands where it is now, beside what it was, as drafters set it; what was deleted below it goes along.
    """
    before_units, after_units = units(passage.before_clauses), units(passage.after_clauses)
    row_of = _joined_rows(passage, after_units)
    now: dict[int, Key] = {
        clause.position: ("after", row_of[after_units[change.after[0].position]])
        for change in passage.changes
        if change.after
        for clause in change.before
    }
    for clause in passage.before_clauses:
        if clause.position not in now:
            alone = clause.parent is None or before_units[clause.position] == clause.position
            now[clause.position] = ("before", clause.position) if alone or clause.parent is None else now[clause.parent]
    rows: dict[Key, Members] = {}
    went: list[tuple[Key, Change]] = []
    for change in passage.changes:
        stood = [now[before_units[clause.position]] for clause in change.before]
        key = now[change.before[0].position] if change.before else ("after", row_of[after_units[change.after[0].position]])
        row = rows.setdefault(key, Members([], set(), []))
        row.changes.append(change)
        row.arrived.update(clause.position for clause, old in zip(change.before, stood, strict=True) if old != key)
        went += [(old, change) for old in dict.fromkeys(stood) if old != key]
    for old, change in went:
        if old in rows:
            rows[old].left.append(change)
    return list(rows.values())


def units(clauses: Sequence[Clause]) -> list[int]:
    """For each clause the position of the clause whose row it stands in."""
    groups = _groups(clauses)
    out: list[int] = []
    for clause in clauses:
        own = clause.parent is None or clause.kind is ClauseKind.ARTICLE or clause.parent in groups
        out.append(clause.position if own or clause.parent is None else out[clause.parent])
    return out


def _groups(clauses: Sequence[Clause]) -> set[int]:
    """Headings, and supplementary provisions that have articles or chapters: what is below them has rows of its own."""
    headings = {clause.position for clause in clauses if clause.kind in HEADINGS or clause.kind is ClauseKind.HEADING}
    rows = HEADINGS | {ClauseKind.ARTICLE}
    parents = {clause.parent for clause in clauses if clause.kind in rows and clause.parent is not None}
    return headings | {parent for parent in parents if clauses[parent].kind is not ClauseKind.ARTICLE}


def _joined_rows(passage: Passage, after_units: Sequence[int]) -> dict[int, int]:
    """Unit → the unit whose row it shares: articles that one article was split into stand beside it together."""
    row_of = {unit: unit for unit in after_units}
    for change in passage.changes:
        for clause in change.after[1:]:
            row_of[after_units[clause.position]] = row_of[after_units[change.after[0].position]]
    return row_of
