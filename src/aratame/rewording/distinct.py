"""Hunks that are an edit of their own, and words between two hunks that part them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.numerals import KANJI_NUMBER
from aratame.patterns import lazy
from aratame.rewording.beside import LIMITS, NAMES, beside
from aratame.rewording.units import OPEN_ENDED
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

EXACT = frozenset({Sort.CITATION, Sort.LAW_NUMBER, Sort.DATE, Sort.QUANTITY})
_KANA = lazy("[ぁ-ん]+")
_PHRASE_ENDS = frozenset({Sort.PARTICLE, Sort.COMMA, Sort.STOP, Sort.OPEN, Sort.CLOSE})
_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_AMOUNTS = frozenset({Sort.QUANTITY, Sort.DATE})
_NUMBERS = frozenset({Sort.NUMBER, Sort.MARKER, Sort.CITATION, Sort.DATE, Sort.QUANTITY})
_ITEM_NUMBERS = frozenset({Sort.NUMBER, Sort.MARKER})
_FIGURES = frozenset(KANJI_NUMBER.strip("[]"))
_ORDERS = (("ア", "ン"), ("a", "z"), ("ａ", "ｚ"))
"""First and last letters of an order."""
_CLAUSE = 5
"""Words of a clause of short ones at least: 日の属する月の."""
_WORD = 2
"""What a word weighs at least that says something: kanji of a phrase, not a helping verb."""


def replaces(hunk: Hunk) -> bool:
    """Whether words gave way to words."""
    return hunk.b0 < hunk.b1 and hunk.a0 < hunk.a1


def heads_item(island: Sequence[Token]) -> bool:
    """Whether an item begins in the words between two hunks: ⑮ with a blank before it."""
    return any(word.sort is Sort.MARKER and word.broken for word in island)


def renumbers(sides: Sides, hunk: Hunk) -> bool:
    """Whether a hunk begins with an item's sign that gives way to another: an edit apart from what stands before the item."""
    return replaces(hunk) and heads_item((sides.before[hunk.b0],)) and heads_item((sides.after[hunk.a0],))


def apart(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether two hunks that meet are edits each: what begins an item, a value and what is linked to it, names that a blank parts, a name and its amount."""
    if renumbers(sides, last) or _behind_item(sides, first, last) or _behind_comma(sides, first, last):
        return True
    if not (replaces(first) and last.b0 < len(sides.before) and last.a0 < len(sides.after)):
        return False
    if exact(sides, first) and not replaces(last) and (sides.before[last.b0 : last.b1] or sides.after[last.a0 : last.a1])[0].sort in _LINKS:
        return True
    if not replaces(last) and _particles(sides, first):
        return (sides.before[last.b0 : last.b1] or sides.after[last.a0 : last.a1])[0].sort in NAMES
    blank = sides.before[last.b0].broken and sides.after[last.a0].broken
    if blank and (numbers(sides, first) or (plain(sides, first) and plain(sides, last))):
        return True
    names = all(word.sort in NAMES for word in (*sides.before[first.b0 : first.b1], *sides.after[first.a0 : first.a1]))
    return names and exact(sides, last) and sides.before[last.b0].sort in _AMOUNTS


def cells(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether a blank on both sides parts two hunks in which values and names give way: lines of a letter's head, put in a row."""
    b, a = sides.before[first.b1 : last.b0 + 1], sides.after[first.a1 : last.a0 + 1]
    if not any(word.broken for word in b) or not any(word.broken for word in a) or not (replaces(first) and replaces(last)):
        return False
    return all(
        word.sort in NAMES or word.sort in EXACT
        for hunk in (first, last)
        for word in (*sides.before[hunk.b0 : hunk.b1], *sides.after[hunk.a0 : hunk.a1])
    )


def _particles(sides: Sides, hunk: Hunk) -> bool:
    """Whether one particle gives way to another."""
    return (hunk.b1 - hunk.b0, hunk.a1 - hunk.a0) == (1, 1) and sides.before[hunk.b0].sort is sides.after[hunk.a0].sort is Sort.PARTICLE


def _behind_comma(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether a comma came or went before values that give way to values: は[、][10時間→30時間未満]."""
    comma = sides.before[first.b0 : first.b1] or sides.after[first.a0 : first.a1]
    return not replaces(first) and len(comma) == 1 and comma[0].sort is Sort.COMMA and values(sides, last)


def _behind_item(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether an item came in or went, and the next is numbered otherwise: 2住所、[3電話番号、][3→4]生年月日."""
    if replaces(first) or not numbers(sides, last) or sides.before[last.b0].sort not in _ITEM_NUMBERS:
        return False
    item = sides.before[first.b0 : first.b1] or sides.after[first.a0 : first.a1]
    return item[0].sort in _ITEM_NUMBERS and item[-1].sort is Sort.COMMA


def numbers(sides: Sides, hunk: Hunk) -> bool:
    """Whether one number gives way to another: that of the clause itself, where a blank stands behind it."""
    return (hunk.b1 - hunk.b0, hunk.a1 - hunk.a0) == (1, 1) and is_number(sides.before[hunk.b0]) and is_number(sides.after[hunk.a0])


def is_number(word: Token) -> bool:
    """Whether a word numbers something: a figure, a kanji number, a letter of an order."""
    if word.sort in _NUMBERS or _FIGURES.issuperset(word.key):
        return True
    return len(word.key) == 1 and any(first <= word.key <= last for first, last in _ORDERS)


def respelt(sides: Sides, hunk: Hunk) -> bool:
    """Whether a hunk's words are the same but for their spelling, as far as the dictionary or their kanji tell: 取り扱い→取扱い."""
    if not replaces(hunk):
        return False
    b, a = sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
    if "".join(word.normal or word.key for word in b) == "".join(word.normal or word.key for word in a):
        return True
    return len(b) == len(a) == 1 and _same_kanji(b[0].key, a[0].key)


def _same_kanji(before: str, after: str) -> bool:
    """Whether two words have the same kanji, and one has fewer kana between and behind them than the other."""
    kanji = _KANA.sub("", before)
    if not kanji or kanji != _KANA.sub("", after):
        return False
    shorter, longer = (before, after) if len(before) < len(after) else (after, before)
    signs = iter(longer)
    return all(sign in signs for sign in shorter)


def plain(sides: Sides, hunk: Hunk) -> bool:
    """Whether one unit gives way to one; 等 behind it makes it no more, nor does what came in or went beside it."""
    if not replaces(hunk):
        return False
    single = _single(sides, 0, hunk.b0, hunk.b1), _single(sides, 1, hunk.a0, hunk.a1)
    return all(single) or beside(sides, hunk) is not None


def _single(sides: Sides, side: int, start: int, end: int) -> bool:
    if end - start == 1:
        return True
    words, cut = (sides.before, sides.after)[side], sides.units[side].cut
    return not any(cut[n] and words[n].key not in OPEN_ENDED for n in range(start + 1, end))


def exact(sides: Sides, hunk: Hunk) -> bool:
    """Whether a citation or value gives way to one of its sort, and nothing else: an edit of its own."""
    if (hunk.b1 - hunk.b0, hunk.a1 - hunk.a0) != (1, 1):
        return False
    return sides.before[hunk.b0].sort is sides.after[hunk.a0].sort and sides.before[hunk.b0].sort in EXACT


def values(sides: Sides, hunk: Hunk) -> bool:
    """Whether values give way to values of their sort, also to several: 毎年度末 → 9月末及び3月末."""
    b, a = sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
    if not b or not a or b[0].sort is not a[0].sort or b[0].sort not in EXACT:
        return False
    return all(word.sort in EXACT or word.sort in _LINKS or word.key in LIMITS for word in (*b, *a))


def binding(sides: Sides, hunk: Hunk) -> bool:
    """Whether what must or may be done changes, and nothing else: [することができる→してはならない], [支払う→支払うものとする]."""
    b, a = _unbound(sides, 0, hunk.b0, hunk.b1), _unbound(sides, 1, hunk.a0, hunk.a1)
    if not replaces(hunk) or (b, a) == (hunk.b1, hunk.a1):
        return False
    acts = sides.before[hunk.b0 : b], sides.after[hunk.a0 : a]
    return not any(map(weight, acts)) or [word.key for word in acts[0]] == [word.key for word in acts[1]]


def same_verb(sides: Sides, hunk: Hunk) -> bool:
    """Whether a verb takes another ending: [届け出てください→届け出なければなりません]."""
    b, a = sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
    return bool(b and a) and b[0].sort is a[0].sort is Sort.VERB and b[0].key[0] == a[0].key[0]


def _unbound(sides: Sides, side: int, start: int, end: int) -> int:
    """Where the ending begins that some words end with, if it says what must, may or need not be done; else their end."""
    tails = sides.units[side].tails
    return next((n for n in range(start, end) if tails.get(n) == end), end)


def known(sides: Sides, hunk: Hunk) -> bool:
    """Whether a hunk is told by itself: values for values, or a value, a bracket or an item with its link that came or went."""
    b, a = sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
    if b and a and b[0].sort is not a[0].sort:
        return False
    words = (*b, *a)
    bracket = not (b and a) and words[0].sort is Sort.OPEN and words[-1].sort is Sort.CLOSE
    item = not (b and a) and words[0].sort is Sort.CONJUNCTION and words[-1].sort in NAMES
    return bracket or item or all(word.sort in EXACT or word.key in LIMITS for word in words)


def says(word: Token) -> bool:
    """Whether a word says something by itself."""
    return weight((word,)) >= _WORD


def phrase(island: Sequence[Token]) -> bool:
    """Whether a whole phrase stands between two hunks: a word and what ends it, a particle or a sign; or short words that say as much together."""
    ended = any(ends.sort in _PHRASE_ENDS and says(word) for word, ends in pairwise(island))
    return ended or (len(island) >= _CLAUSE and weight(island) > _WORD and any(word.sort is Sort.VERB for word in island))
