"""Where how, when or how often something is done ends, and a name or a verb begins: two edits in one hunk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.patterns import lazy
from aratame.rewording.units import NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_HOW = frozenset({Sort.ADVERB, Sort.ADJECTIVE})
_OFTEN = frozenset({"定期的", "随時", "適宜", "常時", "毎年", "毎月", "毎週", "毎日"})
_FREQUENCY = lazy("[毎隔]|[年月週日]?[^回]{0,6}[0-9０-９一二三四五六七八九十〇]回$|.*(?:ごと|毎)$")
_PARTS = frozenset({Sort.PARTICLE, Sort.COMMA, Sort.STOP})
_AMOUNTS = frozenset({Sort.QUANTITY, Sort.DATE})


def behind_adverb(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Between how something is done and with what, where both change: 速やかに|総務課 → 直ちに|秘書課, 年1回|職員が → 毎月|係長が; behind 原則として, which came or went."""
    b, a = _generally_end(sides, 0, hunk.b0, hunk.b1), _generally_end(sides, 1, hunk.a0, hunk.a1)
    if (b == hunk.b0) != (a == hunk.a0):
        one_thing = not any(word.sort in _PARTS and word.key != "と" for word in (*sides.before[b : hunk.b1], *sides.after[a : hunk.a1]))
        return (b, a) if one_thing else None
    b, a = _adverb_end(sides, 0, hunk.b0, hunk.b1), _adverb_end(sides, 1, hunk.a0, hunk.a1)
    if b and a:
        return b, a
    b, a = _frequency_end(sides.before, hunk.b0, hunk.b1), _frequency_end(sides.after, hunk.a0, hunk.a1)
    return (b, a) if b and a else None


def behind_verb(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Behind a verb that gives way to another, where a phrase came in or went behind it: 添えて → 添付して|、期限までに."""
    b, a = _verb_end(sides, 0, hunk.b0, hunk.b1), _verb_end(sides, 1, hunk.a0, hunk.a1)
    if not (b and a) or (b == hunk.b1) == (a == hunk.a1) or sides.before[b - 1].key != sides.after[a - 1].key:
        return None
    behind = sides.before[b] if b < hunk.b1 else sides.after[a]
    return (b, a) if behind.sort is Sort.COMMA else None


def before_verb(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Between how often or how much and what is done: 定期的に|行う → 概ね5年周期で|実施する."""
    b, a = _verb(sides, 0, hunk.b0, hunk.b1), _verb(sides, 1, hunk.a0, hunk.a1)
    if b is None or a is None:
        return None
    adverbial = [*sides.before[hunk.b0 : b], *sides.after[hunk.a0 : a]]
    return (b, a) if any(word.sort in _AMOUNTS or word.key in _OFTEN for word in adverbial) else None


def _generally_end(sides: Sides, side: int, start: int, end: int) -> int:
    """Where 原則として ends, if some words begin with it: what leaves room for exceptions is one thing, and what is done another."""
    words, behind = (sides.before, sides.after)[side], first_unit(sides, side, start, end)
    return behind if "".join(word.key for word in words[start:behind]) == "原則として" else start


def _adverb_end(sides: Sides, side: int, start: int, end: int) -> int:
    """Where the adverb ends that some words begin with, if a name follows it; 0 where there is none."""
    words = (sides.before, sides.after)[side]
    if start == end or words[start].sort not in _HOW:
        return 0
    behind = first_unit(sides, side, start, end)
    adverb = behind < end and (words[start].sort is Sort.ADVERB or words[behind - 1].key == "に")
    return behind if adverb and words[behind].sort in NOUNS else 0


def _frequency_end(words: Sequence[Token], start: int, end: int) -> int:
    """Where it ends how often something is done, if some words begin with that and more follows: 年1回, 四半期ごとに; 0 where they do not."""
    if start == end or words[start].sort not in _AMOUNTS or not _FREQUENCY.match(words[start].key):
        return 0
    behind = start + 1
    behind += behind < end and words[behind].key == "に"
    return behind if behind < end and words[behind].sort in NOUNS else 0


def _verb_end(sides: Sides, side: int, start: int, end: int) -> int:
    """Where the verb ends that some words begin with, also a noun with する; 0 where they begin with none."""
    words = (sides.before, sides.after)[side]
    first = first_unit(sides, side, start, end)
    if first < end and words[first - 1].sort is Sort.NOUN and words[first].sort is Sort.VERB:
        first = first_unit(sides, side, first, end)
    return first if any(word.sort is Sort.VERB for word in words[start:first]) else 0


def _verb(sides: Sides, side: int, start: int, end: int) -> int | None:
    """Where the verb begins that ends the words, if an adverbial with に or で stands before it."""
    words, cut = (sides.before, sides.after)[side], sides.units[side].cut
    if end >= len(words) or not cut[end]:
        return None
    first = end - 1
    while first > start and not cut[first]:
        first -= 1
    if first > start and words[first].sort is Sort.VERB and words[first].key in ("する", "し") and words[first - 1].sort is Sort.NOUN:
        first -= 1
    ends_in_verb = any(word.sort is Sort.VERB for word in words[first:end])
    return first if ends_in_verb and first > start and words[first - 1].key in ("に", "で") else None


def first_unit(sides: Sides, side: int, start: int, end: int) -> int:
    """Where the first unit of some words ends."""
    cut = sides.units[side].cut
    return next((n for n in range(start + 1, end) if cut[n]), end)
