"""The classes of signs that patterns share take the signs that they name, over all of the basic plane, and nothing else of a Japanese text."""

from __future__ import annotations

import re
import unicodedata

import pytest

from aratame.patterns import KANJI, KANJI_OR_KATAKANA

_SIGNS = [chr(code) for code in range(0x10000)]
_FOREIGN = ((0x0500, 0x2070), (0x2C00, 0x3000), (0x3100, 0x3200), (0xA000, 0xF900), (0xFB00, 0xFF00), (0xFFA0, 0xFFE0))
"""Letters of scripts that Japanese texts do not have, and parts of kanji; the classes take them for kanji."""
_JAPANESE = [sign for sign in _SIGNS if not any(first <= ord(sign) < end for first, end in _FOREIGN)]
_IDEOGRAPHS = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")


def _is_kanji(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_IDEOGRAPHS) or sign in "々〆〇"


@pytest.mark.parametrize(
    ("source", "more"),
    [(KANJI, ""), (KANJI_OR_KATAKANA, "".join(sign for sign in map(chr, range(0x30A1, 0x3100)) if sign != "・"))],
)
def test_a_class_takes_what_it_names(source: str, more: str) -> None:
    pattern = re.compile(source)
    assert {sign for sign in _JAPANESE if pattern.match(sign)} == {sign for sign in _JAPANESE if _is_kanji(sign) or sign in more}
    assert {sign for sign in _SIGNS if _is_kanji(sign) or sign in more} <= {sign for sign in _SIGNS if pattern.match(sign)}


@pytest.mark.parametrize("source", [KANJI, KANJI_OR_KATAKANA])
def test_a_class_is_one_sign_wherever_it_stands(source: str) -> None:
    inside = re.compile(f"(?<={source})の{source}{{2}}(?!{source})")
    assert inside.search("市の区域。")
    assert not any(map(inside.search, ("の区域。", "市の区域内", "市の区。")))
