"""The clauses of one side of the sheet in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.signs import shape
from aratame.model import Clause, ClauseKind
from aratame.numerals import IROHA

if TYPE_CHECKING:
    from aratame.across_items.paths import Key
    from aratame.across_items.sheet import Sheet

_NOWHERE = -1
_INNER = frozenset({ClauseKind.ITEM, ClauseKind.SUBITEM})


class Placed:
    """The clauses of one side in one list, each behind what it stands in; where those that are only named stand, and where each row's begin."""

    def __init__(self, sheet: Sheet, side: int) -> None:
        self.clauses: list[Clause] = []
        self.named: dict[Key, int] = {}
        self.begins = [_NOWHERE] * len(sheet.rows)
        self._begun: set[int] = set()
        self._sheet, self._side = sheet, side
        for key in sheet.named[side]:
            self._place_named(key)
        for at in range(len(sheet.rows)):
            self._place_row(at)

    def _place_named(self, key: Key) -> None:
        if key in self.named:
            return
        parent = self._holder(key[:-1])
        self.named[key] = len(self.clauses)
        self.clauses.append(self._sheet.named[self._side][key]._replace(position=len(self.clauses), parent=parent))

    def _place_row(self, at: int) -> None:
        if at in self._begun:
            return
        self._begun.add(at)
        row = self._sheet.rows[at]
        holder = self._holder(self._sheet.above(row, self._side))
        begin = self.begins[at] = len(self.clauses)
        for clause in row.cells[self._side].clauses:
            parent = holder if clause.parent is None else clause.parent + begin
            kind = _kind(clause, row.own, self.clauses[parent].kind) if parent is not None else clause.kind
            self.clauses.append(clause._replace(position=clause.position + begin, parent=parent, kind=kind))

    def _holder(self, key: Key) -> int | None:
        """The clause with a key or, where there is none, the nearest above it, put into its place if it is not."""
        while key:
            if found := self._sheet.listed[self._side].get(key):
                at, position = found
                self._place_row(at)
                if self.begins[at] != _NOWHERE:  # else its own item says that it stands below its clauses
                    return self.begins[at] + position
            elif key in self._sheet.named[self._side]:
                self._place_named(key)
                return self.named[key]
            key = key[:-1]
        return None


def _kind(clause: Clause, own: Clause | None, above: ClauseKind) -> ClauseKind:
    """What a number is that a cell alone cannot tell: a paragraph below an article, a subitem below an item."""
    if clause.kind is not ClauseKind.ITEM or not clause.marker:
        return clause.kind
    marker = clause.marker.text
    if clause.parent is None and own and own.marker and shape(own.marker.text) == shape(marker):
        return own.kind
    if above in _INNER or marker in IROHA:
        return ClauseKind.SUBITEM
    return ClauseKind.PARAGRAPH if above is ClauseKind.ARTICLE and marker.isdecimal() else clause.kind
