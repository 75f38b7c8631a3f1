"""A document with its clauses, as the checks of documents see it, and where in a file a finding lies."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from aratame.classifying.addresses import Addresses
from aratame.model import Clause, ClauseKind, Document, Finding
from aratame.numerals import marker_value

if TYPE_CHECKING:
    from aratame.model import Row, Severity, Table, Words


class Passage:
    """A document and its clauses; what several checks ask of them is found once."""

    def __init__(self, document: Document, clauses: tuple[Clause, ...]) -> None:
        self.document, self.clauses = document, clauses

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the clauses."""
        return Addresses(self.clauses)

    @cached_property
    def supplementary(self) -> frozenset[int]:
        """Positions of the clauses of 附則, those below them included."""
        inside: set[int] = set()
        for clause in self.clauses:
            if clause.kind is ClauseKind.SUPPL_PROVISION or clause.parent in inside:
                inside.add(clause.position)
        return frozenset(inside)

    @cached_property
    def ranges(self) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
        """The first and the last number of each clause that stands for several articles: 第五条から第七条まで　削除."""
        values = (marker_value(clause.marker.text) or () for clause in self.clauses if clause.kind is ClauseKind.ARTICLE and clause.marker)
        return tuple((value[: value.index(0)], value[value.index(0) + 1 :]) for value in values if 0 in value)

    def own_text(self, clause: Clause) -> str:
        """The clause's own text."""
        return self.document.text[clause.span.start : clause.span.end]

    def clause_at(self, place: int) -> Clause | None:
        """The clause in whose own text a place lies."""
        number = bisect_right(self.clauses, place, key=lambda clause: clause.span.start) - 1
        return self.clauses[number] if number >= 0 else None


def finding_at(rule: str, severity: Severity, document: Document, place: int, words: Words) -> Finding:
    """A finding at a place of a document's text, with its line and column; lines end as the contract says."""
    head = document.text[:place]
    line = head.count("\n") + head.count("\r") - head.count("\r\n")
    column = place - max(head.rfind("\n"), head.rfind("\r"))
    return Finding(rule, severity, document.name, line + 1, column, None, words)


def finding_in(rule: str, severity: Severity, table: Table, row: Row, words: Words) -> Finding:
    """A finding in a row of a table."""
    return Finding(rule, severity, table.name, row.line, 1, row.number, words)
