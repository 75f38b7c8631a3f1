"""Two hunks are one over a single word that holds nothing by itself: a particle, 当該, or the noun of which the particles change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.distinct import EXACT, plain, replaces, respelt
from aratame.rewording.sliding import DOING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_POINTERS = frozenset({"当該", "その", "この", "各", "両"})
_POINTED = frozenset({"次", "左", "右", "上記", "下記", "前記"})
_SAYING = frozenset({Sort.VERB, Sort.AUXILIARY, Sort.ADJECTIVE})
_TOLD = EXACT | {Sort.COMMA, Sort.STOP, Sort.OPEN, Sort.CLOSE, Sort.CONJUNCTION, Sort.YES_NO}
"""What is told by itself beside an act: values, brackets, items."""
_LIGHT = DOING | {"受け", "受ける", "得", "得る", "得よう", "経", "経る", "行い", "行う", "行っ", "求め", "求める"}
"""Verbs that go with the noun before them and say nothing else: 許可を受け, 承認を得."""
_DOES = 1
"""Words of する before ことができる."""
_NOT = frozenset({"ない", "なかっ", "なく", "ぬ", "ん", "ず"})
_HOLDING = frozenset("をのに")
_CLAUSES = frozenset({Sort.PARTICLE, Sort.COMMA})
_ITEMS = frozenset({Sort.COMMA, Sort.CONJUNCTION, Sort.OPEN})
"""What an item or a note that came in or went by itself begins with."""


def acted(sides: Sides, hunk: Hunk) -> bool:
    """Whether an act upon a thing gives way to an act upon a thing."""
    return replaces(hunk) and all(any(word.key == "を" for word in words[1:-1]) for words in _words(sides, hunk))


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
    """Whether を got another verb with what came in on either side of it, or lost one: 申請書[に書類]を[添えて], 申請書[に書類]を[添付して]."""
    if (first.b0 == first.b1) != (last.b0 == last.b1):
        return False
    ends = [one or other for one, other in (_words(sides, first), _words(sides, last))]
    if ends[0][0].sort is not Sort.PARTICLE:
        return False
    put_in = ends[1][-1].sort is Sort.COMMA  # else を、 stood there, and which of the two is the same is open
    return ends[1][0].sort is Sort.VERB or (put_in and ends[1][0].sort is Sort.NOUN and any(word.key in DOING for word in ends[1][1:2]))


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
    if island.key != "を" or not replaces(first) or respelt(sides, first) or respelt(sides, last):
        return False
    objects, acts = _words(sides, first), _words(sides, last)
    if any(word.sort in _TOLD for side in objects for word in side) or not all(
        _acts(words, side, end) for words, side, end in ((sides.before, acts[0], last.b1), (sides.after, acts[1], last.a1))
    ):
        return False
    if _binding(sides, 0, last.b0, last.b1) != _binding(sides, 1, last.a0, last.a1) or _denies(acts[0]) != _denies(acts[1]):
        return False
    return not (_shared(*objects) or _same_act(*acts) or all(act and act[0].key in _LIGHT for act in acts))


def _denies(words: Sequence[Token]) -> bool:
    return any(word.key in _NOT for word in words)


def _binding(sides: Sides, side: int, start: int, end: int) -> tuple[str, ...]:
    """What must, may or need not be done, as far as some words and the する behind them say so."""
    words, tails = (sides.before, sides.after)[side], sides.units[side].tails
    return tuple("".join(word.key for word in words[n : tails[n]]) for n in range(start, end + _DOES + 1) if n in tails)


def _acts(words: Sequence[Token], act: Sequence[Token], end: int) -> bool:
    """Whether an act says what is done: with a verb, or as a noun with する behind it, or by する alone. It ends before `words[end]`."""
    if any(word.sort is Sort.VERB for word in act):
        return act[0].sort not in _CLAUSES
    does = any(word.key in DOING for word in words[end : end + 1])
    return does and all(word.sort is Sort.NOUN for word in act)


def _same_act(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether two acts begin alike (送る, 送付する), or have two signs in common."""
    first = bool(before and after) and before[0].key[0] == after[0].key[0] and not "ぁ" <= before[0].key[0] <= "ん"
    return first or len(_shared(before, after)) > 1


def _shared(before: Sequence[Token], after: Sequence[Token]) -> set[str]:
    """The signs that two phrases have in common and that are no kana."""
    one, other = ({sign for word in side for sign in word.key if not "ぁ" <= sign <= "ん"} for side in (before, after))
    return one & other


def _words(sides: Sides, hunk: Hunk) -> tuple[Sequence[Token], Sequence[Token]]:
    return sides.before[hunk.b0 : hunk.b1], sides.after[hunk.a0 : hunk.a1]
