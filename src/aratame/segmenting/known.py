"""What reading one version of a text leaves to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.segmenting.inner import heading_behind, inner_list
from aratame.segmenting.markers import BARE, head_mark
from aratame.segmenting.open_clauses import Open

if TYPE_CHECKING:
    from aratame.segmenting.markers import Mark


class Lines(dict[str, "tuple[Mark, ...]"]):
    """The marks of a line as if the text began there, read when they are first asked for."""

    def __missing__(self, line: str) -> tuple[Mark, ...]:
        mark = head_mark(line, line, 0)
        inner = inner_list(line)
        if "則" in line[-3:]:
            inner += heading_behind(line)
        marks = tuple(inner) if mark is None else BARE if mark.end >= len(line.rstrip()) else (mark, *inner)
        self[line] = marks
        return marks


class Known:
    """What was worked out while a text was segmented; another text takes it up and is answered the same, in less time.

    Two versions of a document have nearly all their `lines` in common, and what signs do to the clauses that are open is known from
    the `outermost` on, where none is.
    """

    __slots__ = ("lines", "outermost")

    def __init__(self) -> None:
        self.lines = Lines()
        self.outermost = Open()
