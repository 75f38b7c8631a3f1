"""Two segmented texts -> pairs: which clause of the one is which clause of the other.

Judged by what clauses say, then by where they stand, then by their numbers. What is equal anchors the rest; what is
settled is never taken back, so the order of the passes matters, and each says in its own file what breaks without it.

    旧  第一条  第二条  第三条 ──┐        equal subtrees: 第一条, 第三条 (which moved)
    新  第一条  第二条' 第三条  第四条     then what is left under the same parents: 第二条 → 第四条? by likeness
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING

from aratame.aligning.answer import pairs
from aratame.aligning.cut import cut
from aratame.aligning.emptied import emptied, still_empty
from aratame.aligning.equal import folded_texts, own_texts, subtrees
from aratame.aligning.families import alike, by_family, by_new_family, equal
from aratame.aligning.halves import covered, merges, splits
from aratame.aligning.in_place import captioned, hollowed, rewritten
from aratame.aligning.matching import Matching
from aratame.aligning.moved import edited_moves
from aratame.aligning.parents import by_children
from aratame.aligning.rows import named, numbered
from aratame.aligning.version import Version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Clause, Pair

__all__ = ["align"]

ROUNDS = (
    (subtrees, own_texts, folded_texts, by_children, by_family(still_empty, equal, captioned, named, cut, alike, numbered)),
    (edited_moves, by_children, by_new_family(equal, captioned, alike)),
    (by_family(hollowed, rewritten, emptied), by_new_family(equal, captioned, alike, hollowed, rewritten)),
)
"""The passes in their order. After each round splits and merges are looked for among what it left."""


def align(before_text: str, before_clauses: Sequence[Clause], after_text: str, after_clauses: Sequence[Clause]) -> tuple[Pair, ...]:
    """Every clause of either side in exactly one pair, equal ones too.

    In reading order: by place in the after text, deleted clauses where they stood. `moved` and `renumbered` as the contract
    defines them. Time grows with the texts' size, and with the number of clauses that are left after equal ones are paired.
    """
    numbers: defaultdict[object, int] = defaultdict(count().__next__)
    matching = Matching(Version(before_text, before_clauses, numbers), Version(after_text, after_clauses, numbers), numbers)
    for passes in ROUNDS:
        for find in passes:
            for links in find(matching):
                matching.settle(links)
        since = matching.start_round()
        matching.join(splits(matching, since))
        since |= matching.recent
        matching.join(merges(matching, since))
    matching.join(covered(matching))
    return pairs(matching)
