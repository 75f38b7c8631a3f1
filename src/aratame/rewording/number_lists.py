"""A list of numbers of which several change is one unit: (1、4、6、8、…の項) of one table says nothing about that of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.islands import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.replacement import Hunk
    from aratame.rewording.sides import Sides

_FEWEST = 3
"""So many places of a list change at least where it is taken as one."""
_BETWEEN = frozenset({Sort.NUMBER, Sort.COMMA, Sort.DOT, Sort.CONJUNCTION})


def number_lists(sides: Sides, hunks: list[Hunk]) -> list[Hunk]:
    """`hunks`, those joined that lie in one list of numbers."""
    if len(hunks) < _FEWEST:
        return hunks
    out: list[Hunk] = []
    row: list[Hunk] = []
    for hunk in hunks:
        if not _numbers((*sides.before[hunk.b0 : hunk.b1], *sides.after[hunk.a0 : hunk.a1])):
            out += [*_one(row), hunk]
            row = []
        elif row and not _numbers(sides.before[row[-1].b1 : hunk.b0]):
            out += _one(row)
            row = [hunk]
        else:
            row.append(hunk)
    return [*out, *_one(row)]


def _one(row: Sequence[Hunk]) -> Sequence[Hunk]:
    return [join(row[0], row[-1])] if len(row) >= _FEWEST else row


def _numbers(words: Sequence[Token]) -> bool:
    """Whether `words` are numbers and what parts them, branches (85の2) included."""
    return all(word.sort in _BETWEEN or word.key == "の" for word in words)
