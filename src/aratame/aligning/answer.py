"""The settled links as pairs: in reading order, with what moved and what bears another number."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from aratame.aligning.matching import FREE
from aratame.aligning.order import kept
from aratame.aligning.version import ROOT
from aratame.model import Pair
from aratame.numerals import is_kana, kana_place, marker_value

if TYPE_CHECKING:
    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version


def pairs(matching: Matching) -> tuple[Pair, ...]:
    """Every clause of either side in one pair: by its place in the after text, a deleted one behind what it stood behind."""
    moved = _moved(matching)
    old_labels, new_labels = matching.before.labels, matching.after.labels
    to_after, merged, split = matching.to_after, matching.merged, matching.split
    make = tuple.__new__  # a named tuple's own constructor is a Python function
    placed: list[Pair | None] = [None] * matching.after.size  # by the first after clause; the others of a split have no place of their own
    for new, old in enumerate(matching.to_before[:-1]):
        if old == FREE:
            placed[new] = Pair((), (new,))
        elif to_after[old] == new:
            olds = (old,) if new not in merged else tuple(sorted([old, *merged[new]]))
            news = (new,) if old not in split else tuple(sorted([new, *split[old]]))
            before, after = old_labels[old], new_labels[new]
            placed[news[0]] = make(Pair, (olds, news, old in moved, before != after and _renumbered(matching, old, new)))
    out: list[Pair | None] = []
    done = 0
    for old, behind in sorted(_deleted(matching, moved), key=itemgetter(1)):
        if behind >= done:
            out += placed[done : behind + 1]
            done = behind + 1
        out.append(Pair((old,), ()))
    out += placed[done:]
    return tuple(filter(None, out))


def _moved(matching: Matching) -> set[int]:
    """The before clauses that moved: those under another parent, and of siblings the lightest set that explains the new order."""
    moved: set[int] = set()
    for news in filter(None, matching.after.children):
        home = matching.to_before[matching.after.parents[news[0]]]
        if home != FREE and [matching.to_before[new] for new in news] == matching.before.children[home]:
            continue  # nothing came or went, and all kept their order: nearly every family
        links = [(old, new) for new in news if (old := matching.to_before[new]) >= 0 and matching.to_after[old] == new]
        olds = [old for old, new in links if matching.same_parent(old, new)]
        if len(olds) < len(links):
            moved.update({old for old, _ in links}.difference(olds))
        if olds != sorted(olds):
            stayed = kept(olds, [matching.before.weights[old] for old in olds])
            moved.update(set(olds).difference([olds[index] for index in stayed]))
    return moved


def _renumbered(matching: Matching, old: int, new: int) -> bool:
    """Whether a clause's own number has another value, by its markers, written in two ways; 第3条 and 第三条 have one, so have ロ of イロハ and イ of アイウ."""
    before, after = matching.before.labels[old], matching.after.labels[new]
    if not before or not after:
        return False
    if is_kana(before) and is_kana(after):
        return kana_place(before, _first_kana(matching.before, old)) != kana_place(after, _first_kana(matching.after, new))
    left, right = marker_value(before), marker_value(after)
    return left is not None and right is not None and left != right


def _first_kana(version: Version, position: int) -> str:
    """The first kana among the markers of a clause and its siblings."""
    return next(filter(is_kana, (version.labels[each] for each in version.children[version.parents[position]])))


def _deleted(matching: Matching, moved: set[int]) -> list[Link]:
    """Every deleted clause with the after clause behind which it stood (-1: before all).

    That is the clause that its sibling became, with all that stands below it now, or else its parent. What moved away takes along what
    stood below it, but not what stood behind it.
    """
    before, to_after, split = matching.before, matching.to_after, matching.split
    behind: dict[int, int] = {ROOT: -1}
    looked: dict[int, int] = {}
    out: list[Link] = []
    for old in matching.free_before():
        parent = before.parents[old]
        if parent not in behind:  # a deleted one is: it stands before what it holds
            behind[parent] = max([to_after[parent], *split.get(parent, ())])
        siblings, rank = before.children[parent], before.rank(old)
        earlier = siblings[looked.get(parent, 0) : rank]
        looked[parent] = rank
        stayed = next((each for each in reversed(earlier) if to_after[each] != FREE and each not in moved), None)
        if stayed is not None:
            behind[parent] = _last_below(matching.after, max([to_after[stayed], *split.get(stayed, ())]))
        behind[old] = behind[parent]
        out.append((old, behind[old]))
    return out


def _last_below(version: Version, position: int) -> int:
    """The last clause that stands in one; the clause itself where none does."""
    while below := version.children[position]:
        position = below[-1]
    return position
