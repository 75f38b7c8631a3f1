"""What stands in brackets and quotations: provisions there are spoken of and open no clause."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.markers import Mark

LONGEST_BRACKET = 1500
"""No drafter writes more into one bracket; a longer one was opened in one cell of a table and closed in another."""
LONGEST_QUOTATION = 5000
"""The same for a quotation over several lines, which may hold articles: 第五条を次のように改める。「第五条 …」."""
DEEPEST = 64
"""A closing bracket looks no further for its partner: nobody nests so deep, and hostile text must not cost more than its length."""
PARTNERS = {"」": "「", "』": "『", "）": "(", ")": "("}
SAME = {"（": "("}
_BRACKETS = re.compile("[「」『』（）()]")
_QUOTATIONS = re.compile("[「」]")
_OPEN_LINE = re.compile(r"「(?:[^「」\r\n]|「[^「」\r\n]*」)*[\r\n]")


def bracketed(text: str, signs: re.Pattern[str] = _BRACKETS, longest: int = LONGEST_BRACKET) -> list[tuple[int, int]]:
    """The outermost brackets that are closed within `longest` characters, in order; one that is never closed hides nothing."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in signs.finditer(text):
        sign = match[0]
        partner = PARTNERS.get(sign)
        if partner is None:
            opened.append((SAME.get(sign, sign), match.start()))
            continue
        depth = len(opened) - 1
        while depth >= 0 and depth > len(opened) - DEEPEST and opened[depth][0] != partner:
            depth -= 1
        if depth < 0 or opened[depth][0] != partner:
            continue
        start = opened[depth][1]
        del opened[depth:]
        if match.end() - start > longest:
            continue
        while found and found[-1][0] > start:
            found.pop()
        found.append((start, match.end()))
    return found


def outside_quotations(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks at heads of lines that do not stand inside 「…」.

    Nearly all quotations end on their line; only where one does not are they looked for.
    """
    if not marks or not _OPEN_LINE.search(text):
        return list(marks)
    spans = bracketed(text, _QUOTATIONS, LONGEST_QUOTATION)
    starts = [start for start, _ in spans]
    places = ((mark, bisect(starts, mark.at) - 1) for mark in marks)
    return [mark for mark, place in places if place < 0 or spans[place][1] <= mark.at]
