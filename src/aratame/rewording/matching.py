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
from aratame.rewording.common_runs import run_across
from aratame.rewording.lists import item_pairs
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.rewording.sides import Sides

_MOST_CELLS = 400_000
"""Pieces of one side times pieces of the other that are weighed; more are compared unweighed. rapidfuzz keeps a bit for each."""
_MOST_OF_IT = 2 / 3
"""A run of words over the border of brackets is matched first where it is so much of the lesser side; else within what is left over."""
_FRAME = frozenset({Sort.COMMA, Sort.STOP, Sort.OPEN, Sort.CLOSE})
"""Signs that frame phrases: they say nothing, but a sentence is seen by them, and not by its particles."""
_QUANTITY, _COMMA = Sort.QUANTITY, Sort.COMMA  # an enum looks a member up by a call
_VALUES = frozenset({_QUANTITY, Sort.DATE, Sort.CITATION})
"""Values of one sort behind は are what was said and what is said of the same."""
_AMOUNT = 2
"""What an amount weighs: 2,000円 is the fare here and the fee there, and what it is the amount of tells them apart."""
_HEAVIEST = 8
"""What a unit weighs at most, so that one long name is not worth a whole phrase."""
_MOST_TIMES = 2 * _HEAVIEST + 1


class Pieces(NamedTuple):
    """Units or words that follow one another: the kind of each, how much it says, and where it begins; piece n is `words[borders[n]:borders[n + 1]]`.

    A kind is a number for what is written and how deep in brackets it stands.
    """

    kinds: list[int]
    weights: list[int]
    borders: Sequence[int]


Kinds = dict[tuple[str, int], int]
"""The number of each kind, in the order in which they were met."""
Match = tuple[int, int, int, int]
"""Words that both sides share: first and last of the one side, first and last of the other, as a `Hunk` has them."""


def differences(sides: Sides) -> Iterator[Hunk]:
    """What is not shared, as hunks, in order and apart."""
    whole = _but_ends(sides, Hunk(sides.b.start, sides.b.end, sides.a.start, sides.a.end))
    if whole.b0 == whole.b1 and whole.a0 == whole.a1:
        return
    if pairs := item_pairs(sides, whole):
        yield from _between(sides, whole, pairs)
    elif whole.b0 == whole.b1 or whole.a0 == whole.a1:
        yield whole
    elif run := run_across(sides, whole, _MOST_OF_IT):
        yield from _between(sides, whole, [run])
    else:
        yield from _shared(sides, whole)


def _between(sides: Sides, whole: Hunk, pairs: Sequence[Hunk]) -> Iterator[Hunk]:
    """The same where the words of each pair are versions of one another. A pair may go over the ends of `whole`: there both sides are equal."""
    first, last = pairs[0], pairs[-1]
    back = max(0, whole.b0 - first.b0, whole.a0 - first.a0)
    beyond = max(0, last.b1 - whole.b1, last.a1 - whole.a1)
    b_at, a_at = whole.b0 - back, whole.a0 - back
    for pair in pairs:
        yield from differences(sides.within(Hunk(b_at, pair.b0, a_at, pair.a0)))
        if [word.key for word in sides.before[pair.b0 : pair.b1]] != [word.key for word in sides.after[pair.a0 : pair.a1]]:
            yield from _shared(sides, pair)
        b_at, a_at = pair.b1, pair.a1
    yield from differences(sides.within(Hunk(b_at, whole.b1 + beyond, a_at, whole.a1 + beyond)))


def _shared(sides: Sides, whole: Hunk) -> Iterator[Hunk]:
    """The same by a heaviest common subsequence of units, then of the words between them."""
    if whole.b0 == whole.b1 or whole.a0 == whole.a1:
        yield from _gaps(whole, ())
        return
    kinds: Kinds = {}
    units = _matches(_names(sides, 0, whole.b0, whole.b1, kinds), _names(sides, 1, whole.a0, whole.a1, kinds))
    said = sides.units[0].said
    for gap in _gaps(whole, [match for match in units if said[match[1]] - said[match[0]] > 1]):
        if comma := _topic_comma(sides, gap):
            yield comma
            gap = Hunk(comma.b1, gap.b1, comma.a1, gap.a1)  # noqa: PLW2901
        if gap.b0 == gap.b1 or gap.a0 == gap.a1:
            yield gap
        else:
            words = _words(sides, 0, gap.b0, gap.b1, kinds), _words(sides, 1, gap.a0, gap.a1, kinds)
            for rest in _gaps(gap, _matches(*words)):
                run = run_across(sides, rest)
                yield from _gaps(rest, [run] if run else [])


def _topic_comma(sides: Sides, gap: Hunk) -> Hunk | None:
    """A comma behind は that came or went before values of one sort; the next comma is another one: 期間は、3年とする → 期間は5年以上とし、…."""
    (b, b1, a, a1), before, after = gap, sides.before, sides.after
    if b < b1 and a < a1 and before[b].key == after[a].key == "は":
        b, a = b + 1, a + 1
    if b + 1 >= b1 or a + 1 >= a1 or not b or not a or not before[b - 1].key == after[a - 1].key == "は":
        return None
    b_end, a_end = b + (before[b].sort is _COMMA), a + (after[a].sort is _COMMA)
    if b_end - b == a_end - a or before[b_end].sort is not after[a_end].sort or before[b_end].sort not in _VALUES:
        return None
    return Hunk(b, b_end, a, a_end)


def _names(sides: Sides, side: int, start: int, end: int, kinds: Kinds) -> Pieces:
    """The units of some words."""
    words, (cut, _, depth, _, said) = (sides.before, sides.after)[side], sides.units[side]
    borders = [start, *[n for n in range(start + 1, end) if cut[n]], end]
    numbers, weights = [], []
    for first, last in pairwise(borders):
        word = words[first]
        key = word.key if last == first + 1 else "".join([each.key for each in words[first:last]])
        numbers.append(kinds.setdefault((key, depth[first]), len(kinds)))
        weights.append(_AMOUNT if word.sort is _QUANTITY else said[last] - said[first])
    return Pieces(numbers, weights, borders)


def _words(sides: Sides, side: int, start: int, end: int, kinds: Kinds) -> Pieces:
    words, (_, _, depth, _, said) = (sides.before, sides.after)[side], sides.units[side]
    numbers, weights = [], []
    for n, (_, _, key, sort, _, _, _) in enumerate(words[start:end], start):
        numbers.append(kinds.setdefault((key, depth[n]), len(kinds)))
        weights.append(_AMOUNT if sort is _QUANTITY else said[n + 1] - said[n] or sort in _FRAME)
    return Pieces(numbers, weights, range(start, end + 1))


def _matches(before: Pieces, after: Pieces) -> list[Match]:
    """The pieces that a heaviest common subsequence pairs, in order; those of which it takes a part only are left out."""
    shared = set(before.kinds).intersection(after.kinds)
    if not shared:
        return []
    heaviest = _HEAVIEST if len(before.kinds) * len(after.kinds) <= _MOST_CELLS else 0
    b_times, a_times = _times(before, shared, heaviest), _times(after, shared, heaviest)
    if len(b_times) == len(shared) and [before.kinds[n] for n in b_times] == [after.kinds[n] for n in a_times]:
        # None is repeated and all stand in one order: they are the subsequence.
        counts = {(b, a): min(b_times[b], a_times[a]) for b, a in zip(b_times, a_times, strict=True)}
    else:
        counts = _common(before.kinds, b_times, after.kinds, a_times)
    return [
        (before.borders[b], before.borders[b + 1], after.borders[a], after.borders[a + 1])
        for (b, a), count in counts.items()
        if count == b_times[b]
    ]


def _times(pieces: Pieces, shared: set[int], heaviest: int) -> dict[int, int]:
    """How often each piece that both sides have goes into the sequence that is compared."""
    weights = pieces.weights
    return {n: 1 + 2 * min(heaviest, weights[n]) for n, kind in enumerate(pieces.kinds) if kind in shared}


def _common(before: list[int], b_times: dict[int, int], after: list[int], a_times: dict[int, int]) -> dict[tuple[int, int], int]:
    """How often a longest common subsequence has each pair of pieces, each of which stands in it as often as it weighs."""
    (b_keys, b_of), (a_keys, a_of) = _repeated(before, b_times), _repeated(after, a_times)
    counts: dict[tuple[int, int], int] = {}
    for block in Indel.opcodes(b_keys, a_keys).as_matching_blocks():
        for pair in zip(b_of[block.a : block.a + block.size], a_of[block.b : block.b + block.size], strict=True):
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def _repeated(kinds: list[int], times: dict[int, int]) -> tuple[list[int], list[int]]:
    """Each piece as often as `times` says, once where it says nothing, and for each of these which piece it is."""
    keys: list[int] = []
    of: list[int] = []
    for n, kind in enumerate(kinds):
        first = kind * _MOST_TIMES
        if n in times:
            keys += range(first, first + times[n])
            of += [n] * times[n]
        else:
            keys.append(first)
            of.append(n)
    return keys, of


def _gaps(whole: Hunk, matches: Iterable[Match]) -> Iterator[Hunk]:
    """What lies between matches."""
    b_at, a_at = whole.b0, whole.a0
    for b_start, b_end, a_start, a_end in matches:
        if b_start > b_at or a_start > a_at:
            yield Hunk(b_at, b_start, a_at, a_start)
        b_at, a_at = b_end, a_end
    if whole.b1 > b_at or whole.a1 > a_at:
        yield Hunk(b_at, whole.b1, a_at, whole.a1)


def _but_ends(sides: Sides, hunk: Hunk) -> Hunk:
    """`hunk` without its equal ends, in whole units: 添付書類 ends 電子添付書類 too, and is another thing."""
    b0, b1, a0, a1 = hunk
    before, after = sides.before, sides.after
    while b0 < b1 and a0 < a1 and before[b0].key == after[a0].key:
        b0, a0 = b0 + 1, a0 + 1
    while b0 < b1 and a0 < a1 and before[b1 - 1].key == after[a1 - 1].key:
        b1, a1 = b1 - 1, a1 - 1
    b_cut, a_cut = sides.units[0].cut, sides.units[1].cut
    while b0 > hunk.b0 and not (b_cut[b0] and a_cut[a0]):
        b0, a0 = b0 - 1, a0 - 1
    while b1 < hunk.b1 and not (b_cut[b1] and a_cut[a1]):
        b1, a1 = b1 + 1, a1 + 1
    return Hunk(b0, b1, a0, a1)
