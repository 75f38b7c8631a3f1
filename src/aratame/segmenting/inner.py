"""Lists that were written into one line: 次の役員を置く。 （ア） 会長 （イ） 副会長."""

from __future__ import annotations

import re
from bisect import bisect_right
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

# Both begin with a class of few signs or with one sign, by which the search leaps through a text.
_FIRST_INSIDE = re.compile("[(（①⑴㋐㈠](?<=[ \u3000。].)(?:(?<=[①⑴㋐㈠])|[1１アイ一][)）])")
_ANOTHER = lazy(rf"(?:[(（](?=\w{{1,39}}[)）])|[①-➓㈀-㋿])(?<=[\s{STOPS}].)")
"""Where another number may begin; behind a first one at the head of a line there is seldom any."""
_TITLE = lazy(ANGLE)
_BEHIND_STOP = re.compile("。(?:(?P<kana>[イア])|(?P<kanji>一)|(?P<paren>（１）))(?=[ \u3000])")
_LINE_END = re.compile("[\r\n]")
_AT = attrgetter("at")


def with_inner_lists(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """`marks` and those of lists that were written into one line: 次の役員を置く。 （ア） 会長 （イ） 副会長."""
    inner: list[Mark] = []
    done = 0
    for first in _FIRST_INSIDE.finditer(text):
        if first.start() < done:
            continue
        start = max(text.rfind("\n", done, first.start()), text.rfind("\r", done, first.start())) + 1 or done
        end = _LINE_END.search(text, first.end())
        done = end.start() if end else len(text)
        inner.extend(_inner_list(text[start:done], start))
    inner.extend(_joined_to_lead(text, marks))
    return sorted((*marks, *inner), key=_AT) if inner else list(marks)


def _inner_list(line: str, offset: int) -> Iterator[Mark]:
    """The marks inside one line of at least two bracketed numbers that follow each other."""
    head = len(line) - len(line.lstrip())
    if not _ANOTHER.search(line, head + 1):
        return
    (pattern,) = heads("①")  # that of all bracketed and circled numbers
    titles = [title.span() for title in _TITLE.finditer(line)]
    found = [
        mark
        for mark in candidates(line, pattern, glued=False)
        if mark.at > head and not any(start < mark.at < end for start, end in titles)
    ]
    for mark in best_reading(NOTHING, [[mark._replace(firm=False)] for mark in found]):
        yield mark.shifted(offset)


def _joined_to_lead(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The first number of a list that stands on the line of the sentence before it, while the second has its own line.

    Old law databases printed tables so: …の基準に適合していること。イ　工事が… ⏎ ロ　工事の…
    """
    for match in _BEHIND_STOP.finditer(text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        place = bisect_right(marks, start, key=_AT)
        sign = named(group, match[group])
        level = Level(group, ClauseKind.SUBITEM, sign.last)
        following = marks[place].sign if place < len(marks) else None
        if following and following.sort == group and evidence([level], 0, following, ()) is Evidence.NEXT:
            yield Mark(sign, start, start, end)
