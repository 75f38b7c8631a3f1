"""The settled links as pairs: in reading order, with what moved and what bears another number."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from aratame.aligning.matching import FREE
from aratame.aligning.order import kept
from aratame.aligning.version import ROOT
from aratame.model import Pair
from aratame.numerals import marker_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.model import Clause


def pairs(matching: Matching) -> tuple[Pair, ...]:
    """Every clause of either side in one pair: by its place in the after text, a deleted one behind what it stood behind."""
    heads = [(old, new) for new, old in enumerate(matching.to_before[:-1]) if old >= 0 and matching.to_after[old] == new]
    moved = _moved(matching, heads)
    before, after = matching.before.clauses, matching.after.clauses
    placed: list[list[Pair]] = [[] for _ in range(len(after) + 1)]
    for old, new in heads:
        olds = (old,) if new not in matching.merged else tuple(sorted([old, *matching.merged[new]]))
        news = (new,) if old not in matching.split else tuple(sorted([new, *matching.split[old]]))
        placed[news[0]].append(Pair(olds, news, old in moved, _renumbered(before[old], after[new])))
    for new in matching.free_after():
        placed[new].append(Pair((), (new,)))
    for old, behind in _deleted(matching, moved):
        placed[behind].append(Pair((old,), ()))
    return tuple(pair for place in (placed[-1], *placed[:-1]) for pair in place)


def _moved(matching: Matching, heads: Sequence[Link]) -> set[int]:
    """The before clauses that moved: those under another parent, and of siblings the lightest set that explains the new order."""
    siblings: dict[int, list[int]] = defaultdict(list)
    moved: set[int] = set()
    parents = matching.after.parents
    for old, new in heads:
        if matching.same_parent(old, new):
            siblings[parents[new]].append(old)
        else:
            moved.add(old)
    for olds in siblings.values():
        stayed = kept(olds, [matching.before.weights[old] for old in olds])
        if len(stayed) < len(olds):
            moved.update(set(olds).difference(olds[index] for index in stayed))
    return moved


def _renumbered(before: Clause, after: Clause) -> bool:
    """Whether the clause's own number has another value; 第3条 and 第三条 have one."""
    if before.marker is None or after.marker is None or before.marker.text == after.marker.text:
        return False
    left, right = marker_value(before.marker.text), marker_value(after.marker.text)
    return left is not None and right is not None and left != right


def _deleted(matching: Matching, moved: set[int]) -> list[Link]:
    """Every deleted clause with the after clause behind which it stood (-1: before all).

    What moved away takes along what stood below it, but not what stood behind it.
    """
    carrier: list[int] = []
    last: dict[int, int] = {}
    out: list[Link] = []
    free = matching.free_before()
    for old, new in enumerate(matching.to_after[: free[-1] + 1] if free else ()):
        parent = matching.before.parents[old]
        home = ROOT if parent == ROOT else carrier[parent]
        carrier.append(old if old in moved else home)
        if new == FREE:
            out.append((old, last.get(home, -1)))
        else:
            last[carrier[old]] = new
    return out
