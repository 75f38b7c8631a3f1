"""Diff → the part of it that a reader asked for: by kind of edit, or what matters only.

A filtered answer shows less than all and no longer rebuilds the other text; nobody gets one without asking for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aratame.model import Change, Diff, Edit, EditKind, Rename, TableDiff


class Filter(NamedTuple):
    """What is wanted: edits of the kinds in `only` (None: all) but not in `ignore`, and with `substantive` no formal ones.

    A change stays as long as one of its edits does. A clause that moved stays also without, unless `only` or `substantive` is
    set: moving is no kind of edit and changes no words. With `only`, nothing is said of moves. Unchanged clauses always stay.
    """

    only: frozenset[EditKind] | None = None
    ignore: frozenset[EditKind] = frozenset()
    substantive: bool = False

    def diff(self, diff: Diff) -> Diff:
        """What is wanted of `diff`."""
        return diff._replace(changes=self._changes(diff.changes), renames=self._renames(diff.renames)) if self._active() else diff

    def table(self, answer: TableDiff) -> TableDiff:
        """What is wanted of `answer`; every row stays, also one in which nothing is left."""
        if not self._active():
            return answer
        rows = tuple(row._replace(changes=self._changes(row.changes)) for row in answer.rows)
        return answer._replace(rows=rows, renames=self._renames(answer.renames))

    def _active(self) -> bool:
        return self != Filter()

    def _wants(self, edit: Edit) -> bool:
        return self._wants_kind(edit.kind) and (edit.substantive or not self.substantive)

    def _wants_kind(self, kind: EditKind) -> bool:
        return kind not in self.ignore and (self.only is None or kind in self.only)

    def _changes(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        thinned = (
            change._replace(edits=tuple(filter(self._wants, change.edits)), moved=change.moved and self.only is None) for change in changes
        )
        return tuple(less for change, less in zip(changes, thinned, strict=True) if self._keeps(change, less))

    def _keeps(self, change: Change, thinned: Change) -> bool:
        if change.status is Status.UNCHANGED or thinned.edits:
            return True
        return change.moved and self.only is None and not self.substantive

    def _renames(self, renames: Iterable[Rename]) -> tuple[Rename, ...]:
        return tuple(rename for rename in renames if self._wants_kind(rename.kind))
