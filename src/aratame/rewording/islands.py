"""Hunks are joined over an island of equal words that is too little to part them: confetti says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.rewording.shaping import Sides

_WITHIN_PHRASE = frozenset({"の", "と", "や", "な", "・"})
_FOLD = 4
"""An island stands where its weight is at least one part in so many of what gives way on either side of it."""
_KEPT_SHARE = 0.25
"""Where less than this share of what lies between the first and the last hunk is the same, it is one replacement."""
_COMMA = 2
"""What a comma adds to the weight of an island: it parts phrases."""


def bridged(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, joined where no more than a scrap parts them, and altogether where little is the same."""
    out: list[Hunk] = []
    for hunk in hunks:
        joined = hunk
        while out and _scrap(sides, out[-1], joined):
            joined = join(out.pop(), joined)
        out.append(joined)
    return [join(out[0], out[-1])] if len(out) > 2 and _mostly_replaced(sides, out) else out


def join(first: Hunk, last: Hunk) -> Hunk:
    """One hunk over two and what lies between them."""
    return Hunk(first.b0, last.b1, first.a0, last.a1)


def _replaced(sides: Sides, hunk: Hunk) -> int:
    """How much gives way: the lesser of both sides, nothing where words only come in or go."""
    return min(weight(sides.before[hunk.b0 : hunk.b1]), weight(sides.after[hunk.a0 : hunk.a1]))


def _scrap(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether what lies between two hunks is too little to part them."""
    island = sides.before[first.b1 : last.b0]
    if not island:
        return True
    kept = weight(island)
    if kept:
        return kept * _FOLD <= min(_replaced(sides, first), _replaced(sides, last))
    if any(word.sort in (Sort.COMMA, Sort.STOP) for word in island):
        return False
    if not (_replaces(first) and _replaces(last)):
        return False
    within = all(word.key in _WITHIN_PHRASE or word.sort in (Sort.OPEN, Sort.CLOSE) for word in island)
    return within or not (_plain(sides, first) and _plain(sides, last))


def _replaces(hunk: Hunk) -> bool:
    return hunk.b0 < hunk.b1 and hunk.a0 < hunk.a1


def _plain(sides: Sides, hunk: Hunk) -> bool:
    """Whether one unit gives way to one."""
    b_cut, a_cut = sides.units[0].cut, sides.units[1].cut
    return not any(b_cut[hunk.b0 + 1 : hunk.b1]) and not any(a_cut[hunk.a0 + 1 : hunk.a1])


def _mostly_replaced(sides: Sides, hunks: Sequence[Hunk]) -> bool:
    """Whether little of what lies between the first and the last hunk is the same."""
    islands = [sides.before[first.b1 : last.b0] for first, last in zip(hunks, hunks[1:], strict=False)]
    kept = sum(weight(island) + _COMMA * sum(word.sort is Sort.COMMA for word in island) for island in islands)
    b = sum(weight(sides.before[h.b0 : h.b1]) for h in hunks)
    a = sum(weight(sides.after[h.a0 : h.a1]) for h in hunks)
    return kept < _KEPT_SHARE * (kept + min(b, a))
