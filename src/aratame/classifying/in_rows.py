"""The rows of a 新旧対照表 → which number became which. 前条 is the row above, unless an article may have been left out between the two.

第六条～第九条　（略）    第六条～第九条　（略）
（新設）               第十条　…
第十条　前条の…        第十一条　第九条の…    ← 前条 of the before side is 第九条; without the first row it might be 第九条の二
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.classifying.addresses import Addresses
from aratame.classifying.numbering import Numbering
from aratame.classifying.provisions import OUTER_LEVELS
from aratame.segmenting.grammar import follows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.classifying.references import Address
    from aratame.model import Clause, Pair

_FEWEST = 3
"""Articles from which on those that are numbered without a gap are all there are."""


class RowAddresses(Addresses):
    """The addresses of one side of a table. `told`: the table has （略） for articles that it leaves out."""

    def __init__(self, clauses: Sequence[Clause], *, told: bool) -> None:
        super().__init__(clauses)
        self._told = told

    def _beside(self, own: Address, level: str, way: str, count: int | None) -> tuple[Address, ...]:
        """Of articles and what holds them the next ones, by their numbers: rows stand in the order of one side."""
        if level not in OUTER_LEVELS:
            return super()._beside(own, level, way, count)
        if level != "article" or count is None or not own:
            return ()
        numbers = sorted({address[-1][1] for address in self._families.get((level, own[:-1]), ())})
        if own[-1][1] not in numbers or not (self._told or _is_whole(numbers)):
            return ()
        place = numbers.index(own[-1][1])
        chosen = numbers[max(0, place - count) : place] if way == "前" else numbers[place + 1 : place + 1 + count]
        line = [*chosen, own[-1][1]] if way == "前" else [own[-1][1], *chosen]
        if len(chosen) < count or not all(follows(*two) and not self._shared.holds(level, own[:-1], *two) for two in pairwise(line)):
            return ()
        return tuple((*own[:-1], (level, number)) for number in chosen)

    def _lacks(self, address: Address) -> bool:
        return self._told and super()._lacks(address)


class RowNumbering(Numbering):
    """The numbering of a table: the clauses of all rows."""

    _rest_is_same = True

    def __init__(self, before_clauses: Sequence[Clause], after_clauses: Sequence[Clause], pairs: Sequence[Pair], *, told: bool) -> None:
        super().__init__(before_clauses, after_clauses, pairs)
        self._told = told

    @cached_property
    def before(self) -> RowAddresses:
        """The addresses of the before side."""
        return RowAddresses(self._before_clauses, told=self._told)

    @cached_property
    def after(self) -> RowAddresses:
        """The addresses of the after side."""
        return RowAddresses(self._after_clauses, told=self._told)


def _is_whole(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether articles run from the first without a gap: a table that leaves out nothing has nothing to say of it."""
    return len(numbers) >= _FEWEST and numbers[0] == (1,) and all(map(follows, numbers, numbers[1:]))
