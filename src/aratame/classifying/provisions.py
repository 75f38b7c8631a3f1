"""The clauses of one document → their addresses, and which clause stands at one."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.address import GROUPS, LEVEL_OF, below
from aratame.classifying.series import Member, Shared, members, ranges
from aratame.model import Clause, ClauseKind
from aratame.numerals import is_kana, kana_place, marker_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.classifying.references import Address
    from aratame.classifying.series import Range

OUTER_LEVELS = GROUPS | {"suppl_provision", "article"}
_OUTER = frozenset([kind for kind, level in LEVEL_OF.items() if level in OUTER_LEVELS] + [ClauseKind.SUPPL_PROVISION])
"""Articles and what stands above them."""
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
"""Under an article these are paragraphs of old statutes, but work rules cite them as 号."""


class Place(NamedTuple):
    """Where an address leads: to which clause, which of those that share it, and what of the address is not marked there."""

    position: int | None
    rest: Address
    member: Member = ()


class Provisions:
    """What stands where in one document.

    The addresses of articles and of what stands above them are worked out at once, those of the paragraphs and items in a provision when
    what stands there is asked for: an amendment cites a few dozen provisions of thousands.
    """

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._of: list[Address | None] = [None] * len(clauses)
        self._at: dict[Address, int] = {}
        self._shared = Shared()
        self._families: dict[tuple[str, Address], list[Address]] = {}
        self._places: dict[Address, Place] = {}
        outer = [clause for clause in clauses if clause.kind in _OUTER]
        self._plain = ClauseKind.ARTICLE not in [clause.kind for clause in outer]
        self._unread: dict[Address, list[int | None]] = {(): [None]}
        """The clauses that begin at an address, as long as what stands inside them is not noted; None for the document."""
        self._read_outside(outer)

    def _read_outside(self, outer: Sequence[Clause]) -> None:
        """Notes the addresses of articles and of what stands above them."""
        supplements = 0
        article, suppl_provision = ClauseKind.ARTICLE, ClauseKind.SUPPL_PROVISION
        for clause in outer:
            position, kind, marker, _, _, parent, _ = clause
            if kind is suppl_provision:
                supplements += 1
                self._open((("suppl_provision", (supplements,)),), clause)
            elif marker and (number := marker_value(marker[0])):
                while parent is not None and self._of[parent] is None:
                    parent = self._clauses[parent].parent
                above = (self._of[parent] if parent is not None else None) or ()
                if kind is article and 0 not in number:
                    self._open_article(above, number, position)
                else:
                    self._open(below(above, clause), clause)

    def _open(self, address: Address, clause: Clause) -> None:
        """Notes what begins with a clause; clauses of one address are one provision."""
        self._put(address, clause)
        self._unread.setdefault(address, []).append(clause.position)

    def _open_article(self, above: Address, number: tuple[int, ...], position: int) -> None:
        """The same for an article of one number, as nearly all are: what `below` and `_put` would say, without what they ask."""
        supplement = above[:1] if above and above[0][0] == "suppl_provision" else ()
        address = self._of[position] = (*supplement, ("article", number))
        if self._at.setdefault(address, position) == position:
            self._families.setdefault(("article", supplement), []).append(address)
        self._unread.setdefault(address, []).append(position)

    def _put(self, address: Address, clause: Clause) -> None:
        """Notes the address of a clause."""
        self._of[clause.position] = address
        marker = clause.marker
        if not address or not marker:
            self._note(address, clause.position)
            return
        level, number = address[-1]
        if 0 in number and marker_value(marker.text) == number:
            self._put_shared(address, ranges(marker.text), clause.position)
            return
        self._note(address, clause.position)
        if level == "paragraph" and marker.text in _CIRCLED:
            self._note((*address[:-1], ("item", number)), clause.position)

    def _put_shared(self, address: Address, found: tuple[Range, ...], position: int) -> None:
        """Notes a clause that stands for several: 第五条から第七条まで　削除."""
        level, above = address[-1][0], address[:-1]
        self._shared.put(level, above, found, position)
        self._families.setdefault((level, above), []).extend((*above, (level, number)) for number in members(found))

    def _note(self, address: Address, position: int) -> None:
        """Notes what stands at an address: of several clauses the first, and the address among its siblings."""
        if address and self._at.setdefault(address, position) == position:
            self._families.setdefault((address[-1][0], address[:-1]), []).append(address)

    @cached_property
    def _inner(self) -> dict[int | None, list[int]]:
        """The clauses that begin no provision, by the clause in which they stand. Asked for before anything is struck off `_unread`."""
        begun = {position for positions in self._unread.values() for position in positions}
        inner: dict[int | None, list[int]] = defaultdict(list)
        for clause in self._clauses:
            if clause.position not in begun:
                inner[clause.parent].append(clause.position)
        return inner

    def _read_inside(self, address: Address) -> None:
        """Notes the addresses of all clauses in the provision to which an address leads, in document order."""
        depth = 0
        while depth < len(address) and address[depth][0] in OUTER_LEVELS:
            depth += 1
        provision = address[:depth]
        if provision not in self._unread:
            return
        inner = self._inner
        inside: list[int] = []
        for holder in self._unread.pop(provision):
            inside += inner.get(holder, ())
        for holder in inside:
            inside += inner.get(holder, ())
        for position in sorted(inside):
            clause = self._clauses[position]
            if clause.marker:
                self._put(self.of(position), clause)

    def of(self, position: int) -> Address:
        """The address of a clause: that of the clause above it, and its own number."""
        known = self._of[position]
        if known is None:
            clause = self._clauses[position]
            above = self.of(clause.parent) if clause.parent is not None else ()
            known = self._of[position] = below(above, clause, plain=self._plain)
        return known

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
        known = self._places.get(address)
        if known is None:
            known = self._places[address] = self._found(address)
        return known

    def _found(self, address: Address) -> Place:
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

    def _siblings(self, level: str, own: Address) -> list[Address]:
        """All addresses of one level under one provision, in document order; articles run through the chapters."""
        self._read_inside(own)
        self._read_inside(own[:-1])
        if level == "paragraph" and (not own or own[-1][0] != "paragraph"):
            return [own, *self._families.get((level, own), [])]
        siblings = self._families.get((level, own[:-1]), [])
        return [own[:-1], *siblings] if level == "paragraph" else siblings
