"""The full stop behind an edit: it belongs to one that holds a whole sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_OWN_NUMBERS = frozenset({Sort.MARKER, Sort.NUMBER, Sort.CITATION})


def ended(sides: Sides, hunk: Hunk) -> Hunk:
    """`hunk` with the 。 behind it, where it holds a whole sentence or more: its end belongs to it."""
    b0, b1, a0, a1 = hunk
    if b0 == b1 or a0 == a1 or b1 >= sides.b.end or a1 >= sides.a.end or sides.before[b1].sort is not Sort.STOP:
        return hunk
    over_one = _stops(sides.before, sides.units[0].depth, b0, b1) or _stops(sides.after, sides.units[1].depth, a0, a1)
    return hunk._replace(b1=b1 + 1, a1=a1 + 1) if over_one or _begins(sides, b0) else hunk


def _stops(words: Sequence[Token], depth: Sequence[int], start: int, end: int) -> bool:
    """Whether a sentence stops in some words, outside the brackets among them."""
    return any(words[n].sort is Sort.STOP and depth[n] == depth[end] for n in range(start, end))


def _begins(sides: Sides, start: int) -> bool:
    """Whether a sentence begins at `start`, or behind the clause's number."""
    last = sides.before[start - 1] if start else None
    numbered = last is not None and last.sort in _OWN_NUMBERS and sides.before[start].broken
    return start == sides.b.start or numbered
