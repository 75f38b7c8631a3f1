"""The open clauses as values: what a sign does to them is worked out once, and known when the same comes again.

Under every article of a statute the same lists begin and go on, 2, 3, 一, 二, イ, so that most signs of a long text meet open
clauses that an earlier one met.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind
from aratame.segmenting.grammar import CHILDLESS, RANKS, opened, place
from aratame.segmenting.markers import NEW, Sign

if TYPE_CHECKING:
    from aratame.segmenting.grammar import Level


BARE = {
    ClauseKind.PART,
    ClauseKind.CHAPTER,
    ClauseKind.SECTION,
    ClauseKind.SUBSECTION,
    ClauseKind.DIVISION,
    ClauseKind.HEADING,
    ClauseKind.TOC,
}
"""Kinds whose own text is one line; what stands below it without a number is text of its own."""
ENDING = BARE | {ClauseKind.ELISION}
"""Kinds behind whose clauses text of its own may begin."""
CAPTIONED = {ClauseKind.ARTICLE, ClauseKind.PARAGRAPH}
WORDLESS = {"angle", "title", "entries"}
"""Sorts of headings that have no number."""


class Step(NamedTuple):
    """What a sign does: it opens a clause of `kind` below the outermost `depth` clauses, and leaves `then` open behind it.

    A caption may stand before what is `captioned`; what is `numbered` has a marker, and text of its own may stand behind what is `ending`.
    """

    kind: ClauseKind
    depth: int
    then: Open
    captioned: bool
    numbered: bool
    ending: bool


class Open(dict[Sign, Step]):
    """Clauses that are open, outermost first, as far as they decide where the next sign stands; the steps of signs, worked out when asked for."""

    __slots__ = ("_known", "levels")

    def __init__(self, levels: tuple[Level, ...] = (), known: dict[tuple[Level, ...], Open] | None = None) -> None:
        self.levels = levels
        self._known = {levels: self} if known is None else known

    def __missing__(self, sign: Sign) -> Step:
        step = self[sign] = self._step(sign)
        return step

    def _step(self, sign: Sign) -> Step:
        if sign.sort in RANKS and sign is not (plain := _plain(sign.sort, sign.hashes, sign.english)):
            return self[plain]  # where an article stands, and what stands below it, does not depend on its number
        depth, kind = place(self.levels, sign)
        levels = self.levels[:depth]
        if sign.sort not in CHILDLESS:
            levels = (*levels, opened(self.levels, depth, kind, sign))
        then = self._known.get(levels)
        if then is None:
            then = self._known[levels] = Open(levels, self._known)
        return NEW(Step, (kind, depth, then, kind in CAPTIONED, sign.sort not in WORDLESS, kind in ENDING))


@lru_cache(maxsize=256)
def _plain(sort: str, hashes: int, english: bool) -> Sign:  # noqa: FBT001
    """The one sign that stands for all of a sort, whatever their numbers."""
    return Sign(sort, (), (), 0, hashes, english)
