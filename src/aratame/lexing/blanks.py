"""Blanks that part nothing, because they stand inside an amount, a date or a citation."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from aratame.lexing.grammar.amounts import amount_end
from aratame.lexing.grammar.english import CURRENCY, IN_WORDS, LEVEL, MONTH, UNIT
from aratame.lexing.grammar.numbers import ARABIC
from aratame.lexing.view import view
from aratame.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_CANDIDATE = lazy("[0-9A-Za-z,０-９万億治正和成暦年月][ ]")
_NO_AMOUNTS = "時間[外割帯]|月[次報例]|[日週][次報]|年次|分科|部会|回[覧議]"
"""Behind a marker and a blank these begin an item: 1 時間外勤務, 2 月次計画."""
_BEHIND_FIGURE = lazy(rf"(?<=[0-9０-９])[ ](?!{_NO_AMOUNTS})")
_BESIDE_FIGURES = lazy(
    r"(?<=[0-9０-９][万億])[ ](?=円)|(?:明治|大正|昭和|平成|令和|西暦)[ ](?=[0-9０-９元])|[年月][ ](?=[0-9０-９]{1,2}[ ]?[月日])"
)
_ENGLISH = lazy(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)?[ ])?{MONTH},?[ ](?:[0-9]{{1,2}},[ ])?(?=(?:[12][0-9]{{3}}|[0-9]{{1,2}})\b)"
    rf"|\b(?:{ARABIC}|{IN_WORDS})[ ](?:(?:business|calendar)[ ])?(?={UNIT}\b)"
    rf"|\b{LEVEL}[ ](?=[0-9(IVXLC])|\b{CURRENCY}[ ](?=[0-9])",
)
_EDITION = lazy(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ0-9])(?<![A-Za-z,;.] )[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ/]*(?:[ ][A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ]*){0,3}[ ](?=[0-9０-９][0-9０-９.:：-]*(?![ ]?[A-Za-z0-9]))"
)
"""A product or standard with its edition, in Japanese: Windows Server 2016, JIS Q 27001:2014. PC 5台 is none: what is counted has a unit."""
_LONGEST_AMOUNT = 24
_CAPITALS = frozenset(ascii_uppercase + "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")
_LOWER_CASE = lazy("[a-z]")
_BEHIND_BLANK = frozenset("カヶヵか%％")


def blanks_inside(text: str) -> frozenset[int]:
    """Where narrow blanks stand inside one lexeme: 令和 6 年 4 月 1 日, 500 万円, April 1, 2022. A wide one parts."""
    return frozenset(_found(text)) if _CANDIDATE.search(text) else frozenset()


def _found(text: str) -> Iterator[int]:
    for match in _BEHIND_FIGURE.finditer(text):
        ahead = text[match.end() : match.end() + 1]
        if "一" <= ahead <= "鿿" or ahead in _BEHIND_BLANK:
            yield match.start()
    for match in _BESIDE_FIGURES.finditer(text):
        yield from _blanks(match)
    if not _CAPITALS.isdisjoint(text):
        for match in _EDITION.finditer(text):
            if not amount_end(view(text[match.end() : match.end() + _LONGEST_AMOUNT]), 0):
                yield from _blanks(match)
    if _LOWER_CASE.search(text):
        for match in _ENGLISH.finditer(text):
            yield from _blanks(match)


def _blanks(match: re.Match[str]) -> Iterator[int]:
    return (at for at in range(*match.span()) if match.string[at] == " ")
