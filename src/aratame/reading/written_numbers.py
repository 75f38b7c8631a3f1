"""Values → numbers as drafters write them; what Word's automatic numbers and Excel's cell formats share."""

from __future__ import annotations

from aratame.numerals import KANJI_DIGITS

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def kanji(number: int, digits: str = KANJI_DIGITS, ten: str = "十") -> str:
    """Kanji by unit: 105 → 百五, 21 → 二十一. From ten thousand on by place."""
    if number == 0 or number >= 10_000:
        return by_place(number)
    pieces = []
    for unit, sign in ((1000, "千"), (100, "百"), (10, ten)):
        count, number = divmod(number, unit)
        if count:
            pieces.append(("" if count == 1 and digits is KANJI_DIGITS else digits[count]) + sign)
    return "".join(pieces) + (digits[number] if number else "")


def by_place(number: int) -> str:
    """Kanji by place: 21 → 二一."""
    return "".join(KANJI_DIGITS[int(digit)] for digit in str(number))


def full_width(text: str) -> str:
    """Arabic digits as full-width ones: 12 → １２."""
    return text.translate(_FULL_WIDTH)
