"""The short way: where one date, number or citation gives way to another and all else is equal, no word has to be read.

Most changed clauses of an amended statute are of this kind; a text of which all are never loads the dictionary.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token

_WHOLE = frozenset({Sort.DATE, Sort.QUANTITY, Sort.CITATION, Sort.LAW_NUMBER, Sort.NUMBER, Sort.MARKER})
"""Lexemes that are units by themselves; a term (4情報) may be part of a compound."""

_MOST_NUMBERS = 2
"""More plain numbers may be a list, which is looked at as a whole."""


def lexical(before: Sequence[Token], after: Sequence[Token]) -> list[Hunk] | None:
    """A hunk for each lexeme that gave way to one of its sort, or None where anything else differs or two stand side by side with no blank between."""
    if len(before) != len(after):
        return None
    differing = [n for n, (b, a) in enumerate(zip(before, after, strict=True)) if b.key != a.key]
    sorts = [before[n].sort for n in differing]
    if not _WHOLE.issuperset(sorts) or sorts != [after[n].sort for n in differing] or sorts.count(Sort.NUMBER) > _MOST_NUMBERS:
        return None
    apart = all(last - first > 1 or (before[last].broken and after[last].broken) for first, last in pairwise(differing))
    return [Hunk(n, n + 1, n, n + 1) for n in differing] if apart else None
