"""What stands where on both sides of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.across_items.paths import below, keys, last_key, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.across_items.paths import Key, Line
    from aratame.across_items.rows import Row
    from aratame.model import Clause


class Sheet:
    """The clauses of both sides by key; sides are 0 (before) and 1 (after)."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.listed: tuple[dict[Key, tuple[int, int]], dict[Key, tuple[int, int]]] = {}, {}
        self._counterparts: dict[tuple[Key, int], Key] = {}
        for spoken, side in ((1, 1), (1, 0), (0, 0)):  # the after side says where the rows that are on both stood before
            for at, row in enumerate(rows):
                if row.spoken == spoken:
                    self._list(at, side)
        self.named: tuple[dict[Key, Clause], dict[Key, Clause]] = {}, {}
        self.same: list[tuple[Key, Key]] = []
        for row in rows:
            self._name(row.line, row.spoken)
            self._name(row.former, 1 - row.spoken)

    def _list(self, at: int, side: int) -> None:
        for clause in self.rows[at].cells[side].clauses:
            if clause.marker:
                self.listed[side].setdefault(self.key(at, side, clause), (at, clause.position))

    def _name(self, line: Line, side: int) -> None:
        """Take what a path names on a side and no row lists for clauses that are the same on both sides."""
        for key, clause in keys(line):
            other = self.counterpart(key, side)
            sides = (key, other) if side == 0 else (other, key)
            if not any(sides[at] in self.listed[at] or sides[at] in self.named[at] for at in (0, 1)):
                self.same.append(sides)
                for at in (0, 1):
                    self.named[at][sides[at]] = clause

    def above(self, row: Row, side: int) -> Key:
        """The key of what a row stands in."""
        if side != row.spoken and row.former:
            return last_key(row.former)
        key = last_key(row.line)
        return key if side == row.spoken else self.counterpart(key, row.spoken)

    def key(self, at: int, side: int, clause: Clause) -> Key:
        """The key of a row's clause."""
        text, clauses = self.rows[at].cells[side]
        above = self.key(at, side, clauses[clause.parent]) if clause.parent is not None else self.above(self.rows[at], side)
        return below(above, clause.kind, name_of(text, clause)) if clause.marker else above

    def counterpart(self, key: Key, side: int) -> Key:
        """The key on the other side; of what is not there, that of what it stands in."""
        if (key, side) not in self._counterparts:
            self._counterparts[key, side] = key  # and so it stays where the items of two rows name each other's clauses
            self._counterparts[key, side] = self._found(key, side)
        return self._counterparts[key, side]

    def _found(self, key: Key, side: int) -> Key:
        if not key:
            return ()
        found = self.listed[side].get(key)
        if found is None:
            return (*self.counterpart(key[:-1], side), key[-1])
        at, position = found
        row, other = self.rows[at], 1 - side
        partner = row.partners[side].get(position)
        return self.counterpart(key[:-1], side) if partner is None else self.key(at, other, row.cells[other].clauses[partner])
