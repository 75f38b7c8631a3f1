"""Hunks are widened to whole units: 4情報 and not 4, a compound, a predicate, a bracket with its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.patterns import lazy
from aratame.rewording.distinct import apart, respelt
from aratame.rewording.islands import join
from aratame.rewording.replacement import Hunk
from aratame.rewording.sliding import balanced
from aratame.rewording.units import NOUNS, OFFICES, OPEN_ENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides
    from aratame.rewording.units import Phrase

Place = tuple[int, int]
"""A word's index in `before` and in `after`."""
_ENDINGS = frozenset({"て", "で", "た", "だ", "ば", "に", "な", "ず"})
"""Endings of one sound, without which a verb is no word: a word that is spelt otherwise keeps its own."""
_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_FUSED = frozenset({Sort.CONJUNCTION, Sort.DOT})
_BRACKETS = frozenset({Sort.OPEN, Sort.CLOSE})
_RANGE = frozenset({"から", "、", "，", "・", "～", "〜", "まで"})
_LIMIT = lazy("以上|以下|以内|未満|まで|を?超|を?越|をこえ|に満たない|を限度")
_LONGEST_BRACKET = 24
"""Words in a pair of brackets that an edit is widened over at most, where one bracket differs and the words do not."""


def widened(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, each over whole units; those that meet are one, and that one is over whole units again."""
    out = list(hunks)
    while True:
        wider = _met(sides, _each(sides, out, _widened))
        if wider == out:
            return _phrases(sides, out)
        out = wider


def closed(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, each with the partner of a bracket that only one side's words open or close, where it stands near."""
    return _met(sides, _each(sides, hunks, _closed))


def _each(sides: Sides, hunks: Sequence[Hunk], wider: Callable[[Sides, Hunk, Place, Place], Hunk]) -> list[Hunk]:
    """Every hunk made wider, at most up to its neighbours."""
    out: list[Hunk] = []
    for n, hunk in enumerate(hunks):
        low = (out[-1].b1, out[-1].a1) if out else (sides.b.start, sides.a.start)
        high = (hunks[n + 1].b0, hunks[n + 1].a0) if n + 1 < len(hunks) else (sides.b.end, sides.a.end)
        out.append(wider(sides, hunk, low, high))
    return out


def _widened(sides: Sides, hunk: Hunk, low: Place, high: Place) -> Hunk:
    fuses = _fuses(sides, hunk) and hunk.b0 > low[0] and hunk.a0 > low[1]
    if not fuses and (_coordinate(sides, hunk) or _relinked(sides, hunk)):
        return hunk
    if respelt(sides, hunk):
        ending = hunk.b1 < high[0] and hunk.a1 < high[1] and sides.before[hunk.b1].key in _ENDINGS and _hangs(sides, hunk)
        return hunk._replace(b1=hunk.b1 + ending, a1=hunk.a1 + ending)
    b0, b1, a0, a1 = hunk
    b0, a0 = b0 - fuses, a0 - fuses
    while b0 > low[0] and a0 > low[1] and not _clean(sides, Hunk(b0, b1, a0, a1), b0, a0):
        b0, a0 = b0 - 1, a0 - 1
    while b1 < high[0] and a1 < high[1] and not _clean(sides, Hunk(b0, b1, a0, a1), b1, a1) and not _same_tail(sides, b1, a1):
        b1, a1 = b1 + 1, a1 + 1
    return _limited(sides, _listed(sides, _summed_up(sides, Hunk(b0, b1, a0, a1), low), low), low)


def _fuses(sides: Sides, hunk: Hunk) -> bool:
    """Whether two nouns become one, or one two, by a link that goes or comes: 児童[及び]生徒 and 児童生徒 are one edit."""
    b, a = hunk.b1 - hunk.b0, hunk.a1 - hunk.a0
    if (b, a) == (1, 0):
        link, fused = sides.before[hunk.b0], not sides.units[1].cut[hunk.a0]
    elif (b, a) == (0, 1):
        link, fused = sides.after[hunk.a0], not sides.units[0].cut[hunk.b0]
    else:
        return False
    return fused and (link.sort in _FUSED or link.key == "の")


def _same_tail(sides: Sides, b: int, a: int) -> bool:
    """Whether the same ending of a predicate begins on both sides: 意見を聴か|なければならない."""
    ends = sides.units[0].tails.get(b, b), sides.units[1].tails.get(a, a)
    words = sides.before[b : ends[0]], sides.after[a : ends[1]]
    return bool(words[0]) and [word.key for word in words[0]] == [word.key for word in words[1]]


def _hangs(sides: Sides, hunk: Hunk) -> bool:
    return not sides.units[0].cut[hunk.b1] and not sides.units[1].cut[hunk.a1]


def _summed_up(sides: Sides, hunk: Hunk, low: Place) -> Hunk:
    """A list of which the rest gives way to 等 is one with its first place: 国[又は地域→等] begins at 国."""
    b0, b1, a0, a1 = hunk
    if b0 == b1 or a0 == a1:
        return hunk
    first = sides.before[b0], sides.after[a0]
    if not any(one.sort is Sort.CONJUNCTION and other.key in OPEN_ENDED for one, other in (first, first[::-1])):
        return hunk
    while b0 > low[0] and a0 > low[1]:
        b0, a0 = b0 - 1, a0 - 1
        if _clean(sides, Hunk(b0, b1, a0, a1), b0, a0):
            break
    return Hunk(b0, b1, a0, a1)


def _limited(sides: Sides, hunk: Hunk, low: Place) -> Hunk:
    """An amount of which the limit changes is one with it: 30日[以内→までに] begins at 30日."""
    b0, b1, a0, a1 = hunk
    if b0 == b1 or a0 == a1 or b0 <= low[0] or a0 <= low[1] or sides.before[b0 - 1].sort is not Sort.QUANTITY:
        return hunk
    limits = ("".join(word.key for word in words) for words in (sides.before[b0:b1], sides.after[a0:a1]))
    return Hunk(b0 - 1, b1, a0 - 1, a1) if all(map(_LIMIT.match, limits)) else hunk


def _listed(sides: Sides, hunk: Hunk, low: Place) -> Hunk:
    """A list of citations of which the links change is one: 第四条[及び第五条→から第六条まで] begins at 第四条."""
    b0, b1, a0, a1 = hunk
    if b0 == b1 or a0 == a1 or b0 <= low[0] or a0 <= low[1] or sides.before[b0 - 1].sort is not Sort.CITATION:
        return hunk
    words = (*sides.before[b0:b1], *sides.after[a0:a1])
    linked = all(side[0].sort is Sort.CONJUNCTION or side[0].key in _RANGE for side in (sides.before[b0:b1], sides.after[a0:a1]))
    return Hunk(b0 - 1, b1, a0 - 1, a1) if linked and any(word.sort is Sort.CITATION for word in words) else hunk


def _closed(sides: Sides, hunk: Hunk, low: Place, high: Place) -> Hunk:
    """`hunk` with the partner of a bracket that only one side's words open or close, where it stands near."""
    b0, b1, a0, a1 = hunk
    for _ in range(_LONGEST_BRACKET):
        depths = _depth(sides.before[b0:b1]), _depth(sides.after[a0:a1])
        if (depths[0][1] or depths[1][1]) and b1 < high[0] and a1 < high[1]:
            b1, a1 = b1 + 1, a1 + 1
        elif (depths[0][0] or depths[1][0]) and b0 > low[0] and a0 > low[1]:
            b0, a0 = b0 - 1, a0 - 1
        else:
            return Hunk(b0, b1, a0, a1) if not any((*depths[0], *depths[1])) else hunk
    return hunk


def _depth(words: Sequence[Token]) -> tuple[int, int]:
    """How many brackets `words` close without having opened them, and open without closing them."""
    closed = opened = 0
    for bracket in [word.sort for word in words if word.sort in _BRACKETS]:
        if bracket is Sort.OPEN:
            opened += 1
        elif opened:
            opened -= 1
        else:
            closed += 1
    return closed, opened


def _coordinate(sides: Sides, hunk: Hunk) -> bool:
    """Whether a hunk only adds or takes away something beside what is there: 全損し[、又は委付され]たとき, 窓口[・郵送]."""
    if hunk.b0 < hunk.b1 and hunk.a0 < hunk.a1:
        return False
    side = hunk.b0 == hunk.b1
    start, end = (hunk.a0, hunk.a1) if side else (hunk.b0, hunk.b1)
    words, cut = (sides.after if side else sides.before)[start:end], sides.units[side].cut
    named = all(word.sort in NOUNS or word.sort is Sort.DOT for word in words)
    dotted = named and ((words[0].sort is Sort.DOT and cut[end]) or (words[-1].sort is Sort.DOT and cut[start]))
    office = dotted and len(words) > 1 and not words[-2].key.endswith(OFFICES) and _names_office(sides, side, end)
    return (words[0].sort in _LINKS or (dotted and not office)) and balanced(words)


def _names_office(sides: Sides, side: int, start: int) -> bool:
    """Whether the unit that begins at `start` is the name of an office: こども・[市民部]."""
    words, cut = (sides.before, sides.after)[side], sides.units[side].cut
    end = next((n for n in range(start + 1, len(cut)) if cut[n]), start)
    return end > start and words[end - 1].key.endswith(OFFICES)


def _relinked(sides: Sides, hunk: Hunk) -> bool:
    """Whether a list is linked otherwise at one place: 市民[・→、]事業者[・→及び]行政."""
    if (hunk.b1 - hunk.b0, hunk.a1 - hunk.a0) != (1, 1):
        return False
    b, a = sides.before[hunk.b0].sort, sides.after[hunk.a0].sort
    return (b is Sort.DOT and a in _LINKS) or (a is Sort.DOT and b in _LINKS)


def _clean(sides: Sides, hunk: Hunk, b: int, a: int) -> bool:
    """Whether a hunk may begin or end at b and a: on the side that has words only, if only one has."""
    b_cut, a_cut = sides.units[0].cut[b], sides.units[1].cut[a]
    if hunk.b0 == hunk.b1:
        return a_cut
    if hunk.a0 == hunk.a1:
        return b_cut
    return b_cut and a_cut


def _met(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    out: list[Hunk] = []
    for hunk in hunks:
        if out and hunk.b0 == out[-1].b1 and hunk.a0 == out[-1].a1 and not apart(sides, out[-1], hunk):
            out[-1] = join(out[-1], hunk)
        else:
            out.append(hunk)
    return out


def _phrases(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """Hunks over the に関する of a noun phrase, or several that touch it and one of them inside, are one over the whole phrase."""
    out = list(hunks)
    for side, phrases in ((0, sides.units[0].phrases), (2, sides.units[1].phrases)):
        for phrase in phrases:
            out = _gathered(sides, out, phrase, side)
    return out


def _told_otherwise(hunk: Hunk, phrase: Phrase, side: int) -> bool:
    """Whether a hunk changes the に関する of a phrase with words around it; the word alone, or all that ends with it, is an edit by itself."""
    start, end = hunk[side], hunk[side + 1]
    alone = end == phrase.about + 1 and (start == phrase.about or hunk[2 - side] == hunk[3 - side])
    return start <= phrase.about < end and not alone


def _gathered(sides: Sides, hunks: list[Hunk], phrase: Phrase, side: int) -> list[Hunk]:
    words = sides.before if side == 0 else sides.after
    end = phrase.end - (phrase.end < len(words) and words[phrase.end].broken)  # what a blank parts from it does not touch it
    touching = [n for n, h in enumerate(hunks) if h[side] <= end and h[side + 1] > phrase.start]
    inside = [hunks[n] for n in touching if hunks[n][side] < phrase.end]
    if not inside or not (len(touching) > 1 or _told_otherwise(inside[0], phrase, side)):
        return hunks
    first, last = touching[0], touching[-1]
    left = max(0, hunks[first][side] - phrase.start)
    right = max(0, phrase.end - hunks[last][side + 1])
    b0, b1, a0, a1 = join(hunks[first], hunks[last])
    return [*hunks[:first], Hunk(b0 - left, b1 + right, a0 - left, a1 + right), *hunks[last + 1 :]]
