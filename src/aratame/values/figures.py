"""Numbers within dates and amounts, as patterns of a view of the text.

In the view a kanji figure is one of two control characters, which no text has, and full-width signs are narrow. It has the length of the
text, so that places in it are places in the text. A set of twenty kanji wherever a number may stand takes far longer to compile than to use.
"""

from __future__ import annotations

_BY_PLACE = "〇一二三四五六七八九"
_BY_UNIT = "十百千壱弐参拾"
FIGURES = frozenset(_BY_PLACE + _BY_UNIT)
_VIEW = (
    dict.fromkeys(_BY_PLACE, "\x01") | dict.fromkeys(_BY_UNIT, "\x02") | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
)


def view(text: str) -> str:
    """`text` as the patterns of numbers read it: one sign for kanji figures by place, one for those by unit, full-width signs narrow."""
    for sign in _VIEW.keys() & set(text):  # in any order: no sign becomes one of them
        text = text.replace(sign, _VIEW[sign])
    return text


KANJI = r"[\x01\x02]"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!,\d{{3}})|\d{{1,40}}+|\x01{{1,3}}(?:、\x01{{3}})+(?!、\x01{{3}}|{KANJI})|{KANJI}{{1,40}}+)"
"""Gives no figure back, and is no longer than a number that anyone counted to: a run of five thousand digits must cost no time."""

START = r"(?<![\d\x01\x02])"
PLAIN = rf"(?:\d{{1,40}}+|{KANJI}{{1,40}}+)"
"""A number without the commas of thousands, which no date has."""
