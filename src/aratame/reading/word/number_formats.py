"""A number and a Word number format → how Word writes it: (3, japaneseCounting) → 三, (3, aiueoFullWidth) → ウ.

Format names: ST_NumberFormat, ECMA-376 Part 1, 17.18.59.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.numerals import AIUEO, IROHA
from aratame.reading.written_numbers import by_place, full_width, kanji

if TYPE_CHECKING:
    from collections.abc import Callable

HALF_WIDTH_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
HALF_WIDTH = dict(zip(AIUEO, HALF_WIDTH_AIUEO, strict=True)) | {"ヰ": "ｲ", "ヱ": "ｴ"}
HALF_WIDTH_IROHA = "".join(HALF_WIDTH[sign] for sign in IROHA)
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
LEGAL_DIGITS = "〇壱弐参四伍六七八九"
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """1994 → MCMXCIV; as decimal above what Roman numbers are used for."""
    if not 0 < number < 4000:
        return str(number)
    pieces = []
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        pieces.append(sign * count)
    return "".join(pieces)


def _letters(row: str) -> Callable[[int], str]:
    """The nth sign of an order; behind its end Word doubles them: z, aa, bb."""

    def write(number: int) -> str:
        rounds, place = divmod(number - 1, len(row))
        return row[place] * (rounds + 1) if 0 < number <= 30 * len(row) else str(number)

    return write


def _signs(first: int, last: int) -> Callable[[int], str]:
    """Signs that stand for 1 to `last`; Word writes greater numbers as plain ones."""
    return lambda number: chr(first + number - 1) if 0 < number <= last else str(number)


WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: full_width(str(number)),
    "decimalFullWidth2": lambda number: full_width(str(number)),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": _letters(LATIN),
    "lowerLetter": _letters(LATIN.lower()),
    "japaneseCounting": kanji,
    "chineseCounting": kanji,
    "chineseCountingThousand": kanji,
    "taiwaneseCounting": kanji,
    "japaneseLegal": lambda number: kanji(number, LEGAL_DIGITS, "拾"),
    "japaneseDigitalTenThousand": by_place,
    "ideographDigital": by_place,
    "aiueo": _letters(HALF_WIDTH_AIUEO),
    "aiueoFullWidth": _letters(AIUEO),
    "iroha": _letters(HALF_WIDTH_IROHA),
    "irohaFullWidth": _letters(IROHA),
    "ideographTraditional": _letters(STEMS),
    "ideographZodiac": _letters(BRANCHES),
    "decimalEnclosedCircle": _signs(0x2460, 20),
    "decimalEnclosedCircleChinese": _signs(0x2460, 20),
    "decimalEnclosedParen": _signs(0x2474, 20),
    "decimalEnclosedFullstop": _signs(0x2488, 20),
    "ideographEnclosedCircle": _signs(0x3280, 10),
}
"""Formats that are not here (decimal, decimalHalfWidth, those of other languages) are written as plain numbers."""


def written(number: int, number_format: str) -> str:
    """`number` as Word shows it.

    >>> written(21, "japaneseCounting"), written(3, "aiueoFullWidth"), written(12, "decimalEnclosedCircle"), written(4, "lowerRoman")
    ('二十一', 'ウ', '⑫', 'iv')
    """
    return WRITERS.get(number_format, str)(number)
