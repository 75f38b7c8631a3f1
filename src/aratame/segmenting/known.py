"""What reading one version of a text leaves to the next."""

from __future__ import annotations

from aratame.segmenting.markers import Lines
from aratame.segmenting.open_clauses import Open


class Known:
    """What was worked out while a text was segmented; another text takes it up and is answered the same, in less time.

    `lines` holds the mark of each line that was read, `outermost` what signs do where no clause is open, and what they do then.
    """

    __slots__ = ("lines", "outermost")

    def __init__(self) -> None:
        self.lines = Lines()
        self.outermost = Open()
