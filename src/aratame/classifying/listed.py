"""Clauses that a sheet of changes (変更箇所) lists → which number became which; what the sheet does not list is the same on both sides.

The rows have 第七条 and 第九条. 前条 in 第九条 is 第八条 all the same, and 第六条から第九条まで are four articles: their numbers tell. A number that
only one side lists is not there on the other: behind a new 第七条, 前条 of the old 第八条 was 第六条.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from aratame.classifying.addresses import Addresses
from aratame.classifying.numbering import Numbering
from aratame.classifying.signs import Signed, Signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aratame.classifying.references import Address
    from aratame.model import Clause

Number = tuple[int, ...]

_MOST = 200
"""Provisions that one citation counts up; no article or paragraph has as many items."""


class ListedAddresses(Addresses):
    """The addresses of the clauses that are listed on one side, and what stands between them though it is not listed."""

    def __init__(self, clauses: Sequence[Clause], others: Sequence[Clause], partners: Mapping[int, int]) -> None:
        """`clauses` are those of this side, `others` those of the other, `partners` which of these is which of those."""
        super().__init__(clauses)
        self._others, self._partners = others, partners

    @cached_property
    def _only_there(self) -> frozenset[Address]:
        """The addresses at which clauses of the other side would stand on this one, and at which none is listed."""
        there = Addresses(self._others)
        found = (self._here(there, clause) for clause in self._others)
        return frozenset(address for address in found if address) - {self.of(clause.position) for clause in self._clauses}

    def _here(self, there: Addresses, clause: Clause) -> Address | None:
        """The number of a clause of the other side under what its parent is on this one; None where the parent is not here."""
        address = there.of(clause.position)
        above, number = address[:-1], address[-1:]
        parent = clause.parent
        while parent is not None and there.of(parent) != above:
            parent = self._others[parent].parent
        if parent is None:
            return address if not above else None
        return (*self.of(self._partners[parent]), *number) if parent in self._partners else None

    def _beside(self, own: Address, level: str, way: str, count: int | None) -> tuple[Address, ...]:
        if not own or own[-1][0] != level:
            return ()
        found: list[Address] = []
        number: Number | None = own[-1][1]
        while number and len(found) < (_MOST if count is None else min(count, _MOST)):
            number = self._lower(own, number) if way == "前" else self._higher(own, number)
            if number:
                found.append((*own[:-1], (level, number)))
        return tuple(reversed(found) if way == "前" else found) if count in (None, len(found)) else ()

    def _lacks(self, address: Address) -> bool:
        return address in self._only_there

    def _lower(self, own: Address, number: Number) -> Number | None:
        """The number before one among the siblings of `own`."""
        (level, _), above = own[-1], own[:-1]
        plain = _lower(number)
        while plain and (*above, (level, plain)) in self._only_there:
            plain = _lower(plain)
        return max((one for one in (*self._numbers(own), plain) if one and one < number), default=None)

    def _higher(self, own: Address, number: Number) -> Number | None:
        """The number behind one; None behind a branch, unless the next is listed: there may be another branch, or not."""
        (level, _), above = own[-1], own[:-1]
        plain = (number[0] + 1,) if len(number) == 1 else None
        if plain and (*above, (level, plain)) in self._only_there:
            plain = None
        return min((one for one in (*self._numbers(own), plain) if one and one > number), default=None)

    def _numbers(self, own: Address) -> list[Number]:
        """The numbers of the siblings of `own` that are listed."""
        self._read_inside(own)
        return [address[-1][1] for address in self._families.get((own[-1][0], own[:-1]), ())]

    def _between(self, first: Address, last: Address) -> list[Address]:
        if not last:
            return []
        (level, end), above = last[-1], last[:-1]
        start = (1,) if level == "paragraph" and first == above else first[-1][1] if first[:-1] == above and first[-1][0] == level else None
        if not start or end[0] - start[0] > _MOST:
            return []
        numbers = {*_plain_between(start, end), *(one for one in self._numbers(last) if start < one < end)}
        return [address for number in sorted(numbers) if (address := (*above, (level, number))) not in self._only_there]


class ListedSigns(Signs):
    """The markers of the clauses that are listed on one side."""

    def signed(self, sign: str, home: int) -> Signed | None:
        """As in a whole document; far away only an article, or the only one that is listed: else a nearer one may not be."""
        if "条" in sign or len(self.like(sign)) == 1:
            return super().signed(sign, home)
        return self.kin(sign, home)


class ListedNumbering(Numbering):
    """The numbering of a sheet of changes: the clauses of all rows, each where its row's item says that it stands."""

    _rest_is_same = True

    @cached_property
    def before(self) -> ListedAddresses:
        """The addresses of the before side."""
        return ListedAddresses(
            self._before_clauses, self._after_clauses, {new: pair.before[0] for pair in self._pairs if pair.before for new in pair.after}
        )

    @cached_property
    def after(self) -> ListedAddresses:
        """The addresses of the after side."""
        return ListedAddresses(
            self._after_clauses, self._before_clauses, {old: pair.after[0] for pair in self._pairs if pair.after for old in pair.before}
        )

    @cached_property
    def before_signs(self) -> ListedSigns:
        """The markers of the before side."""
        return ListedSigns(self._before_clauses)

    @cached_property
    def after_signs(self) -> ListedSigns:
        """The markers of the after side."""
        return ListedSigns(self._after_clauses)


def _lower(number: Number) -> Number | None:
    """The number before one: 第三条 before 第四条, 第三条 before 第三条の二, 第三条の二 before 第三条の三."""
    if number[-1] > (1 if len(number) == 1 else 2):
        return (*number[:-1], number[-1] - 1)
    return number[:-1] or None


def _plain_between(start: Number, end: Number) -> Iterator[Number]:
    """The numbers between two, as far as they are told without those of branches: 4 and 5 between 3 and 5の2."""
    if len(start) == len(end) > 1 and start[:-1] == end[:-1]:
        yield from ((*start[:-1], at) for at in range(start[-1] + 1, end[-1]))
        return
    yield from ((at,) for at in range(start[0] + 1, end[0] + (len(end) > 1)))
