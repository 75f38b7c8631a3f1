"""The changes of one row → blocks of both columns that belong beside each other, changed words marked.

                               二　管理者　…          added: the other column leaves the place empty
二　…                            三　（略）             renumbered
３　市長は、三十日以内に…         ３　市長は、十四日以内に…
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from aratame.reporting.abridging import by_lines, without_lines
from aratame.reporting.marks import pieces
from aratame.reporting.naming import caption
from aratame.reporting.sheets.sheet import Run, cell_text, lines_of
from aratame.reporting.taisho.arrivals import notes
from aratame.reporting.taisho.briefs import NOTHING, Brief, briefs, left_out, number_of
from aratame.reporting.taisho.runs import marked, on_one_line, runs_of
from aratame.reporting.taisho.sameness import Sameness, is_unchanged, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from aratame.model import Change, Clause
    from aratame.reporting.passages import Passage
    from aratame.reporting.sheets.sheet import Cell
    from aratame.reporting.taisho.runs import Runs
    from aratame.reporting.taisho.units import Members

ADDED = "（新設）"
DELETED = "（削る）"

"""Kinds whose lines each say something of their own."""


class Block(NamedTuple):
    """What stands beside each other in a row. `note` goes into the column for remarks, if the table has one."""

    before: Cell
    after: Cell
    note: Cell = ()


class _Entry(NamedTuple):
    """What one clause puts into a column; `change` is the place of its change among the row's changes."""

    change: int
    runs: Runs


def blocks(row: Members, passage: Passage, sameness: Sameness) -> tuple[Block, ...]:
    """The row in blocks as short as the order of both columns allows."""
    cuts = list(_cut(*_columns(row, passage, sameness)))
    cells = [(_cell(old), _cell(new)) for old, new in cuts]
    about_row, remarks = notes(row, passage)
    tallest = max(range(len(cells)), key=lambda at: max(len(cell_text(cell)) for cell in cells[at]))
    return tuple(
        Block(
            before,
            after,
            lines_of([*(about_row if at == tallest else ()), *(run for entry in cuts[at][1] for run in remarks.get(entry.change, ()))]),
        )
        for at, (before, after) in enumerate(cells)
    )


def _columns(row: Members, passage: Passage, sameness: Sameness) -> tuple[list[_Entry], list[_Entry]]:
    """What stands below each other in either column: the before clauses in their order, those that came from elsewhere where they are now."""
    changes = row.changes
    brief = briefs(row, passage, sameness)
    before = sorted(((clause, at) for at, change in enumerate(changes) for clause in change.before), key=lambda found: found[0].position)
    after = sorted(((clause, at) for at, change in enumerate(changes) for clause in change.after), key=lambda found: found[0].position)
    shown = [_shown(change, passage, brief) for change in changes]
    old = [_Entry(at, shown[at][0][clause.position]) for clause, at in before if clause.position not in row.arrived]
    new = [_Entry(at, shown[at][1][clause.position]) for clause, at in after]
    here = {entry.change for entry in old}
    steady = [entry for entry in new if not (changes[entry.change].moved and entry.change in here)]
    gone = {at for at, change in enumerate(changes) if not change.after}
    old = _with_gaps(old, steady, _arrived(before, shown, row), gone)
    added, deleted = _absences(changes, passage.after, added=True), _absences(changes, passage.before, added=False)
    return _with_gaps(old, new, added), _with_gaps(new, old, deleted)


def _arrived(
    before: Sequence[tuple[Clause, int]], shown: Sequence[tuple[dict[int, Runs], dict[int, Runs]]], row: Members
) -> dict[int, list[_Entry]]:
    """By change what before clauses that came from elsewhere put into the column, each with what was deleted below it."""
    out: dict[int, list[_Entry]] = defaultdict(list)
    head: int | None = None
    for clause, at in before:
        if clause.position in row.arrived:
            head = at if row.changes[at].after or head is None else head
            out[head].append(_Entry(at, (*shown[at][0][clause.position], Run("\n"))))
    return out


def _shown(change: Change, passage: Passage, brief: dict[int, Brief]) -> tuple[dict[int, Runs], dict[int, Runs]]:
    """What the clauses of a change put into both columns, by position."""
    old, new = change.before, change.after
    if not old or not new:
        return (
            {clause.position: on_one_line((_whole(passage.before, clause),), clause) for clause in old},
            {clause.position: on_one_line((_whole(passage.after, clause),), clause) for clause in new},
        )
    if (found := brief.get(new[0].position)) is not None:
        changed = not is_unchanged(change)
        return (
            {old[0].position: _brief(passage.before, old[0], found, changed=changed)},
            {new[0].position: _brief(passage.after, new[0], found, changed=changed)},
        )
    if change.relation == "1:1":
        left, right = _side_by_side(change, passage)
        return {old[0].position: on_one_line(left, old[0])}, {new[0].position: on_one_line(right, new[0])}
    edits = visible(change)
    return (
        {one.position: on_one_line(tuple(marked(passage.before, one.span, [edit.before.span for edit in edits])), one) for one in old},
        {one.position: on_one_line(tuple(marked(passage.after, one.span, [edit.after.span for edit in edits])), one) for one in new},
    )


def _whole(text: str, clause: Clause) -> Run:
    """All of a clause, marked."""
    return Run(text[slice(*clause.span)], changed=True)


def _brief(text: str, clause: Clause, brief: Brief, *, changed: bool) -> Runs:
    """A clause whose text is left out: its caption where it has a row's head, its marker, （略）."""
    if brief is NOTHING:
        return ()
    own = text[slice(*clause.span)]
    end = own[len(own.rstrip()) :] or " "
    if brief.label is not None:
        return (Run(brief.label + end),)
    marker, number = clause.marker.text if clause.marker else "", number_of(text, clause)
    above = caption(text, clause)
    head = (Run(f"{above}\n"),) if above else ()
    return (*head, Run(marker, changed=changed), Run(left_out(number)[len(marker) :] + end))


def _side_by_side(change: Change, passage: Passage) -> tuple[Runs, Runs]:
    """A clause in two versions; one that only moved has no words that changed, and is marked as a whole."""
    edits = visible(change)
    if change.moved and not edits:
        return (_whole(passage.before, change.before[0]),), (_whole(passage.after, change.after[0]),)
    found = pieces(passage, change, frozenset(change.edits))
    return runs_of(list(without_lines(found) if by_lines(change.after[0], passage.after) else found))


def _is_blank(clauses: Iterable[Clause], text: str) -> bool:
    """Whether nothing is to be read in the clauses: a page break on a line of its own."""
    return not any(text[slice(*clause.span)].strip() for clause in clauses)


def _absences(changes: Sequence[Change], text: str, *, added: bool) -> dict[int, list[_Entry]]:
    """By change what stands for it in the column that lacks it: in a row that only one side has, a word for the first of them.

    `text` is that of the side that has them. Beside other text the place stays empty, as most bodies leave it: there a word of ours
    would be read as a paragraph of the text.
    """
    lone = {
        at: (change.after if added else change.before)[0]
        for at, change in enumerate(changes)
        if not (change.before if added else change.after)
    }
    said = (Run(f"{ADDED if added else DELETED}\n"),) if len(lone) == len(changes) and not _is_blank(lone.values(), text) else ()
    first = min(lone, key=lambda at: lone[at].position, default=None)
    return {at: [_Entry(at, said if at == first else ())] for at in lone}


def _with_gaps(
    column: Sequence[_Entry], other: Sequence[_Entry], lacking: dict[int, list[_Entry]], staying: AbstractSet[int] = frozenset()
) -> list[_Entry]:
    """The column with the entries for each change that it lacks, behind the partner of what stands before it in the other column.

    Changes that are `staying` are not parted from what they stand behind: a paragraph that was deleted stood there.
    """
    final = {entry.change: at for at, entry in enumerate(column)}
    behind: dict[int | None, list[_Entry]] = defaultdict(list)
    waiting = dict(lacking)
    last: int | None = None
    for entry in other:
        if entry.change in final:
            last = entry.change
        else:
            behind[last] += waiting.pop(entry.change, ())
    for change, entries in waiting.items():
        behind[change if change in final else last] += entries
    out = [*behind[None]]
    held: list[_Entry] = []
    for at, entry in enumerate(column):
        if entry.change not in staying:
            out += held
            held = []
        out.append(entry)
        if final[entry.change] == at:
            held += behind[entry.change]
    return [*out, *held]


def _cut(old: Sequence[_Entry], new: Sequence[_Entry]) -> Iterator[tuple[Sequence[_Entry], Sequence[_Entry]]]:
    """Both columns cut wherever the same changes stand before the cut in both."""
    last_old = {entry.change: at for at, entry in enumerate(old)}
    last_new = {entry.change: at for at, entry in enumerate(new)}
    left = right = 0
    while left < len(old):
        old_end, new_end = left, right - 1
        scanned_old, scanned_new = left, right
        while scanned_old <= old_end or scanned_new <= new_end:
            while scanned_old <= old_end:
                new_end = max(new_end, last_new[old[scanned_old].change])
                scanned_old += 1
            while scanned_new <= new_end:
                old_end = max(old_end, last_old[new[scanned_new].change])
                scanned_new += 1
        yield old[left : old_end + 1], new[right : new_end + 1]
        left, right = old_end + 1, new_end + 1


def _cell(entries: Iterable[_Entry]) -> Cell:
    return lines_of(run for entry in entries for run in entry.runs)
