"""What reading one version of a text leaves to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.segmenting.open_clauses import Open

if TYPE_CHECKING:
    from aratame.segmenting.markers import Mark


class Known:
    """What was worked out while a text was segmented; another text takes it up and is answered the same, in less time.

    Two versions of a document have nearly all their lines in common. `marks` holds each line that was read with the mark at its head, the
    line beginning at 0; `outermost` is where no clause is open, with all that signs were found to do from there.
    """

    __slots__ = ("marks", "outermost")

    def __init__(self) -> None:
        self.marks: dict[str, Mark | None] = {}
        self.outermost = Open()
