"""Changes → entries: one action of a drafter, one entry of a report.

A drafter who renames a thing, inserts an article or takes a list apart does one thing, and the changes show it in many places:

    第三条…4情報→5情報, 第七条…4情報→5情報, 別表…4情報→5情報         one entry with three places
    第五条 added with its paragraphs and items                        one entry
    第六条→第七条, …, 第二十条→第二十一条, 「第九条」→「第十条」 in 第二条     one entry: the run, and the references that follow it
    line ends, blanks                                                 one entry

Entries keep the changes and edits they were made from. JSON does not know them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from aratame.entries.entry import Action, Entry, Part, Weight, divided, is_own_number, is_space
from aratame.entries.renumbering import renumberings
from aratame.model import Diff, EditKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aratame.model import TableDiff

__all__ = ["Action", "Entry", "Part", "Weight", "gather_entries", "is_own_number", "is_space"]


def gather_entries(answer: Diff | TableDiff) -> tuple[Entry, ...]:
    """The entries of an answer: what changes what the text says, then what only moved, then what is formal, each by place.

    Every edit stands in exactly one entry, and so does every clause that moved, was split or merged.
    """
    parts = list(_parts(answer))
    lone = [part for part in parts if part.change.status in {Status.ADDED, Status.DELETED}]
    spaces, rest = divided([part for part in parts if part.change.status is Status.MODIFIED], lambda _, edit: is_space(edit))
    whole = [part for part in rest if _is_whole(part)]
    numbers, words = divided([part for part in rest if not _is_whole(part)], lambda _, edit: edit.kind is EditKind.NUMBER)
    runs, references = renumberings(numbers, parts)
    entries = [*_trees(lone), *map(_whole, whole), *runs, *_rewordings(references), *_rewordings(words)]
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


def _trees(parts: Iterable[Part]) -> Iterator[Entry]:
    """Added and deleted clauses, each with its descendants that were added or deleted with it."""
    trees: list[list[Part]] = []
    tree_of: dict[tuple[int | None, Status, int | None], list[Part]] = {}
    for part in parts:
        status = part.change.status
        clause = (part.change.after or part.change.before)[0]
        tree = tree_of.get((part.row, status, clause.parent))
        if tree is None:
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
