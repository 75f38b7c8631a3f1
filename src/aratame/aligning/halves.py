"""Splits and merges: a clause whose words stand in two clauses of the other side."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

from aratame.aligning.matching import FREE
from aratame.aligning.similarity import differ_by, likeness, may_differ_by, units
from aratame.aligning.version import together
from aratame.numerals import JOINT, marker_value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

REST = 0.6
"""Of a part's length: by how much all parts together may differ from the whole. An unrelated neighbour adds its whole length."""
LEFT = 0.6
"""How alike the other parts have to be to what the whole says without a sentence of it that stands in the part, word for word."""
SHORTEST = 8
"""Characters of a part: of less it cannot be said where they come from."""
REACH = 3
"""Siblings that are looked at on either side: what stood between two that were merged may be gone."""
PUT_BETWEEN = 8
"""Clauses without a partner that may stand between a part and its whole: they were put into the middle of what was one clause."""

_SEVERAL = lazy(JOINT)


def splits(matching: Matching, since: set[int]) -> Iterator[Link]:
    """Free after clauses that are the rest of what their neighbour's partner said.

        旧 ３　届け出なければならない。変更があつたときも、同様とする。
        新 ３　届け出なければならない。  ４　変更があつたときも、同様とする。

    After the likeness of siblings, because the larger part is found by it; before what is rewritten in place, which would take the smaller
    part for another clause's new words. Each link has to be joined before the next is asked for. `since` holds the before clauses that got a
    partner or a part after this was last asked: away from them the answers are what they were.
    """
    side = _Side(matching.before, matching.after, matching.to_before, matching.to_after, matching.split)
    free = matching.free_after()
    yield from _parts(side, free, since if len(since) < len(free) else None)


def merges(matching: Matching, since: set[int]) -> Iterator[Link]:
    """Free before clauses that went into what their neighbour became: 「三　Ａ」「四　Ｂ」 → 「三　Ａ及びＢ」. `since` as in `splits`."""
    side = _Side(matching.after, matching.before, matching.to_after, matching.to_before, matching.merged)
    free = matching.free_before()
    for new, old in _parts(side, free, map(matching.to_after.__getitem__, since) if len(since) < len(free) else None):
        yield old, new


def covered(matching: Matching) -> Iterator[Link]:
    """Free articles that stand in 「第五条から第七条まで　削除」 or 「第五条及び第六条　削除」: one unit that stands for all of them."""
    after = matching.after
    for old in matching.free_before():
        rank = matching.before.rank(old)
        behind = matching.before.children[matching.before.parents[old]][rank - 1] if rank else FREE
        new = matching.to_after[behind] if behind != FREE else FREE
        own = marker_value(matching.before.labels[old])
        alike = new >= 0 and matching.before.clauses[old].kind is after.clauses[new].kind
        if alike and own is not None and after.hollow(new) and own <= (_last(after.labels[new]) or ()):
            yield old, new


def _last(label: str) -> tuple[int, ...] | None:
    """The value of the last number of a marker that names several: 第五条から第七条まで → (7,); None for one that names one."""
    numbers = _SEVERAL.split(label)
    return marker_value(numbers[-1]) if len(numbers) > 1 else None


class _Side(NamedTuple):
    """A matching, seen from the side on which the wholes stand."""

    wholes: Version
    parts: Version
    to_whole: Sequence[int]
    to_part: Sequence[int]
    joined: Mapping[int, list[int]]


def _parts(side: _Side, free: Sequence[int], changed: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    """(whole, part) for every part that has no partner and is the rest of its neighbour's.

    Only the parts around `changed` wholes are asked; all, where None is given, because so much has changed that finding them would take longer.
    """
    wholes, parts, to_whole, to_part, joined = side
    asked = set(free) if changed is None else {part for whole in changed for part in _around(side, whole)}
    for part in free:
        if part not in asked or len(parts.bodies[part]) < SHORTEST:
            continue
        text = parts.folded(part)
        for whole in dict.fromkeys(map(to_whole.__getitem__, [*_neighbours(parts, part), _partnered(side, part)])):
            if whole < 0 or to_whole[to_part[whole]] != whole:
                continue
            others = [to_part[whole]] if whole not in joined else sorted([to_part[whole], *joined[whole]])
            if _is_rest(wholes.folded(whole), [parts.folded(other) for other in others], text, bisect(others, part)):
                yield whole, part
                asked.update(_around(side, whole))
                break


def _around(side: _Side, whole: int) -> Iterator[int]:
    """The clauses that `_neighbours` or `_partnered` may lead to a part of `whole`."""
    for part in (side.to_part[whole], *side.joined.get(whole, ())):
        yield from _neighbours(side.parts, part)
        yield from range(part + 1, part + 2 + PUT_BETWEEN)


def _neighbours(parts: Version, part: int) -> list[int]:
    """The clauses whose own text adjoins, then the nearest siblings, by distance; the one before first."""
    siblings, rank = parts.children[parts.parents[part]], parts.rank(part)
    near = [clause for clause in (part - 1, part + 1) if 0 <= clause < parts.size]
    for step in range(1, REACH + 1):
        near += siblings[rank - step : rank - step + 1] if step <= rank else ()
        near += siblings[rank + step : rank + step + 1]
    return near


def _partnered(side: _Side, part: int) -> int:
    """The nearest clause before `part` that has a partner, or else the one before it.

    旧 第三条　次に掲げる者を罰する。 四　丁             (the list begins at 四, which there is read as running text)
    新 第三条　次に掲げる者を罰する。 一　甲 二　乙 三　丙 四　丁
    """
    for clause in range(part - 1, max(part - 2 - PUT_BETWEEN, -1), -1):
        if side.to_whole[clause] >= 0:
            return clause
    return max(part - 1, 0)


def _is_rest(whole: str, others: Sequence[str], part: str, place: int) -> bool:
    """Whether the others with `part` at its place among them say what `whole` says, but for a share of the part's length.

    A text in words and one in characters are no rest of one another: in a bilingual edition a sentence would weigh as much as a word.
    """
    if (" " in whole) != (" " in part):
        return False
    if part.endswith("。") and part in whole and not any(part in other for other in others):  # a sentence that they no longer say
        return likeness(whole.replace(part, "", 1), together(others)) >= LEFT
    most = int(REST * len(units(part)))
    parts = [*others[:place], part, *others[place:]]
    return may_differ_by(whole, parts, most) and differ_by(whole, together(parts), most) <= most
