"""Edits of numbers → runs of clauses that were renumbered one after the other, with the references that follow them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.entries.entry import Action, Entry, divided, is_own_number
from aratame.model import ClauseKind
from aratame.numerals import KANJI_NUMBER, marker_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aratame.entries.entry import Part
    from aratame.model import Change, Edit

    Shift = tuple[str, tuple[int, ...] | None, tuple[int, ...] | None]

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


def renumberings(numbers: Iterable[Part], parts: Iterable[Part]) -> tuple[list[Entry], list[Part]]:
    """An entry a run, and the references that follow none. `numbers` are the edits of numbers, `parts` all changes in order.

    A reference belongs to the run in which a clause of its old number got its new one.
    """
    own, references = divided(numbers, is_own_number)
    runs = _runs(own, parts)
    followed = {_own_shift(part.change): run for run in reversed(runs) for part in run}
    alone: list[Part] = []
    for part in references:
        for edit in part.edits:
            run = next((followed[shift] for shift in _cited_shifts(edit) if shift in followed), alone)
            run.append(part._replace(edits=(edit,)))
    return [Entry(Action.RENUMBERED, (tuple(run),)) for run in runs], alone


def _runs(own: Iterable[Part], parts: Iterable[Part]) -> list[list[Part]]:
    """The renumbered clauses, cut where a clause of the same kind under the same parent kept its number or went another way.

    Articles are numbered through the document, whatever their parent.
    """
    renumbered = {id(part.change): part for part in own}
    runs: list[list[Part]] = []
    last: dict[tuple[int | None, ClauseKind, int | None], list[Part]] = {}
    for part in parts:
        if part.change.moved or not (part.change.before and part.change.after):
            continue  # they stand apart from the run that they left or joined
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


def _own_shift(change: Change) -> Shift:
    """From which number to which the clause went, with the unit by which it is cited."""
    old, new = change.before[0].marker, change.after[0].marker
    return UNITS.get(change.after[0].kind, ""), marker_value(old.text) if old else None, marker_value(new.text) if new else None


def _cited_shifts(edit: Edit) -> Iterator[Shift]:
    """From which number to which the references in an edit went: 第十条第三項→第十一条第三項 gives ("条", (10,), (11,))."""
    for old, new in zip(_CITED.finditer(edit.before.text), _CITED.finditer(edit.after.text), strict=False):
        if old.group() != new.group():
            yield old[2], marker_value(old[1] + old[3]), marker_value(new[1] + new[3])
