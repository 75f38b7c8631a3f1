"""What an entry is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import EditKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aratame.model import Change, Edit


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


def is_space(edit: Edit) -> bool:
    """Whether both sides of the edit differ in white space alone."""
    return "".join(edit.before.text.split()) == "".join(edit.after.text.split())


def is_own_number(part: Part, edit: Edit) -> bool:
    """Whether the edit gives the clause of `part` its new number."""
    marker = part.change.before[0].marker if part.change.before and part.change.renumbered else None
    if marker is None or edit.kind is not EditKind.NUMBER:
        return False
    return edit.before.span.start < marker.span.end and edit.before.span.end > marker.span.start


def divided(parts: Iterable[Part], test: Callable[[Part, Edit], bool]) -> tuple[list[Part], list[Part]]:
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
