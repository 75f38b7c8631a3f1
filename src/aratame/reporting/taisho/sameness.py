"""Which clauses are the same in both versions with all that stands below them: what a 新旧対照表 may leave out as （略）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.entries import is_space
from aratame.model import Status
from aratame.reporting.taisho.cited import cited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Change, Clause, Edit
    from aratame.reporting.passages import Passage


def visible(change: Change) -> tuple[Edit, ...]:
    """The edits of a change that a reader of a printed table sees: all but those of white space."""
    return tuple(edit for edit in change.edits if not is_space(edit))


def is_unchanged(change: Change) -> bool:
    """Whether a reader sees the same clause in the same place."""
    return change.status is Status.UNCHANGED or (change.relation == "1:1" and not (change.moved or change.renumbered or visible(change)))


def subtree_sizes(clauses: Sequence[Clause]) -> list[int]:
    """For each clause the number of clauses in it, itself included. Clauses stand in document order, so a subtree is a run of them."""
    sizes = [1] * len(clauses)
    for clause in reversed(clauses):
        if clause.parent is not None:
            sizes[clause.parent] += sizes[clause.position]
    return sizes


class Sameness:
    """What the changes of a passage say about whole subtrees, by the after side's positions."""

    def __init__(self, passage: Passage) -> None:
        self.sizes = subtree_sizes(passage.after_clauses)
        self._before_sizes = subtree_sizes(passage.before_clauses)
        pairs = [change for change in passage.changes if change.relation == "1:1"]
        self.partner = {change.after[0].position: change.before[0].position for change in pairs}
        self._opened, self.named = cited(passage)
        self._run = self._runs({change.after[0].position for change in pairs if is_unchanged(change)})

    def same(self, after: int) -> bool:
        """Whether the clause and all below it read the same in both versions, with the same numbers, in the same order, and may be left out."""
        return after not in self._opened and self._run[after] >= self.sizes[after] and self._same_size(after)

    def same_below(self, after: int) -> bool:
        """Whether all below the clause is the same, whatever its own text."""
        size = self.sizes[after]
        if not self._same_size(after) or size == 1:
            return self._same_size(after)
        child = after + 1
        return self._run[child] >= size - 1 and self.partner[child] - child == self.partner[after] - after

    def follows(self, first: int, second: int) -> bool:
        """Whether `second` comes right behind all of `first` in both versions."""
        size = self.sizes[first]
        return second == first + size and self.partner.get(second) == self.partner[first] + size

    def _same_size(self, after: int) -> bool:
        before = self.partner.get(after)
        return before is not None and self._before_sizes[before] == self.sizes[after]

    def _runs(self, unchanged: set[int]) -> list[int]:
        """From each clause on, how many in a row are unchanged and stand as far apart in both versions."""
        runs = [0] * (len(self.sizes) + 1)
        for position in reversed(range(len(self.sizes))):
            if position in unchanged:
                together = self.partner.get(position + 1) == self.partner[position] + 1
                runs[position] = 1 + (runs[position + 1] if together else 0)
        return runs
