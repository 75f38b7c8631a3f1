"""The end of a report: how many edits of which kind, which names changed and where the old ones still stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aratame.model import EditKind
from aratame.reporting import saying
from aratame.reporting.labels import EDIT_KINDS
from aratame.reporting.quoting import remaining, surroundings
from aratame.reporting.sanitize import one_line
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Note, Place, Rename
    from aratame.reporting.terminal.view import View

LISTED = 20
"""Renames in the table before the others are counted; --expand lists all."""


def show_summary(view: View, renames: Sequence[Rename]) -> None:
    """The counts and the renames."""
    view.page.rule(view.say(saying.SUMMARY))
    _counts(view)
    if renames:
        _renames(view, renames)


def show_notes(view: View, notes: Sequence[tuple[str, Note]]) -> None:
    """What the readers left out or guessed; each note with the name of its file."""
    if not notes:
        return
    view.page.rule(view.say(saying.NOTES))
    for name, note in notes:
        place = " ".join(one_line(word) for word in (name, note.place) if word)
        view.page.paragraph([Run(f"{place}: ", "quiet"), Run(one_line(note.words.to(view.wishes.language)))], indent=1, hang=2)


def _counts(view: View) -> None:
    """A line for each kind of edit that occurs, in the contract's order."""
    edits = [edit for passage in view.passages.values() for change in passage.changes for edit in change.edits]
    every, real = Counter(edit.kind for edit in edits), Counter(edit.kind for edit in edits if edit.substantive)
    rows = [(view.say(EDIT_KINDS[kind]), f"{every[kind]:,}", f"{real[kind]:,}") for kind in EditKind if every[kind]]
    rows.append((view.say(saying.TOTAL), f"{every.total():,}", f"{real.total():,}"))
    headers = [view.say(words) for words in (saying.COUNT_KIND, saying.COUNT_EDITS, saying.COUNT_SUBSTANTIVE)]
    view.page.table(headers, rows, numbers=(1, 2))


def _renames(view: View, renames: Sequence[Rename]) -> None:
    """The names that changed, those first that were left behind or changed most; then each place in which the old one still stands."""
    order = sorted(renames, key=lambda one: (not one.left_behind, -one.count))
    listed = order if view.wishes.expand else order[:LISTED]
    headers = [view.say(words) for words in (saying.RENAMES, saying.OLD_NAME, saying.NEW_NAME, saying.TIMES, saying.STILL)]
    rows = [
        (view.say(EDIT_KINDS[one.kind]), one_line(one.before), one_line(one.after), f"{one.count:,}", remaining(view, one))
        for one in listed
    ]
    view.page.table(headers, rows, numbers=(3, 4))
    if len(order) > len(listed):
        view.page.paragraph([Run(view.say(saying.AND_MORE_EDITS, len(order) - len(listed)), "quiet")], indent=1)
    for rename in order:
        for place in rename.left_behind:
            _left_behind(view, place)
        if rename.contradicts:
            others = "、".join(map(one_line, rename.contradicts))
            view.page.paragraph(
                [Run("※ ", "warning"), Run(view.say(saying.CONTRADICTS, before=one_line(rename.before), others=others))], indent=1, hang=3
            )


def _left_behind(view: View, place: Place) -> None:
    """A place where the old name still stands, with the words around it."""
    spot, passage = place.after, view.passages[place.row]
    if spot is None:
        return
    where = [view.say(saying.ROW, place.row)] if place.row is not None else []
    where.append(passage.after_name(passage.after_clauses[spot.clause]))
    around = "…{}{}{}…".format(*surroundings(passage.after, spot.span))
    runs = [Run("※ ", "warning"), Run(f"{view.say(saying.LEFT_BEHIND)}　", "warning"), Run(f"{' '.join(where)} 「{around}」")]
    view.page.paragraph(runs, indent=1, hang=3)
