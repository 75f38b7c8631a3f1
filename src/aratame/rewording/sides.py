"""What every step of rewording looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.rewording.sentences import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.units import Units


class Sides(NamedTuple):
    """The words and units of both sides, and the runs of words that are compared."""

    before: Sequence[Token]
    after: Sequence[Token]
    units: tuple[Units, Units]
    b: Run
    a: Run

    def said(self, hunk: Hunk) -> tuple[int, int]:
        """How much the words of a hunk say, before and after: what `weight` answers, without a look at the words."""
        b_said, a_said = self.units[0].said, self.units[1].said
        return b_said[hunk.b1] - b_said[hunk.b0], a_said[hunk.a1] - a_said[hunk.a0]

    def turned(self) -> Sides:
        """The same read backwards."""
        return Sides(self.after, self.before, self.units[::-1], self.a, self.b)

    def within(self, hunk: Hunk) -> Sides:
        """The same of some of the words that are compared."""
        return self._replace(b=Run(hunk.b0, hunk.b1), a=Run(hunk.a0, hunk.a1))
