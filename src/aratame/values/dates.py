"""Text → the dates in it as they are written, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Span
from aratame.patterns import lazy, not_before
from aratame.values.figures import FIGURES, KANJI, PLAIN, START, view

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERAS = {
    era: year
    for eras, year in (("明治 M ㍾", 1868), ("大正 T ㍽", 1912), ("昭和 S ㍼", 1926), ("平成 H ㍻", 1989), ("令和 R ㋿", 2019))
    for era in eras.split()
}
"""First years. An era's letter stands for it only before a number and a dot, a slash or 年 (R6.3, S63年)."""
_LETTERS = str.maketrans("ＭＴＳＨＲ", "MTSHR")
_ERA = r"(?:明治|大正|昭和|平成|令和|[㍻-㍾㋿])"
_LETTER = r"(?<![A-Za-z])[MTSHR]"
_RELATIVE = r"(?:前々?|翌々?|当|本|同|毎|各|昨|今|来|その)"
_IN_OTHER_CALENDAR = (
    r"(?:\((?:(?:西暦)?(?P<again_ad>[12]\d{3})|(?P<again_era>明治|大正|昭和|平成|令和)(?P<again_year>元|[\d\x01\x02]{1,3}))年?\))?"
)
"""The same year once more, in brackets: 令和8（2026）年度."""
_YEAR = rf"(?:(?:(?P<era>{_ERA}|{_LETTER}(?=\d{{1,2}}(?:[./]|年|$)))\s?(?P<era_year>元|{PLAIN})|西暦?(?P<ad>{PLAIN})|{START}(?P<plain>[12]\d{{3}}|\x01{KANJI}{{2,40}}+)){_IN_OTHER_CALENDAR}|(?P<relative>{_RELATIVE}))"
DATE = lazy(
    rf"(?=[\d\x01\x02明大昭平令西㍻-㍾㋿MTSHR前翌当本同毎各昨今来そ年月末午正])(?:"
    rf"{_YEAR}\s?(?P<unit>年度|年)(?:\s?(?P<month>{PLAIN})\s?月(?!間)(?:\s?(?P<day>{PLAIN}|末)\s?日)?)?"
    rf"|(?P<dot_era>{_ERA}|{_LETTER})(?P<dot_year>元|\d{{1,2}})[./](?P<dot_month>\d{{1,2}})(?:[./](?P<dot_day>\d{{1,2}}))?"
    rf"|{START}(?P<iso_year>[12]\d{{3}})[-/.](?P<iso_month>\d{{1,2}})(?:[-/.](?P<iso_day>\d{{1,2}}))?(?!\d)"
    rf"|(?P<beside>(?:[前翌]々?|[当同毎各本])月|(?<=月))(?P<beside_day>{PLAIN}日(?!間)|末日?)|(?P<last>(?:年度?|月)の?末日?|月末|年度?末|末日)"
    rf"|{START}(?P<only_month>{PLAIN})\s?月{not_before('間額給例')}(?:\s?(?P<only_day>{PLAIN}|末)\s?日)?"
    rf"|(?P<noon>午前|午後|正午)(?:(?P<hour>{PLAIN})時(?:(?P<half>半)|(?P<minute>{PLAIN})分)?)?"
    rf"|{START}(?P<clock_hour>{PLAIN})時(?!間)(?:(?P<clock_half>半)|(?P<clock_minute>{PLAIN})分)?"
    r"|(?P<colon_hour>[0-2]?\d):(?P<colon_minute>[0-5]\d))"
)
"""What a date begins with is told first: running text has little of it, and the rest costs next to nothing."""
PERIOD_FOLLOWS = lazy(r"(?:以[内上下]|を(?:超|こ)え|未満|に満たない|間|を経過|ごと|毎に|分|の期間|前までに|の猶予)")
"""What follows a month that is a length: 六月以内, 三月を経過した日."""
DATE_NEEDS = "年月日末午時./-:．／－："
"""Every date has one of these signs."""
_NEEDS = frozenset(DATE_NEEDS)
DATE_SIGNS = FIGURES.union(DATE.pattern, "ＭＴＳＨＲ．／：－㍼㍽")
"""What dates are written with, besides digits and blanks."""


class Written(NamedTuple):
    """A date as written: where it stands, and the text of each of its parts by the names in `DATE`."""

    span: Span
    part: dict[str, str | None]


def dates(text: str, start: int = 0) -> Iterator[Written]:
    """The dates of `text` that begin at `start` or behind it, in order."""
    if _NEEDS.isdisjoint(text):
        return
    seen = view(text)
    while match := DATE.search(seen, start):
        span = Span(*match.span())
        part = {name: found and text[slice(*match.span(name))] for name, found in match.groupdict().items()}
        written = not part["plain"] or _may_be_year(part["plain"])
        start = span.end if written else span.start + 1
        if written:
            yield Written(span, part)


def _may_be_year(text: str) -> bool:
    """Whether a number alone before 年 is a year of the common era: 2019 and 二〇一九 may be one, 三百 is none."""
    return text[0].isdecimal() or (text[0] in "一二" and text[1] in "〇一二三四五六七八九千" and _NO_YEAR.isdisjoint(text))


_NO_YEAR = frozenset("壱弐参拾")


def date_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the dates between two places of `text` stand."""
    first = max(0, start - 1)  # what stands before a figure tells whether the number begins there
    return ((date.span.start + first, date.span.end + first) for date in dates(text[first:end], start - first))


def era_year(date: Written) -> int:
    """The first year of the era that a date names, 0 where it names none."""
    return _first_year(date.part["era"] or date.part["dot_era"])


def again_first_year(date: Written) -> int:
    """The same for the year that is said once more in brackets: 2026（令和8）年度."""
    return _first_year(date.part["again_era"])


def _first_year(era: str | None) -> int:
    return _ERAS[era.translate(_LETTERS)] if era else 0
