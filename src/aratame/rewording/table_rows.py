"""A text that holds a table is compared row by row:

    第四十七条第二項    検査      検定
                        検査員    検定員
    第四十八条          検査      検定

So a row that came in is one addition, and no cell is woven into another row's. A row without a first cell goes on with the one above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from aratame.patterns import lazy
from aratame.rewording.in_order import MOST_PAIRS, counterparts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Part = tuple[str, int, str, int]
    """A part of either text with the offset at which it begins, before and after."""

_ROW = r"[^\t\n]*\t[^\n]*(?:\n|\Z)"
_LEFT_OUT = r"[（(]略[）)](?:\n|\Z)"
_TABLE = lazy(rf"(?m)^(?:(?:{_ROW}|{_LEFT_OUT}(?={_ROW}))(?:{_ROW}|{_LEFT_OUT})+)")
"""Two lines or more with cells, （略） in the place of others. A single one may be a number and the words behind it."""
_LINE = lazy(r"[^\n]*\n|[^\n]+")
_ALIKE = 1.0
"""Rows of which the likeness of the names and that of the other cells make less together are not two versions of one row."""


class _Row(NamedTuple):
    """`name`: the first cell, or the one above that goes on; `said`: the others."""

    name: str
    said: str
    line: str


def rows(before: str, after: str) -> Iterator[Part]:
    """The rows of the tables that both texts hold, each with its counterpart or alone, and the text between the tables, in order.

    Texts that hold no table, or not as many, are one part.
    """
    both = "\t" in before and "\t" in after
    tables = [[match.span() for match in _TABLE.finditer(text)] for text in (before, after)] if both else [[], []]
    if not tables[0] or len(tables[0]) != len(tables[1]):
        yield before, 0, after, 0
        return
    b_at = a_at = 0
    for (b_start, b_end), (a_start, a_end) in zip(*tables, strict=True):
        yield before[b_at:b_start], b_at, after[a_at:a_start], a_at
        yield from _matched(_rows(before[b_start:b_end]), b_start, _rows(after[a_start:a_end]), a_start)
        b_at, a_at = b_end, a_end
    yield before[b_at:], b_at, after[a_at:], a_at


def _rows(table: str) -> list[_Row]:
    out: list[_Row] = []
    for line in _LINE.findall(table):
        name, _, said = line.partition("\t")
        out.append(_Row(name or (out[-1].name if out else ""), said.rstrip(), line))
    return out


def _matched(before: Sequence[_Row], b_at: int, after: Sequence[_Row], a_at: int) -> Iterator[Part]:
    """Rows with their counterparts, and between them what is gone and what is new."""
    b_next = a_next = 0
    for b, a in (*counterparts(before, after, _worth), (len(before), len(after))):
        for part in (*_alone(before[b_next:b], after[a_next:a]), (before[b : b + 1], after[a : a + 1])):
            b_text, a_text = ("".join(row.line for row in side) for side in part)
            yield b_text, b_at, a_text, a_at
            b_at, a_at = b_at + len(b_text), a_at + len(a_text)
        b_next, a_next = b + 1, a + 1


def _alone(before: Sequence[_Row], after: Sequence[_Row]) -> tuple[tuple[Sequence[_Row], Sequence[_Row]], ...]:
    """Rows without counterparts: those that are gone, then those that are new; too many to be compared stand against each other as they are."""
    if len(before) * len(after) > MOST_PAIRS:
        return ((before, after),)
    return (before, ()), ((), after)


def _worth(before: _Row, after: _Row) -> float:
    """How likely two rows are two versions of one: by their names and by what they say."""
    likeness = Indel.normalized_similarity(before.name, after.name) + Indel.normalized_similarity(before.said, after.said)
    return likeness if likeness >= _ALIKE else 0.0
