"""What a citation in one of a document's clauses points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.address import FIRST_PARAGRAPH, context, plain, spoken, upto
from aratame.classifying.provisions import Provisions
from aratame.classifying.references import LEVELS, Address, pieces, singles, step
from aratame.numerals import value
from aratame.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from aratame.model import Clause

_RANGE = lazy("から|[～〜]|乃至|ないし")
_RELATIVE = lazy(r"(?P<way>[前次同本])(?P<count>[二三四五六七八九十\d]*|各)(?P<level>[編章節款目条項号])")
_ANNEXES = ("別表", "様式", "別記", "別紙", "別添", "別図", "付表", "付録")
"""第1号 of 様式第1号 is no item; where forms stand is not told by their numbers."""


class Addresses(Provisions):
    """The addresses of one document's clauses, and what its citations point at."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        super().__init__(clauses)
        self._resolved: dict[tuple[str, int | None], tuple[Address, ...]] = {}

    def _lacks(self, address: Address) -> bool:
        """Whether no clause stands at an address."""
        return bool(self.nearest(address).rest)

    def resolve(self, citation: str, home: int | None) -> tuple[Address, ...]:
        """What a citation (a list, a range or one) points at, read in the clause `home`; empty where that cannot be said."""
        known = self._resolved.get((citation, home))
        if known is None:
            known = self._resolved[citation, home] = self._read(citation, home)
        return known

    def _read(self, citation: str, home: int | None) -> tuple[Address, ...]:
        here = self.of(home) if home is not None else ()
        found: list[Address] = []
        end = 0
        for first, last in singles(citation):
            addresses = self._one(citation[first:last], here, found[-1] if found else None)
            if not addresses:
                return ()
            if found and _RANGE.search(citation, end, first):
                found.extend(self._between(found[-1], addresses[0]))
            found.extend(addresses)
            end = last
        return tuple(found)

    def spelt_out(self, citation: str, home: int) -> str:
        """What a citation with 前, 次 or 同 points at, by numbers (第3条第2項); "" where it says so itself or it cannot be said."""
        if not _RELATIVE.search(citation):
            return ""
        first = (FIRST_PARAGRAPH,) if "項" in citation else ()
        addresses = (address + first if not address or address[-1][0] == "article" else address for address in self.resolve(citation, home))
        return "、".join(filter(None, map(spoken, addresses)))

    def _between(self, first: Address, last: Address) -> list[Address]:
        """The siblings between the two ends of a range, as far as they stand in the document."""
        siblings = self._siblings(last[-1][0], last) if last else []
        if first in siblings and last in siblings:
            return siblings[siblings.index(first) + 1 : siblings.index(last)]
        if any(self.nearest(end).position is None or self.nearest(end).rest for end in (first, last)):
            return []
        return [address for address in siblings if first < address < last]

    def _one(self, citation: str, here: Address, last: Address | None) -> tuple[Address, ...]:
        """What one citation points at; `last` is what the one before it in the list pointed at."""
        if citation.startswith(_ANNEXES):
            return ()
        parts = pieces(citation)
        supplement = here[:1] if here and here[0][0] == "suppl_provision" else ()
        base: tuple[Address, ...] = ()
        if parts and parts[0] == "附則":
            parts = parts[1:]
            base = (supplement or (("suppl_provision", (1,)),),)
            supplement = base[0]
        relative = _RELATIVE.fullmatch(parts[0]) if parts else None
        if relative:
            base = self._relative(relative, here, last)
            parts = parts[1:]
            if not base:
                return ()
        steps = [found for part in parts if (found := step(part))]
        if not base:
            if not steps:
                return ()
            if steps[0][0] == "article" and supplement and self._lacks((*supplement, steps[0])):
                supplement = ()  # 附則 have no such article: that of the main provisions is meant
            base = (context(steps[0][0], last or here, supplement),)
        return tuple(plain((*address, *steps)) for address in base)

    def _relative(self, match: re.Match[str], here: Address, last: Address | None) -> tuple[Address, ...]:
        """前条, 次項, 同号, 前二項, 前各号."""
        level = LEVELS[match["level"]]
        if match["way"] == "同":
            return (upto(last, level),) if last else ()
        own = upto(here, level)
        if match["way"] == "本":
            return (own,)
        if level == "paragraph":
            return _paragraphs(match, own)
        return self._beside(own, level, match["way"], None if match["count"] == "各" else value(match["count"]) or 1)

    def _beside(self, own: Address, level: str, way: str, count: int | None) -> tuple[Address, ...]:
        """The `count` provisions of a level before `own` (前), or behind it (次); all where `count` is None, none where they are fewer."""
        siblings = self._siblings(level, own)
        try:
            place = siblings.index(own)
        except ValueError:
            return ()
        count = place if count is None else count
        chosen = siblings[max(0, place - count) : place] if way == "前" else siblings[place + 1 : place + 1 + count]
        return tuple(chosen) if len(chosen) == count else ()


def _paragraphs(match: re.Match[str], own: Address) -> tuple[Address, ...]:
    """前項, 次項, 前二項, 前各項. Paragraphs have no branch numbers, so that those are told without the others: they may be left out."""
    above, number = (own[:-1], own[-1][1]) if own and own[-1][0] == "paragraph" else (own, (1,))
    if len(number) != 1:
        return ()
    count = number[0] - 1 if match["count"] == "各" else value(match["count"]) or 1
    first = number[0] - count if match["way"] == "前" else number[0] + 1
    return tuple((*above, ("paragraph", (at,))) for at in range(first, first + count)) if first > 0 else ()
