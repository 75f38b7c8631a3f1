"""Clauses that say the same, once on either side: they anchor everything else, wherever they stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

T = TypeVar("T")

TELLING = 8
"""Characters from which a text that stands once on either side is the same clause wherever it stands; 「氏名」 is not."""


def subtrees(matching: Matching) -> Iterator[list[Link]]:
    """A clause with all below it, word for word, once on either side: 第三条 with its items, wherever it went.

    First, because it is nearly everything in a real amendment, and because items that repeat by the hundred (「その他」) are
    settled with the article that they hang on, which no look at the item alone could do.
    """
    numbers: dict[object, int] = {}
    before, after = matching.before, matching.after
    once = _once(_numbered(before, numbers), _numbered(after, numbers))
    done = bytearray(before.size)
    found: list[Link] = []
    for old, new in once.values():
        if done[old] or before.weights[old] < TELLING or before.hollow(old):
            continue
        for link in _whole(matching, (old, new)):
            done[link[0]] = 1
            found.append(link)
    yield found


def own_texts(matching: Matching) -> Iterator[list[Link]]:
    """The same own text once on either side, whatever became of the clauses below it: an article of which a paragraph changed.

    Not where a clause mainly leads in what stands below: a new ３ with the words of old ３ 「…に規定する事項は、次に掲げる事項とする。」 and
    other items is not old ３, which may have become ４ with its items. Those wait until their items tell.
    """
    before, after = matching.before, matching.after
    once = _once(before.bodies, after.bodies)
    yield [(old, new) for text, (old, new) in once.items() if len(text) >= TELLING and not before.leads(old) and not after.leads(new)]


def folded_texts(matching: Matching) -> Iterator[list[Link]]:
    """The same, but for white space and width: a paragraph whose lines were wrapped elsewhere.

    Apart from `own_texts`, because folding costs more than all the rest and most clauses never need it.
    """
    olds = [old for old in matching.free_before() if not matching.before.leads(old)]
    news = [new for new in matching.free_after() if not matching.after.leads(new)]
    once = _once([matching.before.folded(old) for old in olds], [matching.after.folded(new) for new in news])
    yield [(olds[old], news[new]) for text, (old, new) in once.items() if len(text) >= TELLING]


def _once(before: Sequence[T], after: Sequence[T]) -> dict[T, tuple[int, int]]:
    """What stands just once in either sequence, and its indices there."""
    before_counts, after_counts = Counter(before), Counter(after)
    places = {value: index for index, value in enumerate(after) if after_counts[value] == 1}
    return {value: (index, places[value]) for index, value in enumerate(before) if before_counts[value] == 1 and value in places}


def _numbered(version: Version, numbers: dict[object, int]) -> list[int]:
    """For each clause a number that it shares with just those clauses that say the same, and all below them in that order."""
    out = [0] * version.size
    for position in range(version.size - 1, -1, -1):
        body, children = version.bodies[position], version.children[position]
        what = (body, *(out[child] for child in children)) if children else body
        out[position] = numbers.setdefault(what, len(numbers))
    return out


def _whole(matching: Matching, link: Link) -> Iterator[Link]:
    """Two equal clauses and all below them, one to one."""
    waiting = [link]
    for old, new in waiting:
        yield old, new
        waiting.extend(zip(matching.before.children[old], matching.after.children[new], strict=True))
