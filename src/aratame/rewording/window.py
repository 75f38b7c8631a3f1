"""Only windows around the differences are read: most of a changed clause is as it was, and words cost a hundred times what pieces cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel, Postfix, Prefix

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTEXT = 16
"""Equal code points kept on either side at least: enough to slide an insertion over the list item beside it, or to see a name whole."""
_FARTHEST = 80
"""Equal code points kept at most where no border of phrases comes."""
_PARTED = 64
"""Equal code points that part two windows: nothing is slid, joined or widened so far."""
_PARTED_FINE = 8
"""The same in a part that is too large to be read whole, as a table of which every row changed."""
_LONGEST = 20_000
_LARGEST = 10_000_000
"""Code points of one side, and of one side times the other, of which the words are read at most. Beyond: one replacement."""
_MOST_CELLS = 600_000_000
"""Pieces of one side times pieces of the other that are compared at most; rapidfuzz keeps a bit for each (75 MB)."""
_BORDER = lazy(r"[、。（）()\s]|[ぁ-ん](?=[^ぁ-んー])")
"""Where one phrase ends and the next begins: behind a sign, and between kana and anything else."""
_PIECE = lazy(r"[^、。，．（）()\nぁ-ん]*+[ぁ-ん]*+[、。，．（）()\n]?+")
_LINE = lazy(r"[^。\n]*+[。\n]?+")


class Window(NamedTuple):
    """`before[b0:b1]` against `after[a0:a1]`; outside the windows both sides are equal letter for letter."""

    b0: int
    b1: int
    a0: int
    a1: int

    @property
    def readable(self) -> bool:
        """Whether its words can be compared in bounded time and memory."""
        b, a = self.b1 - self.b0, self.a1 - self.a0
        return max(b, a) <= _LONGEST and b * a <= _LARGEST


def windows(before: str, after: str) -> Iterator[Window]:
    """The parts that differ, in order and apart, each widened to borders of phrases; what is too large to be read is cut finer."""
    for window in _cut(before, after, _trimmed(before, after), _PARTED):
        yield from (window,) if window.readable else _cut(before, after, window, _PARTED_FINE)


def _cut(before: str, after: str, whole: Window, parted: int) -> Iterator[Window]:
    """`whole`, cut in the middle of every stretch of equal pieces that is `parted` code points long or more."""
    if min(whole.b1 - whole.b0, whole.a1 - whole.a0) <= parted:
        yield whole
        return
    b_pieces, a_pieces = _pieces(before[whole.b0 : whole.b1], after[whole.a0 : whole.a1])
    b_at, a_at = whole.b0, whole.a0
    for b, a, length in _equal(b_pieces, a_pieces):
        b_start, a_start = whole.b0 + b, whole.a0 + a
        b_end, a_end = b_start + length, a_start + length
        if length < parted or (b_start, a_start) == (b_at, a_at) or (b_end, a_end) == (whole.b1, whole.a1):
            continue
        kept = min(_kept(before, b_start), length // 2)
        yield Window(b_at, b_start + kept, a_at, a_start + kept)
        back = min(b_end - _start(before, b_end), length // 2)
        b_at, a_at = b_end - back, a_end - back
    yield Window(b_at, whole.b1, a_at, whole.a1)


def _trimmed(before: str, after: str) -> Window:
    """Everything but the equal ends."""
    head = Prefix.similarity(before, after)
    tail = min(Postfix.similarity(before, after), min(len(before), len(after)) - head)
    start = _start(before, head)
    kept = _kept(before, len(before) - tail)
    return Window(start, len(before) - tail + kept, start, len(after) - tail + kept)


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    """Phrases of both sides; of very long ones, sentences and lines; of still longer ones, each side as one piece."""
    for pattern in (_PIECE, _LINE):
        pieces = pattern.findall(before), pattern.findall(after)
        if len(pieces[0]) * len(pieces[1]) <= _MOST_CELLS:
            return pieces
    return [before], [after]


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Stretches of equal pieces: where they stand on either side, and their length."""
    b_at = a_at = b_seen = a_seen = 0
    for block in Indel.opcodes(before, after).as_matching_blocks():
        b_at += sum(map(len, before[b_seen : block.a]))
        a_at += sum(map(len, after[a_seen : block.b]))
        length = sum(map(len, before[block.a : block.a + block.size]))
        if length:
            yield b_at, a_at, length
        b_at, a_at = b_at + length, a_at + length
        b_seen, a_seen = block.a + block.size, block.b + block.size


def _start(text: str, head: int) -> int:
    """The end of the last border that leaves enough context before `head`."""
    lowest = max(0, head - _FARTHEST)
    highest = max(lowest, head - _CONTEXT)
    return next((at + 1 for at in range(highest - 1, lowest - 1, -1) if _BORDER.match(text, at, highest)), lowest)


def _kept(text: str, tail: int) -> int:
    """How much of the equal text behind `tail` is kept: up to the first border behind enough context."""
    border = _BORDER.search(text, min(len(text), tail + _CONTEXT), tail + _FARTHEST)
    return (border.end() if border else min(len(text), tail + _FARTHEST)) - tail
