"""A pair of clauses → its edits: rewords and classifies what differs."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying import Abbreviations, Numbering, Subject, classify
from aratame.model import Clause, Edit, Excerpt, Pair, Span
from aratame.rewording import Replacement, reword

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aratame.aligned import Aligned, Side
    from aratame.classifying import Beyond
    from aratame.config import Config

    Known = Mapping[tuple[str, str], tuple[Replacement, ...]]
    """Replacements by the two texts between which they were found."""


class Comparison(NamedTuple):
    """All that a pair's edits may look at beyond the pair itself.

    `added_at` and `deleted_at` give, for the position of an added or deleted clause, where it would stand in the other text.
    """

    before: Side
    after: Side
    numbering: Numbering
    begins: tuple[int, int]
    added_at: dict[int, int]
    deleted_at: dict[int, int]
    abbreviations: Abbreviations
    config: Config
    known: Known


def compared(found: Aligned, config: Config, outside: Beyond | None = None, known: Known | None = None) -> Comparison:
    """All that the edits between two aligned sides depend on; `outside` is what other rows of a table show, `known` what was reworded before."""
    before, after, pairs = found
    flipped = [(news, olds, moved, renumbered) for olds, news, moved, renumbered in pairs]
    return Comparison(
        before,
        after,
        outside.numbering if outside and outside.says_all else Numbering(before.clauses, after.clauses, pairs, outside),
        (outside.before, outside.after) if outside and outside.says_all else (0, 0),
        _insertion_points(pairs, before.clauses),
        _insertion_points(flipped, after.clauses),
        Abbreviations(after.text, before.text),
        config,
        known or {},
    )


def _insertion_points(pairs: Sequence[tuple[tuple[int, ...], tuple[int, ...], bool, bool]], other: Sequence[Clause]) -> dict[int, int]:
    """For every clause without a partner, where it would stand in the other text.

    That is behind the partner of the nearest clause before it that has one and has not moved. `pairs` have the positions in the other text
    first.
    """
    alone = [position for others, positions, _, _ in pairs if not others for position in positions]
    if not alone:
        return {}
    partner = {position: others[-1] for others, positions, moved, _ in pairs if others and not moved for position in positions}
    settled = sorted(partner)
    points: dict[int, int] = {}
    for position in alone:
        near = bisect_left(settled, position)
        points[position] = other[partner[settled[near - 1]]].span.end if near else 0
    return points


def edits_of(comparison: Comparison, pair: Pair) -> tuple[Edit, ...]:
    """The classified edits of a pair of clauses; none where it was only moved or renumbered."""
    old, new = comparison.before.chosen(pair.before), comparison.after.chosen(pair.after)
    left, right = comparison.before.joined(old), comparison.after.joined(new)
    return () if left == right and old and new else tuple(_edits_between(left, right, old, new, comparison))


def _edits_between(left: str, right: str, old: tuple[Clause, ...], new: tuple[Clause, ...], comparison: Comparison) -> Iterator[Edit]:
    """The classified edits of one pair whose joined own texts, `left` and `right`, differ."""
    for replacement in _replacements(left, right, old, new, comparison.known):
        subject = Subject(
            left,
            right,
            replacement,
            old,
            new,
            numbering=comparison.numbering,
            config=comparison.config,
            abbreviations=comparison.abbreviations,
            begins=comparison.begins,
        )
        verdict = classify(subject)
        before = _excerpt(comparison.before.text, old, replacement.before) if old else _nothing(comparison.added_at[new[0].position])
        after = _excerpt(comparison.after.text, new, replacement.after) if new else _nothing(comparison.deleted_at[old[0].position])
        yield Edit(verdict.kind, before, after, verdict.substantive, verdict.reason)


def _replacements(left: str, right: str, old: Sequence[Clause], new: Sequence[Clause], known: Known) -> Sequence[Replacement]:
    """What gave way to what between the joined own texts of two sides."""
    if not old or not new:
        return (Replacement(Span(0, len(left)), Span(0, len(right))),)
    gaps = _gaps(old), _gaps(new)
    if gaps == ((), ()) and (left, right) in known:
        return known[left, right]
    return reword(left, right, before_borders=gaps[0], after_borders=gaps[1])


def _gaps(clauses: Sequence[Clause]) -> tuple[int, ...]:
    """Where, in the joined own texts, clauses meet that are not neighbours in the document: no edit may cross there."""
    offset, gaps = 0, []
    for clause, following in pairwise(clauses):
        offset += clause.span.end - clause.span.start
        if clause.span.end != following.span.start:
            gaps.append(offset)
    return tuple(gaps)


def _nothing(place: int) -> Excerpt:
    """The side of an edit on which there is no clause."""
    return Excerpt(Span(place, place), "")


def _excerpt(text: str, clauses: Sequence[Clause], span: Span) -> Excerpt:
    """A span of the joined own texts as a span of the document; where clauses meet, the later one."""
    offset = 0
    for clause in clauses:
        start = clause.span.start + span.start - offset
        offset += clause.span.end - clause.span.start
        if span.start < offset:
            break
    end = start + span.end - span.start
    return Excerpt(Span(start, end), text[start:end])
