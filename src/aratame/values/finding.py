"""Text → the dates and amounts in it."""

from __future__ import annotations

import string
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Span
from aratame.numerals import value
from aratame.patterns import lazy
from aratame.values import english
from aratame.values.amounts import amounts
from aratame.values.dates import PERIOD_FOLLOWS, again_first_year, dates, era_year
from aratame.values.figures import FIGURES
from aratame.values.units import SAME_UNIT

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from aratame.values.amounts import Stated
    from aratame.values.dates import Written


_LOWER_CASE = frozenset(string.ascii_lowercase)
_NEEDED = FIGURES.union(string.digits, "０１２３４５６７８９年月末午過半全倍同多若数毎隔", _LOWER_CASE)
"""Every date and every amount has one of these signs; most words have none, and no pattern is tried."""


class Moment(NamedTuple):
    """A point or stretch of the calendar. What is not said is None; `relative` holds 前 of 前年度; `clock` minutes after midnight."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    relative: str = ""
    clock: int | None = None


class Amount(NamedTuple):
    """A number of one unit: 1年6か月 is (18, か月), 三分の二 is (2/3, "")."""

    number: Fraction
    unit: str


class Found(NamedTuple):
    """A value and where it stands in the text."""

    span: Span
    value: Moment | Amount


@lru_cache(maxsize=2048)
def find(text: str) -> tuple[Found, ...]:
    """All dates and amounts of `text`, in order, without overlap. Several rules ask for them, so answers are kept.

    >>> [found.value.year for found in find("令和元年、平成31年又は2019年") if isinstance(found.value, Moment)]
    [2019, 2019, 2019]
    """
    if _NEEDED.isdisjoint(text):
        return ()
    every = [found for date in dates(text) if (found := _moment(date, text))]
    every += [found for amount in amounts(text) if (found := _amount(amount, text))]
    if not _LOWER_CASE.isdisjoint(text):
        every += _english(text)
    taken: list[Found] = []
    for found in sorted(every, key=lambda each: (each.span.start, -each.span.end, isinstance(each.value, Amount))):
        if not taken or found.span.start >= taken[-1].span.end:
            taken.append(found)
    return tuple(taken)


def _english(text: str) -> Iterator[Found]:
    """The dates and amounts in English, looked for where a month or a unit stands: most texts with letters have neither."""
    if any(month in text for month in english.MONTHS):
        yield from map(_english_moment, english.DATE.finditer(text))
    if any(unit in text for unit in english.UNITS):
        yield from (found for match in english.AMOUNT.finditer(text) if (found := _english_amount(match)))


def _english_moment(match: re.Match[str]) -> Found:
    """April 1, 2022; 1 April 2022; April 1."""
    stated = match["day"] or match["first"] or match["only_day"]
    day = int(stated) if stated else None
    return Found(Span(*match.span()), Moment(int(match["year"]) if match["year"] else None, english.MONTHS.index(match["month"]) + 1, day))


def _english_amount(match: re.Match[str]) -> Found | None:
    """Read thirty days as an amount; business days are a unit of their own."""
    number = english.number(match["number"])
    unit, size = SAME_UNIT.get(english.UNITS[match["unit"]], (english.UNITS[match["unit"]], 1))
    if number is None:
        return None
    return Found(Span(*match.span()), Amount(Fraction(number * size), "営業日" if match["special"] else unit))


def _number(text: str | None) -> int | None:
    return value(text) if text else None


def _moment(date: Written, text: str) -> Found | None:
    """A date as written → its value; None where the words are a length (六月以内) or a number that is no date (13月)."""
    span, part = date
    if part["only_month"] and not part["only_day"] and PERIOD_FOLLOWS.match(text, span.end):
        return None
    if part["relative"] and not part["month"] and part["relative"] in "毎各":
        return None
    year = _number(part["era_year"] or part["dot_year"] or part["ad"] or part["plain"] or part["iso_year"])
    if year is not None:
        year += max(era_year(date) - 1, 0)
        again = _number(part["again_ad"] or part["again_year"])
        if again is not None and again + max(again_first_year(date) - 1, 0) != year:
            return None  # 令和8（2025）年度 is no one year
    month = _number(part["month"] or part["dot_month"] or part["iso_month"] or part["only_month"])
    if part["beside_day"] or part["last"]:
        stated = part["beside_day"] or "末"
        when = part["beside"] or (part["last"] or "").partition("末")[0].rstrip("の")
        return Found(span, Moment(day=99 if "末" in stated else _number(stated.rstrip("日")), relative=when))
    last = part["day"] or part["dot_day"] or part["iso_day"] or part["only_day"]
    day = 99 if last == "末" else _number(last)
    clock = _clock(part)
    if (month is not None and not 1 <= month <= 12) or (day is not None and day != 99 and not 1 <= day <= 31):
        return None
    if year is None and month is None and clock is None and not part["relative"]:
        return None
    return Found(span, Moment(year, month, day, part["unit"] == "年度", part["relative"] or "", clock))


def _clock(part: dict[str, str | None]) -> int | None:
    """Minutes after midnight, None where no time of day is said."""
    if part["noon"] == "正午":
        return 720
    hour = _number(part["hour"] or part["clock_hour"] or part["colon_hour"])
    if hour is None or (part["clock_hour"] == "一" and not part["clock_half"] and not part["clock_minute"]):
        return None  # 一時 without 午前 or 午後 is for a while
    half = 30 if part["half"] or part["clock_half"] else 0
    minute = _number(part["minute"] or part["clock_minute"] or part["colon_minute"]) or half
    return (hour + (12 if part["noon"] == "午後" else 0)) * 60 + minute


def _amount(stated: Stated, text: str) -> Found | None:
    """An amount as written → its value; None where parts do not add up to one unit (3件5人)."""
    start, end, match, parts = stated
    span = Span(start, end)
    if match["above"]:
        below, above = _number(text[slice(*match.span("number"))]), decimal(text[slice(*match.span("above"))])
        return Found(span, Amount(Fraction(above, below), "")) if below and above is not None else None
    if match["tenths"]:
        tenths, hundredths, thousandths = (_number(text[slice(*match.span(name))]) or 0 for name in _TENTHS)
        return Found(span, Amount(tenths * 10 + hundredths + Fraction(thousandths, 10), "%"))
    if match["whole"]:
        return Found(span, Amount(Fraction(6), "か月") if match["whole"].startswith("半年") else Amount(Fraction(0), match["whole"]))
    if not parts:
        number = decimal(text[start:end])
        return Found(span, Amount(number, "")) if number is not None else None
    known = [(decimal(part.number), *SAME_UNIT.get(part.unit, (part.unit, 1))) for part in parts]
    total = Fraction(0)
    for number, unit, size in known:
        if number is None or unit != known[0][1]:
            return None
        total += number * size
    if end > parts[-1].end:  # 半
        total += Fraction(known[-1][2], 2)
    return Found(span, Amount(total, known[0][1]))


_TENTHS = ("number", "hundredths", "thousandths")
_POINT = lazy(r"(?P<whole>.+?)(?:[.．]|(?<!\d)・)(?P<rest>[\d〇一二三四五六七八九]+)(?P<large>[千百]?[万億兆])?")
_POINTS = frozenset(".．・")


def decimal(text: str) -> Fraction | None:
    """The value of a number with an optional decimal point: 1.5, 三・五, 2.5万, 一、五〇〇; None where it is none, as 4・5 of 4・5年生."""
    text = text.replace(",", "").replace("，", "").replace("、", "")
    point = None if _POINTS.isdisjoint(text) else _POINT.fullmatch(text)
    if not point:
        whole = value(text)
        return None if whole is None else Fraction(whole)
    whole, digits = value(point["whole"]), [value(sign) for sign in point["rest"]]
    if whole is None or None in digits or len(digits) > 20:
        return None
    large = value(point["large"]) if point["large"] else 1
    rest = int("".join(map(str, digits)))
    return (Fraction(whole) + Fraction(rest, 10 ** len(digits))) * (large or 1)


def without(text: str, found: Sequence[Found]) -> str:
    """`text` with what was found in it cut out, a slash in its place."""
    out, at = [], 0
    for each in found:
        out.append(text[at : each.span.start])
        at = each.span.end
    return "/".join((*out, text[at:]))
