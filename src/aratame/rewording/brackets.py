"""A bracket that came in or went behind words that give way to others is an edit of its own: 郵送又は持参 → 電子申請|（終日受付）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.patterns import lazy
from aratame.rewording.beside import letters, named, resemble
from aratame.rewording.distinct import says
from aratame.rewording.weighing import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_BRACKETS = frozenset({Sort.OPEN, Sort.CLOSE})
_CITED = frozenset({Sort.CITATION, Sort.LAW_NUMBER})
_RESTRICTION = lazy(r"(?<!をいい、)(?:を除く|を含む|に限る)。?.$")
_DEFINITION = lazy(r"(?:をいう|という|同じ)。?.$")
_SHORT_FORM = lazy(r".以下[^」]{0,12}「")
_IN_NAME = lazy(r".(?:[A-Za-zＡ-Ｚａ-ｚ]+|[^、。]{1,8}[用型式種級系版]).")
"""A bracket that belongs to the name before it: its letters, or what sort of it is meant: （CISO）, （基礎工事用）."""
_REMARKS = ("（", "(")
_NUMBERED = 3
"""Words of a bracket that holds one thing."""
_ANOTHER = 2
"""A restriction is told by itself where less than one part in so many of the old words stands in it."""


def before_bracket(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Where the bracket begins that one side of `hunk` ends with and the other has not; None where it is one with the words before it.

    So where it says what stood there before, where it is part of a name, and where it defines a new name that has no like on the
    other side, which is told by its definition.
    """
    b, a = _bracket(sides.before, hunk.b0, hunk.b1), _bracket(sides.after, hunk.a0, hunk.a1)
    if hunk.b0 == b or hunk.a0 == a or (b == hunk.b1) == (a == hunk.a1):
        return None
    old, new = sides.before[hunk.b0 : b], sides.after[hunk.a0 : a]
    if any(word.sort in _BRACKETS or word.sort is Sort.STOP for word in (*old, *new)):
        return None
    told = _told_apart(sides.before[b : hunk.b1], old, new) if b < hunk.b1 else _told_apart(sides.after[a : hunk.a1], new, old)
    return (b, a) if told else None


def behind_bracket(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Where the bracket ends that one side of `hunk` begins with and the other has not, if a particle changes behind it: [（…という。）]|を → の."""
    b, a = _remark_end(sides.before, hunk.b0, hunk.b1), _remark_end(sides.after, hunk.a0, hunk.a1)
    if (b == hunk.b0) == (a == hunk.a0) or b == hunk.b1 or a == hunk.a1:
        return None
    particles = all(word.sort is Sort.PARTICLE for word in (*sides.before[b : hunk.b1], *sides.after[a : hunk.a1]))
    return (b, a) if particles else None


def _remark_end(words: Sequence[Token], start: int, end: int) -> int:
    """Where the bracket ends that some words begin with; their start where they begin with none."""
    if start == end or words[start].key not in _REMARKS:
        return start
    depth = 0
    for n in range(start, end):
        depth += (words[n].sort is Sort.OPEN) - (words[n].sort is Sort.CLOSE)
        if not depth:
            return n + 1
    return start


def _bracket(words: Sequence[Token], start: int, end: int) -> int:
    """Where the bracket begins that some words end with; their end where they end with none."""
    depth = 0
    for n in range(end - 1, start - 1, -1):
        depth += (words[n].sort is Sort.CLOSE) - (words[n].sort is Sort.OPEN)
        if not depth:
            return n if words[n].sort is Sort.OPEN else end
    return end


def _told_apart(bracket: Sequence[Token], name: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether a reader names the `bracket` behind a `name` by itself, where `other` words stand for both on the other side."""
    text = letters(bracket)
    restricts = bool(_RESTRICTION.search(text))
    defines = bool(_DEFINITION.search(text))
    called = name[name[0].sort is Sort.ADNOMINAL :]
    if called and named(called) and named(other) and (restricts or (defines and resemble(letters(called), letters(other)))):
        return True
    if len(bracket) == _NUMBERED and bracket[1].sort is Sort.LAW_NUMBER:
        return False  # with its number a title is one citation
    if _IN_NAME.fullmatch(text) or (defines and not _SHORT_FORM.match(text)):
        return False
    if other[0].sort in _CITED and any(word.sort is Sort.CONJUNCTION for word in other):
        return False
    said = {word.key for word in bracket}
    kept = [word for word in other if says(word) and word.key in said]
    return not kept or (restricts and _ANOTHER * weight(kept) < weight(other))
