"""Two lists of things, sentences or rows → which of the one is which of the other, in order on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

MOST_PAIRS = 2_500
"""Things of a gap between equal ones that are compared each with each at most; beyond, none of them has a counterpart."""

_T = TypeVar("_T", bound="Hashable")


def counterparts(before: Sequence[_T], after: Sequence[_T], worth: Callable[[_T, _T], float]) -> Iterator[tuple[int, int]]:
    """The indexes of those that are two versions of one thing: equal ones first, then between them the pairs that are `worth` most together.

    `worth` says how good a pair is, 0.0 of two that are no versions of one thing.
    """
    b_at = a_at = 0
    for block in Indel.opcodes(before, after).as_matching_blocks():
        yield from ((b_at + b, a_at + a) for b, a in _alike(before[b_at : block.a], after[a_at : block.b], worth))
        yield from ((block.a + n, block.b + n) for n in range(block.size))
        b_at, a_at = block.a + block.size, block.b + block.size


def _alike(before: Sequence[_T], after: Sequence[_T], worth: Callable[[_T, _T], float]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are worth most together."""
    rows, columns = len(before), len(after)
    if not rows or not columns or rows * columns > MOST_PAIRS:
        return []
    worths = [[worth(b, a) for a in after] for b in before]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for b in range(rows - 1, -1, -1):
        for a in range(columns - 1, -1, -1):
            best[b][a] = max(best[b + 1][a], best[b][a + 1], worths[b][a] + best[b + 1][a + 1] if worths[b][a] else 0.0)
    out: list[tuple[int, int]] = []
    b = a = 0
    while b < rows and a < columns:
        if worths[b][a] and best[b][a] == worths[b][a] + best[b + 1][a + 1]:
            out.append((b, a))
            b, a = b + 1, a + 1
        elif best[b][a] == best[b + 1][a]:
            b += 1
        else:
            a += 1
    return out
