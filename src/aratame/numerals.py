"""Numbers as drafters write them → values: 三十, ３０, 30, ㉕, Ⅲ, イ, 第五条の二の三.

NFKC is never used here: it turns ① into 1 and Ⅲ into III, and with that loses which sort of number it was.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aratame.patterns import lazy

KANJI_DIGITS = "〇一二三四五六七八九"
KANJI_VALUES = {digit: value for value, digit in enumerate(KANJI_DIGITS)} | {
    "零": 0,
    "壱": 1,
    "壹": 1,
    "弐": 2,
    "貳": 2,
    "参": 3,
    "參": 3,
    "拾": 10,
}
KANJI_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
KANJI_LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12}
KANJI_NUMBER = f"[{KANJI_DIGITS}零壱壹弐貳参參十拾百千万萬億兆]"
FULL_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_DIGITS = {sign: str(digit) for sign, digit in KANJI_VALUES.items()} | dict(
    zip("0123456789０１２３４５６７８９", "0123456789" * 2, strict=True)
)
_KANJI = frozenset((*KANJI_VALUES, *KANJI_UNITS, *KANJI_LARGE))
_ARABIC = lazy("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_KANA = frozenset(IROHA + AIUEO)
CIRCLED_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲ"
"""㋐ to ㋾."""
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
SMALL_ROMAN = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
ASCII_ROMAN = lazy(r"(?=[IVXivx])(X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
# Encircled numbers do not stand in one row: ①–⑳, ㉑–㉟, ㊱–㊿, and the filled and doubled sets.
CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x3251 + n): n + 21 for n in range(15)}
CIRCLED |= {chr(0x32B1 + n): n + 36 for n in range(15)} | {"⓪": 0}
CIRCLED |= {chr(0x2776 + n): n + 1 for n in range(10)} | {chr(0x24EB + n): n + 11 for n in range(10)}
CIRCLED |= {chr(0x24F5 + n): n + 1 for n in range(10)}
PARENTHESISED = {chr(0x2474 + n): n + 1 for n in range(20)} | {chr(0x3220 + n): n + 1 for n in range(10)}
LONGEST = 40
"""More digits than this are no number that anyone counted to; `int` of thousands of digits would also be refused."""


@lru_cache(maxsize=4096)
def value(text: str) -> int | None:
    """The value of one number as written, or None where `text` is none.

    Arabic in any width with or without commas, kanji by place (二〇二五) or by unit (二千二十五), 元, circled and
    parenthesised signs, Roman signs. Letters of an order (イ, ア, a) have no value here; `ordinal` gives their place.

    >>> value("二千二十五"), value("二〇二五"), value("１，０００"), value("㉑"), value("Ⅳ")
    (2025, 2025, 1000, 21, 4)
    """
    if not text or len(text) > LONGEST:
        return None
    if text == "元":
        return 1
    if text[0] in _KANJI:
        return _mixed(text)
    plain = text.translate(FULL_WIDTH)
    if _ARABIC.fullmatch(plain):
        return int(plain.replace(",", ""))
    for signs in (CIRCLED, PARENTHESISED):
        if text in signs:
            return signs[text]
    for row in (ROMAN, SMALL_ROMAN):
        if len(text) == 1 and text in row:
            return row.index(text) + 1
    return _mixed(text)


def _mixed(text: str) -> int | None:
    """Kanji numbers, also with arabic digits before a unit: 三十, 二〇, 百五, 2万5千, 1億."""
    total = section = 0
    digits = ""
    seen = False
    for sign in text:
        if sign in KANJI_UNITS:
            section += (int(digits) if digits else 1) * KANJI_UNITS[sign]
            digits = ""
        elif sign in KANJI_LARGE:
            total += (section + int(digits or "0") or 1) * KANJI_LARGE[sign]
            section, digits = 0, ""
        elif sign in _DIGITS:
            digits += _DIGITS[sign]
        else:
            return None
        seen = True
    return total + section + int(digits or "0") if seen else None


def ordinal(text: str) -> int | None:
    """The place of one sign of an order, counted from 1: イ (of イロハ), a, Ⅰ; for the order アイウ see `AIUEO`.

    >>> ordinal("ロ"), ordinal("ｂ"), ordinal("ｉｖ")
    (2, 2, 4)
    """
    number = value(text)
    if number is not None:
        return number
    if len(text) == 1 and text in IROHA:
        return IROHA.index(text) + 1
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    if ASCII_ROMAN.fullmatch(narrow):
        return roman(narrow)
    if "㋐" <= text <= "㋾" and len(text) == 1:
        return IROHA.index(CIRCLED_KANA[ord(text) - ord("㋐")]) + 1
    if len(narrow) == 1 and narrow.isascii() and narrow.isalpha():
        return ord(narrow.lower()) - ord("a") + 1
    return None


def roman(letters: str) -> int:
    """The value of a Roman number in letters of either case, written by the rules.

    >>> roman("xiv"), roman("IX")
    (14, 9)
    """
    values = [_ROMAN_VALUES[letter] for letter in letters.lower()]
    return sum(-now if now < then else now for now, then in zip(values, [*values[1:], 0], strict=True))


_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def is_kana(marker: str) -> bool:
    """Whether a clause's marker is one kana of an order, with or without brackets: イ, （ア）."""
    sign = marker.strip("（）()")
    return len(sign) == 1 and sign in _KANA


def kana_place(marker: str, first: str) -> int | None:
    """The place of a kana in its order, which the `first` marker among its siblings tells: アイウ or イロハ.

    >>> kana_place("イ", "イ"), kana_place("イ", "ア"), kana_place("（ウ）", "（ア）")
    (1, 2, 3)
    """
    order = AIUEO if first.strip("（）()") == AIUEO[0] else IROHA
    sign = marker.strip("（）()")
    return order.index(sign) + 1 if sign in order else None


_BRANCHES = lazy(r"[のノ.．\-－]")
_INNER = lazy(rf"{KANJI_NUMBER}+|[0-9０-９]+")
_ENGLISH = lazy(r"[A-Za-z]+ +(?:[0-9]|[IVXLC]+\b)")
_ENGLISH_NUMBER = lazy(r"\b(?:[0-9]{1,4}(?:-[0-9]{1,3})*|[IVXLC]{1,7})\b")
RANGE_JOINTS = ("から", "乃至", "ないし", "―", "～", "〜")
"""Those that stand for what is between the numbers as well."""
JOINT = f"(?:{'|'.join((*RANGE_JOINTS, '及び?', '並びに', '、', '，', '・'))})"
"""Between the numbers of clauses that share one marker: 第五条から第七条まで, 一及び二."""
_SERIES = lazy(rf"(?<=.){JOINT}(?=.)")


@lru_cache(maxsize=8192)
def marker_value(text: str) -> tuple[int, ...] | None:
    """The value of a clause's marker with its branches: 第五条の二の三 → (5, 2, 3), （１） → (1,), ② → (2,), イ → (1,).

    None for markers without a number (・, ※, 附則). Two markers whose values are equal differ in writing alone: of several
    numbers each counts, with 0 between them.

    >>> marker_value("第五条から第七条の二まで"), marker_value("1.3"), marker_value("Article 4-2"), marker_value("Chapter IV")
    ((5, 0, 7, 2), (1, 3), (4, 2), (4,))
    """
    values = (
        [_english(number) for number in _ENGLISH_NUMBER.findall(text)]
        if _ENGLISH.match(text)
        else [_branched(part) for part in _SERIES.split(text)]
    )
    out: list[int] = []
    for one in values:
        if one is None:
            return None
        out += [0, *one] if out else one
    return tuple(out) or None


def _english(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split("-"))) if number[0].isdigit() else (roman(number),)


def _branched(text: str) -> tuple[int, ...] | None:
    """The value of one number with its branches."""
    out: list[int] = []
    for part in _BRANCHES.split(text.rstrip(".．")):
        core = part.strip("（）()［］[]〔〕「」、 　第条條項号編章節款目表様式別○◯")
        number = ordinal(core) if core else None
        if number is None:
            inner = _INNER.search(part)
            number = value(inner.group()) if inner else None
        if number is None:
            return None
        out.append(number)
    return tuple(out) or None
