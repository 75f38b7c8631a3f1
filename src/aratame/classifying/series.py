"""Clauses that share one marker: the provision that a citation names is one of several in it.

第五条から第七条まで　削除    第六条 is cited: the second of three
２～５　（略）               a 新旧対照表 leaves out what did not change

Both sides name them alike, so that what is cited is the same where it is as far from the first of them: ２～５ that became ４～７ has 第三項 as 第五項.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.numerals import AIUEO, IROHA, JOINT, RANGE_JOINTS, marker_value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aratame.classifying.references import Address

Number = tuple[int, ...]
Range = tuple[Number, Number]
Member = tuple[int, ...]
"""How far one of several is from the first of them."""

_JOINTS = lazy(f"(?<=.)({JOINT})(?=.)")


def ranges(marker: str) -> tuple[Range, ...]:
    """The numbers of a marker that several clauses share, from … to; one number is a range by itself. () for a marker that has no number.

    >>> ranges("第五条から第七条の二まで"), ranges("一・三"), ranges("ア～ウ")
    ((((5,), (7, 2)),), (((1,), (1,)), ((3,), (3,))), (((36,), (36,)), ((2,), (2,)), ((24,), (24,))))
    """
    parts = _JOINTS.split(marker)
    found: list[Range] = []
    for at in range(0, len(parts), 2):
        number = marker_value(parts[at])
        if number is None:
            return ()
        if at and parts[at - 1] in RANGE_JOINTS:
            found[-1:] = _from_to(parts[at - 2], found[-1][0], parts[at], number)
        else:
            found.append((number, number))
    return tuple(found)


def first_sign(marker: str) -> str:
    """The first of the numbers, as written: （１） of （１）・（２）."""
    return str(_JOINTS.split(marker, maxsplit=1)[0])


def _from_to(first: str, low: Number, last: str, high: Number) -> Iterator[Range]:
    """From one number to another; kana, of which two orders are in use, one by one, in the order in which the two are nearer."""
    runs = [order[order.index(first) : order.index(last) + 1] for order in (IROHA, AIUEO) if first in order and last in order]
    letters = min(filter(None, runs), key=len, default="")
    if letters:
        yield from ((number, number) for letter in letters if (number := marker_value(letter)))
    else:
        yield low, high


_MOST = 2000
"""Numbers of one range that are named one by one; no statute has more articles, and 第一条から第九億条まで is no list of anything."""


def members(found: Iterable[Range]) -> Iterator[Number]:
    """The numbers that are there for certain. Between 第五条 and 第七条 stands 第六条, and may stand 第六条の二."""
    for first, last in found:
        yield first
        yield from ((number,) for number in range(first[0] + 1, min(last[0], first[0] + _MOST)))
        if last != first:
            if len(last) > 1 and first[0] < last[0]:
                yield last[:1]
            yield last


class Shared:
    """The clauses of one document that share a marker with others, by the address of what holds them."""

    def __init__(self) -> None:
        self._at: dict[tuple[str, Address], list[tuple[Number, Range, int]]] = {}

    def put(self, level: str, above: Address, found: tuple[Range, ...], position: int) -> None:
        """Note the clause at a position, which stands for the numbers of `found`."""
        self._at.setdefault((level, above), []).extend((found[0][0], one, position) for one in found)

    def find(self, address: Address) -> tuple[int, Member] | None:
        """The clause that stands for an address, and which one of those that share it is meant."""
        if not address or not self._at:
            return None
        level, number = address[-1]
        for begin, (first, last), position in self._at.get((level, address[:-1]), ()):
            if first <= number <= last:
                return position, apart(begin, number)
        return None

    def holds(self, level: str, above: Address, first: Number, last: Number) -> bool:
        """Whether two numbers stand in one range, which need not say what is between them."""
        return any(low <= first and last <= high for _, (low, high), _ in self._at.get((level, above), ()))


def apart(first: Number, number: Number) -> Member:
    """How far a number is from the first of a series: 第七条の二 from 第五条 (2, 2), 第五条の四 from 第五条の二 (0, 2)."""
    if number[0] == first[0] and len(first) > 1 < len(number):
        return (0, number[1] - first[1], *number[2:])
    return (number[0] - first[0], *number[1:])
