"""The text of an entry with its marks, side by side where the page is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.entries import is_own_number, is_space
from aratame.reporting import saying
from aratame.reporting.marks import Mark, pieces
from aratame.reporting.terminal import painting
from aratame.reporting.terminal.folding import fold, shorten
from aratame.reporting.terminal.view import INDENT
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.entries import Part
    from aratame.model import Edit
    from aratame.reporting.marks import Piece
    from aratame.reporting.terminal.view import View

CLAUSES = 10
"""Clauses of an added or deleted tree that are shown before the others are counted."""


def show_text(view: View, place: Sequence[Part]) -> None:
    """The marked text of one place of an entry, children indented."""
    limit = len(place) if view.wishes.expand else CLAUSES
    for part in place[:limit]:
        _part(view, part, indent=INDENT + 2 * (_depth(part) - _depth(place[0])))
    if len(place) > limit:
        view.page.paragraph([Run(view.say(saying.CLAUSES_MORE, len(place) - limit), "quiet")], indent=INDENT)


def _depth(part: Part) -> int:
    return (part.change.after or part.change.before)[0].depth


def _part(view: View, part: Part, *, indent: int) -> None:
    """The marked text of one change; nothing where only its number or white space did, of which others tell."""
    own = _spoken_of(part, part.edits)
    if not own:
        return
    wishes, passage = view.wishes, view.passages[part.row]
    marked = pieces(passage, part.change, _spoken_of(part, part.change.edits), view.divide)
    found = _without_caption(marked, passage.caption(part.change))
    if not wishes.expand:
        found = shorten(fold(found, own, view.say(saying.ELIDED)), saying.CUT_OFF.to(wishes.language))
    if not view.page.wide:
        view.page.paragraph(painting.both(found, colour=wishes.colour), indent=indent)
        return
    left = painting.before_side(found, colour=wishes.colour) or [Run(view.say(saying.NOWHERE_BEFORE), "quiet")]
    right = painting.after_side(found, colour=wishes.colour) or [Run(view.say(saying.NOWHERE_AFTER), "quiet")]
    view.page.columns(left, right, indent=indent)


def _spoken_of(part: Part, edits: Iterable[Edit]) -> frozenset[Edit]:
    """Those of `edits` that the text of the entry marks."""
    return frozenset(edit for edit in edits if not (is_own_number(part, edit) or is_space(edit)))


def _without_caption(found: list[Piece], caption: str) -> list[Piece]:
    """The pieces without the caption that the heading has already, where it did not change."""
    if not caption or found[0].mark is not Mark.SAME:
        return found
    old, new = found[0].before.lstrip(), found[0].after.lstrip()
    if not (old.startswith(caption) and new.startswith(caption)):
        return found
    return [found[0]._replace(before=old.removeprefix(caption).lstrip(), after=new.removeprefix(caption).lstrip()), *found[1:]]
