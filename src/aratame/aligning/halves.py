"""Splits and merges: a clause whose words stand in two clauses of the other side."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from aratame.aligning.matching import FREE
from aratame.aligning.similarity import sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

REST = 0.6
"""Of a half's length: by how much both halves together may differ from the whole. An unrelated neighbour adds its whole length."""
SHORTEST = 8
"""Characters of a half: of less it cannot be said where they come from."""

REACH = 3
"""Siblings that are looked at on either side: what stood between two that were merged may be gone."""


def splits(matching: Matching) -> Iterator[Link]:
    """Free after clauses that are the rest of what their neighbour's partner said.

        旧 ３　届け出なければならない。変更があつたときも、同様とする。
        新 ３　届け出なければならない。  ４　変更があつたときも、同様とする。

    After the likeness of siblings, because the larger half is found by it; before what is rewritten in place, which would take the smaller
    half for another clause's new words.
    """
    yield from _halves(matching.before, matching.after, matching.to_before)


def merges(matching: Matching) -> Iterator[Link]:
    """Free before clauses that went into what their neighbour became: 「三　Ａ」「四　Ｂ」 → 「三　Ａ及びＢ」."""
    for new, old in _halves(matching.after, matching.before, matching.to_after):
        yield old, new


def _halves(wholes: Version, parts: Version, to_whole: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(whole, part) for every part that has no partner and is the rest of its neighbour's.

    What is yielded has to be joined before the next is asked for: a third part is the rest of what two leave.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for part, whole in enumerate(to_whole):
        members[whole].append(part)
    for part in members[FREE]:
        if len(parts.bodies[part]) < SHORTEST:
            continue
        for whole in dict.fromkeys(to_whole[neighbour] for neighbour in _neighbours(parts, part)):
            place = bisect(members[whole], part)
            if whole >= 0 and _is_rest(
                wholes.folded(whole), [parts.folded(member) for member in members[whole]], parts.folded(part), place
            ):
                members[whole].insert(place, part)
                yield whole, part
                break


def _neighbours(parts: Version, part: int) -> list[int]:
    """The clauses whose own text adjoins, then the nearest siblings, by distance; the one before first."""
    siblings, rank = parts.children[parts.parents[part]], parts.ranks[part]
    near = [place for step in range(1, REACH + 1) for place in (rank - step, rank + step)]
    return [clause for clause in (part - 1, part + 1) if 0 <= clause < parts.size] + [
        siblings[place] for place in near if 0 <= place < len(siblings)
    ]


def _is_rest(whole: str, members: Sequence[str], part: str, place: int) -> bool:
    """Whether the members with `part` at its place among them say what `whole` says, but for a share of the part's length."""
    joined = "".join([*members[:place], part, *members[place:]])
    return Indel.distance(sample(whole), sample(joined), score_cutoff=int(REST * len(part))) <= REST * len(part)
