"""Text and clauses, written down together as the elements come."""

from __future__ import annotations

from aratame.model import Clause, ClauseKind, Document, Marker, Note, Span, Words


class Outline:
    """The text so far and the clauses that were opened in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.clauses: list[Clause] = []
        self.notes: list[Note] = []
        self.quoting = 0
        """> 0 inside what is one clause whatever it holds: an appended table, a quoted amendment."""

    def document(self, name: str) -> Document:
        """The finished document: each clause ends where the next one starts."""
        ends = [clause.span.start for clause in self.clauses[1:]] + [self.length]
        outline = (c._replace(span=Span(c.span.start, end)) for c, end in zip(self.clauses, ends, strict=True))
        return Document(name, "".join(self.pieces), "egov_xml", tuple(self.notes), tuple(outline))

    def write(self, text: str) -> None:
        """Text of the clause that was opened last."""
        self.pieces.append(text)
        self.length += len(text)

    def line(self, text: str) -> None:
        """A line of it; no text, no line."""
        if text:
            self.write(text + "\n")

    def open(self, kind: ClauseKind, parent: int | None) -> int | None:
        """A new clause that starts here; its position. Inside a quotation no clause starts, and `parent` goes on."""
        if self.quoting:
            return parent
        above = self.clauses[parent] if parent is not None else None
        path, depth = (above.path, above.depth + 1) if above else ((), 0)
        position = len(self.clauses)
        self.clauses.append(Clause(position, kind, None, Span(self.length, self.length), path, parent, depth))
        return position

    def marker(self, position: int | None, text: str) -> None:
        """Write the marker of the clause that was opened last."""
        if text and position is not None and not self.quoting:
            clause = self.clauses[position]
            span = Span(self.length, self.length + len(text))
            self.clauses[position] = clause._replace(marker=Marker(text, span), path=(*clause.path, text))
        self.write(text)

    def own_line(self, text: str, owner: int | None) -> None:
        """A line of `owner`'s own text; behind its children it is a clause without a marker, so that nothing changes its owner."""
        last = self.clauses[-1] if self.clauses else None
        follows = (
            last is not None and owner is not None and (last.position == owner or (last.kind is ClauseKind.TEXT and last.parent == owner))
        )
        if text and not follows:
            self.open(ClauseKind.TEXT, owner)
        self.line(text)

    def note(self, place: str, ja: str, en: str) -> None:
        """Something that was left out."""
        self.notes.append(Note(place, Words(ja, en)))
