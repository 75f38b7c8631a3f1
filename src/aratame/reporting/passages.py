"""Where a change stands: the two texts and clause lists that its spans and positions count in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Diff
from aratame.reporting.naming import caption, clause_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aratame.model import Change, Clause, Row, TableDiff


class Passage(NamedTuple):
    """Two texts with their clauses and what changed between them. `row` is the table's row, None for documents."""

    before: str
    before_clauses: tuple[Clause, ...]
    after: str
    after_clauses: tuple[Clause, ...]
    changes: tuple[Change, ...]
    row: Row | None = None

    def before_name(self, clause: Clause) -> str:
        """How `clause` is cited in the before text."""
        return clause_name(self.before_clauses, clause, self.before)

    def after_name(self, clause: Clause) -> str:
        """How `clause` is cited in the after text."""
        return clause_name(self.after_clauses, clause, self.after)

    def title(self, change: Change) -> str:
        """The heading of a change: its clause's name and caption in the after text, or in the before text where it is gone."""
        clauses, name, text = (
            (change.after, self.after_name, self.after) if change.after else (change.before, self.before_name, self.before)
        )
        return "、".join(name(clause) + caption(text, clause) for clause in clauses)

    def caption(self, change: Change) -> str:
        """The caption of the first clause of a change, as `title` gives it."""
        return caption(self.after, change.after[0]) if change.after else caption(self.before, change.before[0])

    def former_title(self, change: Change) -> str:
        """What the clauses were called in the before text where that differs from what they are called now, else empty."""
        names = [self.before_name(clause) for clause in change.before if clause.marker]
        return "、".join(names) if change.after and names != [self.after_name(clause) for clause in change.after] else ""


def passages(answer: Diff | TableDiff) -> Mapping[int | None, Passage]:
    """The passages of an answer by row number; that of two documents stands under None."""
    if isinstance(answer, Diff):
        return {None: Passage(answer.before.text, answer.before_clauses, answer.after.text, answer.after_clauses, answer.changes)}
    return {
        row.row.number: Passage(row.row.before, row.before_clauses, row.row.after, row.after_clauses, row.changes, row.row)
        for row in answer.rows
    }


def predecessor(clauses: Sequence[Clause], clause: Clause) -> Clause | None:
    """The sibling before `clause`, its parent where it is the first child, None where it is the first of all."""
    for other in (clauses[at] for at in range(clause.position - 1, -1, -1)):
        if clause.parent in {other.parent, other.position}:
            return other
    return None
