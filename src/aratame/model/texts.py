"""A text that was read and cut into clauses; with spans and sentences, of which everything else is made."""

from enum import StrEnum
from typing import NamedTuple


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


class Document(NamedTuple):
    """A text with its name. `outline` holds the clauses where the format itself states them (e-Gov XML), else None."""

    name: str
    text: str
    format: str = "text"
    notes: tuple[Note, ...] = ()
    outline: tuple[Clause, ...] | None = None
