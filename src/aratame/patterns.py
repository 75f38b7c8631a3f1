"""Regular expressions that are compiled when they are first used.

Compiling is what starting costs: a set of kanji takes Python up to a millisecond, and the grammar of provisions, dates and
predicates has hundreds. A run that meets three renumbered articles needs a handful of the patterns.
"""

from __future__ import annotations

import re
from typing import Any, cast

_LETTER = r"(?![⁰-➿㈀-㏿])[^\W\d\x00-ӿ]"
KANJI = rf"(?:(?![〡-ヿ！-ﾟ]){_LETTER})"
"""One kanji, 々, 〆 and 〇 among them. Python marks every sign of a range such as 一–鿿 one by one, at each place where a pattern has it, which
takes up to two milliseconds; what is no kanji among the letters of Japanese texts is little. (Letters of scripts which such texts do not have, as
Hangul, are taken for kanji.)"""
KANJI_OR_KATAKANA = rf"(?:(?![〡-ゟ！-ﾟ]){_LETTER})"
"""One kanji or one sign of katakana, the prolonged sound among them: what names and terms are written with."""


def not_before(signs: str) -> str:
    """That none of `signs` follows, each by itself.

    A set of scattered kanji takes Python a fifth of a millisecond to compile wherever it stands, and each of these a hundredth.

    >>> not_before("例約")
    '(?!例)(?!約)'
    """
    return "".join([f"(?!{sign})" for sign in signs])


def not_behind(signs: str) -> str:
    """The same of what stands before."""
    return "".join([f"(?<!{sign})" for sign in signs])


class _Lazy:
    """Stands for a pattern until a method of it is asked for, and keeps the method. The source is known without that."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use.

    >>> lazy("第[0-9]+条").fullmatch("第3条").group()
    '第3条'
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def made_of(word: re.Pattern[str], text: str) -> bool:
    """Whether `text` is nothing but what `word` matches, again and again, each time without a look at what comes next.

    An atomic group would say the same, but Python before 3.11.5 matches groups that give nothing back wrongly.

    >>> made_of(lazy("年度?|に"), "年度に"), made_of(lazy("年度?|に"), "年内に")
    (True, False)
    """
    at = 0
    while at < len(text):
        found = word.match(text, at)
        if not (found and found[0]):
            return False
        at = found.end()
    return True
