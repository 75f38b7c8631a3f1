"""Text → its lines, and where each begins."""

from __future__ import annotations

from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Page(NamedTuple):
    """A text with its lines, their ends left out, and the place in the text where each begins."""

    text: str
    lines: Sequence[str]
    begins: Sequence[int]


def page(text: str) -> Page:
    """The lines of `text`, in order. Between the two signs of a Windows line break one without words is counted."""
    lines = text.replace("\r", "\n").split("\n")
    return Page(text, lines, begins(lines))


def begins(lines: Sequence[str]) -> list[int]:
    """Where each of `lines` begins in a text that has nothing but one sign between two of them.

    >>> begins(["第一条", "", "２"])
    [0, 4, 5]
    """
    return list(map(add, accumulate(map(len, lines[:-1]), initial=0), count())) if lines else []
