"""A row of the sheet, and what its item says of where its clauses stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.across_items.paths import name_of, paths, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.across_items.paths import Line
    from aratame.model import Clause, Pair


class Cell(NamedTuple):
    """A cell's text and its clauses."""

    text: str
    clauses: Sequence[Clause]


class ItemRow(NamedTuple):
    """A row's two cells, which of their clauses are one clause in two versions, and what the row is about."""

    before: Cell
    after: Cell
    pairs: Sequence[Pair]
    item: str


class Row:
    """A row, and the path that its item names: down to the row's own clause, or to what the row stands in."""

    def __init__(self, row: ItemRow) -> None:
        line, former = paths(row.item)
        self.names = bool(line)
        """Whether the item names a numbered clause at all."""
        self.cells = row.before, row.after
        self.spoken = 1 if row.after.clauses else 0
        """The side of which the item speaks."""
        self.partners = (
            {old: pair.after[0] for pair in row.pairs if pair.after for old in pair.before},
            {new: pair.before[0] for pair in row.pairs if pair.before for new in pair.after},
        )
        self.own = self._own(line)
        self.line = line[:-1] if self.own else line
        self.former = former[:-1]
        """What the row's clause stood in before, where the item says so."""

    def _own(self, line: Line) -> Clause | None:
        """The clause at the end of a path where the cell begins with it."""
        text, clauses = self.cells[self.spoken]
        if not line or not clauses or not clauses[0].marker:
            return None
        last = line[-1]
        same = last.name == name_of(text, clauses[0]) or (last.clause.marker and value_of(last.clause) == value_of(clauses[0]))
        return last.clause if same else None
