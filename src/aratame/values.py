"""Dates and quantities as drafters write them → values that can be compared.

    令和元年 = 平成31年 = 2019年      R6.3 = 令和6年3月      三十日 = 30日      十箇年 = 10か年      2年 ≠ 1年6か月

A date is a `Moment`, an amount with its unit an `Amount`. `find` gives both with their places; `difference` says by how
much two values differ. Names of units and eras are written out here because no library knows those of Japanese statutes.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Span, Words
from aratame.numerals import value

if TYPE_CHECKING:
    from collections.abc import Sequence

ERAS = {
    era: year
    for eras, year in (("明治 M ㍾", 1868), ("大正 T ㍽", 1912), ("昭和 S ㍼", 1926), ("平成 H ㍻", 1989), ("令和 R ㋿", 2019))
    for era in eras.split()
}
"""First years. An era's letter stands for it only before a number and a dot, a slash or 年 (R6.3, S63年)."""

NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})++|\d{1,40}+|[〇一二三四五六七八九十百千壱弐参拾]{1,40}+)"
"""Possessive, and no longer than a number that anyone counted to: a run of five thousand digits must cost no time."""

_START = r"(?<![\d〇一二三四五六七八九十百千壱弐参拾])"
LARGE = rf"(?:{NUMBER}(?:[.．・][\d〇一二三四五六七八九]+)?(?:[千百]?[万億兆](?:{NUMBER})?)*)"

_LETTERS = str.maketrans("ＭＴＳＨＲ", "MTSHR")
_ERA = r"(?:明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿])"
_LETTER = r"(?<![A-Za-zＡ-Ｚ])[MTSHRＭＴＳＨＲ](?=\d{1,2}(?:[.．/／年]|$))"
_RELATIVE = r"(?:前々?|翌々?|当|本|同|毎|各|昨|今|来|その)"
_YEAR = rf"(?:(?P<era>{_ERA}|{_LETTER})\s?(?P<era_year>元|{NUMBER})|西暦?(?P<ad>{NUMBER})|{_START}(?P<plain>[12１２]\d{{3}}|[一二][〇一二三四五六七八九千][〇一二三四五六七八九百千十]+)|(?P<relative>{_RELATIVE}))"
DATE = re.compile(
    rf"{_YEAR}(?P<unit>年度|年)(?:\s?(?P<month>{NUMBER})月(?!間)(?:\s?(?P<day>{NUMBER}|末)日)?)?"
    rf"|(?P<dot_era>{_ERA}|{_LETTER})(?P<dot_year>元|\d{{1,2}})[.．/／](?P<dot_month>\d{{1,2}})(?:[.．/／](?P<dot_day>\d{{1,2}}))?"
    rf"|{_START}(?P<iso_year>[12][0-9]{{3}})[-/.](?P<iso_month>[0-9]{{1,2}})(?:[-/.](?P<iso_day>[0-9]{{1,2}}))?(?![0-9])"
    rf"|(?P<beside>[前翌当同毎各本]月|(?<=月))(?P<beside_day>{NUMBER}日(?!間)|末日?)|(?P<last>(?:年度?|月)の?末日?|月末|年度?末|末日)"
    rf"|{_START}(?P<only_month>{NUMBER})月(?!間|[額給例])(?:\s?(?P<only_day>{NUMBER}|末)日)?"
    rf"|(?P<noon>午前|午後|正午)(?:(?P<hour>{NUMBER})時(?:(?P<half>半)|(?P<minute>{NUMBER})分)?)?"
    rf"|{_START}(?P<clock_hour>{NUMBER})時(?!間)(?:(?P<clock_half>半)|(?P<clock_minute>{NUMBER})分)?"
    r"|(?P<colon_hour>[0-2０-２]?\d)[:：](?P<colon_minute>[0-5０-５]\d)"
)
PERIOD_FOLLOWS = re.compile(r"(?:以[内上下]|を(?:超|こ)え|未満|に満たない|間|を経過|ごと|毎に|分|の期間|前までに|の猶予)")
"""What follows a month that is a length: 六月以内, 三月を経過した日."""

_TIME = {"年": 12, "月": 1, "か月": 1}
_UNITS = (
    r"(?:[箇か个ヶケカヵ]年間?|年間?(?!度)|[箇か个ヶケカヵ]月間?|月間|月|位(?!置)|週間|週|営業日|開庁日|労働日|日間|日|時間|分間|秒間|秒|分(?![の野類担析割離散別布])"
    r"|回線|回|人|名|件|[十百千]?[万億兆]?円|銭|ドル|ユーロ|[%％]|パーセント|割|厘|倍|個所|[箇か个ヶケカヵ]所|[箇個]|台|枚|部(?![局課署門長])|通|冊|本|室(?![長])|戸|棟|世帯"
    r"|階(?!層|級)|級|点|歳|才|号俸|単位|ポイント|平方キロメートル|平方メートル|立方メートル|キロメートル|センチメートル|ミリメートル|メートル"
    r"|キログラム|ミリグラム|グラム|トン|リットル|ミリリットル|ヘクタール|アール|坪|キロワット時|キロワット|ワット|キロボルト|ボルト|アンペア|デシベル|ルクス"
    r"|[㎡㎥㎞㎝㎜㎏ℓ℃]|(?:km|cm|mm|kg|mg|ha|kW|GB|MB|TB|bit|ビット|バイト|Mbps|Gbps|m|g|t|L|V|A)(?![A-Za-z])"
    r"|度(?!目)|桁|文字|字|ページ|頁|行(?![政わいうっ])|列|項目|種類|種(?!別)|組(?!織|合)|班|社(?!会)|団体|箱|校|園|床|口|株|票|議席|段階|文節|丁目|歩|畳|両|隻|機(?![関構器])|頭(?!部)|羽|匹|着|足|食|杯|泊|周期|つ)"
)
_FRACTION = rf"(?P<below>{NUMBER})分の(?P<above>{NUMBER})"
_PART = rf"{LARGE}\s?{_UNITS}"
_BOUNDED = rf"{NUMBER}(?=以上|以下|以内|未満|を超え)"
_TENTHS = rf"(?P<tenths>{NUMBER})割(?:(?P<hundredths>{NUMBER})分)?(?:(?P<thousandths>{NUMBER})厘)?"
_WHOLE = r"(?P<whole>過半数|半数|全数|全員|全額|半額|倍額|同額|多数|若干名|数[人名回件日個]|全部|毎[年月週日]度?|隔[年月週日]|半年間?|半日)"
AMOUNT = re.compile(rf"{_START}(?!十分(?![間以]))(?:{_FRACTION}|{_TENTHS}|{_WHOLE}|(?:{_PART})+(?:半(?![期数分]))?|{_BOUNDED})")
_PART_SPLIT = re.compile(rf"(?P<number>{LARGE})\s?(?P<unit>{_UNITS})")

_UNIT_FAMILIES = """
日 1 日 日間
日 7 週 週間
か月 12 年 年間 箇年 か年 ヶ年 ケ年 カ年 ヵ年 个年 箇年間 か年間 ヶ年間 ケ年間 カ年間 ヵ年間 个年間
か月 1 月 月間 箇月 か月 ヶ月 ケ月 カ月 ヵ月 个月 箇月間 か月間 ヶ月間 ケ月間 カ月間 ヵ月間 个月間
分 60 時間
分 1 分 分間
秒 1 秒 秒間
円 1 円
円 10 十円
円 100 百円
円 1000 千円
円 10000 万円
円 100000 十万円
円 1000000 百万円
円 10000000 千万円
円 100000000 億円
円 1000000000 十億円
円 10000000000 百億円
円 100000000000 千億円
円 1000000000000 兆円
% 1 % ％ パーセント
か所 1 箇所 か所 ヶ所 ケ所 カ所 ヵ所 个所 個所
個 1 箇 個 つ
人 1 人 名
歳 1 歳 才
メートル 1 メートル m
平方メートル 1 平方メートル ㎡
ページ 1 ページ 頁
"""
_SAME_UNIT = {
    name: (unit, int(size)) for unit, size, *names in (line.split() for line in _UNIT_FAMILIES.strip().splitlines()) for name in names
}
"""Units of one sort and how many of the first they hold: 1年6か月 = 18か月, 千円 = 1000円."""


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


def find(text: str) -> tuple[Found, ...]:
    """All dates and amounts of `text`, in order, without overlap.

    >>> [found.value.year for found in find("令和元年、平成31年又は2019年") if isinstance(found.value, Moment)]
    [2019, 2019, 2019]
    """
    dates = [found for match in DATE.finditer(text) if (found := _moment(match, text))]
    amounts = [found for match in AMOUNT.finditer(text) if (found := _amount(match))]
    taken: list[Found] = []
    for found in sorted([*dates, *amounts], key=lambda each: (each.span.start, -each.span.end, isinstance(each.value, Amount))):
        if not taken or found.span.start >= taken[-1].span.end:
            taken.append(found)
    return tuple(taken)


def _number(text: str | None) -> int | None:
    return value(text) if text else None


def _moment(match: re.Match[str], text: str) -> Found | None:
    """The date of a match; None where the words are a length (六月以内) or a number that is no date (13月)."""
    part = match.groupdict()
    if part["only_month"] and not part["only_day"] and PERIOD_FOLLOWS.match(text, match.end()):
        return None
    if part["relative"] and not part["month"] and part["relative"] in "毎各":
        return None
    era = part["era"] or part["dot_era"]
    year = _number(part["era_year"] or part["dot_year"] or part["ad"] or part["plain"] or part["iso_year"])
    if era and year is not None:
        year += ERAS[era.translate(_LETTERS)] - 1
    month = _number(part["month"] or part["dot_month"] or part["iso_month"] or part["only_month"])
    if part["beside_day"] or part["last"]:
        stated = part["beside_day"] or "末"
        when = part["beside"] or (part["last"] or "").partition("末")[0].rstrip("の")
        return Found(Span(*match.span()), Moment(day=99 if "末" in stated else _number(stated.rstrip("日")), relative=when))
    last = part["day"] or part["dot_day"] or part["iso_day"] or part["only_day"]
    day = 99 if last == "末" else _number(last)
    clock = _clock(part)
    if (month is not None and not 1 <= month <= 12) or (day is not None and day != 99 and not 1 <= day <= 31):
        return None
    if year is None and month is None and clock is None and not part["relative"]:
        return None
    return Found(Span(*match.span()), Moment(year, month, day, part["unit"] == "年度", part["relative"] or "", clock))


def _clock(part: dict[str, str | None]) -> int | None:
    """Minutes after midnight, None where no time of day is said."""
    if part["noon"] == "正午":
        return 720
    hour = _number(part["hour"] or part["clock_hour"] or part["colon_hour"])
    if hour is None:
        return None
    half = 30 if part["half"] or part["clock_half"] else 0
    minute = _number(part["minute"] or part["clock_minute"] or part["colon_minute"]) or half
    return (hour + (12 if part["noon"] == "午後" else 0)) * 60 + minute


def _amount(match: re.Match[str]) -> Found | None:
    """The amount of a match; None where parts do not add up to one unit (3件5人)."""
    span, text = Span(*match.span()), match.group()
    if match["below"]:
        below, above = _number(match["below"]), _number(match["above"])
        return Found(span, Amount(Fraction(above, below), "")) if below and above is not None else None
    if match["tenths"]:
        tenths, hundredths, thousandths = (_number(match[name]) or 0 for name in ("tenths", "hundredths", "thousandths"))
        return Found(span, Amount(tenths * 10 + hundredths + Fraction(thousandths, 10), "%"))
    if match["whole"]:
        return Found(span, Amount(Fraction(6), "か月") if match["whole"].startswith("半年") else Amount(Fraction(0), match["whole"]))
    parts = [(decimal(each["number"]), *_SAME_UNIT.get(each["unit"], (each["unit"], 1))) for each in _PART_SPLIT.finditer(text)]
    if not parts:
        number = decimal(text)
        return Found(span, Amount(number, "")) if number is not None else None
    units = {unit for _, unit, _ in parts}
    total = Fraction(0)
    for number, _, size in parts:
        if number is None or len(units) > 1:
            return None
        total += number * size
    if text.endswith("半"):
        total += Fraction(parts[-1][2], 2)
    return Found(span, Amount(total, parts[0][1]))


_POINT = re.compile(r"(?P<whole>.+?)[.．・](?P<rest>[\d〇一二三四五六七八九]+)(?P<large>[千百]?[万億兆])?")


def decimal(text: str) -> Fraction | None:
    """The value of a number with an optional decimal point: 1.5, 三・五, 2.5万; None where it is none."""
    text = text.replace(",", "").replace("，", "")
    point = _POINT.fullmatch(text)
    if not point:
        whole = value(text)
        return None if whole is None else Fraction(whole)
    whole, digits = value(point["whole"]), [value(sign) for sign in point["rest"]]
    if whole is None or None in digits or len(digits) > 20:
        return None
    large = value(point["large"]) if point["large"] else 1
    rest = int("".join(map(str, digits)))
    return (Fraction(whole) + Fraction(rest, 10 ** len(digits))) * (large or 1)


def difference(before: Moment | Amount, after: Moment | Amount) -> Words | None:
    """By how much two values of one sort differ: +2年, -30日, ×; None where that cannot be said.

    >>> str(difference(find("30日")[0].value, find("六十日")[0].value))
    '+30日'
    """
    if isinstance(before, Amount) and isinstance(after, Amount):
        return _amount_difference(before, after)
    if isinstance(before, Moment) and isinstance(after, Moment):
        return _moment_difference(before, after)
    return None


def without(text: str, found: Sequence[Found]) -> str:
    """`text` with what was found in it cut out, a slash in its place."""
    out, at = [], 0
    for each in found:
        out.append(text[at : each.span.start])
        at = each.span.end
    return "/".join((*out, text[at:]))


def _signed(number: Fraction) -> str:
    return f"{'+' if number > 0 else '-'}{_plain(abs(number))}"


def _plain(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{number.numerator:,}"
    short = f"{float(number):.10g}"
    return short if Fraction(short) == number else f"{number.denominator}分の{number.numerator}"


_ENGLISH = {
    "日": " days",
    "か月": " months",
    "年": " years",
    "分": " minutes",
    "時間": " hours",
    "円": " yen",
    "人": " persons",
    "回": " times",
    "件": " cases",
    "%": " points",
    "個": "",
    "か所": " places",
    "歳": " years of age",
}


def _amount_difference(before: Amount, after: Amount) -> Words | None:
    if before.unit != after.unit or before.number == after.number:
        return None
    gap = after.number - before.number
    unit = before.unit
    for small, size, large in (("か月", 12, "年"), ("分", 60, "時間")):
        if unit == small and before.number % size == 0 and after.number % size == 0:
            gap, unit = gap / size, large
    return Words(f"{_signed(gap)}{'ポイント' if unit == '%' else unit}", f"{_signed(gap)}{_ENGLISH.get(unit, ' ' + unit)}".rstrip())


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
