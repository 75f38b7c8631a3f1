"""What a rule may look at, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from aratame.classifying import references
from aratame.classifying.named_numbers import BY_NUMBER
from aratame.classifying.stretches import REACH, widen
from aratame.lexing import tokenise
from aratame.model import Clause, EditKind, Span, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aratame.classifying.abbreviations import Abbreviations
    from aratame.classifying.numbering import Numbering
    from aratame.classifying.stretches import Finder
    from aratame.config import Config
    from aratame.rewording import Replacement


Answer = TypeVar("Answer")


class _Once(Generic[Answer]):
    """An attribute that is worked out when it is first asked for. That of functools takes a lock in Python 3.11, and an edit has five of them."""

    def __init__(self, method: Callable[[Any], Answer]) -> None:
        self._method = method

    def __get__(self, subject: Any, owner: type | None = None) -> Answer:
        answer = subject.__dict__[self._method.__name__] = self._method(subject)
        return answer


class Verdict(NamedTuple):
    """What a rule says of one replacement."""

    kind: EditKind
    substantive: bool
    reason: Words


class Subject:
    """One replacement with all that its meaning may depend on.

    `before` and `after` are the joined own texts of the change's clauses; the spans of `replacement` count in them. `begins` is where, on
    either side, the clauses of the text begin among those of the numbering. What nearly every rule looks at is cut out once: where the words stand, the words themselves, both sides' `words` without white space around them,
    and what stands beside the new ones in the after text (`left` and `right`, at most `REACH`).
    """

    def __init__(
        self,
        before: str,
        after: str,
        replacement: Replacement,
        before_clauses: tuple[Clause, ...],
        after_clauses: tuple[Clause, ...],
        *,
        numbering: Numbering,
        config: Config,
        abbreviations: Abbreviations | None = None,
        begins: tuple[int, int] = (0, 0),
    ) -> None:
        self.before, self.after = before, after
        self.before_clauses, self.after_clauses = before_clauses, after_clauses
        self.numbering, self.config, self.abbreviations, self.begins = numbering, config, abbreviations, begins
        self.before_span, self.after_span = replacement
        start, end = self.after_span
        self.before_words, self.after_words = before[slice(*self.before_span)], after[start:end]
        self.words = self.before_words.strip(), self.after_words.strip()
        self.left, self.right = after[max(0, start - REACH) : start], after[end : end + REACH]

    @_Once
    def dense(self) -> tuple[str, str]:
        """Both sides without any white space."""
        return "".join(self.before_words.split()), "".join(self.after_words.split())

    @_Once
    def homes(self) -> tuple[int, int] | None:
        """The positions, for the numbering, of the clauses in which the words stand; None where a side has no clause."""
        before, after = clause_at(self.before_clauses, self.before_span.start), clause_at(self.after_clauses, self.after_span.start)
        return (before[0].position + self.begins[0], after[0].position + self.begins[1]) if before and after else None

    @_Once
    def cited(self) -> tuple[Span, Span]:
        """Both spans, made longer by the citations that they are part of."""
        return references.cited(self.before, self.before_span), references.cited(self.after, self.after_span)

    @_Once
    def cites(self) -> bool:
        """Whether the replacement is a citation of numbered provisions, or part of one, on both sides."""
        before, after = self.words
        if not before or not after or not references.LISTS.signs.issuperset(before + after):
            return False
        if before in references.JOINING or after in references.JOINING or self.right.startswith(BY_NUMBER):
            return False
        old, new = self.sides(self.cited)
        return references.is_list("".join(old.split())) and references.is_list("".join(new.split()))

    @_Once
    def external(self) -> bool:
        """Whether the citation is of another instrument: 民法第五条, 法第三条及び第四条."""
        return references.stands_behind_instrument(self.after, self.cited[1].start)

    @_Once
    def followed(self) -> bool | None:
        """Whether, by the alignment, both sides cite the same clause; None where it does not say."""
        if not self.homes:
            return None
        (before, after), homes = self.sides(self.cited), self.homes
        return self.numbering.follows(before, homes[0], after, homes[1])

    @property
    def cites_alone(self) -> bool:
        """Whether both sides are citations of provisions and nothing else."""
        before, after = self.dense
        return references.is_list(before) and references.is_list(after)

    @property
    def core(self) -> tuple[str, str]:
        """Both sides without the words that they begin or end with alike: 定期的 and 年1回以上 of 定期的実施→年1回以上実施."""
        (before, after), dense = self.words, self.dense
        if not before or not after or (before[0] != after[0] and before[-1] != after[-1]):
            return dense
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
