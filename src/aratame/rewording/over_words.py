"""Two hunks are one over a single word that holds nothing by itself: a particle, 当該, or the noun of which the particles change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.beside import NAMES
from aratame.rewording.distinct import EXACT, plain, replaces
from aratame.rewording.sliding import DOING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_POINTERS = frozenset({"当該", "その", "この", "各", "両"})
_POINTED = frozenset({"次", "左", "右", "上記", "下記", "前記"})
_SAYING = frozenset({Sort.VERB, Sort.AUXILIARY, Sort.ADJECTIVE})
_DOES = 1
"""Words of する before ことができる."""
_NOT = frozenset({"ない", "なかっ", "なく", "ぬ", "ん", "ず"})
_HOLDING = frozenset("をのに")
_CLAUSES = frozenset({Sort.PARTICLE, Sort.COMMA})
_ITEMS = frozenset({Sort.COMMA, Sort.CONJUNCTION, Sort.OPEN})
"""What an item or a note that came in or went by itself begins with."""


def over_word(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether the one word between two hunks parts nothing."""
    island = sides.before[first.b1 : last.b0]
    if all(word.key in _POINTERS for word in island):
        return not replaces(first) and replaces(last)
    if len(island) != 1:
        return False
    if island[0].sort is not Sort.PARTICLE:
        return _around(sides, first, last)
    if _other_no(sides, last, island[0]):
        return True
    if island[0].key == "を" and not replaces(first) and not replaces(last):
        return _governed(sides, first, last)
    return _pointed(sides, first, last, island[0]) or _held(sides, first, last) or _done(sides, first, last, island[0])


def _around(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether only the particles around a word change, or the one before it and all behind: 資料[の→を]提出[を], 計画[の→を]策定[に際し→し、又は]."""
    ends = _words(sides, first)
    if not all(word.sort is Sort.PARTICLE for word in (*ends[0], *ends[1])):
        return False
    others = _words(sides, last)
    if all(word.sort is Sort.PARTICLE for word in (*others[0], *others[1])):
        return True
    return len(ends[0]) == len(ends[1]) == 1 and replaces(last) and any(side[0].sort is Sort.PARTICLE for side in others)


def _pointed(sides: Sides, first: Hunk, last: Hunk, island: Token) -> bool:
    """Whether what only points gives way, and what it points out behind its の: [次→住民]の[目的→健康]."""
    return island.key == "の" and replaces(last) and any(len(side) == 1 and side[0].key in _POINTED for side in _words(sides, first))


def _other_no(sides: Sides, last: Hunk, island: Token) -> bool:
    """Whether の stands before a verb on one side, where it marks who acts, and before a name on the other: 日[の]属する年度, 最初[の]3月31日."""
    if island.key != "の" or not replaces(last):
        return False
    return (sides.before[last.b0].sort is Sort.VERB) != (sides.after[last.a0].sort is Sort.VERB)


def _governed(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether を got another verb with what came in on either side of it, or lost one: 申請書[に書類]を[添えて]."""
    if (first.b0 == first.b1) != (last.b0 == last.b1):
        return False
    ends = [one or other for one, other in (_words(sides, first), _words(sides, last))]
    return ends[0][0].sort is Sort.PARTICLE and ends[1][0].sort is Sort.VERB


def _held(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether a particle holds what came in or went behind it to what gives way: [資産→それ]の[ある]土地, [書出し→書出しは、承諾]を[得た場合を除き]."""
    if not replaces(first) or replaces(last):
        return False
    moved = sides.before[last.b0 : last.b1] or sides.after[last.a0 : last.a1]
    if all(word.sort in _SAYING for word in moved):
        return True
    one, other = _words(sides, first)
    sorts = {word.sort for word in (*one, *other)}
    noted = Sort.OPEN in sorts or (one[0].sort is other[0].sort and one[0].sort in EXACT)
    clause = not noted and not sorts.isdisjoint(_CLAUSES)
    return clause and sides.before[first.b1].key in _HOLDING and moved[0].sort not in _ITEMS and not plain(sides, first)


def _done(sides: Sides, first: Hunk, last: Hunk, island: Token) -> bool:
    """Whether another thing is done to another thing: [届出→検査]を[怠った→拒んだ]. Nothing was renamed; what is like its like was."""
    if island.key != "を" or not (replaces(first) and replaces(last)):
        return False
    objects, acts = _words(sides, first), _words(sides, last)
    if (
        _binding(sides, 0, last.b0, last.b1) != _binding(sides, 1, last.a0, last.a1)
        or len({any(word.key in _NOT for word in act) for act in acts}) > 1
    ):
        return False
    named = all(word.sort in NAMES or word.key == "の" for side in objects for word in side)
    return (
        named
        and all(_acts(sides, n, side, end) for n, side, end in zip((0, 1), acts, (last.b1, last.a1), strict=True))
        and not (_alike(*objects) or _alike(*acts))
    )


def _binding(sides: Sides, side: int, start: int, end: int) -> tuple[str, ...]:
    """What must, may or need not be done, as far as some words and the する behind them say so."""
    words, tails = (sides.before, sides.after)[side], sides.units[side].tails
    return tuple("".join(word.key for word in words[n : tails[n]]) for n in range(start, end + _DOES + 1) if n in tails)


def _acts(sides: Sides, side: int, words: Sequence[Token], end: int) -> bool:
    """Whether words say what is done: a verb, or a noun with する behind it."""
    if words[-1].sort in _SAYING:
        return words[0].sort is Sort.VERB or words[0].sort is Sort.NOUN
    behind = (sides.before, sides.after)[side][end : end + 1]
    return words[-1].sort is Sort.NOUN and any(word.key in DOING for word in behind)


def _alike(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether two phrases have a sign in common that is no kana."""
    signs = {sign for word in before for sign in word.key if not "ぁ" <= sign <= "ん"}
    return any(sign in signs for word in after for sign in word.key)


def _words(sides: Sides, hunk: Hunk) -> tuple[Sequence[Token], Sequence[Token]]:
    return sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
