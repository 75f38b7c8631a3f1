"""Numbers and other signs of an order, as markers and what refers to them are written: 第三条の二, (1), ②, イ."""

from __future__ import annotations

from aratame.patterns import lazy

_VIEW = str.maketrans(
    dict.fromkeys("一二三四五六七八九十百千", "一")
    | dict.fromkeys("編章節款目条項号", "条")
    | {chr(code): chr(code - 0xFEE0) for code in range(ord("ａ"), ord("ｚ") + 1)}
)
"""One kanji for those of numbers and one for levels, so that the patterns name them once; letters are narrow."""
_N = r"(?:\d{1,4}|一{1,6})"
_SIGN = lazy(rf"第{_N}条?(?:の{_N})*|[○◯]?{_N}[.．]?|[（(](?:{_N}|[ア-ン]|[a-z]|[ivx]+)[）)]|[ア-ンa-z]")
_ENCLOSED = frozenset(
    chr(code) for run in ("①⑳", "㉑㉟", "㊱㊿", "❶❿", "⑴⒇", "㋐㋾", "ⅠⅫ", "ⅰⅻ") for code in range(ord(run[0]), ord(run[1]) + 1)
)
_BARE = lazy(rf"[○◯]?{_N}[.．]?")


def is_sign(text: str) -> bool:
    """Whether a text is a number or another sign of an order, as markers are: 第三条の二, (1), ②, イ."""
    return text in _ENCLOSED or bool(_SIGN.fullmatch(text.translate(_VIEW)))


def is_bare(sign: str) -> bool:
    """Whether a sign is a number without brackets: it may count anything, and is an item's own at the head of a line or behind a sentence alone."""
    return bool(_BARE.fullmatch(sign.translate(_VIEW)))
