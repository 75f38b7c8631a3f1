"""What came in or went beside a name or a value that changes: two edits in one hunk, the one on one side only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from aratame.lexing import Sort
from aratame.rewording.units import NOUNS, OPEN_ENDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

Cut = tuple[int, int]
"""A word's index in `before` and in `after`: a hunk is cut before them."""
_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_PHRASE_ENDS = _LINKS | {Sort.PARTICLE}
NAMES = NOUNS | {Sort.FORMAL_NOUN}
"""What the name of a thing is made of."""
_AMOUNTS = frozenset({Sort.QUANTITY, Sort.DATE})
_FIGURES = _AMOUNTS | {Sort.NUMBER}
_TIMES = frozenset({Sort.FORMAL_NOUN, Sort.PARTICLE})
"""What stands before the は of a phrase that says when or where: ときは, 場合は, には; before any other, what is spoken of."""
_ADVERBIAL = frozenset("により によって から において に対し に対して をもって について に際し に応じ".split())  # noqa: SIM905
"""What a phrase ends with that says how, where or when something is done; による and に関する belong to the name behind them."""
_MEANS = frozenset("用い もっ もつ 通じ 経".split())  # noqa: SIM905
"""Verbs that say by what means, before て."""
_CASES = frozenset("をがにで")
_DEGREES = frozenset("特に 更に 最も 極めて 著しく より 非常に 十分".split())  # noqa: SIM905
"""Adverbs that are one with the word behind them: 特に必要."""
LIMITS = frozenset("以上 以下 以内 未満".split())  # noqa: SIM905
"""What stands behind an amount and is one with it."""
_ABOUT = frozenset({Sort.ADVERB, Sort.PREFIX, Sort.CONJUNCTION, Sort.QUANTITY, Sort.DATE, Sort.CITATION})
"""What may be one with the amount behind it: 約, 概ね, another amount of a list or a range."""
_FIRST_KANJI = "一"
_TWO_SIGNS = 4


def beside(sides: Sides, hunk: Hunk) -> Cut | None:
    """Where a hunk is cut because words came in or went beside a name or a value that changes; None where they did not."""
    before, after = hunk.b1 - hunk.b0, hunk.a1 - hunk.a0
    if not before or not after or before == after == 1 or _stands_for_all(sides, hunk):
        return None
    last = _last_unit(sides, 0, hunk.b0, hunk.b1), _last_unit(sides, 1, hunk.a0, hunk.a1)
    grown = (last[0] == hunk.b0) != (last[1] == hunk.a0) and (_before_name(sides, hunk, *last) or _before_same_verb(sides, *last))
    return grown or _beside_value(sides, hunk) or _behind_phrase(sides, hunk)


def _stands_for_all(sides: Sides, hunk: Hunk) -> bool:
    """Whether 等 gives way to what it stood for, or the other way round: 市長[等→、教育長]. Nothing stands beside it."""
    b, a = sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
    return any(len(words) == 1 and words[0].key in OPEN_ENDED for words in (b, a))


def resemble(before: str, after: str) -> bool:
    """Whether two names are likely those of one thing: they end alike, and half of the shorter stands in the longer."""
    return before[-1] == after[-1] and 2 * LCSseq.similarity(before, after) >= max(_TWO_SIGNS, min(len(before), len(after)))


def _before_name(sides: Sides, hunk: Hunk, b: int, a: int) -> Cut | None:
    """Before a name, the last unit of either side, that gives way to one like it: 認定建築物 → 計画建築物及び|特定認定建築物. None where what stands beside it is as much like it."""
    names = sides.before[b : hunk.b1], sides.after[a : hunk.a1]
    if not (named(names[0]) and named(names[1]) and resemble(*map(letters, names))):
        return None
    side, start, end = (0, hunk.b0, b) if b > hunk.b0 else (1, hunk.a0, a)
    words = (sides.before, sides.after)[side]
    if words[end - 1].sort not in _LINKS:
        return (b, a) if words[start].sort in _LINKS and words[end - 1].sort is Sort.PARTICLE else None
    rival = letters(words[_last_unit(sides, side, start, end - 1) : end - 1])
    return None if rival and resemble(rival, letters(names[1 - side])) and not _contained(*map(letters, names)) else (b, a)


def _before_same_verb(sides: Sides, b: int, a: int) -> Cut | None:
    """Before a verb, the last unit of either side, that only takes another ending: 支払う → 月末までに|支払うものとする, することができる → 書面により|するものとする."""
    if not sides.before[b].sort is sides.after[a].sort is Sort.VERB:
        return None
    old, new = sides.before[b].key, sides.after[a].key
    return (b, a) if old == new or old[0] == new[0] >= _FIRST_KANJI else None


def _beside_value(sides: Sides, hunk: Hunk) -> Cut | None:
    """Before or behind an amount or a date that gives way to another: 50万円 → 1件につき|100万円, 2名 → 3名|及び役員, 大人|5円 → 学生|3円.

    A telephone number may lose or get its extension (012-345-6789、内線 12 → 012-345-9999|). Where a blank parts the amount from what it is the amount of, the name before it grew: 検査　300円 → 検査|及び保安検査|　400円.
    """
    b0, b1, a0, a1 = hunk
    if b1 - b0 > 1 and a1 - a0 > 1:
        values = sides.before[b1 - 1].sort is sides.after[a1 - 1].sort is Sort.QUANTITY
        rest = (*sides.before[b0 : b1 - 1], *sides.after[a0 : a1 - 1])
        said = not any(word.sort in _ABOUT for word in (sides.before[b1 - 2], sides.after[a1 - 2], *rest))
        return (b1 - 1, a1 - 1) if values and said else None
    if b1 - b0 == a1 - a0:
        return None
    alone, words = (sides.before[b0], sides.after[a0:a1]) if b1 - b0 == 1 else (sides.after[a0], sides.before[b0:b1])
    if alone.sort not in _FIGURES:
        return None
    if words[0].sort is alone.sort and (end := _value_end(words) or _said_besides(words, sides.before[b1 : b1 + 1])):
        return (b0 + 1, a0 + end) if b1 - b0 == 1 else (b0 + end, a0 + 1)
    if alone.sort is Sort.NUMBER:
        return None
    listed = sum(word.sort is alone.sort for word in words) > 1 and any(word.sort in _LINKS for word in words)
    column = alone.broken and words[-1].broken
    phrase = words[-1].sort is alone.sort and (column or words[-2].sort in _PHRASE_ENDS or words[0].sort is Sort.PARTICLE)
    return (b1 - 1, a1 - 1) if phrase and not listed else None


def _value_end(words: Sequence[Token]) -> int:
    """Where the value with its limit ends that some words begin with, if a phrase or another item stands behind it; 0 where none does."""
    end = 1 + (words[1].key in LIMITS)
    behind = words[end:]
    item = (
        len(behind) > 1 and behind[0].sort in _LINKS and (behind[1].sort is not words[0].sort or any(word.sort in NAMES for word in behind))
    )
    return end if item or (len(words) > end + 1 and words[end].key in _CASES) else 0


def _said_besides(words: Sequence[Token], behind: Sequence[Token]) -> int:
    """Where the value ends that some words begin with, if they go on with what is said of another thing: 800円|とし、入会金は1,000円; 0 where they do not.

    `behind` stands behind them: 10分の4|以内とし、中間払は10分の2 before 以内 has the limit of the old value there.
    """
    limit = words[1].key in LIMITS
    goes_on = [word.key for word in words[1 + limit : 4 + limit]] == ["と", "し", "、"]
    kept = limit and behind and behind[0].key == words[1].key
    return (1 if kept else 1 + limit) if goes_on else 0


def _behind_phrase(sides: Sides, hunk: Hunk) -> Cut | None:
    """Behind a phrase that says how, where or when, and before a name that changes: 総務課 → 書面により、|秘書課, 書面により|総務課 → 端末を用いて|秘書課."""
    b, a = _last_name(sides.before, hunk.b0, hunk.b1), _last_name(sides.after, hunk.a0, hunk.a1)
    if hunk.b0 < b < hunk.b1 and hunk.a0 < a < hunk.a1 and _says_how(sides.before, b) and _says_how(sides.after, a):
        return b, a
    if (b == hunk.b0) == (a == hunk.a0) or b == hunk.b1 or a == hunk.a1:
        return None
    phrase = sides.before[hunk.b0 : b] or sides.after[hunk.a0 : a]
    comma = phrase[-1].sort is Sort.COMMA
    if len(phrase) == 1 and phrase[0].sort is Sort.ADVERB and phrase[0].key not in _DEGREES:
        return b, a
    if len(phrase) == comma:
        return b, a
    if len(phrase) < 2 + comma:
        return None
    before_last, last = phrase[-2 - comma], phrase[-1 - comma]
    topic = last.key == "は" and before_last.sort not in _TIMES
    if comma:
        return (b, a) if last.sort is Sort.PARTICLE and not topic else None
    return (b, a) if last.key in _ADVERBIAL else None


def _says_how(words: Sequence[Token], end: int) -> bool:
    """Whether what stands before `words[end]` ends as a phrase does that says how or by when something is done: により, を用いて, 以内に."""
    if words[end - 1].key == "て":
        return words[end - 2].key in _MEANS
    if words[end - 1].key == "に" and (words[end - 2].key in LIMITS or words[end - 2].key == "まで"):
        return True
    return words[end - 1].key in _ADVERBIAL


def _last_name(words: Sequence[Token], start: int, end: int) -> int:
    """Where the names begin that some words end with."""
    return next((n + 1 for n in range(end - 1, start - 1, -1) if words[n].sort not in NAMES), start)


def _last_unit(sides: Sides, side: int, start: int, end: int) -> int:
    """Where the last unit of some words begins."""
    cut = sides.units[side].cut
    at = end - 1
    while at > start and not cut[at]:
        at -= 1
    return max(at, start)


def named(words: Sequence[Token]) -> bool:
    """Whether some words are a name and nothing else."""
    return all(word.sort in NAMES for word in words)


def letters(words: Sequence[Token]) -> str:
    """What some words read."""
    return "".join(word.key for word in words)


def _contained(before: str, after: str) -> bool:
    """Whether all signs of one name stand in the other, in order."""
    return LCSseq.similarity(before, after) == min(len(before), len(after))
