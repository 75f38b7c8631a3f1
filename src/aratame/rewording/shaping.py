"""A pair of sentences → hunks in the shape that a reader would give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.sentences import Run


def shape(before: Sequence[Token], after: Sequence[Token], b: Run, a: Run) -> Iterator[Hunk]:
    """The hunks of `before[b]` against `after[a]`."""
    keys = [w.key for w in before[b.start : b.end]], [w.key for w in after[a.start : a.end]]
    at_b, at_a = b.start, a.start
    for block in Indel.opcodes(*keys).as_matching_blocks():
        start_b, start_a = b.start + block.a, a.start + block.b
        if start_b > at_b or start_a > at_a:
            yield Hunk(at_b, start_b, at_a, start_a)
        at_b, at_a = start_b + block.size, start_a + block.size
