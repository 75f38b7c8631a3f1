"""Two sides of a comparison, and which of their clauses are one clause in two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.aligning import align
from aratame.model import Clause, Pair

if TYPE_CHECKING:
    from collections.abc import Sequence


class Side(NamedTuple):
    """One side of a comparison: the text and its clauses."""

    text: str
    clauses: tuple[Clause, ...]

    def chosen(self, positions: Sequence[int]) -> tuple[Clause, ...]:
        """The clauses at `positions`."""
        return tuple([self.clauses[position] for position in positions])

    def joined(self, clauses: Sequence[Clause]) -> str:
        """The own texts of `clauses`, one after the other."""
        return "".join([self.text[slice(*clause.span)] for clause in clauses])


class Aligned(NamedTuple):
    """Two sides and which of their clauses are one clause in two versions."""

    before: Side
    after: Side
    pairs: tuple[Pair, ...]


def aligned(before: Side, after: Side) -> Aligned:
    """Both sides aligned; equal ones clause by clause."""
    if before == after:
        return Aligned(before, after, tuple(Pair((clause.position,), (clause.position,)) for clause in before.clauses))
    return Aligned(before, after, align(before.text, before.clauses, after.text, after.clauses))
