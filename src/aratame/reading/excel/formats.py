"""A cell's value and its number format → what Excel shows: 45383 and [$-411]ggge"年"m"月"d"日" → 令和6年4月1日.

Formats that a file names by number: ECMA-376 Part 1, 18.8.30.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from aratame.reading.excel import moments
from aratame.reading.excel.format_codes import Token, in_style, literal, sections

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

CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)$")


def shown(value: object, code: str) -> str:
    """What Excel shows for `value` (str, bool, number, date, time, duration or None) in a cell with the format `code`.

    >>> import datetime
    >>> shown(datetime.datetime(2024, 4, 1), '[$-411]ggge"年"m"月"d"日"'), shown(7, "000"), shown(0.125, "0.0%"), shown(1234.5, "General")
    ('令和6年4月1日', '007', '12.5%', '1234.5')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        parts = sections(code)
        return literal(parts[3], value) if len(parts) > 3 else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, code)
    if isinstance(value, (dt.datetime, dt.date, dt.time, dt.timedelta)):
        return moments.written(value, sections(code)[0])
    return str(value)


def _number(value: float, code: str) -> str:
    tokens, signed = _section_for(value, sections(code))
    if any(token.kind == "digits" for token in tokens):
        if Token("literal", "/") in tokens:
            return _general(value)  # fractions: nobody writes them in these documents
    else:
        general = _general(abs(value) if signed else value)
        whole = not tokens or Token("sign", "@") in tokens
        return general if whole else "".join(general if token.kind == "general" else literal([token]) for token in tokens)
    minus = "-" if value < 0 and not signed else ""
    return minus + in_style(tokens, _filled(Decimal(repr(abs(value))), tokens))


def _section_for(value: float, parts: list[list[Token]]) -> tuple[list[Token], bool]:
    """The section that shows `value`, and whether it shows the sign itself."""
    for index, section in enumerate(parts[:3]):
        condition = next((found for token in section if token.kind == "bracket" and (found := CONDITION.match(token.text))), None)
        if condition and _holds(value, condition[1], float(condition[2])):
            return section, index > 0
    if value < 0 and len(parts) > 1:
        return parts[1], True
    if value == 0 and len(parts) > 2:
        return parts[2], True
    return parts[0], False


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
    pieces = [literal([token]) if token != ("sign", "%") else "%" for token in tokens]
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
