"""The values that cross stages, in the order in which they are made.

Everything here is frozen. The values of which a statute has tens of thousands (`Span`, `Marker`, `Clause`) are named
tuples, because making them is what reading an unchanged text costs; the others are dataclasses.

Spans count code points of the text as it was decoded and are half open, `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

_WAY_BACK = "aratame.reporting.json_answer"
"""Reads what `json_report` writes. Named and not imported: the model is below all stages, and only who asks for the way back goes there."""


class Words(NamedTuple):
    """One sentence for people, in both languages of the reports."""

    ja: str
    en: str

    def __str__(self) -> str:
        """The Japanese sentence."""
        return self.ja

    def to(self, language: str) -> str:
        """The sentence in `language`, "ja" or "en"."""
        return self.en if language == "en" else self.ja


class Span(NamedTuple):
    """`[start, end)` in code points."""

    start: int
    end: int


# --- reading -----------------------------------------------------------------------------------------------------


class Note(NamedTuple):
    """What a reader left out or had to guess, and where."""

    place: str
    words: Words


class ClauseKind(StrEnum):
    """What a clause is; the names of the e-Gov law schema where they exist."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    DIVISION = "division"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"
    SUPPL_PROVISION = "suppl_provision"
    APPDX_TABLE = "appdx_table"
    TOC = "toc"
    HEADING = "heading"
    BULLET = "bullet"
    NOTE = "note"
    ELISION = "elision"
    TEXT = "text"


class Marker(NamedTuple):
    """A clause's number as written, with its brackets, without a dot or blank behind it."""

    text: str
    span: Span


class Clause(NamedTuple):
    """One clause: its own text is `text[span]`, marker included, children left out.

    `path` holds the marker texts of the ancestors and of the clause itself, unmarked ones left out; `parent` is the
    parent's position in the document's list, smaller than `position`, or None; `depth` the number of ancestors.
    """

    position: int
    kind: ClauseKind
    marker: Marker | None
    span: Span
    path: tuple[str, ...]
    parent: int | None
    depth: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its name. `outline` holds the clauses where the format itself states them (e-Gov XML), else None."""

    name: str
    text: str
    format: str = "text"
    notes: tuple[Note, ...] = ()
    outline: tuple[Clause, ...] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a before/after table. `cells` has the other columns by role (`item`, `date`, …) or by header text."""

    number: int
    before: str
    after: str
    cells: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A before/after table. `columns` maps each role to the header that named it."""

    name: str
    length: int
    format: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


# --- aligning ----------------------------------------------------------------------------------------------------


class Pair(NamedTuple):
    """Clauses of either side that are one clause in two versions; positions in the two clause lists.

    One side empty: added or deleted. More than one on a side: split or merged.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]
    moved: bool = False
    renumbered: bool = False


# --- rewording and classifying -----------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Edit:
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


@dataclass(frozen=True, slots=True)
class Change:
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
        sides = (len(self.before), len(self.after))
        return ":".join("n" if count > 1 else str(count) for count in sides)


# --- gathering ---------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Rename:
    """One name that gave way to another, everywhere it did, and where the old one still stands in the after text.

    `contradicts` holds the other new names that the same old name was given elsewhere. `still_used` counts the places of an old name
    that lives on beside the new one: they are no oversights, so `left_behind` does not list them.
    """

    kind: EditKind
    before: str
    after: str
    count: int
    places: tuple[Place, ...]
    left_behind: tuple[Place, ...] = ()
    contradicts: tuple[str, ...] = ()
    still_used: int = 0


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed between two documents. `changes` holds every clause of either side in just one change, unchanged ones too."""

    before: Document
    after: Document
    before_clauses: tuple[Clause, ...]
    after_clauses: tuple[Clause, ...]
    changes: tuple[Change, ...]
    renames: tuple[Rename, ...] = ()

    @staticmethod
    def from_json(answer: Mapping[str, Any] | str, before: Document | str, after: Document | str) -> Diff:
        """The value behind the JSON answer of `aratame diff`, which does not hold the texts: they are given again.

        `changes` has what the answer lists (all with `--unchanged`); its sentences are in the one language of the answer. Raises `ReadError`
        for what is no such answer, or one about other texts.
        """
        return cast("Diff", import_module(_WAY_BACK).diff_of(answer, before, after))


@dataclass(frozen=True, slots=True)
class RowDiff:
    """What changed in one row of a table; spans count within the row's own cells."""

    row: Row
    before_clauses: tuple[Clause, ...]
    after_clauses: tuple[Clause, ...]
    changes: tuple[Change, ...]


class Severity(StrEnum):
    """How much a finding weighs; a hint does not fail a check."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `line` and `column` count from 1, in code points; `row` is None outside tables."""

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    row: int | None
    message: Words


@dataclass(frozen=True, slots=True)
class TableDiff:
    """What changed, row by row, and across the rows."""

    table: Table
    rows: tuple[RowDiff, ...]
    renames: tuple[Rename, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @staticmethod
    def from_json(answer: Mapping[str, Any] | str) -> TableDiff:
        """The value behind the JSON answer of `aratame table`, as with `Diff.from_json`; a row's texts are in the answer."""
        return cast("TableDiff", import_module(_WAY_BACK).table_diff_of(answer))
