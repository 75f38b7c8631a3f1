"""The rows of a sheet of changes (変更箇所) as one document: each row's clauses stand where the row's item says.

    項目                 変更前の記載      変更後の記載
    第三条（届出） ３      ２　…            ３　…
    第三条（届出） ３ 二    二　…            二　…         ← 第三条第二項第二号 became 第三条第三項第二号: the row above says so of 第二項

An item is the path in the after text, of a deleted clause in the before text. The path on the other side is told by the rows of the clauses
on it; a clause on it that has no row is the same on both sides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying import Beyond, ListedNumbering
from aratame.classifying.addresses import shape
from aratame.model import Clause, ClauseKind, Document, Pair
from aratame.numerals import IROHA, marker_value
from aratame.segmenting import segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Key = tuple[str, ...]
"""The markers of a clause and of those above it, the outermost first. Articles run through the chapters, so that their keys leave chapters out."""

_SUPPLEMENT = re.compile(r"附[ \u3000]+則")
_NOWHERE = -1
_INNER = frozenset({ClauseKind.ITEM, ClauseKind.SUBITEM})


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


def listed(rows: Sequence[ItemRow]) -> list[Beyond]:
    """For each row the numbering of the whole sheet, and where the row's clauses begin in it; nothing where no item names an article."""
    lines = [_line(row.item) for row in rows]
    if not any(lines):
        return []
    sheet = _Sheet([_Row(*row, line) for row, line in zip(rows, lines, strict=True)])
    before, after = (_Placed(sheet, side) for side in (0, 1))
    pairs = [
        pair._replace(before=tuple(at + olds for at in pair.before), after=tuple(at + news for at in pair.after))
        for row, olds, news in zip(rows, before.begins, after.begins, strict=True)
        for pair in row.pairs
    ]
    pairs += [Pair((before.named[old],), (after.named[new],)) for old, new in sheet.same]
    numbering = ListedNumbering(before.clauses, after.clauses, pairs)
    return [Beyond(numbering, olds, news, says_all=True) for olds, news in zip(before.begins, after.begins, strict=True)]


class Named(NamedTuple):
    """A numbered clause of an item's path, and its key's last part."""

    clause: Clause
    name: str


class _Row:
    """A row, and the path that its item names: down to the row's own clause, or to what the row stands in."""

    def __init__(self, before: Cell, after: Cell, pairs: Sequence[Pair], item: str, line: Sequence[Named]) -> None:
        del item
        self.cells = before, after
        self.spoken = 1 if after.clauses else 0
        """The side of which the item speaks."""
        self.partners = (
            {old: pair.after[0] for pair in pairs if pair.after for old in pair.before},
            {new: pair.before[0] for pair in pairs if pair.before for new in pair.after},
        )
        top = next(iter(self.cells[self.spoken].clauses), None)
        self.own = line[-1].clause if line and top and top.marker and _value(line[-1].clause) == _value(top) else None
        self.line = line[:-1] if self.own else line

    def path(self) -> list[tuple[Key, Clause]]:
        """What the row stands in, the outermost first."""
        out: list[tuple[Key, Clause]] = []
        for clause, name in self.line:
            out.append((_below(out[-1][0] if out else (), clause.kind, name), clause))
        return out


class _Sheet:
    """What stands where on both sides, by key; sides are 0 (before) and 1 (after)."""

    def __init__(self, rows: Sequence[_Row]) -> None:
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
            self._name(row)

    def _list(self, at: int, side: int) -> None:
        for clause in self.rows[at].cells[side].clauses:
            if clause.marker:
                self.listed[side].setdefault(self.key(at, side, clause), (at, clause.position))

    def _name(self, row: _Row) -> None:
        """Take what an item names and no row lists for clauses that are the same on both sides."""
        side = row.spoken
        for key, clause in row.path():
            other = self.counterpart(key, side)
            sides = (key, other) if side == 0 else (other, key)
            if not any(sides[at] in self.listed[at] or sides[at] in self.named[at] for at in (0, 1)):
                self.same.append(sides)
                for at in (0, 1):
                    self.named[at][sides[at]] = clause

    def above(self, row: _Row, side: int) -> Key:
        """The key of what a row stands in."""
        key = row.path()[-1][0] if row.line else ()
        return key if side == row.spoken else self.counterpart(key, row.spoken)

    def key(self, at: int, side: int, clause: Clause) -> Key:
        """The key of a row's clause."""
        text, clauses = self.rows[at].cells[side]
        above = self.key(at, side, clauses[clause.parent]) if clause.parent is not None else self.above(self.rows[at], side)
        return _below(above, clause.kind, _name(text, clause)) if clause.marker else above

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


class _Placed:
    """The clauses of one side in one list, each behind what it stands in; where those that are only named stand, and where each row's begin."""

    def __init__(self, sheet: _Sheet, side: int) -> None:
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


def _line(item: str) -> list[Named]:
    """The numbered clauses that an item names, the outermost first; none where it names no article."""
    text = "\n".join(_SUPPLEMENT.sub("附則", item).split()) + " "  # words stand behind, though not in this cell
    clauses = segment(Document("", text)) if "条" in item else ()
    if not any(clause.kind is ClauseKind.ARTICLE for clause in clauses):
        return []
    return [Named(clause, _name(text, clause)) for clause in _upwards(clauses) if clause.marker][::-1]


def _upwards(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The last of some clauses, and those above it."""
    at: int | None = len(clauses) - 1
    while at is not None:
        yield clauses[at]
        at = clauses[at].parent


def _name(text: str, clause: Clause) -> str:
    """What tells a clause from those beside it: its marker, of 附則 with the words behind it, which name the law that it came with."""
    if clause.kind is ClauseKind.SUPPL_PROVISION and clause.marker:
        line = text[clause.marker.span.start : clause.span.end].partition("\n")[0]
        return "".join(line.split()).removesuffix("抄")
    return "".join(clause.marker.text.split()) if clause.marker else ""


def _below(above: Key, kind: ClauseKind, name: str) -> Key:
    if kind is ClauseKind.ARTICLE:
        above = above[:1] if above and above[0].startswith("附則") else ()
    return (*above, name)


def _value(clause: Clause) -> tuple[int, ...] | str:
    text = clause.marker.text if clause.marker else ""
    return marker_value(text) or text


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
