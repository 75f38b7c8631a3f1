"""Splits and merges: a clause whose words stand in two clauses of the other side."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from aratame.aligning.matching import FREE
from aratame.aligning.similarity import sample, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

REST = 0.7
"""How alike the other half has to be to what its neighbour lacks."""
SHORTEST = 8
"""Characters of a half: of less it cannot be said where they come from."""


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
            if whole >= 0 and _is_rest(wholes.folded(whole), [parts.folded(member) for member in members[whole]], parts.folded(part)):
                members[whole] = sorted([*members[whole], part])
                yield whole, part
                break


def _neighbours(parts: Version, part: int) -> list[int]:
    """The clauses whose own text adjoins, then the siblings on either side; the one before first."""
    siblings, rank = parts.children[parts.parents[part]], parts.ranks[part]
    near = [part - 1, part + 1, *siblings[max(0, rank - 1) : rank], *siblings[rank + 1 : rank + 2]]
    return [neighbour for neighbour in near if 0 <= neighbour < parts.size]


def _is_rest(whole: str, members: Sequence[str], part: str) -> bool:
    """Whether `part` is, nearly, what `whole` says and its members do not."""
    if len(part) > 2 * len(whole):
        return False
    text = sample(whole)
    rest = "".join(text[step.src_start : step.src_end] for step in Indel.opcodes(text, sample("".join(members))) if step.tag == "delete")
    return score(rest, part) >= REST
