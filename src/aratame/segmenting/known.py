"""What reading one version of a text leaves to the next."""

from __future__ import annotations

from bisect import bisect_right
from itertools import filterfalse
from typing import TYPE_CHECKING

from aratame.patterns import lazy
from aratame.segmenting.brackets import unclosed
from aratame.segmenting.heads import COUNTED
from aratame.segmenting.inner import first_numbers, heading_behind, headings_behind, inner_list
from aratame.segmenting.lines import begins
from aratame.segmenting.markers import BARE, NUMBERED, head_mark, plain_mark
from aratame.segmenting.open_clauses import Open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.segmenting.markers import Mark

_WORD = f"(?:[「（]|[^\\W\\d_A-Za-z{''.join(sorted(COUNTED))}])"
"""How a word begins that is not English and that no number before it counts."""
_BEFORE_WORD = lazy(rf"([^\S\n]*\S{{1,16}}+[^\S\n]+(?={_WORD}))?[^\n]*\n")
"""A line, and what stands at its head before a blank and a word, as most numbers do."""


class Heads(dict[str, "tuple[Mark] | None"]):
    """The mark of each head of lines that is a number before a word, which says the same in every line; None for other heads."""

    __slots__ = ()

    def __missing__(self, head: str) -> tuple[Mark] | None:
        mark = plain_mark(head)
        if mark is None and head:
            mark = head_mark(f"{head}字", f"{head}字", 0)
            if mark is not None and (mark.sign.sort not in NUMBERED or mark.end < len(head.rstrip())):
                mark = None
        told = self[head] = None if mark is None else (mark,)
        return told


class Lines:
    """The marks of lines as if the text began with each, or `BARE`. What is not known yet is worked out for all new lines at once.

    In the lines that are `quoting` a quotation begins that is not closed on it, or holds another.
    """

    __slots__ = ("_heads", "_marks", "quoting")

    def __init__(self) -> None:
        self._heads = Heads()
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self.quoting: set[str] = set()

    def of(self, lines: Sequence[str]) -> list[tuple[Mark, ...]]:
        """The marks of each of `lines`."""
        known = self._marks
        new = dict.fromkeys(filterfalse(known.__contains__, lines))
        if new:
            self._read(list(new))
        return list(map(known.__getitem__, lines))

    def _read(self, lines: Sequence[str]) -> None:
        """Work out what is to be known of `lines`, which are all different. A pattern leaps through a text, and is slow to be put to a line."""
        text = "\n".join((*lines, ""))
        places = begins(lines)

        def holding(found: Iterable[int]) -> dict[str, None]:
            """The lines in which those places are."""
            return dict.fromkeys(lines[bisect_right(places, place) - 1] for place in found)

        found = map(self._heads.__getitem__, _BEFORE_WORD.findall(text))
        marks = {line: told or _read_alone(line) for line, told in zip(lines, found, strict=True)}
        for line in holding(first_numbers(text)):
            marks[line] = _with(marks[line], inner_list(line))
        for line in holding(headings_behind(text)):
            marks[line] = _with(marks[line], heading_behind(line))
        self._marks.update(marks)
        self.quoting.update(holding(unclosed(text)))


def _with(marks: tuple[Mark, ...], inner: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of a line with those that stand inside it; there is no inside where nothing follows the number."""
    return marks if marks is BARE else (*marks, *inner)


def _read_alone(line: str) -> tuple[Mark, ...]:
    """The mark at the head of `line`, if any, or `BARE`."""
    mark = head_mark(line, line, 0)
    return () if mark is None else BARE if mark.end >= len(line.rstrip()) else (mark,)


class Known:
    """What was worked out while a text was segmented; another text takes it up and is answered the same, in less time.

    Two versions of a document have nearly all their `lines` in common, and what signs do to the clauses that are open is known from
    the `outermost` on, where none is.
    """

    __slots__ = ("lines", "outermost")

    def __init__(self) -> None:
        self.lines = Lines()
        self.outermost = Open()
