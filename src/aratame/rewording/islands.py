"""Hunks are joined over an island of equal words that is too little to part them: confetti says nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aratame.lexing import Sort
from aratame.rewording.distinct import apart, binding, cells, heads_item, known, phrase, plain, replaces, respelt, same_verb, values
from aratame.rewording.lists import grows
from aratame.rewording.over_words import acted, over_word
from aratame.rewording.replacement import Hunk
from aratame.rewording.sliding import balanced
from aratame.rewording.units import NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides

_BRACKETS = frozenset({Sort.OPEN, Sort.CLOSE})
_CITATION, _A_COMMA = Sort.CITATION, Sort.COMMA  # an enum looks a member up by a call
_FOLD = 4
"""An island stands where its weight is at least one part in so many of what gives way on either side of it."""
_KEPT_SHARE = 0.25
"""Where less than this share of what lies between the first and the last hunk is the same, it is one replacement."""
_PARTED = 3
"""But where one island in so many is a whole phrase, or has an edit beside it that is told by itself, the hunks are edits each."""
_PARTING = frozenset({Sort.COMMA, Sort.STOP, Sort.CONJUNCTION})
_CASES = frozenset(("を", "へ", "が", "で", "は", "から", "により", "において", "に対し", "について"))
"""Particles that end a phrase: what stands before one and the verb behind it are two."""
_TOPICS = frozenset("はも")
"""Particles that end a phrase behind another one: には, では, からも."""
_SHORTEST_ROW, _LONGEST_ROW = 3, 12
"""Hunks that are looked at together at least and at most."""
_FARTHEST = 6
"""Hunks from one phrase to the one with which it changed places at most."""
_CRUMB = 2
"""Islands that weigh less than this on the average part nothing."""
_COMMA = 2
"""What a comma adds to the weight of an island: it parts phrases."""


def exchanged(sides: Sides, hunks: list[Hunk]) -> list[Hunk]:
    """`hunks`, joined from one to another of which each has the words of the other: [会務を総理し、協議会を代表→協議会を代表し、会務を総理]. Nothing was renamed."""
    if len(hunks) < 2:
        return hunks
    gone = {sides.before[hunk.b0].key for hunk in hunks if hunk.b0 < hunk.b1}
    if gone.isdisjoint([sides.after[hunk.a0].key for hunk in hunks if hunk.a0 < hunk.a1]):
        return hunks  # for a fraction of the cost
    gave = [_keys(sides, hunk) for hunk in hunks]
    pairs = [
        (first, last)
        for first, hunk in enumerate(hunks)
        for last in range(first + 1, min(first + _FARTHEST, len(hunks)))
        if gave[last] == gave[first][::-1] and _names_something(sides, hunk)
    ]
    out: list[Hunk] = []
    n = 0
    while n < len(hunks):
        reach = n
        for first, last in pairs:  # in the order of the first, so that pairs that overlap are one
            reach = max(reach, last) if n <= first <= reach else reach
        out.append(join(hunks[n], hunks[reach]) if reach > n else hunks[n])
        n = reach + 1
    return out


def _names_something(sides: Sides, hunk: Hunk) -> bool:
    """Whether names or verbs of two signs or more give way, and no values: amounts that change places are those of other things."""
    words = *sides.before[hunk.b0 : hunk.b1], *sides.after[hunk.a0 : hunk.a1]
    return replaces(hunk) and min(sides.said(hunk)) > 1 and all(word.sort in NOUNS for word in words)


def bridged(sides: Sides, hunks: Sequence[Hunk]) -> list[Hunk]:
    """`hunks`, joined where no more than a scrap parts them."""
    out: list[Hunk] = []
    for hunk in hunks:
        joined = hunk
        while out and _scrap(sides, out[-1], joined):
            joined = join(out.pop(), joined)
        out.append(joined)
    return out


def recast(sides: Sides, hunks: list[Hunk]) -> list[Hunk]:
    """`hunks` with the longest row of them joined of which little is left between the first and the last, as often as there is one."""
    out = hunks
    while (found := _recast_row(sides, out)) is not None:
        first, last = found
        out = [*out[:first], join(out[first], out[last]), *out[last + 1 :]]
    return out


class _Place(NamedTuple):
    """A hunk in a row: how it is told, and what the island behind it is."""

    plain: bool
    exact: bool
    known: bool
    item: bool
    phrase: bool


_Said = tuple[int, int, int]
"""How much gives way in a hunk and how much comes, and what the island behind it says."""


def _recast_row(sides: Sides, hunks: Sequence[Hunk]) -> tuple[int, int] | None:
    """The first and the last hunk of such a row."""
    if len(hunks) < _SHORTEST_ROW:
        return None
    said: list[_Said] = [(*sides.said(hunk), _said(sides, hunk, behind)) for hunk, behind in pairwise(hunks)]
    said.append((*sides.said(hunks[-1]), 0))
    counts = range(min(len(hunks), _LONGEST_ROW), _SHORTEST_ROW - 1, -1)
    rows = [
        (first, first + count) for count in counts for first in range(len(hunks) - count + 1) if _little_kept(said[first : first + count])
    ]
    if not rows:
        return None
    row = [_place(sides, hunk, behind) for hunk, behind in zip(hunks, [*hunks[1:], hunks[-1]], strict=True)]
    for n in [n for n in range(len(hunks) - 1) if grows(sides, hunks[n], hunks[n + 1])]:
        row[n : n + 2] = [place._replace(exact=True) for place in row[n : n + 2]]
    return next(((first, end - 1) for first, end in rows if _mostly_replaced(row[first:end])), None)


def _place(sides: Sides, hunk: Hunk, behind: Hunk) -> _Place:
    island = sides.before[hunk.b1 : behind.b0]
    told = plain(sides, hunk) or acted(sides, hunk), values(sides, hunk) or binding(sides, hunk), known(sides, hunk)
    parted = heads_item(island) or not balanced(island) or cells(sides, hunk, behind)
    return _Place(*told, parted, phrase(island))


def join(first: Hunk, last: Hunk) -> Hunk:
    """One hunk over two and what lies between them."""
    return Hunk(first.b0, last.b1, first.a0, last.a1)


def _replaced(sides: Sides, hunk: Hunk) -> int:
    """How much gives way: the lesser of both sides, nothing where words only come in or go."""
    return min(sides.said(hunk))


def _scrap(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether what lies between two hunks is too little to part them. Two units that each give way to one are two edits."""
    island = sides.before[first.b1 : last.b0]
    if not island:
        return not (apart(sides, first, last) or respelt(sides, first) or respelt(sides, last))
    if _range(sides, first, last) or over_word(sides, first, last) or _retitled(sides, island, last):
        return True
    if not (replaces(first) and replaces(last)) or _alike(sides, first, last) or heads_item(island):
        return False
    if all(word.sort in _BRACKETS for word in island) and Sort.LAW_NUMBER in (
        sides.before[first.b1 - 1].sort,
        sides.before[last.b0].sort,
    ):
        return True
    if sides.units[0].said[last.b0] > sides.units[0].said[first.b1]:
        little = _said(sides, first, last) * _FOLD <= min(_replaced(sides, first), _replaced(sides, last))
        return little and not (plain(sides, first) or plain(sides, last))
    if values(sides, first) or values(sides, last) or any(word.sort in _BRACKETS for word in island):
        return False
    cased = island[-1].key in (_CASES if len(island) == 1 else _TOPICS) and all(word.sort is Sort.PARTICLE for word in island)
    if (cased or (len(island) == 1 and same_verb(sides, last))) and _balanced(sides, first):
        return False
    return not any(word.sort in _PARTING for word in island) and not (plain(sides, first) and plain(sides, last))


def _balanced(sides: Sides, hunk: Hunk) -> bool:
    """Whether neither side of a hunk opens or closes a bracket alone."""
    return balanced(sides.after[hunk.a0 : hunk.a1]) and balanced(sides.before[hunk.b0 : hunk.b1])


def _retitled(sides: Sides, island: Sequence[Token], last: Hunk) -> bool:
    """Whether the rest of a title stands between two hunks, and another number of an instrument behind it: 公開[及び管理]条例（[平成11年条例第2号→…]）."""
    numbered = replaces(last) and sides.before[last.b0].sort is sides.after[last.a0].sort is Sort.LAW_NUMBER
    return numbered and island[-1].sort is Sort.OPEN and all(word.sort in NOUNS for word in island[:-1])


def _range(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether both ends of a range came or went around what is kept of it: [第七条から]前条[まで]."""
    if sides.before[first.b1].sort is not _CITATION or any(word.sort is not _CITATION for word in sides.before[first.b1 : last.b0]):
        return False
    return any(
        end > start and after_end > after_start and words[end - 1].key == "から" and words[after_start].key == "まで"
        for words, start, end, after_start, after_end in (
            (sides.before, first.b0, first.b1, last.b0, last.b1),
            (sides.after, first.a0, first.a1, last.a0, last.a1),
        )
    )


def _alike(sides: Sides, first: Hunk, last: Hunk) -> bool:
    """Whether the same words give way to the same words twice: the second time is an edit of its own."""
    as_long = first.b1 - first.b0 == last.b1 - last.b0 and first.a1 - first.a0 == last.a1 - last.a0
    return as_long and _keys(sides, first) == _keys(sides, last)


def _keys(sides: Sides, hunk: Hunk) -> tuple[list[str], list[str]]:
    return [word.key for word in sides.before[hunk.b0 : hunk.b1]], [word.key for word in sides.after[hunk.a0 : hunk.a1]]


def _said(sides: Sides, first: Hunk, last: Hunk) -> int:
    """How much the words between two hunks say."""
    said = sides.units[0].said
    return said[last.b0] - said[first.b1] + _COMMA * sum([word.sort is _A_COMMA for word in sides.before[first.b1 : last.b0]])


def _little_kept(row: Sequence[_Said]) -> bool:
    """Whether little of what lies between the first and the last hunk is the same, or crumbs."""
    kept = sum([kept for _, _, kept in row[:-1]])
    replaced = min(sum([gone for gone, _, _ in row]), sum([came for _, came, _ in row]))
    return kept < _KEPT_SHARE * (kept + replaced) or kept < _CRUMB * (len(row) - 1)


def _mostly_replaced(row: Sequence[_Place]) -> bool:
    """Whether a row of which little is the same is one replacement. Unit for unit is no crumb."""
    if 2 * sum([place.plain for place in row]) >= len(row) or row[0].exact or row[-1].exact:
        return False
    islands = row[:-1]
    if any(place.item for place in islands):
        return False
    return _PARTED * (sum([place.phrase for place in islands]) + sum([place.known for place in row])) < len(islands)
