"""What reading one version of a text leaves to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.segmenting.inner import heading_behind, inner_list
from aratame.segmenting.markers import BARE, NUMBERED, head_mark, is_word
from aratame.segmenting.open_clauses import Open

if TYPE_CHECKING:
    from aratame.segmenting.markers import Mark


class Lines(dict[str, "tuple[Mark, ...]"]):
    """The marks of a line as if the text began there, read when they are first asked for."""

    __slots__ = ("_heads",)

    def __init__(self) -> None:
        super().__init__()
        self._heads: dict[str, Mark] = {}

    def __missing__(self, line: str) -> tuple[Mark, ...]:
        mark = self._head(line)
        inner = inner_list(line)
        if "則" in line[-3:]:
            inner += heading_behind(line)
        marks = tuple(inner) if mark is None else BARE if mark.end >= len(line.rstrip()) else (mark, *inner)
        self[line] = marks
        return marks

    def _head(self, line: str) -> Mark | None:
        """The mark at the head of `line`; a number before a Japanese word says the same in every line."""
        parts = line.split(None, 1)
        if len(parts) < 2 or not is_word(parts[1]):
            return head_mark(line, line, 0)
        head = line[: -len(parts[1])]
        mark = self._heads.get(head)
        if mark is None:
            mark = head_mark(line, line, 0)
            if mark is not None and mark.sign.sort in NUMBERED and mark.end == len(head.rstrip()):
                self._heads[head] = mark
        return mark


class Known:
    """What was worked out while a text was segmented; another text takes it up and is answered the same, in less time.

    Two versions of a document have nearly all their `lines` in common, and what signs do to the clauses that are open is known from
    the `outermost` on, where none is.
    """

    __slots__ = ("lines", "outermost")

    def __init__(self) -> None:
        self.lines = Lines()
        self.outermost = Open()
