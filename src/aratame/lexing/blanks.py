"""Blanks that part nothing, because they stand inside an amount, a date or a citation."""

from __future__ import annotations

from string import ascii_letters, digits
from typing import TYPE_CHECKING

from aratame.lexing.grammar.amounts import amount_end
from aratame.lexing.grammar.english import CURRENCY, IN_WORDS, LEVEL, MONTH, UNIT
from aratame.lexing.grammar.numbers import ARABIC
from aratame.lexing.view import view
from aratame.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_FIGURES = frozenset(digits + "０１２３４５６７８９")
_CANDIDATES = _FIGURES.union(ascii_letters, ",万億治正和成暦年月")
"""What stands before such a blank; a text with no blank behind one has none."""
_ITEM = tuple("時間外 時間割 時間帯 月次 月報 月例 日次 日報 週次 週報 年次 分科 部会 回覧 回議 年間計画 年間予定 団体内 団体名".split())  # noqa: SIM905
"""Behind a marker and a blank these begin an item: 1 時間外勤務, 2 月次計画."""
_LARGE = frozenset("万億")
_ERAS = ("明治", "大正", "昭和", "平成", "令和", "西暦")
_YEAR_OR_MONTH = frozenset("年月")
_MONTH_OR_DAY = lazy("[0-9０-９]{1,2}[ ]?[月日]")
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
_CAPITAL, _LOWER_CASE = lazy("[A-ZＡ-Ｚ]"), lazy("[a-z]")
_BEHIND_BLANK = frozenset("カヶヵか%％")


def blanks_inside(text: str) -> frozenset[int]:
    """Where narrow blanks stand inside one lexeme: 令和 6 年 4 月 1 日, 500 万円, April 1, 2022. A wide one parts."""
    blanks = []
    at = text.find(" ")
    while at >= 0:
        if text[at - 1 : at] in _CANDIDATES:
            blanks.append(at)
        at = text.find(" ", at + 1)
    return frozenset(_found(text, blanks)) if blanks else frozenset()


def _found(text: str, blanks: Iterable[int]) -> Iterator[int]:
    yield from (at for at in blanks if _behind_figure(text, at) or _in_date_or_amount(text, at))
    if _CAPITAL.search(text):
        for match in _EDITION.finditer(text):
            if not amount_end(view(text[match.end() : match.end() + _LONGEST_AMOUNT]), 0):
                yield from _blanks(match)
    if _LOWER_CASE.search(text):
        for match in _ENGLISH.finditer(text):
            yield from _blanks(match)


def _behind_figure(text: str, at: int) -> bool:
    """Whether a blank stands between a figure and what is counted: 500 万円, 30 %."""
    if text[at - 1] not in _FIGURES:
        return False
    ahead = text[at + 1 : at + 2]
    return ("一" <= ahead <= "鿿" or ahead in _BEHIND_BLANK) and not text.startswith(_ITEM, at + 1)


def _in_date_or_amount(text: str, at: int) -> bool:
    """Whether a blank stands behind the sign of a date or an amount that goes on: 500万 円, 令和 6年, 4月 1日."""
    last, ahead = text[at - 1], text[at + 1 : at + 2]
    if last in _LARGE:
        return ahead == "円" and text[at - 2 : at - 1] in _FIGURES
    if last in _YEAR_OR_MONTH:
        return bool(_MONTH_OR_DAY.match(text, at + 1))
    return (ahead in _FIGURES or ahead == "元") and text.endswith(_ERAS, 0, at)


def _blanks(match: re.Match[str]) -> Iterator[int]:
    return (at for at in range(*match.span()) if match.string[at] == " ")
