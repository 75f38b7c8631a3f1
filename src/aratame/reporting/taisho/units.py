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
    from collections.abc import Iterator, Sequence

    from aratame.model import Change, Clause
    from aratame.reporting.passages import Passage

Key = tuple[str, int]
"""The side and the position of the clause that a row belongs to."""


class Item(NamedTuple):
    """A change as far as it stands in one row; a clause that went to another row is deleted in one and added in the other."""

    change: Change
    before: tuple[Clause, ...]
    after: tuple[Clause, ...]


def rows_of(passage: Passage) -> list[list[Item]]:
    """The changes by row, the rows in the order of the after text, deleted ones where they stood."""
    before_units, after_units = units(passage.before_clauses), units(passage.after_clauses)
    row_of = _joined_rows(passage, after_units)
    home = {
        clause.position: row_of[after_units[change.after[0].position]]
        for change in passage.changes
        if change.after
        for clause in change.before
        if before_units[clause.position] == clause.position
    }
    rows: dict[Key, list[Item]] = {}
    for change in passage.changes:
        old = _before_row(change, before_units, home)
        new = ("after", row_of[after_units[change.after[0].position]]) if change.after else None
        for key, item in _items(change, old, new):
            rows.setdefault(key, []).append(item)
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
    """Headings, and supplementary provisions that have articles: what is below them has rows of its own."""
    headings = {clause.position for clause in clauses if clause.kind in HEADINGS or clause.kind is ClauseKind.HEADING}
    articles = {clause.parent for clause in clauses if clause.kind is ClauseKind.ARTICLE and clause.parent is not None}
    return headings | {parent for parent in articles if clauses[parent].kind is not ClauseKind.ARTICLE}


def _joined_rows(passage: Passage, after_units: Sequence[int]) -> dict[int, int]:
    """Unit → the unit whose row it shares: articles that one article was split into stand beside it together."""
    row_of = {unit: unit for unit in after_units}
    for change in passage.changes:
        for clause in change.after[1:]:
            row_of[after_units[clause.position]] = row_of[after_units[change.after[0].position]]
    return row_of


def _before_row(change: Change, before_units: Sequence[int], home: dict[int, int]) -> Key | None:
    """The row in which a reader of the before text looks for the clause: that of the unit it stood in, as far as that is left."""
    if not change.before:
        return None
    unit = before_units[change.before[0].position]
    return ("after", home[unit]) if unit in home else ("before", unit)


def _items(change: Change, old: Key | None, new: Key | None) -> Iterator[tuple[Key, Item]]:
    """The change in its row, or in the two rows between which it went."""
    if old is None or new is None or old == new:
        key = new or old
        assert key is not None
        yield key, Item(change, change.before, change.after)
        return
    yield old, Item(change, change.before, ())
    yield new, Item(change, (), change.after)
