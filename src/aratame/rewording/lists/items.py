"""What lists are made of."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aratame.lexing import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token

LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
"""What joins the items of a list."""


class Item(NamedTuple):
    """The words `[start, end)` of a list, and what they are compared by."""

    start: int
    end: int
    key: str


List = list[Item]


def between_commas(words: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of some words that commas part."""
    commas = [n for n in range(start, end) if words[n].sort is Sort.COMMA]
    return [(first + 1, last) for first, last in pairwise([start - 1, *commas, end])]
