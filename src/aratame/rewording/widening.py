"""Hunks are widened to whole units: 4情報 and not 4, a compound, a predicate, a bracket with its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.islands import join
from aratame.rewording.replacement import Hunk
from aratame.rewording.sliding import balanced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.shaping import Sides

_LONGEST_BRACKET = 24
"""Words in a pair of brackets that an edit is widened over at most, where one bracket differs and the words do not."""


def widened(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, each over whole units; those that meet are one."""
    out: list[Hunk] = []
    for n, hunk in enumerate(hunks):
        low = (out[-1].b1, out[-1].a1) if out else (sides.b.start, sides.a.start)
        high = (hunks[n + 1].b0, hunks[n + 1].a0) if n + 1 < len(hunks) else (sides.b.end, sides.a.end)
        wide = _widened(sides, hunk, low, high)
        if out and wide.b0 == out[-1].b1 and wide.a0 == out[-1].a1 and wide != hunk:
            wide = _widened(sides, join(out.pop(), wide), (out[-1].b1, out[-1].a1) if out else (sides.b.start, sides.a.start), high)
        out.append(wide)
    return _phrases(sides, _met(out))


def _widened(sides: Sides, hunk: Hunk, low: tuple[int, int], high: tuple[int, int]) -> Hunk:
    if _coordinate(sides, hunk):
        return hunk
    b0, b1, a0, a1 = hunk
    while b0 > low[0] and a0 > low[1] and not _clean(sides, Hunk(b0, b1, a0, a1), b0, a0):
        b0, a0 = b0 - 1, a0 - 1
    while b1 < high[0] and a1 < high[1] and not _clean(sides, Hunk(b0, b1, a0, a1), b1, a1):
        b1, a1 = b1 + 1, a1 + 1
    return Hunk(b0, b1, a0, a1)


def _coordinate(sides: Sides, hunk: Hunk) -> bool:
    """Whether a hunk only adds or takes away something beside what is there: 全損し[、又は委付され]たとき."""
    if hunk.b0 < hunk.b1 and hunk.a0 < hunk.a1:
        return False
    words = sides.before[hunk.b0 : hunk.b1] or sides.after[hunk.a0 : hunk.a1]
    return words[0].sort in (Sort.COMMA, Sort.CONJUNCTION) and balanced(words)


def _clean(sides: Sides, hunk: Hunk, b: int, a: int) -> bool:
    """Whether a hunk may begin or end at b and a: on the side that has words only, if only one has."""
    b_cut, a_cut = sides.units[0].cut[b], sides.units[1].cut[a]
    if hunk.b0 == hunk.b1:
        return a_cut
    if hunk.a0 == hunk.a1:
        return b_cut
    return b_cut and a_cut


def _met(hunks: Sequence[Hunk]) -> list[Hunk]:
    out: list[Hunk] = []
    for hunk in hunks:
        if out and hunk.b0 == out[-1].b1 and hunk.a0 == out[-1].a1:
            out[-1] = join(out[-1], hunk)
        else:
            out.append(hunk)
    return out


def _phrases(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """Hunks that together touch one noun phrase about something, and one of them inside it, are one."""
    out = list(hunks)
    for start, end in sides.units[0].phrases:
        out = _gathered(out, [h for h in out if h.b0 <= end and h.b1 >= start], (start, end), side=0)
    for start, end in sides.units[1].phrases:
        out = _gathered(out, [h for h in out if h.a0 <= end and h.a1 >= start], (start, end), side=2)
    return out


def _gathered(hunks: list[Hunk], touching: Sequence[Hunk], phrase: tuple[int, int], *, side: int) -> list[Hunk]:
    inside = [h for h in touching if h[side] < phrase[1] and h[side + 1] > phrase[0]]
    if len(touching) < 2 or not inside:
        return hunks
    first, last = hunks.index(touching[0]), hunks.index(touching[-1])
    left = max(0, hunks[first][side] - phrase[0])
    right = max(0, phrase[1] - hunks[last][side + 1])
    whole = join(hunks[first], hunks[last])
    whole = Hunk(whole.b0 - left, whole.b1 + right, whole.a0 - left, whole.a1 + right)
    return [*hunks[:first], whole, *hunks[last + 1 :]]
