"""Numbers that do not stand at the head of a line: lists that were written into one line, and a first number behind the sentence before it."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from aratame.model import ClauseKind
from aratame.patterns import lazy
from aratame.segmenting.flattened import STOPS, candidates
from aratame.segmenting.grammar import Evidence, Level, evidence
from aratame.segmenting.heads import ANGLE, heads
from aratame.segmenting.markers import Mark, named
from aratame.segmenting.readings import NOTHING, best_reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRST = {
    **{sign: lazy(rf"[{sign}](?<=[ \u3000。].)[1１アイ一][)）]") for sign in "(（"},
    **{sign: lazy(rf"{sign}(?<=[ \u3000。].)") for sign in "①⑴㋐㈠"},
}
"""Where the first number of a list may stand inside a line, by its first sign: a search leaps from one such sign to the next."""
_ANOTHER = lazy(rf"(?:[(（](?=\w{{1,39}}[)）])|[①-➓㈀-㋿])(?<=[\s{STOPS}].)")
"""Where another number may begin; behind a first one at the head of a line there is seldom any."""
_TITLE = lazy(ANGLE)
_BEHIND_STOP = lazy("。(?:(?P<kana>[イア])|(?P<kanji>一)|(?P<paren>（１）))(?=[ \u3000])")
_SUPPLEMENT = lazy(r"附[ \u3000]*則[^\S\n]{0,2}\n")
_SUPPLEMENT_BEHIND = lazy(r"(?<=。)[ \u3000]+(?P<suppl>附[ \u3000]*則)\s*$")
_LINE_END = lazy("[\r\n]")
_AT = attrgetter("at")


def first_numbers(text: str) -> Iterator[int]:
    """Where in `text` the first numbers of lists may stand that begin inside a line."""
    for sign, pattern in _FIRST.items():
        if sign in text:
            yield from (match.start() for match in pattern.finditer(text))


def inner_list(line: str) -> list[Mark]:
    """The marks inside one line of at least two bracketed numbers that follow each other: 次の役員を置く。 （ア） 会長 （イ） 副会長.

    The line is one that has a first number.
    """
    head = len(line) - len(line.lstrip())
    if not _ANOTHER.search(line, head + 1):
        return []
    (pattern,) = heads("①")  # that of all bracketed and circled numbers
    titles = [title.span() for title in _TITLE.finditer(line)]
    found = [
        mark
        for mark in candidates(line, pattern, glued=False)
        if mark.at > head and not any(start < mark.at < end for start, end in titles)
    ]
    return best_reading(NOTHING, [[mark._replace(firm=False)] for mark in found])


def headings_behind(text: str) -> Iterator[int]:
    """Where in `text` a line may end in a 附則 that stands behind a sentence."""
    return (match.start() for match in _SUPPLEMENT.finditer(text))


def heading_behind(line: str) -> list[Mark]:
    """The mark of 附則 that stands at the end of the line of the sentence before it: …を定める。 附　則."""
    match = _SUPPLEMENT_BEHIND.search(line)
    return [Mark(named("suppl", match["suppl"]), match.start("suppl"), match.start("suppl"), match.end("suppl"))] if match else []


def with_lead_numbers(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks with the first number of a list that stands on the line of the sentence before it, while the second has its own line.

    Old law databases printed tables so: …の基準に適合していること。イ　工事が… ⏎ ロ　工事の…
    """
    joined = list(_joined_to_lead(text, marks))
    return sorted((*marks, *joined), key=_AT) if joined else list(marks)


def _joined_to_lead(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    for match in _BEHIND_STOP.finditer(text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        line_end = _LINE_END.search(text, end)
        place = bisect_left(marks, line_end.start(), key=_AT) if line_end else len(marks)
        sign = named(group, match[group])
        level = Level(group, ClauseKind.SUBITEM, sign.last)
        following = marks[place].sign if place < len(marks) else None
        if following and following.sort == group and evidence([level], 0, following, ()) is Evidence.NEXT:
            yield Mark(sign, start, start, end)
