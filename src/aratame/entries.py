"""Changes → entries: one action of a drafter, one entry of a report.

A drafter who renames a thing, inserts an article or takes a list apart does one thing, and the changes show it in many places:

    第三条…4情報→5情報, 第七条…4情報→5情報, 別表…4情報→5情報         one entry with three places
    第五条 added with its paragraphs and items                        one entry
    第六条→第七条, …, 第二十条→第二十一条, 「第九条」→「第十条」 in 第二条     one entry: the run, and the references that follow it
    line ends, blanks                                                 one entry

Entries keep the changes and edits they were made from. JSON does not know them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind, Diff, EditKind, Status
from aratame.numerals import KANJI_NUMBER, marker_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from aratame.model import Change, Edit, TableDiff

    Shift = tuple[str, tuple[int, ...] | None, tuple[int, ...] | None]


class Action(StrEnum):
    """What a drafter did."""

    ADDED = "added"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"
    REWORDED = "reworded"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPACED = "spaced"


class Weight(IntEnum):
    """How an entry weighs, the heaviest first."""

    SUBSTANTIVE = 0
    MOVED = 1
    FORMAL = 2


class Part(NamedTuple):
    """A change and those of its edits that belong to an entry. `row` is the table's row, None for documents."""

    row: int | None
    change: Change
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One action. `places` holds every place where it was done, each with its parts, in document order.

    ADDED, DELETED: a place's parts are a clause and its descendants. RENUMBERED, SPACED: one place with all the parts.
    Otherwise a place has one part; several places carry the same edits.
    """

    action: Action
    places: tuple[tuple[Part, ...], ...]

    @property
    def first(self) -> Part:
        """The part that stands for the entry."""
        return self.places[0][0]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of the first place."""
        return tuple(edit for part in self.places[0] for edit in part.edits)

    @property
    def kinds(self) -> tuple[EditKind, ...]:
        """The kinds of its edits, each once, in the order in which they come."""
        return tuple(dict.fromkeys(edit.kind for edit in self.edits))

    @property
    def weight(self) -> Weight:
        """Whether it changes what the text says, only where it stands, or neither."""
        if any(edit.substantive for edit in self.edits):
            return Weight.SUBSTANTIVE
        return Weight.MOVED if self.action is Action.MOVED else Weight.FORMAL


def gather_entries(answer: Diff | TableDiff) -> tuple[Entry, ...]:
    """The entries of an answer: what changes what the text says, then what only moved, then what is formal, each by place.

    Every edit stands in exactly one entry, and so does every clause that moved, was split or merged.
    """
    parts = list(_parts(answer))
    lone = [part for part in parts if part.change.status in {Status.ADDED, Status.DELETED}]
    spaces, rest = _divided([part for part in parts if part.change.status is Status.MODIFIED], lambda _, edit: is_space(edit))
    whole = [part for part in rest if _is_whole(part)]
    numbers, words = _divided([part for part in rest if not _is_whole(part)], lambda _, edit: edit.kind is EditKind.NUMBER)
    entries = [*_trees(lone), *map(_whole, whole), *_renumberings(numbers, parts), *_rewordings(words)]
    if spaces:
        entries.append(Entry(Action.SPACED, (tuple(spaces),)))
    order = {id(part.change): at for at, part in enumerate(parts)}
    return tuple(sorted(_merged(entries), key=lambda entry: (entry.weight, order[id(entry.first.change)])))


def _parts(answer: Diff | TableDiff) -> Iterator[Part]:
    """Every change with its row and all of its edits, in order."""
    if isinstance(answer, Diff):
        yield from (Part(None, change, change.edits) for change in answer.changes)
        return
    for row in answer.rows:
        yield from (Part(row.row.number, change, change.edits) for change in row.changes)


def _divided(parts: Iterable[Part], test: Callable[[Part, Edit], bool]) -> tuple[list[Part], list[Part]]:
    """The parts with the edits that pass, as far as they have any, and all the parts with the others."""
    passed: list[Part] = []
    others: list[Part] = []
    for part in parts:
        sides: dict[bool, list[Edit]] = {True: [], False: []}
        for edit in part.edits:
            sides[test(part, edit)].append(edit)
        if sides[True]:
            passed.append(part._replace(edits=tuple(sides[True])))
        others.append(part._replace(edits=tuple(sides[False])))
    return passed, others


def is_space(edit: Edit) -> bool:
    """Whether both sides of the edit differ in white space alone."""
    return "".join(edit.before.text.split()) == "".join(edit.after.text.split())


def _trees(parts: Iterable[Part]) -> Iterator[Entry]:
    """Added and deleted clauses, each with its descendants that were added or deleted with it."""
    trees: list[list[Part]] = []
    tree_of: dict[tuple[int | None, Status, int | None], list[Part]] = {}
    for part in parts:
        status = part.change.status
        clause = (part.change.after or part.change.before)[0]
        tree = tree_of.get((part.row, status, clause.parent))
        if tree is None or clause.parent is None:
            tree = []
            trees.append(tree)
        tree.append(part)
        tree_of[part.row, status, clause.position] = tree
    for tree in trees:
        yield Entry(Action.ADDED if tree[0].change.status is Status.ADDED else Action.DELETED, (tuple(tree),))


def _is_whole(part: Part) -> bool:
    """Whether the change is one action with all of its edits."""
    return part.change.moved or "n" in part.change.relation


def _whole(part: Part) -> Entry:
    """What was split, merged or moved, with all that was done to it."""
    change = part.change
    action = Action.SPLIT if len(change.after) > 1 else Action.MERGED if len(change.before) > 1 else Action.MOVED
    return Entry(action, ((part,),))


def _renumberings(numbers: Iterable[Part], parts: Iterable[Part]) -> Iterator[Entry]:
    """Runs of clauses that were renumbered one after the other, each with the references that follow it.

    A reference belongs to the run in which a clause of its old number got its new one; one that follows no run stands alone.
    """
    own, references = _divided(numbers, is_own_number)
    runs = _runs(own, parts)
    followed = {_own_shift(part.change): run for run in reversed(runs) for part in run}
    alone: list[Part] = []
    for part in references:
        for edit in part.edits:
            run = next((followed[shift] for shift in _cited_shifts(edit) if shift in followed), alone)
            run.append(part._replace(edits=(edit,)))
    yield from (Entry(Action.RENUMBERED, (tuple(run),)) for run in runs)
    yield from _rewordings(alone)


def is_own_number(part: Part, edit: Edit) -> bool:
    """Whether the edit gives the clause of `part` its new number."""
    marker = part.change.before[0].marker if part.change.before and part.change.renumbered else None
    if marker is None or edit.kind is not EditKind.NUMBER:
        return False
    return edit.before.span.start < marker.span.end and edit.before.span.end > marker.span.start


def _runs(own: Iterable[Part], parts: Iterable[Part]) -> list[list[Part]]:
    """The renumbered clauses, cut where a clause of the same kind under the same parent kept its number or went another way.

    Articles are numbered through the document, whatever their parent.
    """
    renumbered = {id(part.change): part for part in own}
    runs: list[list[Part]] = []
    last: dict[tuple[int | None, ClauseKind, int | None], list[Part]] = {}
    for part in parts:
        if not (part.change.before and part.change.after):
            continue
        clause = part.change.after[0]
        series = (part.row, clause.kind, None if clause.kind is ClauseKind.ARTICLE else clause.parent)
        numbered = renumbered.get(id(part.change))
        if numbered is None:
            last.pop(series, None)
            continue
        run = last.get(series)
        if run is None or _step(run[-1].change) != _step(numbered.change):
            run = last[series] = []
            runs.append(run)
        run.append(numbered)
    return runs


def _step(change: Change) -> int | None:
    """By how much a clause's number grew; None where it has branches (第五条の二) or is no number."""
    _, old, new = _own_shift(change)
    return new[0] - old[0] if old and new and len(old) == len(new) == 1 else None


UNITS = {
    ClauseKind.PART: "編",
    ClauseKind.CHAPTER: "章",
    ClauseKind.SECTION: "節",
    ClauseKind.SUBSECTION: "款",
    ClauseKind.DIVISION: "目",
    ClauseKind.ARTICLE: "条",
    ClauseKind.PARAGRAPH: "項",
    ClauseKind.ITEM: "号",
}
"""How a clause of a kind is cited: 第…条, 第…項."""

_CITED = re.compile(rf"({KANJI_NUMBER}+|[0-9０-９]+)([編章節款目条項号])((?:の(?:{KANJI_NUMBER}+|[0-9０-９]+))*)")


def _own_shift(change: Change) -> Shift:
    """From which number to which the clause went, with the unit by which it is cited."""
    old, new = change.before[0].marker, change.after[0].marker
    return UNITS.get(change.after[0].kind, ""), marker_value(old.text) if old else None, marker_value(new.text) if new else None


def _cited_shifts(edit: Edit) -> Iterator[Shift]:
    """From which number to which the references in an edit went: 第十条第三項→第十一条第三項 gives ("条", (10,), (11,))."""
    for old, new in zip(_CITED.finditer(edit.before.text), _CITED.finditer(edit.after.text), strict=False):
        if old.group() != new.group():
            yield old[2], marker_value(old[1] + old[3]), marker_value(new[1] + new[3])


def _rewordings(parts: Iterable[Part]) -> Iterator[Entry]:
    """The edits that one clause has for its own, one entry a clause; those that several share, one entry a set of clauses."""
    by_edit: dict[tuple[EditKind, str, str], list[Part]] = defaultdict(list)
    for part in parts:
        for edit in part.edits:
            by_edit[edit.kind, edit.before.text.strip(), edit.after.text.strip()].append(part._replace(edits=(edit,)))
    shared: dict[tuple[tuple[int | None, int], ...], list[list[Part]]] = defaultdict(list)
    for same in by_edit.values():
        shared[tuple(dict.fromkeys((part.row, id(part.change)) for part in same))].append(same)
    for groups in shared.values():
        yield Entry(Action.REWORDED, tuple(_joined(part for same in groups for part in same)))


def _joined(parts: Iterable[Part]) -> Iterator[tuple[Part, ...]]:
    """The parts of each change as one, its edits in order."""
    of_change: dict[int, list[Part]] = defaultdict(list)
    for part in parts:
        of_change[id(part.change)].append(part)
    for same in of_change.values():
        edits = sorted((edit for part in same for edit in part.edits), key=lambda edit: (edit.before.span, edit.after.span))
        yield (same[0]._replace(edits=tuple(edits)),)


def _merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, with those that did the same to whole clauses in several places as one."""
    alike: dict[object, list[Entry]] = defaultdict(list)
    for at, entry in enumerate(entries):
        alike[_what(entry) if entry.action in {Action.ADDED, Action.DELETED} else at].append(entry)
    for same in alike.values():
        yield Entry(same[0].action, tuple(place for entry in same for place in entry.places))


def _what(entry: Entry) -> tuple[object, ...]:
    """What an entry does, wherever it does it."""
    return entry.action, *((edit.kind, edit.before.text.strip(), edit.after.text.strip()) for edit in entry.edits)
