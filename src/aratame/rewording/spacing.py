"""Hunks of words → spans of text, with the white space between the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Span
from aratame.patterns import lazy
from aratame.rewording.replacement import Hunk, Replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.lexing import Token

_SPACE_OR_SIGNS = lazy(r"\s+|\S+")


def weave(before: tuple[str, Sequence[Token]], after: tuple[str, Sequence[Token]], hunks: Iterable[Hunk]) -> Iterator[Replacement]:
    """The hunks as replacements, and between them what differs in white space alone, each run as a replacement of its own.

    `before` and `after` are a text and its words; outside the hunks the words must be equal one by one.
    """
    b_at = a_at = 0
    for hunk in hunks:
        b, a = _spans(before, after, hunk)
        b, a = _not_before(b_at, b), _not_before(a_at, a)
        yield from _between(before[0][b_at : b.start], after[0][a_at : a.start], b_at, a_at)
        b_words, a_words = before[0][b.start : b.end], after[0][a.start : a.end]
        if "".join(b_words.split()) == "".join(a_words.split()):
            yield from _spaces(b_words, a_words, b.start, a.start)
        else:
            yield Replacement(b, a)
        b_at, a_at = b.end, a.end
    yield from _between(before[0][b_at:], after[0][a_at:], b_at, a_at)


def _between(before: str, after: str, b_at: int, a_at: int) -> Iterator[Replacement]:
    """What differs between two hunks: white space and, should a hunk have missed something, that as a whole, so that nothing is lost."""
    if before == after:
        return
    if "".join(before.split()) == "".join(after.split()):
        yield from _spaces(before, after, b_at, a_at)
    else:
        yield Replacement(Span(b_at, b_at + len(before)), Span(a_at, a_at + len(after)))


def _not_before(start: int, span: Span) -> Span:
    """`span` without what the replacement before it took: between two neighbours lies white space only."""
    return span if start <= span.start else Span(start, max(start, span.end))


def _spans(before: tuple[str, Sequence[Token]], after: tuple[str, Sequence[Token]], hunk: Hunk) -> tuple[Span, Span]:
    b, a = _span(*before, hunk.b0, hunk.b1), _span(*after, hunk.a0, hunk.a1)
    if hunk.b0 < hunk.b1 and hunk.a0 < hunk.a1:
        return b, a
    if hunk.b0 == hunk.b1:
        return _inserted(before[0][slice(*b)], b, *_with_gaps(*after, hunk.a0, hunk.a1), after[0])
    a, b = _inserted(after[0][slice(*a)], a, *_with_gaps(*before, hunk.b0, hunk.b1), before[0])
    return b, a


def _span(text: str, words: Sequence[Token], start: int, end: int) -> Span:
    """The span of some words; where there are none, the white space in their place."""
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    return Span(words[start - 1].end if start else 0, words[start].start if start < len(words) else len(text))


def _with_gaps(text: str, words: Sequence[Token], start: int, end: int) -> tuple[Span, Span]:
    """The span of some words, and the same with the white space around."""
    outer = Span(words[start - 1].end if start else 0, words[end].start if end < len(words) else len(text))
    return Span(words[start].start, words[end - 1].end), outer


def _inserted(gap: str, place: Span, core: Span, outer: Span, text: str) -> tuple[Span, Span]:
    """Where words came in: of the white space around them, that goes with them which has no like on the other side."""
    first, last = text[outer.start : core.start], text[core.end : outer.end]
    if gap == last and gap != first:
        return Span(place.start, place.start), Span(outer.start, core.end)
    if gap:
        return Span(place.end, place.end), Span(core.start, outer.end)
    return place, outer


def _spaces(before: str, after: str, b_at: int, a_at: int) -> Iterator[Replacement]:
    """Two texts that are equal without white space → the runs of white space that differ."""
    if before == after:
        return
    b = a = 0
    while b < len(before) or a < len(after):
        b_end, a_end = _run(before, b), _run(after, a)
        if before[b:b_end] != after[a:a_end]:
            yield Replacement(Span(b_at + b, b_at + b_end), Span(a_at + a, a_at + a_end))
        b, a = b_end, a_end
        while b < len(before) and a < len(after) and before[b] == after[a] and not before[b].isspace():
            b, a = b + 1, a + 1


def _run(text: str, start: int) -> int:
    """Where the white space that begins at `start` ends."""
    match = _SPACE_OR_SIGNS.match(text, start)
    return match.end() if match and text[start].isspace() else start
