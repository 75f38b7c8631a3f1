"""Two hunks are one over a single word that holds nothing by itself: a particle, 当該, or the noun of which the particles change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.distinct import EXACT, plain, replaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_POINTERS = frozenset({"当該", "その", "この", "各", "両"})
_POINTED = frozenset({"次", "左", "右", "上記", "下記", "前記"})
_SAYING = frozenset({Sort.VERB, Sort.AUXILIARY, Sort.ADJECTIVE})
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
    return _pointed(sides, first, last, island[0]) or _held(sides, first, last)


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


def _words(sides: Sides, hunk: Hunk) -> tuple[Sequence[Token], Sequence[Token]]:
    return sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
