"""Clauses that say the same, once on either side: they anchor everything else, wherever they stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from aratame.aligning.version import ROOT

if TYPE_CHECKING:
    from collections import defaultdict
    from collections.abc import Iterator, Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

T = TypeVar("T")

TELLING = 8
"""Characters from which a text that stands once on either side is the same clause wherever it stands; 「氏名」 is not."""
_SEVERAL = -1
"""The place of what stands in more than one."""


def subtrees(matching: Matching) -> Iterator[list[Link]]:
    """A clause with all below it, word for word, once on either side: 第三条 with its items, wherever it went.

    First, because it is nearly everything in a real amendment, and because items that repeat by the hundred (「その他」) are
    settled with the article that they hang on, which no look at the item alone could do.
    """
    before, after = matching.before, matching.after
    olds, news = _numbered(before, matching.numbers), _numbered(after, matching.numbers)
    old_places, new_places = _places(olds), _places(news)
    found: list[Link] = []
    left = [*before.children[ROOT]]
    for old in left:
        number = olds[old]
        new = new_places.get(number, _SEVERAL)
        if _SEVERAL in (old_places[number], new) or before.weights[old] < TELLING or before.hollow(old):
            left += before.children[old]
        else:
            found.append((old, new))
    for old, new in found:
        if before.children[old]:
            found += zip(before.children[old], after.children[new], strict=True)
    yield found


def own_texts(matching: Matching) -> Iterator[list[Link]]:
    """The same own text once on either side, whatever became of the clauses below it: an article of which a paragraph changed.

    Not where a clause mainly leads in what stands below: a new ３ with the words of old ３ 「…に規定する事項は、次に掲げる事項とする。」 and
    other items is not old ３, which may have become ４ with its items. Those wait until their items tell.
    """
    before, after = matching.before, matching.after
    once = _once(before.said, matching.free_before(), after.said, matching.free_after())
    yield [(old, new) for old, new in once if len(before.bodies[old]) >= TELLING and not before.leads(old) and not after.leads(new)]


def folded_texts(matching: Matching) -> Iterator[list[Link]]:
    """The same, but for white space and width: a paragraph whose lines were wrapped elsewhere.

    Apart from `own_texts`, because folding costs more than all the rest and most clauses never need it.
    """
    olds = [old for old in matching.free_before() if not matching.before.leads(old)]
    news = [new for new in matching.free_after() if not matching.after.leads(new)]
    lefts, rights = [matching.before.folded(old) for old in olds], [matching.after.folded(new) for new in news]
    once = _once(lefts, range(len(olds)), rights, range(len(news)))
    yield [(olds[left], news[right]) for left, right in once if len(lefts[left]) >= TELLING]


def _once(lefts: Sequence[T], left_places: Sequence[int], rights: Sequence[T], right_places: Sequence[int]) -> list[Link]:
    """Two of the places at which the same stands that stands nowhere else among `lefts` or among `rights`."""
    left_of = dict(zip(map(lefts.__getitem__, left_places), left_places, strict=True))
    right_of = dict(zip(map(rights.__getitem__, right_places), right_places, strict=True))
    both = {what: place for what, place in left_of.items() if what in right_of}  # few: only these are counted
    in_left, in_right = Counter(filter(both.__contains__, lefts)), Counter(filter(both.__contains__, rights))
    return [(place, right_of[what]) for what, place in both.items() if in_left[what] == 1 == in_right[what]]


def _places(numbers: Sequence[int]) -> dict[int, int]:
    """Where each number stands, or that it does in several places."""
    places: dict[int, int] = {}
    for place, number in enumerate(numbers):
        places[number] = _SEVERAL if number in places else place
    return places


def _numbered(version: Version, numbers: defaultdict[object, int]) -> list[int]:
    """For each clause a number that it shares with just those clauses that say the same, and all below them in that order."""
    out = version.said.copy()
    for position in sorted(set(version.parents), reverse=True):
        if position != ROOT:
            children = version.children[position]
            last = children[-1]
            adjoining = last - position == len(children)
            family = out[position : last + 1] if adjoining else [out[position], *map(out.__getitem__, children)]
            out[position] = numbers[tuple(family)]
    return out
