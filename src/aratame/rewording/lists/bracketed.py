"""An item with a bracket behind it that keeps its place at the end of a list, where the same is said of others in brackets too.

第八条（準用する場合を含む。） → 第六条（準用する場合を含む。）及び第八条（第十条において準用する場合を含む。）: by its words alone 第八条 gave way to
第六条, whose bracket is the same, and something with an 第八条 in it came in behind. A reader sees that 第六条 came in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.lists.items import LINKS
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from aratame.rewording.sides import Sides


def bracketed(sides: Sides, hunk: Hunk) -> list[Hunk]:
    """The name of the item that stayed, and the sign that opens its bracket, where others came in before it."""
    names = {}
    for n in range(hunk.a0 + 3, hunk.a1):
        if sides.after[n].sort is Sort.OPEN and sides.after[n - 2].sort in LINKS and sides.after[n - 3].sort is Sort.CLOSE:
            names[sides.after[n - 1].key] = n
    for n in range(hunk.b0 + 1, hunk.b1) if names else ():
        at = names.get(sides.before[n - 1].key)
        if at and sides.before[n].sort is Sort.OPEN and sides.units[0].cut[n - 1]:
            return [Hunk(n - 1, n + 1, at - 1, at + 1)]
    return []
