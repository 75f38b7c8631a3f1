"""Excel's number formats, cut into tokens: what a section of `[$-411]ggge"年"m"月"d"日";@` is made of.

ECMA-376 Part 1, 18.8.31; g, e and aaa as Japanese Excel reads them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aratame.reading.written_numbers import by_place, full_width, kanji

TOKEN = re.compile(
    r'(?P<general>General)|"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<pad>_.|\*.)|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<noon>AM/PM|A/P)|(?P<exponent>[Ee][+-]0+)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+|g+|aaaa?)|(?P<digits>[0#?]+)|(?P<sign>[.,%@])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
CURRENCY = re.compile(r"\$([^-]*)")
DIGIT_STYLE = re.compile(r"DBNum([13])", re.IGNORECASE)


class Token(NamedTuple):
    """A piece of a format: `kind` is the name of the group in `TOKEN`."""

    kind: str
    text: str


def is_date(code: str) -> bool:
    """Whether the format shows dates or times, so that a number in such a cell is a date."""
    return any(token.kind in {"date", "noon"} or is_elapsed(token) for token in sections(code)[0])


def is_duration(code: str) -> bool:
    """Whether the format counts hours, minutes or seconds through: [h]:mm."""
    return any(is_elapsed(token) for token in sections(code)[0])


def sections(code: str) -> list[list[Token]]:
    """The tokens of each section (positive; negative; zero; text)."""
    found: list[list[Token]] = [[]]
    for match in TOKEN.finditer(code):
        token = Token(match.lastgroup or "", match[match.lastgroup or 0])
        if token == ("literal", ";"):
            found.append([])
        else:
            found[-1].append(token)
    return found


def is_elapsed(token: Token) -> bool:
    """[h], [mm]: a duration counted through, 30:05 and not 6:05."""
    return token.kind == "bracket" and ELAPSED.fullmatch(token.text) is not None


def literal(tokens: list[Token], value: str = "") -> str:
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


def in_style(tokens: list[Token], digits: str, *, unit: bool = True) -> str:
    """Digits as [DBNum1] (kanji) or [DBNum3] (full width) wants them."""
    style = next((found[1] for token in tokens if token.kind == "bracket" and (found := DIGIT_STYLE.search(token.text))), "")
    if style == "3":
        return full_width(digits)
    if style == "1" and digits.isdecimal():
        return kanji(int(digits)) if unit else by_place(int(digits))
    return digits
