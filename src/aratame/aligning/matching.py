"""What has been settled so far: which clauses of either side are one clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.aligning.version import ROOT

if TYPE_CHECKING:
    from collections import defaultdict
    from collections.abc import Iterable

    from aratame.aligning.version import Version

Link = tuple[int, int]
"""A before clause and an after clause, by position, that are one clause in two versions. (ROOT, ROOT) for the documents."""
FREE = -2
"""The partner of a clause that has none."""


class Matching:
    """The settled links. Passes read it; only `align` settles what they found.

    `to_after` and `to_before` give each clause's partner; of a split or merge, the clause that all its parts share. The parts that came
    later stand in `split` (by before clause) and `merged` (by after clause); the first is the shared clause's own partner. `recent` holds
    the before clauses that were settled in this round, or joined right before it; `numbers` a number for whatever is looked up in it, the
    same for what is equal.
    """

    def __init__(self, before: Version, after: Version, numbers: defaultdict[object, int]) -> None:
        self.before, self.after, self.numbers = before, after, numbers
        # One place more than clauses: ROOT, the last, is matched with ROOT from the start.
        self.to_after = [FREE] * before.size + [ROOT]
        self.to_before = [FREE] * after.size + [ROOT]
        self.split: dict[int, list[int]] = {}
        self.merged: dict[int, list[int]] = {}
        self.recent: set[int] = set()
        self._free_before = list(range(before.size))
        self._free_after = list(range(after.size))

    def settle(self, links: Iterable[Link]) -> None:
        """Take what a pass found. A clause that is settled already keeps its first partner."""
        to_after, to_before, settled = self.to_after, self.to_before, self.recent.add
        for old, new in links:
            if to_after[old] == FREE == to_before[new]:
                to_after[old], to_before[new] = new, old
                settled(old)

    def join(self, links: Iterable[Link]) -> None:
        """Take parts of splits and merges: of each link one clause is free, and now shares the other with its partner.

        What was split is not merged too: a reader is told of one clause that became several, or of several that became one.
        """
        for old, new in links:
            if self.to_after[old] == FREE and self.to_before[new] not in self.split:
                self.to_after[old] = new
                self.merged.setdefault(new, []).append(old)
                self.recent.add(old)
            elif self.to_before[new] == FREE and self.to_after[old] not in self.merged:
                self.to_before[new] = old
                self.split.setdefault(old, []).append(new)
                self.recent.add(old)

    def start_round(self) -> set[int]:
        """What was `recent` until now, and forget it."""
        recent, self.recent = self.recent, set()
        return recent

    def free_before(self) -> list[int]:
        """The before clauses without a partner, in document order."""
        self._free_before = [old for old in self._free_before if self.to_after[old] == FREE]
        return self._free_before

    def free_after(self) -> list[int]:
        """The after clauses without a partner, in document order."""
        self._free_after = [new for new in self._free_after if self.to_before[new] == FREE]
        return self._free_after

    def same_parent(self, old: int, new: int) -> bool:
        """Whether the parents of two clauses are one clause, or both have none; a part of one is enough."""
        above_old, above_new = self.before.parents[old], self.after.parents[new]
        return self.to_after[above_old] == above_new or self.to_before[above_new] == above_old

    def families(self) -> list[Link]:
        """Every two matched parents that have free children on both sides, in the order of the before text."""
        olds = {self.before.parents[old] for old in self.free_before()}
        news = {self.after.parents[new] for new in self.free_after()}
        links = [(old, self.to_after[old]) for old in olds]
        links += [(old, new) for old, parts in self.split.items() for new in parts if old in olds]
        return sorted(link for link in links if link[1] in news)
