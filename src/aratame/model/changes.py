"""What changed between two texts: pairs of clauses, the edits inside them, what became of each clause, renames over all of them."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from typing import Any, NamedTuple, cast

from aratame.model.texts import Clause, Document, Span, Words

WAY_BACK = "aratame.reporting.json_answer"
"""Reads what `json_report` writes. Named and not imported: the model is below all stages, and only who asks for the way back goes there."""


class Pair(NamedTuple):
    """Clauses of either side that are one clause in two versions; positions in the two clause lists.

    One side empty: added or deleted. More than one on a side: split or merged.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]
    moved: bool = False
    renumbered: bool = False


class EditKind(StrEnum):
    """What kind of edit it is; the contract says what each means."""

    ADDITION = "addition"
    DELETION = "deletion"
    TERM = "term"
    ORGANIZATION = "organization"
    CITATION = "citation"
    DATE = "date"
    QUANTITY = "quantity"
    NUMBER = "number"
    MODALITY = "modality"
    ORTHOGRAPHY = "orthography"
    REWORDING = "rewording"


class Excerpt(NamedTuple):
    """A piece of one side's text: `text` is what stands at `span`."""

    span: Span
    text: str


class Edit(NamedTuple):
    """One unit that a reader would name: these words gave way to those, this kind of change, for this reason."""

    kind: EditKind
    before: Excerpt
    after: Excerpt
    substantive: bool
    reason: Words


class Status(StrEnum):
    """What became of a clause."""

    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    ADDED = "added"
    DELETED = "deleted"


class Change(NamedTuple):
    """What became of one clause, or of several where it was split or merged."""

    status: Status
    before: tuple[Clause, ...]
    after: tuple[Clause, ...]
    edits: tuple[Edit, ...] = ()
    moved: bool = False
    renumbered: bool = False

    @property
    def relation(self) -> str:
        """`1:1`, `1:n` (split), `n:1` (merge), `0:1` (added) or `1:0` (deleted)."""
        before, after = len(self.before), len(self.after)
        return f"{before if before < 2 else 'n'}:{after if after < 2 else 'n'}"


class Spot(NamedTuple):
    """Where words stand on one side: the clause's index, the span, the words."""

    clause: int
    span: Span
    text: str


class Place(NamedTuple):
    """Where a rename was made or left undone. `row` is the table's row, None for documents."""

    row: int | None
    before: Spot | None
    after: Spot | None


class Rename(NamedTuple):
    """One name that gave way to another, everywhere it did, and where the old one still stands in the after text.

    `contradicts` holds the other new names that the same old name was given elsewhere. `still_used` counts the places of an old name
    that lives on beside the new one: they are no oversights, so `left_behind` does not list them.
    """

    kind: EditKind
    before: str
    after: str
    count: int  # type: ignore[assignment]  # every tuple has a method of this name; the number is what is promised
    places: tuple[Place, ...]
    left_behind: tuple[Place, ...] = ()
    contradicts: tuple[str, ...] = ()
    still_used: int = 0


class Diff(NamedTuple):
    """What changed between two documents. `changes` holds every clause of either side in just one change, unchanged ones too."""

    before: Document
    after: Document
    before_clauses: tuple[Clause, ...]
    after_clauses: tuple[Clause, ...]
    changes: tuple[Change, ...]
    renames: tuple[Rename, ...] = ()

    @staticmethod
    def from_json(answer: Mapping[str, Any] | str, before: Document | str, after: Document | str) -> "Diff":
        """The value behind the JSON answer of `aratame diff`, which does not hold the texts: they are given again.

        `changes` has what the answer lists (all with `--unchanged`); its sentences are in the one language of the answer. Raises `ReadError`
        for what is no such answer, or one about other texts.
        """
        return cast("Diff", import_module(WAY_BACK).diff_of(answer, before, after))
