"""What processes tell each other that have the same two texts: two aligned sides, and the edits between two clauses.

A pickled clause names its class four times over, and nine thousand of them take a tenth of a second. Told in columns they take a tenth of that.
"""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from aratame.aligned import Aligned, Side
from aratame.model import Clause, ClauseKind, Edit, EditKind, Excerpt, Marker, Pair, Span, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Clauses(NamedTuple):
    """The clauses of one side: a column each. All else about them follows from the text, their order and their parents."""

    kinds: Sequence[ClauseKind]
    markers: array[int]
    spans: array[int]
    parents: Sequence[int | None]


_NO_MARKER = Span(-1, -1)
Packed = tuple[_Clauses, _Clauses, tuple[tuple[object, ...], ...]]
"""The clauses of both sides, and the columns of the pairs."""
PackedEdits = list[tuple[str, int, int, int, int, bool, str, str]]
"""Kinds, where the words begin and end on both sides, whether they are substantive, and why, in both languages."""


def packed(found: Aligned) -> Packed:
    """All of two aligned sides but the texts."""
    return _columns(found.before.clauses), _columns(found.after.clauses), tuple(zip(*found.pairs, strict=True))


def unpacked(given: Packed, before: str, after: str) -> Aligned:
    """The two aligned sides that were packed, whose texts are `before` and `after`."""
    old, new, pairs = given
    sides = Side(before, _clauses(old, before)), Side(after, _clauses(new, after))
    return Aligned(*sides, tuple(map(Pair._make, zip(*pairs, strict=True))))


def packed_edits(edits: Sequence[Edit]) -> PackedEdits:
    """All of edits but their texts."""
    return [(str(edit.kind), *edit.before.span, *edit.after.span, edit.substantive, *edit.reason) for edit in edits]


def unpacked_edits(given: PackedEdits, before: str, after: str) -> tuple[Edit, ...]:
    """The edits that were packed, between the texts `before` and `after`."""
    return tuple(
        [
            Edit(EditKind(kind), _excerpt(before, b_start, b_end), _excerpt(after, a_start, a_end), substantive, Words(ja, en))
            for kind, b_start, b_end, a_start, a_end, substantive, ja, en in given
        ]
    )


def _excerpt(text: str, start: int, end: int) -> Excerpt:
    return Excerpt(Span(start, end), text[start:end])


def _columns(clauses: Sequence[Clause]) -> _Clauses:
    return _Clauses(
        [clause.kind for clause in clauses],
        array("i", chain.from_iterable([clause.marker.span if clause.marker else _NO_MARKER for clause in clauses])),
        array("i", chain.from_iterable([clause.span for clause in clauses])),
        [clause.parent for clause in clauses],
    )


def _clauses(columns: _Clauses, text: str) -> tuple[Clause, ...]:
    new = tuple.__new__  # a named tuple's own constructor is a Python function
    clauses: list[Clause] = []
    paths: list[tuple[str, ...]] = []
    depths: list[int] = []
    rows = zip(columns.kinds, _spans(columns.markers), _spans(columns.spans), columns.parents, strict=True)
    for position, (kind, (start, end), span, parent) in enumerate(rows):
        path, depth = ((), 0) if parent is None else (paths[parent], depths[parent] + 1)
        marker = None
        if start >= 0:
            sign = text[start:end]
            marker, path = new(Marker, (sign, new(Span, (start, end)))), (*path, sign)
        paths.append(path)
        depths.append(depth)
        clauses.append(new(Clause, (position, kind, marker, new(Span, span), path, parent, depth)))
    return tuple(clauses)


def _spans(ends: array[int]) -> Iterator[tuple[int, int]]:
    """The spans whose beginnings and ends stand in turn."""
    return zip(ends[::2], ends[1::2], strict=True)
