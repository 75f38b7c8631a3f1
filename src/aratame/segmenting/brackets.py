"""What stands in brackets and quotations: provisions there are spoken of and open no clause."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from aratame.segmenting.lines import Page
    from aratame.segmenting.markers import Mark

LONGEST_BRACKET = 1500
"""No drafter writes more into one bracket; a longer one was opened in one cell of a table and closed in another."""
LONGEST_QUOTATION = 5000
"""The same for a quotation over several lines, which may hold articles: 第五条を次のように改める。「第五条 …」."""
DEEPEST = 64
"""A closing bracket looks no further for its partner: nobody nests so deep, and hostile text must not cost more than its length."""
PARTNERS = {"」": "「", "』": "『", "）": "(", ")": "("}
SAME = {"（": "("}
_BRACKETS = lazy("[「」『』（）()]")
_BEGIN = lazy(r"「(?![^「」\r\n]*+」)")
"""Where a quotation begins that is not closed on its line, or holds another one."""
_QUOTED = lazy(r"[「」](?:(?<=「)[^「」\r\n]*+」)?")
"""A quotation within its line, as nearly all are, or a quotation mark that opens or closes none; a search leaps from one mark to the next."""
_AT = attrgetter("at")


def bracketed(text: str) -> list[tuple[int, int]]:
    """The outermost brackets that are closed within `LONGEST_BRACKET` characters, in order; one that is never closed hides nothing."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(text):
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
        if match.end() - start > LONGEST_BRACKET:
            continue
        while found and found[-1][0] > start:
            found.pop()
        found.append((start, match.end()))
    return found


def unclosed(text: str) -> Iterator[int]:
    """Where in `text` quotations begin that are not closed on their line, or hold another one."""
    return (match.start() for match in _BEGIN.finditer(text))


def outside_quotations(printed: Page, marks: Sequence[Mark], quoting: Container[str]) -> list[Mark]:
    """The marks at heads of lines that do not stand inside 「…」. The lines in which an `unclosed` one begins are `quoting`."""
    kept: list[Mark] = []
    done = 0
    for start, end in _long_quotations(printed, quoting):
        kept += marks[done : bisect_left(marks, start, done, key=_AT)]
        done = bisect_left(marks, end, done, key=_AT)
    kept += marks[done:]
    return kept


def _long_quotations(printed: Page, quoting: Container[str]) -> list[tuple[int, int]]:
    """The outermost quotations that go on over several lines, in order."""
    text = printed.text
    found: list[tuple[int, int]] = []
    end = 0
    for start, line in compress(zip(printed.begins, printed.lines, strict=True), map(quoting.__contains__, printed.lines)):
        stop = start + len(line)
        while begin := _BEGIN.search(text, max(start, end), stop):
            end = _close_quotations(text, begin.start(), found)
    return found


def _close_quotations(text: str, begin: int, found: list[tuple[int, int]]) -> int:
    """Where all quotations are closed that are open from the one on that begins at `begin`; the long ones go to `found`."""
    opened: list[int] = []
    for match in _QUOTED.finditer(text, begin):
        if match[0] == "「":
            opened.append(match.start())
        elif match[0] == "」":
            start = opened.pop()
            if match.end() - start <= LONGEST_QUOTATION:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, match.end()))
            if not opened:
                return match.end()
    return len(text)
