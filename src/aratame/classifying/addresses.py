"""The clauses of one document → their addresses, and what a citation in one of them points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.address import FIRST_PARAGRAPH, GROUPS, LEVEL_OF, below, context, plain, spoken, upto
from aratame.classifying.references import LEVELS, Address, pieces, singles, step
from aratame.classifying.series import Member, Shared, members, ranges
from aratame.model import Clause, ClauseKind
from aratame.numerals import is_kana, kana_place, marker_value, value
from aratame.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from aratame.classifying.series import Range

OUTER_LEVELS = GROUPS | {"suppl_provision", "article"}
_OUTER = frozenset(kind for kind, level in LEVEL_OF.items() if level in OUTER_LEVELS)
"""Articles and what stands above them."""
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
"""Under an article these are paragraphs of old statutes, but work rules cite them as 号."""
_RANGE = lazy("から|[～〜]|乃至|ないし")
_RELATIVE = lazy(r"(?P<way>[前次同本])(?P<count>[二三四五六七八九十\d]*|各)(?P<level>[編章節款目条項号])")
_ANNEXES = ("別表", "様式", "別記", "別紙", "別添", "別図", "付表", "付録")
"""第1号 of 様式第1号 is no item; where forms stand is not told by their numbers."""


class Place(NamedTuple):
    """Where an address leads: to which clause, which of those that share it, and what of the address is not marked there."""

    position: int | None
    rest: Address
    member: Member = ()


class Addresses:
    """The addresses of one document's clauses.

    Those of articles and of what stands above them are worked out at once, those of the paragraphs and items in a provision when what stands
    there is asked for: an amendment cites a few dozen provisions of thousands.
    """

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._of: list[Address | None] = [None] * len(clauses)
        self._at: dict[Address, int] = {}
        self._shared = Shared()
        self._families: dict[tuple[str, Address], list[Address]] = {}
        self._resolved: dict[tuple[str, int | None], tuple[Address, ...]] = {}
        self._unread: dict[Address, list[int]] = {}
        self._outer: list[tuple[Address, list[int]]] = []  # of each clause: the provision that it stands in, and what is unread there
        self._plain = ClauseKind.ARTICLE not in [clause.kind for clause in clauses]
        supplements, top = 0, ((), self._unread.setdefault((), []))
        suppl_provision = ClauseKind.SUPPL_PROVISION
        for clause in clauses:
            position, kind, marker, _, _, parent, _ = clause
            outer = self._outer[parent] if parent is not None else top
            if kind is suppl_provision:
                supplements += 1
                outer = self._opened((("suppl_provision", (supplements,)),), clause)
            elif kind in _OUTER and marker and marker_value(marker.text):
                outer = self._opened(below(outer[0], clause), clause)
            else:
                outer[1].append(position)
            self._outer.append(outer)

    def _opened(self, address: Address, clause: Clause) -> tuple[Address, list[int]]:
        """The provision that begins with a clause; clauses of one address are one provision."""
        self._put(address, clause)
        return address, self._unread.setdefault(address, [])

    def _put(self, address: Address, clause: Clause) -> None:
        """Notes the address of a clause."""
        self._of[clause.position] = address
        if address and 0 in address[-1][1] and clause.marker and marker_value(clause.marker.text) == address[-1][1]:
            self._put_shared(address, ranges(clause.marker.text), clause.position)
            return
        self._note(address, clause.position)
        if clause.marker and address and address[-1][0] == "paragraph" and clause.marker.text in _CIRCLED:
            self._note((*address[:-1], ("item", address[-1][1])), clause.position)

    def _put_shared(self, address: Address, found: tuple[Range, ...], position: int) -> None:
        """Notes a clause that stands for several: 第五条から第七条まで　削除."""
        level, above = address[-1][0], address[:-1]
        self._shared.put(level, above, found, position)
        self._families.setdefault((level, above), []).extend((*above, (level, number)) for number in members(found))

    def _note(self, address: Address, position: int) -> None:
        """Notes what stands at an address: of several clauses the first, and the address among its siblings."""
        if address and self._at.setdefault(address, position) == position:
            self._families.setdefault((address[-1][0], address[:-1]), []).append(address)

    def _read_inside(self, address: Address) -> None:
        """Notes the addresses of all clauses in the provision to which an address leads, in document order."""
        depth = 0
        while depth < len(address) and address[depth][0] in OUTER_LEVELS:
            depth += 1
        for position in self._unread.pop(address[:depth], ()):
            clause = self._clauses[position]
            if clause.marker:
                self._put(self.of(position), clause)

    def of(self, position: int) -> Address:
        """The address of a clause: that of the clause above it, and its own number."""
        unknown: list[Clause] = []
        above: int | None = position
        while above is not None and self._of[above] is None:
            unknown.append(self._clauses[above])
            above = unknown[-1].parent
        address = (self._of[above] if above is not None else None) or ()
        for clause in reversed(unknown):
            address = self._of[clause.position] = below(address, clause, plain=self._plain)
        return address

    def depth(self, position: int) -> int:
        """How many clauses hold a clause."""
        depth = 0
        while (parent := self._clauses[position].parent) is not None:
            depth, position = depth + 1, parent
        return depth

    def kana_place(self, position: int) -> int | None:
        """The place of a clause's kana in the order that the first of its siblings tells."""
        clause = self._clauses[position]
        family = self._clauses[0 if clause.parent is None else clause.parent + 1 : position + 1]
        first = next(filter(is_kana, (each.marker.text for each in family if each.parent == clause.parent and each.marker)), "")
        return kana_place(clause.marker.text, first) if clause.marker and first else None

    def nearest(self, address: Address) -> Place:
        """The clause that stands at an address or, where it is not marked there, the one that holds it."""
        if not all(level in OUTER_LEVELS for level, _ in address):  # those were noted at once
            self._read_inside(address)
        for length in range(len(address), 0, -1):
            above = address[:length]
            position = self._at.get(above)
            if position is not None:
                return Place(position, address[length:])
            shared = self._shared.find(above)
            if shared is not None:
                return Place(shared[0], address[length:], shared[1])
        return Place(None, address)

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

    def _siblings(self, level: str, own: Address) -> list[Address]:
        """All addresses of one level under one provision, in document order; articles run through the chapters."""
        self._read_inside(own)
        self._read_inside(own[:-1])
        if level == "paragraph" and (not own or own[-1][0] != "paragraph"):
            return [own, *self._families.get((level, own), [])]
        siblings = self._families.get((level, own[:-1]), [])
        return [own[:-1], *siblings] if level == "paragraph" else siblings


def _paragraphs(match: re.Match[str], own: Address) -> tuple[Address, ...]:
    """前項, 次項, 前二項, 前各項. Paragraphs have no branch numbers, so that those are told without the others: they may be left out."""
    above, number = (own[:-1], own[-1][1]) if own and own[-1][0] == "paragraph" else (own, (1,))
    if len(number) != 1:
        return ()
    count = number[0] - 1 if match["count"] == "各" else value(match["count"]) or 1
    first = number[0] - count if match["way"] == "前" else number[0] + 1
    return tuple((*above, ("paragraph", (at,))) for at in range(first, first + count)) if first > 0 else ()
