"""Children of matched parents: most of what changed in a document stayed under its parent."""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from aratame.aligning.matching import FREE
from aratame.aligning.order import kept
from aratame.aligning.rows import OF_ROWS
from aratame.aligning.similarity import best, candidates, common_order, likeness
from aratame.numerals import marker_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.similarity import Candidate
    from aratame.aligning.version import Version

Number = tuple[int, ...] | str

LARGEST = 400_000_000
"""Products of clauses in one gap up to which the longest common order is looked for; beyond, the first goes with the first."""
ALIKE = 0.6
"""Siblings that score less are not the same clause for what they say; see `similarity`."""
ELSEWHERE = 0.75
"""The same for siblings that would have to change their order for it."""
PLACE = 0.05
"""What standing between the same neighbours is worth, in score: rows of one mould (「一　Ａ県の…」「二　Ｂ県の…」) are told by it."""
NUMBER = 0.02
"""What bearing the same number is worth: less than place, because numbers shift."""


class Gap(NamedTuple):
    """The free children between two neighbours that kept their order. `neighbour` is the one before them, or else behind them."""

    olds: list[int]
    news: list[int]
    neighbour: Link | None


Finder = Callable[["Matching", list[Gap]], "list[Link]"]
"""A question about the free children of two matched parents: which of them are one clause?"""


def gaps(matching: Matching, family: Link) -> list[Gap]:
    """The free children of two matched parents, gap by gap; gaps that are empty on both sides left out, and all where one side has none."""
    to_after, to_before = matching.to_after, matching.to_before
    olds, news = matching.before.children[family[0]], matching.after.children[family[1]]
    if FREE not in map(to_after.__getitem__, olds) or FREE not in map(to_before.__getitem__, news):
        return []
    parents, above, home = matching.before.parents, family[1], to_before[family[1]]
    fixed = [
        (old, new)
        for new in news
        if (old := to_before[new]) != FREE and to_after[old] == new and ((parent := parents[old]) == home or to_after[parent] == above)
    ]
    places = [old for old, _ in fixed]
    if places != sorted(places):
        fixed = [fixed[index] for index in kept(places, [matching.before.weights[old] for old in places])]
    left = _between(olds, to_after, [old for old, _ in fixed])
    right = _between(news, to_before, [new for _, new in fixed])
    neighbours = [fixed[0] if fixed else None, *fixed]
    return [Gap(left.get(place, []), right.get(place, []), neighbours[place]) for place in sorted(left.keys() | right.keys())]


def _between(children: Sequence[int], partners: Sequence[int], borders: list[int]) -> dict[int, list[int]]:
    """The free ones of `children`, by the number of the borders before them."""
    out: dict[int, list[int]] = defaultdict(list)
    for child in children:
        if partners[child] == FREE:
            out[bisect(borders, child)].append(child)
    return out


def number(version: Version, position: int) -> Number:
    """The clause's number with its branches; its marker's text where that has no value (・, 附則), empty without a marker."""
    label = version.labels[position]
    return marker_value(label) or label


def number_shift(matching: Matching, gap: Gap) -> int:
    """By how much the number of the gap's neighbour grew: old 第二十三条 is new 第二十四条 behind old 第二十二条 that is now 第二十三条."""
    if gap.neighbour is None:
        return 0
    before, after = number(matching.before, gap.neighbour[0]), number(matching.after, gap.neighbour[1])
    return after[0] - before[0] if isinstance(before, tuple) and isinstance(after, tuple) else 0


def same_number(matching: Matching, gap: Gap, old: int, new: int) -> bool:
    """Whether two clauses bear the same number, however it is written (第3条, 第三条), or numbers that differ as their neighbours' do."""
    before, after = number(matching.before, old), number(matching.after, new)
    if before == after:
        return True
    if isinstance(before, str) or isinstance(after, str):
        return False
    return (before[0] + number_shift(matching, gap), *before[1:]) == after


def by_family(*finders: Finder) -> Callable[[Matching], Iterator[list[Link]]]:
    """The finders, one after the other, as a pass over all families."""
    return lambda matching: _sweep(matching, matching.families(), finders)


def by_new_family(*finders: Finder) -> Callable[[Matching], Iterator[list[Link]]]:
    """The same over the families whose parents were matched in this round; the finders have seen the others before."""
    return lambda matching: _sweep(matching, [family for family in matching.families() if family[0] in matching.recent], finders)


def _sweep(matching: Matching, families: Sequence[Link], finders: Sequence[Finder]) -> Iterator[list[Link]]:
    """From the top down: children whose parents were matched are looked at next, by the first finder first."""
    if not (matching.before.tabbed and matching.after.tabbed):
        finders = [find for find in finders if find not in OF_ROWS]
    while families:
        below: list[Link] = []
        left = {family: gaps(matching, family) for family in families}
        for find in finders:
            found = [link for within in left.values() if within for link in find(matching, within)]
            yield found
            if find is not finders[-1]:
                left |= {family: gaps(matching, family) for family in _touched(matching, left, found)}
            below += [(old, new) for old, new in found if matching.before.children[old] and matching.after.children[new]]
        families = below


def _touched(matching: Matching, families: Iterable[Link], found: Sequence[Link]) -> list[Link]:
    """The families in which a child was found its partner: what is free in the others is what was free before."""
    olds = {matching.before.parents[old] for old, _ in found}
    news = {matching.after.parents[new] for _, new in found}
    return [family for family in families if family[0] in olds or family[1] in news]


def equal(matching: Matching, within: list[Gap]) -> list[Link]:
    """The same words under the same parent: 「削除」, 「（略）」, 「その他」, in their order; then those that changed their order.

    Before anything is compared by likeness, so that the second of three 「削除」 keeps its place. Clauses that mainly lead in others are
    left to `alike`, which looks at both.
    """
    before, after = matching.before, matching.after
    said = {before.folded(old) for gap in within for old in gap.olds}.intersection(
        [after.folded(new) for gap in within for new in gap.news]
    )
    if not said:
        return []
    out = [link for gap in within for link in _in_order(matching, gap)]
    olds, news = {old for old, _ in out}, {new for _, new in out}
    left: dict[str, deque[int]] = defaultdict(deque)
    for gap in within:
        for new in gap.news:
            if after.folded(new) in said and new not in news and not after.hollow(new) and not after.leads(new):
                left[after.folded(new)].append(new)
    for gap in within:
        for old in gap.olds:
            waiting = left.get(before.folded(old)) if old not in olds and not before.leads(old) else None
            if waiting:
                out.append((old, waiting.popleft()))
    return out


def alike(matching: Matching, within: list[Gap]) -> list[Link]:
    """Siblings that say nearly the same, the most alike first: old ② that is now ③ beside a new ②."""
    before, after = matching.before, matching.after
    place_of_old = {old: place for place, gap in enumerate(within) for old in gap.olds if not before.hollow(old)}
    place_of_new = {new: place for place, gap in enumerate(within) for new in gap.news if not after.hollow(new)}
    found = [
        (score, old, new)
        for score, old, new in candidates(before, list(place_of_old), after, list(place_of_new), ALIKE)
        if score >= ELSEWHERE or place_of_old[old] == place_of_new[new]
    ]
    if len(found) < 2:
        return [(old, new) for _, old, new in found]
    olds, news = Counter([old for _, old, _ in found]), Counter([new for _, _, new in found])
    links = [(old, new) for _, old, new in found if olds[old] == 1 == news[new]]  # nobody else wants either
    weighed: list[Candidate] = []
    for score, old, new in found:
        if olds[old] > 1 or news[new] > 1:
            here = place_of_old[old] == place_of_new[new]
            numbered = same_number(matching, within[place_of_old[old]], old, new)
            weighed.append((_with_children(matching, score, old, new) + PLACE * here + NUMBER * numbered, old, new))
    return links + best(weighed)


def _with_children(matching: Matching, score: float, old: int, new: int) -> float:
    """The score of two clauses, half of it by what stands below them: old ３ is the new ４ that took its items along, not the new ３."""
    before, after = matching.before, matching.after
    if not before.children[old] and not after.children[new]:
        return score
    return (score + likeness(before.whole(old), after.whole(new))) / 2


def _in_order(matching: Matching, gap: Gap) -> list[Link]:
    """A longest common order of the clauses of a gap that say the same."""
    if set(map(matching.before.folded, gap.olds)).isdisjoint(map(matching.after.folded, gap.news)):
        return []
    olds = [old for old in gap.olds if not matching.before.leads(old)]
    news = [new for new in gap.news if not matching.after.leads(new)]
    lefts, rights = list(map(matching.before.folded, olds)), list(map(matching.after.folded, news))
    # What both begin and end with is in a longest common order: only what lies between has to be searched.
    least = min(len(olds), len(news))
    head = next((place for place in range(least) if lefts[place] != rights[place]), least)
    tail = next((place for place in range(least - head) if lefts[-1 - place] != rights[-1 - place]), least - head)
    end, new_end = len(olds) - tail, len(news) - tail
    links = [*zip(olds[:head], news[:head], strict=True), *zip(olds[end:], news[new_end:], strict=True)]
    if 0 < (end - head) * (new_end - head) <= LARGEST:
        links += [(olds[head + left], news[head + right]) for left, right in common_order(lefts[head:end], rights[head:new_end])]
    return links
