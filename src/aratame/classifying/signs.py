"""References by a sign alone (③の履歴, (2)の入力, ロからホまで) → the clause that bears it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.series import Member, apart, first_sign, members, ranges
from aratame.numerals import CIRCLED, KANJI_NUMBER, marker_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Clause

_MARKER = attrgetter("marker")
_SHAPES = str.maketrans(
    {"（": "(", "）": ")"}
    | dict.fromkeys(KANJI_NUMBER.strip("[]"), "一")
    | dict.fromkeys([sign for sign in CIRCLED if "①" <= sign <= "⑳" or "㉑" <= sign <= "㊿"], "①")
)


class Signed(NamedTuple):
    """The clause that bears a sign, and which of those that share it is meant."""

    position: int
    member: Member


class Signs:
    """The markers of one document's clauses, as written."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._known: dict[str, tuple[list[int], dict[int | None, list[int]]]] = {}

    @cached_property
    def _positions(self) -> dict[tuple[int, ...] | None, dict[str, list[int]]]:
        """Positions of the clauses by the value of their markers, then by the marker as written; under a shared one by its first sign."""
        written: dict[str, list[int]] = defaultdict(list)
        for position, marker in enumerate(map(_MARKER, self._clauses)):
            if marker is not None:
                written[marker[0]].append(position)
        signs: dict[tuple[int, ...] | None, dict[str, list[int]]] = {}
        for sign, positions in written.items():
            number = marker_value(sign)
            if number and 0 in number:
                for one in members(ranges(sign)):
                    signs.setdefault(one, {}).setdefault(first_sign(sign), []).extend(positions)
            else:
                signs.setdefault(number, {}).setdefault(sign, []).extend(positions)
        return signs

    def signed(self, sign: str, home: int) -> Signed | None:
        """The clause that a sign alone cites in `home`: one whose marker has its shape and value (（１） and (1) are one), or None.

        One beside `home`, beside what holds it, or in it: ハ in イ is イ's sibling. Where there is none, the nearest.
        """
        places = self.like(sign)
        kin = self.kin(sign, home)
        return self._found(sign, _nearest(places, home)) if kin is None and places else kin

    def kin(self, sign: str, home: int) -> Signed | None:
        """The same among those of the family of `home` alone."""
        _, families = self._bearers(sign)
        above: int | None = home
        while above is not None and above not in families:
            above = self._clauses[above].parent
        near = families.get(above)
        return self._found(sign, _nearest(near, home)) if near else None

    def like(self, sign: str) -> list[int]:
        """The clauses whose markers have the shape and value of a sign, in order."""
        return self._bearers(sign)[0]

    def _bearers(self, sign: str) -> tuple[list[int], dict[int | None, list[int]]]:
        """The same, and by the clause in which they stand: one sign is cited many times."""
        known = self._known.get(sign)
        if known is None:
            own, written = shape(sign), self._positions.get(marker_value(sign), {})
            places = sorted(at for other, places in written.items() if shape(other) == own for at in places)
            families: dict[int | None, list[int]] = {}
            for at in places:
                families.setdefault(self._clauses[at].parent, []).append(at)
            known = self._known[sign] = places, families
        return known

    def _found(self, sign: str, position: int) -> Signed:
        marker, number = self._clauses[position].marker, marker_value(sign)
        shared = ranges(marker.text) if marker and number and marker_value(marker.text) != number else ()
        return Signed(position, apart(shared[0][0], number) if shared and number else ())


def _nearest(positions: Sequence[int], home: int) -> int:
    """Which of some positions, in order, is the nearest to `home`; of two the first."""
    place = bisect_left(positions, home)
    return min(positions[max(0, place - 1) : place + 1], key=lambda position: abs(position - home))


@lru_cache(maxsize=1024)
def shape(sign: str) -> str:
    """The brackets and letters of a marker, its number left out: (2) and （3） have one shape, ② and 2 have not, イ and ロ have one."""
    return re.sub(r"\d+", "0", re.sub("一+", "一", re.sub("[ア-ン]", "ア", sign.translate(_SHAPES))))
