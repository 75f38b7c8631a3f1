"""The changes of one row → blocks of both columns that belong beside each other, changed words marked.

                               二　管理者　…          added: the other column leaves the place empty
二　…                            三　（略）             renumbered
３　市長は、三十日以内に…         ３　市長は、十四日以内に…
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import is_space
from aratame.model import Status
from aratame.reporting.abridging import without_lines
from aratame.reporting.marks import Mark, pieces
from aratame.reporting.naming import caption
from aratame.reporting.sheets.sheet import Run, lines_of
from aratame.reporting.taisho.briefs import NOTHING, Brief, briefs, left_out, number_of
from aratame.reporting.taisho.sameness import Sameness, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.model import Clause, Span
    from aratame.reporting.marks import Piece
    from aratame.reporting.passages import Passage
    from aratame.reporting.sheets.sheet import Cell
    from aratame.reporting.taisho.units import Item

ADDED = "（新設）"
DELETED = "（削る）"

Runs = tuple[Run, ...]


class Block(NamedTuple):
    """What stands beside each other in a row."""

    before: Cell
    after: Cell


class _Entry(NamedTuple):
    """What one clause puts into a column; `item` is its place among the row's items."""

    item: int
    runs: Runs


def blocks(items: Sequence[Item], passage: Passage, sameness: Sameness) -> tuple[Block, ...]:
    """The row in blocks as short as the order of both columns allows."""
    brief = briefs(items, passage, sameness)
    before = sorted(((clause, at) for at, item in enumerate(items) for clause in item.before), key=lambda found: found[0].position)
    after = sorted(((clause, at) for at, item in enumerate(items) for clause in item.after), key=lambda found: found[0].position)
    shown = [_shown(item, passage, brief) for item in items]
    old = [_Entry(at, shown[at][0][clause.position]) for clause, at in before]
    new = [_Entry(at, shown[at][1][clause.position]) for clause, at in after]
    added, deleted = _absences(items, passage.after, added=True), _absences(items, passage.before, added=False)
    old, new = _with_gaps(old, new, added), _with_gaps(new, old, deleted)
    return tuple(Block(_cell(left), _cell(right)) for left, right in _cut(old, new))


def _shown(item: Item, passage: Passage, brief: dict[int, Brief]) -> tuple[dict[int, Runs], dict[int, Runs]]:
    """What the clauses of an item put into both columns, by position."""
    old, new = item.before, item.after
    if not old or not new:
        return (
            {clause.position: (Run(passage.before[slice(*clause.span)], changed=True),) for clause in old},
            {clause.position: (Run(passage.after[slice(*clause.span)], changed=True),) for clause in new},
        )
    if (found := brief.get(new[0].position)) is not None:
        changed = item.change.status is not Status.UNCHANGED
        return (
            {old[0].position: _brief(passage.before, old[0], found, changed=changed)},
            {new[0].position: _brief(passage.after, new[0], found, changed=changed)},
        )
    if item.change.relation == "1:1":
        left, right = _side_by_side(item, passage)
        return {old[0].position: left}, {new[0].position: right}
    edits = visible(item.change)
    return (
        {clause.position: tuple(marked(passage.before, clause.span, [edit.before.span for edit in edits])) for clause in old},
        {clause.position: tuple(marked(passage.after, clause.span, [edit.after.span for edit in edits])) for clause in new},
    )


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


def _side_by_side(item: Item, passage: Passage) -> tuple[Runs, Runs]:
    """A clause in two versions; one that only moved has no words that changed, and is marked as a whole."""
    edits = visible(item.change)
    if item.change.moved and not edits:
        (old,), (new,) = item.before, item.after
        return (Run(passage.before[slice(*old.span)], changed=True),), (Run(passage.after[slice(*new.span)], changed=True),)
    return runs_of(list(without_lines(pieces(passage, item.change, frozenset(item.change.edits)))))


def runs_of(found: Sequence[Piece]) -> tuple[Runs, Runs]:
    """The pieces of a change as runs of both sides; where only blanks differ, nothing is marked."""
    changed = [piece.mark is Mark.CHANGED and piece.edit is not None and not is_space(piece.edit) for piece in found]
    return (
        tuple(Run(piece.before, changed=mark) for piece, mark in zip(found, changed, strict=True)),
        tuple(Run(piece.after, changed=mark) for piece, mark in zip(found, changed, strict=True)),
    )


def marked(text: str, own: Span, spans: Iterable[Span]) -> Iterator[Run]:
    """The text at `own` with the words at `spans` marked."""
    done = own.start
    for start, end in spans:
        start, end = max(start, done), min(end, own.end)  # noqa: PLW2901  an edit may reach into the next clause
        if start < end:
            yield Run(text[done:start])
            yield Run(text[start:end], changed=True)
            done = end
    yield Run(text[done : own.end])


def _is_blank(clauses: Iterable[Clause], text: str) -> bool:
    """Whether nothing is to be read in the clauses: a page break on a line of its own."""
    return not any(text[slice(*clause.span)].strip() for clause in clauses)


def _absences(items: Sequence[Item], text: str, *, added: bool) -> dict[int, Runs]:
    """By item what stands for it in the column that lacks it: in a row that only one side has, a word for the first of them.

    `text` is that of the side that has them. Beside other text the place stays empty, as most bodies leave it: there a word of ours
    would be read as a paragraph of the text.
    """
    lone = {at: (item.after if added else item.before)[0] for at, item in enumerate(items) if not (item.before if added else item.after)}
    said = (Run(f"{ADDED if added else DELETED}\n"),) if len(lone) == len(items) and not _is_blank(lone.values(), text) else ()
    first = min(lone, key=lambda at: lone[at].position, default=None)
    return {at: said if at == first else () for at in lone}


def _with_gaps(column: Sequence[_Entry], other: Sequence[_Entry], absences: dict[int, Runs]) -> list[_Entry]:
    """The column with an entry for each item that only the other has, behind the partner of what stands before it there."""
    behind: dict[int | None, list[_Entry]] = defaultdict(list)
    last: int | None = None
    for entry in other:
        if entry.item in absences:
            behind[last].append(_Entry(entry.item, absences[entry.item]))
        else:
            last = entry.item
    final = {entry.item: at for at, entry in enumerate(column)}
    out = [*behind[None]]
    for at, entry in enumerate(column):
        out.append(entry)
        if final[entry.item] == at:
            out += behind[entry.item]
    return out


def _cut(old: Sequence[_Entry], new: Sequence[_Entry]) -> Iterator[tuple[Sequence[_Entry], Sequence[_Entry]]]:
    """Both columns cut wherever the same items stand before the cut in both."""
    last_old = {entry.item: at for at, entry in enumerate(old)}
    last_new = {entry.item: at for at, entry in enumerate(new)}
    left = right = 0
    while left < len(old):
        old_end, new_end = left, right - 1
        scanned_old, scanned_new = left, right
        while scanned_old <= old_end or scanned_new <= new_end:
            while scanned_old <= old_end:
                new_end = max(new_end, last_new[old[scanned_old].item])
                scanned_old += 1
            while scanned_new <= new_end:
                old_end = max(old_end, last_old[new[scanned_new].item])
                scanned_new += 1
        yield old[left : old_end + 1], new[right : new_end + 1]
        left, right = old_end + 1, new_end + 1


def _cell(entries: Iterable[_Entry]) -> Cell:
    return lines_of(run for entry in entries for run in entry.runs)
