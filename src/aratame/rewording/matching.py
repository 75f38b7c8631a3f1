"""The words that both sides share, in order: whole units first, then the words between them.

A longest common subsequence counts words alike; here a particle may not outweigh a name (後見監督人又は保佐人 → 後見監督人、保佐人、…又は
補助監督人 keeps 保佐人, not 又は). rapidfuzz knows no weights, so a word goes in as often as it weighs. Words in brackets pair with
words in brackets only: a definition that went shares words with the name that came by chance (留置場（…留置するための施設…）→留置施設).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk
from aratame.rewording.shifted_lists import shifted_lists
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.rewording.sides import Sides

_MOST_CELLS = 400_000
"""Pieces of one side times pieces of the other that are weighed; more are compared unweighed. rapidfuzz keeps a bit for each."""
_FRAME = frozenset({Sort.COMMA, Sort.STOP, Sort.OPEN, Sort.CLOSE})
"""Signs that frame phrases: they say nothing, but a sentence is seen by them, and not by its particles."""
_HEAVIEST = 8
"""What a unit weighs at most, so that one long name is not worth a whole phrase."""


class Piece(NamedTuple):
    """One unit or word: its key, how deep in brackets it stands, its weight, its first word and the one behind its last."""

    key: str
    depth: int
    weight: int
    start: int
    end: int


def differences(sides: Sides) -> Iterator[Hunk]:
    """What is not shared, as hunks, in order and apart."""
    whole = _but_ends(sides, Hunk(sides.b.start, sides.b.end, sides.a.start, sides.a.end))
    if whole.b0 == whole.b1 or whole.a0 == whole.a1:
        yield from (hunk for hunk in (whole,) if hunk.b0 < hunk.b1 or hunk.a0 < hunk.a1)
        return
    b_at, a_at = whole.b0, whole.a0
    for each in shifted_lists(sides.before, sides.after, whole):
        yield from _between(sides, Hunk(b_at, each.b0, a_at, each.a0))
        places = zip(range(each.b0, each.b1), range(each.a0, each.a1), strict=True)
        yield from (Hunk(b, b + 1, a, a + 1) for b, a in places if sides.before[b].sort is Sort.CITATION)
        b_at, a_at = each.b1, each.a1
    yield from _between(sides, Hunk(b_at, whole.b1, a_at, whole.a1))


def _between(sides: Sides, whole: Hunk) -> Iterator[Hunk]:
    """What is not shared of some words of either side."""
    units = _matches(_names(sides, 0, whole.b0, whole.b1), _names(sides, 1, whole.a0, whole.a1))
    for gap in _gaps(whole, ((b, a) for b, a in units if b.weight > 1)):
        yield from _gaps(gap, _matches(_words(sides, 0, gap.b0, gap.b1), _words(sides, 1, gap.a0, gap.a1)))


def _names(sides: Sides, side: int, start: int, end: int) -> list[Piece]:
    """The units of some words."""
    words, (cut, _, depth) = (sides.before, sides.after)[side], sides.units[side]
    borders = [start, *(n for n in range(start + 1, end) if cut[n]), end] if start < end else []
    pieces = []
    for first, last in pairwise(borders):
        pieces.append(Piece("".join(w.key for w in words[first:last]), depth[first], weight(words[first:last]), first, last))
    return pieces


def _words(sides: Sides, side: int, start: int, end: int) -> list[Piece]:
    words, depth = (sides.before, sides.after)[side], sides.units[side].depth
    return [Piece(words[n].key, depth[n], weight(words[n : n + 1]) or words[n].sort in _FRAME, n, n + 1) for n in range(start, end)]


def _matches(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """The pieces that a heaviest common subsequence pairs, in order; those of which it takes a part only are left out."""
    if {piece.key for piece in before}.isdisjoint(piece.key for piece in after):
        return
    heaviest = _HEAVIEST if len(before) * len(after) <= _MOST_CELLS else 0
    numbers: dict[tuple[str, int], int] = {}
    (b_keys, b_of), (a_keys, a_of) = _weighted(before, heaviest, numbers), _weighted(after, heaviest, numbers)
    taken: dict[tuple[int, int], int] = {}
    for block in Indel.opcodes(b_keys, a_keys).as_matching_blocks():
        for n in range(block.size):
            pair = b_of[block.a + n], a_of[block.b + n]
            taken[pair] = taken.get(pair, 0) + 1
    for (b, a), count in taken.items():
        if count == _times(before[b], heaviest):
            yield before[b], after[a]


def _times(piece: Piece, heaviest: int) -> int:
    """How often a piece goes into the sequence that is compared."""
    return 1 + 2 * min(heaviest, piece.weight)


def _weighted(pieces: Sequence[Piece], heaviest: int, numbers: dict[tuple[str, int], int]) -> tuple[list[int], list[int]]:
    """Each piece as often as it weighs, and for each of these which piece it is; `numbers` has a number for each sort of piece."""
    keys: list[int] = []
    of: list[int] = []
    for n, piece in enumerate(pieces):
        times = _times(piece, heaviest)
        first = numbers.setdefault((piece.key, piece.depth), len(numbers)) * (2 * _HEAVIEST + 1)
        keys.extend(range(first, first + times))
        of.extend([n] * times)
    return keys, of


def _gaps(whole: Hunk, matches: Iterator[tuple[Piece, Piece]]) -> Iterator[Hunk]:
    """What lies between matches."""
    b_at, a_at = whole.b0, whole.a0
    for b, a in matches:
        if b.start > b_at or a.start > a_at:
            yield Hunk(b_at, b.start, a_at, a.start)
        b_at, a_at = b.end, a.end
    if whole.b1 > b_at or whole.a1 > a_at:
        yield Hunk(b_at, whole.b1, a_at, whole.a1)


def _but_ends(sides: Sides, hunk: Hunk) -> Hunk:
    """`hunk` without its equal ends."""
    b0, b1, a0, a1 = hunk
    while b0 < b1 and a0 < a1 and sides.before[b0].key == sides.after[a0].key:
        b0, a0 = b0 + 1, a0 + 1
    while b0 < b1 and a0 < a1 and sides.before[b1 - 1].key == sides.after[a1 - 1].key:
        b1, a1 = b1 - 1, a1 - 1
    return Hunk(b0, b1, a0, a1)
