"""The rows of a table as one document: what one row shows to be renumbered is known where another row cites it.

In a table whose rows are articles every row says for itself what it is. In a sheet of changes (変更箇所) the item does, and a row's clauses
stand below what it names:

    項目                    変更前の記載       変更後の記載
    第二条（定義） ６        ５　…            ６　…              ← 第二条第五項 became 第二条第六項
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying import Beyond, Numbering
from aratame.model import Clause, ClauseKind, Document, Pair
from aratame.numerals import marker_value
from aratame.segmenting import segment

if TYPE_CHECKING:
    from collections.abc import Sequence


class AlignedRow(NamedTuple):
    """The clauses of a row's cells, which of them are one clause in two versions, and what the row is about."""

    before: Sequence[Clause]
    after: Sequence[Clause]
    pairs: Sequence[Pair]
    item: str = ""


def beyond(rows: Sequence[AlignedRow]) -> list[Beyond]:
    """For each row the numbering of all rows, and where the row's clauses begin in it."""
    whole = _Whole()
    begins = [whole.add(row) for row in rows]
    numbering = Numbering(whole.before, whole.after, whole.pairs)
    return [Beyond(numbering, *begin) for begin in begins]


class _Whole:
    """The clauses of the rows so far, those that items name among them once, on both sides."""

    def __init__(self) -> None:
        self.before: list[Clause] = []
        self.after: list[Clause] = []
        self.pairs: list[Pair] = []
        self._named: dict[tuple[str, ...], tuple[int | None, int]] = {}

    def add(self, row: AlignedRow) -> tuple[int, int]:
        """Put a row's clauses below what its item names; where they begin on either side."""
        line = _line(row.item)
        tops = [clauses[0] for clauses in (row.after, row.before) if clauses and clauses[0].marker]
        own = line[-1] if line and tops and _value(line[-1]) == _value(tops[0]) else None
        path: tuple[str, ...] = ()
        for clause in line[:-1] if own else line:
            path = (*path, clause.path[-1])
            self._name(path, clause)
        above = self._named.get(path)
        begin = len(self.before), len(self.after)
        kind = own.kind if own else None
        self.before += [_below(clause, begin[0], above[0] if above else None, kind) for clause in row.before]
        self.after += [_below(clause, begin[1], above[1] if above else None, kind) for clause in row.after]
        for pair in row.pairs:
            olds, news = tuple(at + begin[0] for at in pair.before), tuple(at + begin[1] for at in pair.after)
            self.pairs.append(pair._replace(before=olds, after=news))
            if own and news and pair.after[0] == 0:
                self._named.setdefault((*path, own.path[-1]), (olds[0] if olds else None, news[0]))
        return begin

    def _name(self, path: tuple[str, ...], clause: Clause) -> None:
        """Take a clause for one that stands in both versions under the same number, as long as no row says otherwise."""
        if path in self._named:
            return
        above = self._named.get(path[:-1])
        places = len(self.before), len(self.after)
        for side, clauses in enumerate((self.before, self.after)):
            clauses.append(clause._replace(position=places[side], parent=above[side] if above else None))
        self.pairs.append(Pair((places[0],), (places[1],)))
        self._named[path] = places


def _line(item: str) -> list[Clause]:
    """The numbered clauses that an item names, the outermost first; none where it names no article."""
    clauses = segment(Document("", "\n".join(item.split()) + " ")) if "条" in item else ()  # words stand behind, though not in this cell
    if not any(clause.kind is ClauseKind.ARTICLE for clause in clauses):
        return []
    line: list[Clause] = []
    at = clauses[-1].position if clauses else None
    while at is not None:
        line.append(clauses[at])
        at = clauses[at].parent
    return [clause for clause in reversed(line) if clause.marker]


def _value(clause: Clause) -> tuple[int, ...] | str:
    text = clause.marker.text if clause.marker else ""
    return marker_value(text) or text


def _below(clause: Clause, offset: int, above: int | None, kind: ClauseKind | None) -> Clause:
    """A row's clause in the longer list; one that hangs on nothing in its cell hangs on what the item names, as what the item says it is."""
    if clause.parent is not None:
        return clause._replace(position=clause.position + offset, parent=clause.parent + offset)
    sort = kind if kind and clause.kind is ClauseKind.ITEM else clause.kind
    return clause._replace(position=clause.position + offset, parent=above, kind=sort)
