"""By how much two values differ, in the unit in which a drafter would say it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from aratame.model import Words
from aratame.numerals import value
from aratame.values.finding import Amount, Moment

_UNITS = "日 days か月 months 年 years 分 minutes 時間 hours 円 yen 人 persons 回 times 件 cases 個 pieces か所 places 歳 years"
_ENGLISH = dict(zip(_UNITS.split()[::2], _UNITS.split()[1::2], strict=True))


_LARGE = (("億", 10**8), ("万", 10**4), ("千", 10**3))
"""Signs with which large amounts are written short (208万円), the largest first."""


def difference(before: Moment | Amount, after: Moment | Amount, written: tuple[str, str] = ("", "")) -> Words | None:
    """By how much two values of one sort differ: +2年, -30日; None where that cannot be said.

    `written` are the texts in which they stand: of 192万円 and 208万円 the difference is said in 万円.

    >>> from aratame.values import find
    >>> str(difference(find("30日")[0].value, find("六十日")[0].value))
    '+30日'
    """
    if isinstance(before, Amount) and isinstance(after, Amount):
        return _amount_difference(before, after, written)
    if isinstance(before, Moment) and isinstance(after, Moment):
        return _moment_difference(before, after)
    return None


def _signed(number: Fraction) -> str:
    """A number with its sign, thousands parted."""
    return f"{'+' if number > 0 else '-'}{_plain(abs(number))}"


def _plain(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{number.numerator:,}"
    short = f"{float(number):.10g}"
    return short if Fraction(short) == number else f"{number.denominator}分の{number.numerator}"


def _amount_difference(before: Amount, after: Amount, written: tuple[str, str] = ("", "")) -> Words | None:
    if before.unit != after.unit or before.number == after.number:
        return None
    gap = after.number - before.number
    unit = before.unit
    for small, size, large in (("か月", 12, "年"), ("分", 60, "時間")):
        if unit == small and before.number % size == 0 and after.number % size == 0:
            gap, unit = gap / size, large
    below = _below(written)
    if not unit and below:
        return Words(f"{'+' if gap > 0 else '-'}{below}分の{_plain(abs(gap) * below)}", f"{_signed(gap)}")
    sign, size = next(
        ((sign, size) for sign, size in _LARGE if gap % size == 0 and all(f"{sign}{unit}" in text for text in written)), ("", 1)
    )
    return Words(
        f"{_signed(gap / size)}{sign}{'ポイント' if unit == '%' else unit}",
        f"{_signed(gap)} {'points' if unit == '%' else _ENGLISH.get(unit, unit)}".rstrip(),
    )


def _below(written: tuple[str, str]) -> int | None:
    """What two fractions are parts of: 100 of 100分の122.5 and 100分の125; None where they differ."""
    before, after = (value(text.partition("分の")[0]) for text in written)
    return before if before == after and all("分の" in text for text in written) else None


def _moment_difference(before: Moment, after: Moment) -> Words | None:
    if (before.relative, before.fiscal) != (after.relative, after.fiscal):
        return None
    if before.clock is not None and after.clock is not None and before[:3] == after[:3]:
        return _amount_difference(Amount(Fraction(before.clock), "分"), Amount(Fraction(after.clock), "分"))
    if before.clock is not None or after.clock is not None:
        return None
    if before.year is not None and after.year is not None and before[1:3] == after[1:3]:
        unit = "年度" if before.fiscal else "年"
        gap = _signed(Fraction(after.year - before.year))
        return Words(f"{gap}{unit}", f"{gap} years") if before.year != after.year else None
    days = [_day(each) for each in (before, after)]
    if days[0] and days[1]:
        return _amount_difference(Amount(Fraction(days[0].toordinal()), "日"), Amount(Fraction(days[1].toordinal()), "日"))
    return None


def _day(moment: Moment) -> date | None:
    """The day in the calendar, where all of it is said and there is such a day."""
    if moment.year is None or moment.month is None or moment.day is None:
        return None
    try:
        return date(moment.year, moment.month, moment.day)
    except ValueError:
        return None
