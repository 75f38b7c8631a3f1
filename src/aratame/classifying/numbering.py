"""Which number became which: what the alignment says of the numbers to which references point.

A reference only follows a renumbering where the clause it pointed at is paired with the clause it points at now.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from aratame.classifying.addresses import Addresses
from aratame.classifying.signs import Signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.classifying.references import Address
    from aratame.model import Clause, Pair


class Beyond(NamedTuple):
    """The numbering of a whole table: 第五条 is cited in one row and renumbered in another. The row's clauses begin at these places in it.

    `says_all`: the row by itself says nothing that the table does not, and may seem to say what is not so.
    """

    numbering: Numbering
    before: int
    after: int
    says_all: bool = False


class Numbering:
    """The numbers of both sides, and what the alignment pairs; `beyond` for one row of a table."""

    _rest_is_same: ClassVar[bool] = False
    """Whether what has no clause on either side has not changed, as in a table of changes."""

    def __init__(
        self,
        before_clauses: Sequence[Clause],
        after_clauses: Sequence[Clause],
        pairs: Sequence[Pair],
        beyond: Beyond | None = None,
    ) -> None:
        self._before_clauses = before_clauses
        self._after_clauses = after_clauses
        self._pairs = pairs
        self._beyond = beyond

    @cached_property
    def before(self) -> Addresses:
        """The addresses of the before side."""
        return Addresses(self._before_clauses)

    @cached_property
    def after(self) -> Addresses:
        """The addresses of the after side."""
        return Addresses(self._after_clauses)

    @cached_property
    def before_signs(self) -> Signs:
        """The markers of the before side."""
        return Signs(self._before_clauses)

    @cached_property
    def after_signs(self) -> Signs:
        """The markers of the after side."""
        return Signs(self._after_clauses)

    @cached_property
    def _partners(self) -> dict[int, tuple[int, ...]]:
        """Positions of the after side by position of the before side."""
        return {old: pair.after for pair in self._pairs for old in pair.before}

    def follows(self, before: str, before_home: int | None, after: str, after_home: int | None) -> bool | None:
        """Whether citation `after`, read in clause `after_home`, cites what `before` cited in `before_home`.

        None where the alignment says nothing: a citation that cannot be resolved, or whose target is not in the document.
        """
        verdict = self._follows(before, before_home, after, after_home)
        if verdict is None and self._beyond is not None and before_home is not None and after_home is not None:
            numbering, *begin, _ = self._beyond
            return numbering.follows(before, before_home + begin[0], after, after_home + begin[1]) or None
        return verdict

    def _follows(self, before: str, before_home: int | None, after: str, after_home: int | None) -> bool | None:
        """The same, as far as the clauses of this row or document show."""
        old, new = self.before.resolve(before, before_home), self.after.resolve(after, after_home)
        if not old or not new:
            return None
        kept = tuple(address for address in old if not self._deleted(address))
        if len(kept) != len(new):
            elsewhere = self._beyond is not None and any(self.before.nearest(address).position is None for address in kept)
            return None if elsewhere else False  # another row may show that what is no longer cited was deleted
        old = kept
        verdicts = [self._same(one, other) for one, other in zip(old, new, strict=True)]
        if None in verdicts:
            return False if False in verdicts else None
        return all(verdicts)

    def stands_still(self, before: str, before_home: int, after: str, after_home: int) -> bool:
        """Whether both citations name one address, and would in the after document too: 前条 and 第三条 where nothing moved."""
        then, now = self.before.resolve(before, before_home), self.after.resolve(after, after_home)
        if self._beyond is not None and not (then and now):
            numbering, *begin, _ = self._beyond
            return numbering.stands_still(before, before_home + begin[0], after, after_home + begin[1])
        return bool(now) and then == now == self.after.resolve(before, after_home)

    def _deleted(self, address: Address) -> bool:
        """Whether just what is cited has no partner: a list or range that loses it still cites what it cited."""
        place = self.before.nearest(address)
        return place.position is not None and not place.rest and not self._partners.get(place.position)

    def follows_sign(self, before: str, before_home: int, after: str, after_home: int) -> bool | None:
        """The same for a reference by its sign alone (③の履歴, (2)の入力, 第8の報告)."""
        old, new = self.before_signs.signed(before, before_home), self.after_signs.signed(after, after_home)
        if old is None or new is None:
            return None
        return new.position in self._partners.get(old.position, ()) and old.member == new.member

    def _same(self, old: Address, new: Address) -> bool | None:
        """Whether two addresses are one clause in two versions, as far as the clauses show."""
        then, now = self.before.nearest(old), self.after.nearest(new)
        if then.position is None or now.position is None:
            return True if self._rest_is_same and old == new and then.position is now.position is None else None
        return now.position in self._partners.get(then.position, ()) and (then.rest, then.member) == (now.rest, now.member)
