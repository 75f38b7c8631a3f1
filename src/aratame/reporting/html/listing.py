"""Entries and renames → lists with links into the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import Action
from aratame.model import EditKind
from aratame.reporting import saying
from aratame.reporting.html.comparison import tokens_of
from aratame.reporting.labels import EDIT_KINDS
from aratame.reporting.places import clause_title, former_name, place_name, place_title, run_name, whereabouts
from aratame.reporting.quoting import entry_labels, quoted_sides, remaining, surroundings
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aratame.entries import Entry, Part
    from aratame.model import Place, Rename
    from aratame.reporting.html.comparison import Compared
    from aratame.reporting.telling import Telling

QUOTES = 4
"""Edits that a line of the list quotes before the others are counted: about two lines."""


class Link(NamedTuple):
    """A name and the key of the place it leads to."""

    key: str
    name: str


class Listed(NamedTuple):
    """An entry in the list. `quotes` holds both sides of its first edits, `rest` counts the others; `said` is a remark."""

    number: int
    title: str
    former: str
    labels: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    rest: int
    said: str
    links: tuple[Link, ...]
    tokens: tuple[str, ...]


class Left(NamedTuple):
    """A place where an old name still stands, with the words around it."""

    link: Link
    head: str
    name: str
    tail: str


class Renamed(NamedTuple):
    """A rename with its places."""

    label: str
    before: str
    after: str
    times: int
    remaining: str
    links: tuple[Link, ...]
    left: tuple[Left, ...]
    contradicts: tuple[str, ...]


def list_entry(view: Telling, compared: Mapping[int | None, Compared], entry: Entry, number: int) -> Listed:
    """One line of the list of changes."""
    parts = [part for place in entry.places for part in place]
    first, whole = entry.first, entry.action in {Action.RENUMBERED, Action.SPACED}
    edits = [] if whole else [edit for edit in entry.edits if edit.kind is not EditKind.NUMBER or entry.action is Action.REWORDED]
    if entry.action in {Action.ADDED, Action.DELETED}:
        edits = edits[:1]  # the others are its children
    several = len(entry.places) > 1
    linked = parts if whole else [place[0] for place in entry.places]
    links = dict.fromkeys(Link(compared[part.row].key_of(part.change), _name(view, part)) for part in linked)
    return Listed(
        number,
        _title(view, entry),
        "" if several or whole else former_name(view, first),
        tuple(view.say(label) for label in entry_labels(entry)),
        tuple(quoted_sides(edit) for edit in edits[:QUOTES]),
        max(0, len(edits) - QUOTES),
        whereabouts(view, first) if entry.action is Action.MOVED else "",
        tuple(links),
        tokens_of([edit for part in parts for edit in part.edits], moved=entry.action is Action.MOVED),
    )


def list_rename(view: Telling, compared: Mapping[int | None, Compared], rename: Rename) -> Renamed:
    """A rename with links to where it was made and where it was left undone."""
    return Renamed(
        view.say(EDIT_KINDS[rename.kind]),
        one_line(rename.before),
        one_line(rename.after),
        rename.count,
        remaining(view, rename),
        tuple(dict.fromkeys(_link(view, compared, place) for place in rename.places)),
        tuple(Left(_link(view, compared, place), *_around(view, place)) for place in rename.left_behind),
        tuple(map(one_line, rename.contradicts)),
    )


def _title(view: Telling, entry: Entry) -> str:
    """Where the entry is; for a run of numbers the run; nothing where several places share the edits that are quoted."""
    if entry.action is Action.SPACED:
        return view.say(saying.SPACES, sum(len(part.edits) for part in entry.places[0]))
    if entry.action is Action.RENUMBERED:
        return one_line(run_name(view, entry.places[0]))
    return "" if len(entry.places) > 1 else one_line(place_title(view, entry.first))


def _name(view: Telling, part: Part) -> str:
    return one_line(place_name(view, part) or clause_title(view, part))


def _link(view: Telling, compared: Mapping[int | None, Compared], place: Place) -> Link:
    """Where a place is found, by its after side where it has one."""
    there, passage = compared[place.row], view.passages[place.row]
    spot, keys, clauses, name = (
        (place.after, there.after_keys, passage.after_clauses, passage.after_name)
        if place.after
        else (place.before, there.before_keys, passage.before_clauses, passage.before_name)
    )
    assert spot is not None
    row = f"{view.say(saying.ROW, place.row)} " if place.row is not None else ""
    alone = place.row is not None and len(clauses) <= 1
    return Link(keys.get(spot.clause, ""), one_line(row if alone else row + name(clauses[spot.clause])).strip())


def _around(view: Telling, place: Place) -> Sequence[str]:
    """The old name with the words before and behind it."""
    assert place.after is not None
    return surroundings(view.passages[place.row].after, place.after.span)
