"""What every step of rewording looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.sentences import Run
    from aratame.rewording.units import Units


class Sides(NamedTuple):
    """The words and units of both sides, and the runs of words that are compared."""

    before: Sequence[Token]
    after: Sequence[Token]
    units: tuple[Units, Units]
    b: Run
    a: Run
