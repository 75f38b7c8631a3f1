"""What a rule may look at, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying import references
from aratame.lexing import tokenise
from aratame.model import Clause, EditKind, Span, Words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from aratame.classifying.numbering import Numbering
    from aratame.config import Config
    from aratame.rewording import Replacement

    Finder = Callable[[str, int, int], Iterable[tuple[int, int]]]
    """Gives, for a text and two places in it, the stretches between them that are of some sort."""

REACH = 60
"""How far, in code points, a rule looks to either side for the rest of a citation, a date or a predicate."""


class Verdict(NamedTuple):
    """What a rule says of one replacement."""

    kind: EditKind
    substantive: bool
    reason: Words


@dataclass(frozen=True)
class Subject:
    """One replacement with all that its meaning may depend on.

    `before` and `after` are the joined own texts of the change's clauses; the spans of `replacements` count in them;
    `number` is the place of the replacement to be judged. What several rules ask for is worked out once.
    """

    before: str
    after: str
    replacements: tuple[Replacement, ...]
    number: int
    before_clauses: tuple[Clause, ...]
    after_clauses: tuple[Clause, ...]
    numbering: Numbering
    config: Config

    @property
    def before_span(self) -> Span:
        """Where the replaced words stand in `before`."""
        return self.replacements[self.number].before

    @property
    def after_span(self) -> Span:
        """Where the new words stand in `after`."""
        return self.replacements[self.number].after

    @cached_property
    def before_words(self) -> str:
        """The replaced words."""
        return self.before[slice(*self.before_span)]

    @cached_property
    def after_words(self) -> str:
        """The new words."""
        return self.after[slice(*self.after_span)]

    @property
    def left(self) -> str:
        """What stands before the replacement in the after text, at most `REACH`."""
        start = self.after_span.start
        return self.after[max(0, start - REACH) : start]

    @property
    def right(self) -> str:
        """What stands behind the replacement in the after text, at most `REACH`."""
        end = self.after_span.end
        return self.after[end : end + REACH]

    @cached_property
    def cited(self) -> tuple[Span, Span]:
        """Both spans, made longer by the citations that they are part of."""
        return self.widened(references.lists)

    @cached_property
    def cites_alone(self) -> bool:
        """Whether both sides are citations of provisions and nothing else."""
        return references.is_list("".join(self.before_words.split())) and references.is_list("".join(self.after_words.split()))

    @property
    def core(self) -> tuple[str, str]:
        """Both sides without the words that they begin or end with alike: 定期的 and 年1回以上 of 定期的実施→年1回以上実施."""
        words = [[token.key for token in tokenise(text)] for text in (self.before_words, self.after_words)]
        for end in (-1, 0):
            while len(words[0]) > 1 and len(words[1]) > 1 and words[0][end] == words[1][end]:
                for side in words:
                    side.pop(end)
        return "".join(words[0]), "".join(words[1])

    def widened(self, finder: Finder) -> tuple[Span, Span]:
        """Both spans, made longer by what `finder` finds over them."""
        return widen(finder, self.before, self.before_span), widen(finder, self.after, self.after_span)

    def sides(self, spans: tuple[Span, Span]) -> tuple[str, str]:
        """The texts at two spans."""
        return self.before[slice(*spans[0])], self.after[slice(*spans[1])]


def finder(pattern: re.Pattern[str]) -> Finder:
    """What finds the matches of a pattern."""
    return lambda text, start, end: (match.span() for match in pattern.finditer(text, start, end))


def widen(finder: Finder, text: str, span: Span) -> Span:
    """`span` with all found that overlaps it; where it is empty, that holds its place inside."""
    low, high = max(0, span.start - REACH), min(len(text), span.end + REACH)
    start, end = span
    for first, last in finder(text, low, high):
        if first < span.end and last > span.start:
            start, end = min(start, first), max(end, last)
    return Span(start, end)


def clause_at(clauses: Sequence[Clause], place: int) -> tuple[Clause, int] | None:
    """The clause in whose own text the place of the joined texts lies, and the clause's own offset there."""
    offset = 0
    for clause in clauses:
        length = clause.span.end - clause.span.start
        if place < offset + length or clause is clauses[-1]:
            return clause, offset
        offset += length
    return None


def marker_span(clauses: Sequence[Clause], span: Span) -> Span | None:
    """The marker, in the joined own texts, of the clause in which `span` lies."""
    found = clause_at(clauses, span.start)
    if not found or not found[0].marker:
        return None
    clause, offset = found
    assert clause.marker
    shift = offset - clause.span.start
    return Span(clause.marker.span.start + shift, clause.marker.span.end + shift)
