"""A cell's value and its number format → what Excel shows: 45383 and [$-411]ggge"年"m"月"d"日" → 令和6年4月1日.

Format codes: ECMA-376 Part 1, 18.8.30 and 18.8.31; g, e and aaa as Japanese Excel reads them.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from aratame.reading.written_numbers import by_place, full_width, kanji

ERAS = (
    (dt.date(2019, 5, 1), "令和", "R"),
    (dt.date(1989, 1, 8), "平成", "H"),
    (dt.date(1926, 12, 25), "昭和", "S"),
    (dt.date(1912, 7, 30), "大正", "T"),
    (dt.date(1868, 1, 25), "明治", "M"),
)
WEEKDAYS = "月火水木金土日"
JAPANESE_FORMATS = {
    14: "yyyy/m/d",
    22: "yyyy/m/d h:mm",
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"',
    33: 'h"時"mm"分"ss"秒"',
    **dict.fromkeys((27, 36, 50, 57), "[$-411]ge.m.d"),
    **dict.fromkeys((28, 29, 51, 54, 58), '[$-411]ggge"年"m"月"d"日"'),
    **dict.fromkeys((34, 52, 55), 'yyyy"年"m"月"'),
    **dict.fromkeys((35, 53, 56), 'm"月"d"日"'),
}
"""Formats that a file names by number only and that Japanese Excel shows in its own way (18.8.30, ja-jp)."""

TOKEN = re.compile(
    r'(?P<general>General)|"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<pad>_.|\*.)|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<noon>AM/PM|A/P)|(?P<exponent>[Ee][+-]0+)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+|g+|aaaa?)|(?P<digits>[0#?]+)|(?P<sign>[.,%@])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)$")
ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
CURRENCY = re.compile(r"\$([^-]*)")
DIGIT_STYLE = re.compile(r"DBNum([13])", re.IGNORECASE)

Moment = dt.datetime | dt.date | dt.time | dt.timedelta


class Token(NamedTuple):
    """A piece of a format: `kind` is the name of the group in `TOKEN`."""

    kind: str
    text: str


def shown(value: object, code: str) -> str:
    """What Excel shows for `value` (str, bool, number, date, time, duration or None) in a cell with the format `code`.

    >>> import datetime
    >>> shown(datetime.datetime(2024, 4, 1), '[$-411]ggge"年"m"月"d"日"'), shown(7, "000"), shown(0.125, "0.0%"), shown(1234.5, "General")
    ('令和6年4月1日', '007', '12.5%', '1234.5')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        sections = _sections(code)
        return _literal(sections[3], value) if len(sections) > 3 else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, code)
    if isinstance(value, (dt.datetime, dt.date, dt.time, dt.timedelta)):
        return _moment(value, _sections(code)[0])
    return str(value)


def is_date(code: str) -> bool:
    """Whether the format shows dates or times, so that a number in such a cell is a date."""
    return any(token.kind in {"date", "noon"} or _is_elapsed(token) for token in _sections(code)[0])


def _sections(code: str) -> list[list[Token]]:
    """The tokens of each section (positive; negative; zero; text)."""
    sections: list[list[Token]] = [[]]
    for match in TOKEN.finditer(code):
        token = Token(match.lastgroup or "", match[match.lastgroup or 0])
        if token == ("literal", ";"):
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _is_elapsed(token: Token) -> bool:
    """[h], [mm]: a duration counted through, 30:05 and not 6:05."""
    return token.kind == "bracket" and ELAPSED.fullmatch(token.text) is not None


def _literal(tokens: list[Token], value: str = "") -> str:
    """What the tokens show that stand for themselves; @ is the cell's text."""
    pieces = []
    for token in tokens:
        currency = CURRENCY.match(token.text) if token.kind == "bracket" else None
        if token.kind in {"quoted", "escaped", "literal"}:
            pieces.append(token.text)
        elif token == ("sign", "@"):
            pieces.append(value)
        elif currency:
            pieces.append(currency[1])
    return "".join(pieces)


def _in_style(tokens: list[Token], digits: str, *, unit: bool = True) -> str:
    """Digits as [DBNum1] (kanji) or [DBNum3] (full width) wants them."""
    style = next((found[1] for token in tokens if token.kind == "bracket" and (found := DIGIT_STYLE.search(token.text))), "")
    if style == "3":
        return full_width(digits)
    if style == "1" and digits.isdecimal():
        return kanji(int(digits)) if unit else by_place(int(digits))
    return digits


# --- dates and times


def _moment(value: Moment, tokens: list[Token]) -> str:
    if not any(token.kind == "date" or _is_elapsed(token) for token in tokens):
        tokens = _sections("[h]:mm:ss" if isinstance(value, dt.timedelta) else "yyyy/m/d")[0]
    twelve = any(token.kind == "noon" for token in tokens)
    pieces = []
    for place, token in enumerate(tokens):
        if _is_elapsed(token):
            pieces.append(_elapsed(value, token.text))
        elif token.kind == "date":
            pieces.append(_in_style(tokens, _date_part(value, tokens, place, twelve=twelve), unit=token.text[0] not in "yY"))
        elif token.kind == "noon":
            pieces.append(token.text.split("/")[_clock(value).hour >= 12])
        elif token.kind in {"sign", "digits"} and token.text != "@":
            pieces.append(token.text)
        else:
            pieces.append(_literal([token]))
    return "".join(pieces)


def _date_part(value: Moment, tokens: list[Token], place: int, *, twelve: bool) -> str:
    """One of yyyy, m, ggg, h …; m is minutes next to hours before it or seconds behind it."""
    text = tokens[place].text.lower()
    letter, size = text[0], len(text)
    if letter in "hs" or (letter == "m" and _is_minute(tokens, place)):
        clock = _clock(value)
        hour = (clock.hour % 12 or 12) if twelve else clock.hour
        return f"{ {'h': hour, 'm': clock.minute, 's': clock.second}[letter]:0{min(size, 2)}d}"
    day = value.date() if isinstance(value, dt.datetime) else value
    if not isinstance(day, dt.date):
        return ""
    if letter == "y":
        return f"{day.year:04d}" if size > 2 else f"{day.year % 100:02d}"
    if letter in "ge":
        return _era_part(day, letter, size, gannen="gannen" in "".join(token.text for token in tokens))
    if letter == "a":
        return WEEKDAYS[day.weekday()] + ("曜日" if size > 3 else "")
    if size > 2:
        return day.strftime({("m", 3): "%b", ("m", 4): "%B", ("d", 3): "%a"}.get((letter, size), "%A"))
    return f"{day.month if letter == 'm' else day.day:0{size}d}"


def _is_minute(tokens: list[Token], place: int) -> bool:
    times = [index for index, token in enumerate(tokens) if token.kind == "date" or _is_elapsed(token)]
    at = times.index(place)
    before = tokens[times[at - 1]].text.lower() if at else ""
    after = tokens[times[at + 1]].text.lower() if at + 1 < len(times) else ""
    return before.startswith("h") or after.startswith("s")


def _era_part(day: dt.date, letter: str, size: int, *, gannen: bool) -> str:
    """令和, 令, R for ggg, gg, g; the year of the era for e. Days before 明治 have the western year alone."""
    start, name, initial = next(((start, name, initial) for start, name, initial in ERAS if day >= start), (None, "", ""))
    if letter == "g":
        return {1: initial, 2: name[:1]}.get(size, name)
    if start is None:
        return str(day.year)
    year = day.year - start.year + 1
    return "元" if year == 1 and gannen else f"{year:0{min(size, 2)}d}"


def _clock(value: Moment) -> dt.time:
    if isinstance(value, dt.datetime):
        return value.time()
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds()) % 86_400
        return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    return value if isinstance(value, dt.time) else dt.time()


def _elapsed(value: Moment, unit: str) -> str:
    """[h]: hours that may be more than 24."""
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds())
    else:
        clock = _clock(value)
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    return f"{seconds // {'h': 3600, 'm': 60, 's': 1}[unit[0].lower()]:0{len(unit)}d}"


# --- numbers


def _number(value: float, code: str) -> str:
    sections = _sections(code)
    tokens, signed = _section_for(value, sections)
    if any(token.kind == "digits" for token in tokens):
        if Token("literal", "/") in tokens:
            return _general(value)  # fractions: nobody writes them in these documents
    else:
        general = _general(abs(value) if signed else value)
        whole = not tokens or Token("sign", "@") in tokens
        return general if whole else "".join(general if token.kind == "general" else _literal([token]) for token in tokens)
    minus = "-" if value < 0 and not signed else ""
    return minus + _in_style(tokens, _filled(Decimal(repr(abs(value))), tokens))


def _section_for(value: float, sections: list[list[Token]]) -> tuple[list[Token], bool]:
    """The section that shows `value`, and whether it shows the sign itself."""
    for index, section in enumerate(sections[:3]):
        condition = next((found for token in section if token.kind == "bracket" and (found := CONDITION.match(token.text))), None)
        if condition and _holds(value, condition[1], float(condition[2])):
            return section, index > 0
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], False


def _holds(value: float, operator: str, limit: float) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[operator]


def _general(value: float) -> str:
    """Ten significant digits, what a column of usual width shows."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"


def _filled(value: Decimal, tokens: list[Token]) -> str:
    """The digits of a number that is not negative put in the places of 0, # and ?; literals stay where they stand."""
    exponent = next((token.text for token in tokens if token.kind == "exponent"), None)
    signs = "".join(token.text for token in tokens if token.kind in {"digits", "sign"} and token.text not in "@%")
    whole_signs, point, fraction_signs = signs.partition(".")
    fraction_signs = fraction_signs.replace(",", "")
    if exponent:
        mantissa, _, power = f"{value:.{len(fraction_signs)}E}".partition("E")
        return f"{mantissa}E{power[0]}{power[1:].lstrip('0').rjust(len(exponent) - 2, '0')}"
    value *= Decimal(100) ** sum(token == ("sign", "%") for token in tokens)
    value /= Decimal(1000) ** (len(whole_signs) - len(whole_signs.rstrip(",")))
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction_signs)), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    fraction = fraction[: fraction_signs.count("0")] + fraction[fraction_signs.count("0") :].rstrip("0")
    grouped = "," in whole_signs.rstrip(",")
    decimals = point + fraction if fraction or "0" in fraction_signs else ""
    return _placed(whole.lstrip("0"), decimals, tokens, grouped=grouped)


def _placed(whole: str, decimals: str, tokens: list[Token], *, grouped: bool) -> str:
    """The whole part's digits from the right into its places, those left over into the first place."""
    point = next((index for index, token in enumerate(tokens) if token == ("sign", ".")), len(tokens))
    places = [index for index, token in enumerate(tokens[:point]) if token.kind == "digits"]
    pieces = [_literal([token]) if token != ("sign", "%") else "%" for token in tokens]
    for index in reversed(places):
        size = len(tokens[index].text) if index != places[0] else max(len(tokens[index].text), len(whole))
        taken, whole = whole[max(0, len(whole) - size) :], whole[: max(0, len(whole) - size)]
        pieces[index] = taken.rjust(tokens[index].text.count("0"), "0")
    if grouped and places:
        digits = "".join(pieces[index] for index in places)
        for index in places:
            pieces[index] = ""
        pieces[places[0]] = f"{int(digits):,}" if digits else ""
    last = places[-1] if places else max(point - 1, 0)
    if places:
        pieces[last] += decimals
    else:
        pieces.insert(last, decimals)
    return "".join(pieces)
