"""Lines that are probably one provision in two versions: what can be said of two texts before they are cut into clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.aligning.similarity import most_alike
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

Run = tuple[list[str], list[str]]
"""Lines of the before and of the after text that stand behind the same line of both."""

_LINE = lazy(r"(?:（[^（）\n]*）[^\S\n]*\n\s*)?\S[^\n]*\s*")
"""With its caption, and the blanks before the next one: what a provision of one line has for its own text."""
_LONGEST = 2_000
"""Signs of a line. What is longer holds more than one provision."""
_TOGETHER = 2_000
"""Pairs of lines in a run up to which every line is compared with every other."""
_LEAST = 0.5
"""How alike two versions of a line are at least."""


def runs_that_differ(before: str, after: str) -> tuple[Run, ...]:
    """The lines that only one of the texts has, by the line that stands before them in both."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    common = set(old).intersection(new)
    left, right = _behind(old, common), _behind(new, common)
    return tuple((left.get(above, []), right.get(above, [])) for above in {**left, **right})


def _behind(lines: Sequence[str], common: AbstractSet[str]) -> dict[str, list[str]]:
    """The lines that are not `common`, by the last one before them that is; "" at the beginning of the text."""
    found: dict[str, list[str]] = {}
    above = ""
    for line in lines:
        if line in common:
            above = line
        else:
            found.setdefault(above, []).append(line)
    return found


def with_likely(runs: Sequence[Run]) -> Iterator[tuple[str, Sequence[str]]]:
    """Each line of the before text with the lines that took the place of its run, the last line first."""
    for run in reversed(runs):
        old, new = ([line for line in side if len(line) <= _LONGEST] for side in run)
        if 0 < len(old) * len(new) <= _TOGETHER:
            for line in reversed(old):
                yield line, new


def likeliest(line: str, others: Sequence[str]) -> str | None:
    """The most alike of the `others`, of which one may be what became of `line`; None where none is like it."""
    return most_alike(line, others, _LEAST)
