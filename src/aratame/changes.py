"""Pairs of clauses → changes: rewords and classifies what differs, and passes by what is equal."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aratame.aligning import align
from aratame.classifying import Abbreviations, Numbering, Subject, classify
from aratame.lexing import words_added
from aratame.model import Change, Clause, Edit, Excerpt, Pair, Span, Status
from aratame.rewording import Replacement, reword

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.classifying import Beyond
    from aratame.config import Config

_WORTH_SHARING = 48
"""Pairs that differ. What can be found in fewer is found before a copy of the process has compiled its patterns (about 60 ms)."""


class Side(NamedTuple):
    """One side of a comparison: the text and its clauses."""

    text: str
    clauses: tuple[Clause, ...]

    def chosen(self, positions: Sequence[int]) -> tuple[Clause, ...]:
        """The clauses at `positions`."""
        return tuple([self.clauses[position] for position in positions])

    def joined(self, clauses: Sequence[Clause]) -> str:
        """The own texts of `clauses`, one after the other."""
        return "".join([self.text[slice(*clause.span)] for clause in clauses])


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


class Aligned(NamedTuple):
    """Two sides and which of their clauses are one clause in two versions."""

    before: Side
    after: Side
    pairs: tuple[Pair, ...]


def aligned(before: Side, after: Side) -> Aligned:
    """Both sides aligned; equal ones clause by clause."""
    if before == after:
        return Aligned(before, after, tuple(Pair((clause.position,), (clause.position,)) for clause in before.clauses))
    return Aligned(before, after, align(before.text, before.clauses, after.text, after.clauses))


def compare(before: Side, after: Side, config: Config, *, two_processes: bool = False) -> tuple[Change, ...]:
    """Every clause of both sides in exactly one change, unchanged clauses too. `two_processes` says that a copy of this one may help."""
    return changes_of(aligned(before, after), config, two_processes=two_processes)


def changes_in_rows(rows: Sequence[tuple[Side, Side, str]], config: Config) -> Iterator[tuple[Change, ...]]:
    """The changes of each row of a table, given as its sides and its item. What one row shows to be renumbered another row may cite."""
    from aratame.across_items import Cell, ItemRow, listed  # noqa: PLC0415  two documents have no rows
    from aratame.across_rows import AlignedRow, beyond  # noqa: PLC0415

    found = [aligned(before, after) for before, after, _ in rows]
    whole = listed(
        [ItemRow(Cell(*row.before), Cell(*row.after), row.pairs, item) for row, (_, _, item) in zip(found, rows, strict=True)]
    ) or beyond([AlignedRow(*row.before, *row.after, row.pairs) for row in found])
    return (changes_of(row, config, outside) for row, outside in zip(found, whole, strict=True))


def changes_of(found: Aligned, config: Config, outside: Beyond | None = None, *, two_processes: bool = False) -> tuple[Change, ...]:
    """The changes of two aligned sides."""
    before, after, pairs = found
    flipped = [(news, olds, moved, renumbered) for olds, news, moved, renumbered in pairs]
    comparison = Comparison(
        before,
        after,
        outside.numbering if outside and outside.says_all else Numbering(before.clauses, after.clauses, pairs, outside),
        (outside.before, outside.after) if outside and outside.says_all else (0, 0),
        _insertion_points(pairs, before.clauses),
        _insertion_points(flipped, after.clauses),
        Abbreviations(after.text, before.text),
        config,
    )
    with words_added(config.user_dictionaries, config.glossary):
        return _of_each(pairs, comparison, two_processes=two_processes)


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


def _of_each(pairs: Sequence[Pair], comparison: Comparison, *, two_processes: bool) -> tuple[Change, ...]:
    """The change of each pair. Nearly all of a statute says what it said and stands where it stood: that is seen here, without a call."""
    (before, old_clauses), (after, new_clauses) = comparison.before, comparison.after
    unchanged, new = Status.UNCHANGED, tuple.__new__  # a named tuple's own constructor is a Python function
    changes: list[Change | None] = []
    left: list[Pair] = []
    for pair in pairs:
        olds, news, moved, renumbered = pair
        if len(olds) == 1 == len(news) and not (moved or renumbered):
            one, other = old_clauses[olds[0]], new_clauses[news[0]]
            (start, end), (first, last) = one.span, other.span
            if last - first == end - start and before[start:end] == after[first:last]:
                changes.append(new(Change, (unchanged, (one,), (other,), (), False, False)))
                continue
        changes.append(None)
        left.append(pair)
    edits: Iterable[tuple[Edit, ...]] = map(partial(_edits, comparison), left)
    if two_processes and len(left) >= _WORTH_SHARING:
        from aratame.sharing import shared  # noqa: PLC0415  most runs find too little for two

        edits = shared(partial(_edits, comparison), left)
    found = map(partial(_change, comparison), left, edits)
    return tuple([change or next(found) for change in changes])


def _change(comparison: Comparison, pair: Pair, edits: tuple[Edit, ...]) -> Change:
    """What became of a pair of clauses that is not plainly unchanged."""
    old, new = comparison.before.chosen(pair.before), comparison.after.chosen(pair.after)
    status = Status.MODIFIED if old and new else Status.DELETED if old else Status.ADDED
    return Change(status, old, new, edits, pair.moved, pair.renumbered)


def _edits(comparison: Comparison, pair: Pair) -> tuple[Edit, ...]:
    """The classified edits of a pair of clauses; none where it was only moved or renumbered."""
    old, new = comparison.before.chosen(pair.before), comparison.after.chosen(pair.after)
    left, right = comparison.before.joined(old), comparison.after.joined(new)
    return () if left == right and old and new else tuple(_edits_between(left, right, old, new, comparison))


def _edits_between(left: str, right: str, old: tuple[Clause, ...], new: tuple[Clause, ...], comparison: Comparison) -> Iterator[Edit]:
    """The classified edits of one pair whose joined own texts, `left` and `right`, differ."""
    if old and new:
        replacements = reword(left, right, before_borders=_gaps(old), after_borders=_gaps(new))
    else:
        replacements = (Replacement(Span(0, len(left)), Span(0, len(right))),)
    for replacement in replacements:
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
