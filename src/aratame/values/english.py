"""Dates and amounts in English translations: April 1, 2022, thirty days, 30 business days."""

from __future__ import annotations

from aratame.patterns import lazy

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
DATE = lazy(
    rf"\b(?:(?P<first>[0-9]{{1,2}})(?:st|nd|rd|th)?\s?)?(?P<month>{'|'.join(MONTHS)}),?\s?"
    r"(?:(?:(?P<day>[0-9]{1,2}),\s?)?(?P<year>[12][0-9]{3})|(?P<only_day>[0-9]{1,2}))(?![0-9])"
)
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: number for number, word in enumerate(_ONES.split())} | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_UNITS = "day 日 week 週 month か月 year 年 hour 時間 minute 分 time 回 person 人 people 人 yen 円 percent %"
UNITS = dict(zip(_UNITS.split()[::2], _UNITS.split()[1::2], strict=True))
_NUMBER = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,12}}|(?:{'|'.join(_TENS.split())})(?:-[a-z]{{3,5}})?|(?:{'|'.join(sorted(_ONES.split(), key=len, reverse=True))})"
AMOUNT = lazy(rf"\b(?P<number>{_NUMBER})\s?(?P<special>(?:business|calendar)\s?)?(?P<unit>{'|'.join(UNITS)})s?(?![A-Za-z])")


def number(text: str) -> int | None:
    """The value of a number in figures or in words; None where a part is no number.

    >>> number("30"), number("twenty-five"), number("1,000")
    (30, 25, 1000)
    """
    figures = text.replace(",", "")
    if figures.isdigit():
        return int(figures)
    parts = [_VALUES.get(part) for part in text.split("-")]
    return None if None in parts else sum(part or 0 for part in parts)
