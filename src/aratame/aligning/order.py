"""Which of matched siblings kept their order, and which have to be said to have moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Worth = tuple[int, int, int]
"""Of an order: how many stayed, how many characters stayed, how early they stood in the before text (negative sum)."""


def kept(places: list[int], weights: Sequence[int]) -> list[int]:
    """The indices of `places` that kept their order: the heaviest increasing subsequence.

    `places` are the before positions of siblings in the order of the after text, all different; `weights` their
    characters, children included. Most stay; of several such sets the one with the most characters (so that the fewest
    move), then the one that stands earliest in the before text (so that the latest moves).

    >>> kept([0, 2, 1, 3], [1, 5, 1, 1])
    [0, 1, 3]
    """
    if places == sorted(places):
        return list(range(len(places)))
    ranks = {place: rank for rank, place in enumerate(sorted(places))}
    best = _BestBelow(len(places))
    links: list[int] = []
    for index, place in enumerate(places):
        (count, weight, early), link = best.below(ranks[place])
        links.append(link)
        best.put(ranks[place], (count + 1, weight + weights[index], early - ranks[place]), index)
    _, index = best.below(len(places))
    out: list[int] = []
    while index >= 0:
        out.append(index)
        index = links[index]
    return out[::-1]


class _BestBelow:
    """The best worth among the ranks below a bound, in logarithmic time (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[Worth, int]] = [((0, 0, 0), -1)] * (size + 1)

    def below(self, bound: int) -> tuple[Worth, int]:
        """The best worth put at a rank < `bound`, and whose it is (-1: nobody's)."""
        best: tuple[Worth, int] = ((0, 0, 0), -1)
        while bound > 0:
            best = max(best, self._tree[bound])
            bound &= bound - 1
        return best

    def put(self, rank: int, worth: Worth, index: int) -> None:
        """Note that `index` at `rank` reaches `worth`."""
        slot = rank + 1
        while slot < len(self._tree):
            self._tree[slot] = max(self._tree[slot], (worth, index))
            slot += slot & -slot
