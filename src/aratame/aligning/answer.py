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
    from aratame.aligning.matching import Link, Matching


def pairs(matching: Matching) -> tuple[Pair, ...]:
    """Every clause of either side in one pair: by its place in the after text, a deleted one behind what it stood behind."""
    heads = [(old, new) for new, old in enumerate(matching.to_before[:-1]) if old != FREE and matching.to_after[old] == new]
    moved = _moved(matching, heads)
    olds, news = _sides(matching)
    placed: list[tuple[tuple[int, int, int], Pair]] = []
    for old, new in heads:
        pair = Pair(tuple(olds[new]), tuple(news[old]), old in moved, _renumbered(matching, old, new))
        placed.append(((new, 0, 0), pair))
    placed += [((new, 0, 0), Pair((), (new,))) for new in matching.free_after()]
    placed += [((behind, 1, old), Pair((old,), ())) for old, behind in _deleted(matching, moved)]
    placed.sort()
    return tuple(pair for _, pair in placed)


def _sides(matching: Matching) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """For every after clause the before clauses that became it, for every before clause what it became; in document order."""
    olds: dict[int, list[int]] = defaultdict(list)
    news: dict[int, list[int]] = defaultdict(list)
    for old, new in enumerate(matching.to_after[:-1]):
        olds[new].append(old)
    for new, old in enumerate(matching.to_before[:-1]):
        news[old].append(new)
    return olds, news


def _moved(matching: Matching, heads: list[Link]) -> set[int]:
    """The before clauses that moved: those under another parent, and of siblings the lightest set that explains the new order."""
    siblings: dict[Link, list[Link]] = defaultdict(list)
    moved: set[int] = set()
    for old, new in heads:
        if matching.same_parent(old, new):
            siblings[matching.before.parents[old], matching.after.parents[new]].append((old, new))
        else:
            moved.add(old)
    for family in siblings.values():
        olds = [old for old, _ in family]
        stayed = {olds[index] for index in kept(olds, [matching.before.weights[old] for old in olds])}
        moved.update(old for old in olds if old not in stayed)
    return moved


def _renumbered(matching: Matching, old: int, new: int) -> bool:
    """Whether the clause's own number has another value; 第3条 and 第三条 have one."""
    before, after = matching.before.label(old), matching.after.label(new)
    if before == after or not before or not after:
        return False
    left, right = marker_value(before), marker_value(after)
    return left is not None and right is not None and left != right


def _deleted(matching: Matching, moved: set[int]) -> list[Link]:
    """Every deleted clause with the after clause behind which it stood (-1: before all).

    What moved away takes along what stood below it, but not what stood behind it.
    """
    carrier: list[int] = []
    last: dict[int, int] = {}
    out: list[Link] = []
    for old, new in enumerate(matching.to_after[:-1]):
        parent = matching.before.parents[old]
        home = ROOT if parent == ROOT else carrier[parent]
        carrier.append(old if old in moved else home)
        if new == FREE:
            out.append((old, last.get(home, -1)))
        else:
            last[carrier[old]] = new
    return out
