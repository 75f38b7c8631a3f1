"""閉じない括弧

何を見るか: 開いたまま閉じない括弧、開いていないのに閉じる括弧。（）と()は同じ括弧とみる。
なぜ大事か: 括弧がどこまでかかるかで意味が変わり、引用した文が途中で切れているおそれもある。
見ないもの: 「1)」「ア）」のような行頭の番号、全角と半角の組（（…)）。
例: 交付支援事務（設定支援や窓口支援（受付）など → 指摘。
例: 交付支援事務（設定支援や窓口支援（受付）など） → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding, TableDiff

RULE = "unbalanced-bracket"
AROUND = 12

_FAMILIES = (("(（", ")）"), ("「", "」"), ("『", "』"), ("【", "】"), ("〔", "〕"), ("[［", "]］"))
_NUMBERED = re.compile(r"(?:(?<=\s)|^)[0-9０-９a-zａ-ｚA-Z一二三四五六七八九十ア-ンⅰ-ⅹ]{1,3}[)）](?=[\s　]|[^\s)）])", re.MULTILINE)


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row with a bracket that has no partner."""
    for row in (answer.row for answer in diff.rows):
        sides = [("変更前", "before", row.before), ("変更後", "after", row.after)]
        found = [(ja, en, text, place) for ja, en, text in sides if (place := unbalanced(text)) is not None]
        if found:
            names, english = "と".join(ja for ja, *_ in found), " and ".join(en for _, en, *_ in found)
            *_, text, place = found[-1]
            near = " ".join(text[max(0, place - 2) : place + AROUND].split())
            words = Words(
                f"{row.number}行目の{names}で「{text[place]}」の組になる括弧がありません（…{near}…）。足りない括弧を補うか、余分な括弧を除いてください。",
                f"Row {row.number}, {english}: “{text[place]}” has no partner (…{near}…). Add the bracket that is missing or take this one out.",
            )
            yield finding_in(RULE, Severity.WARNING, diff.table, row, words)


def unbalanced(text: str) -> int | None:
    """Where the first bracket without a partner stands; None where all have one.

    >>> unbalanced("（甲（乙）など"), unbalanced("1) 甲（乙)")
    (0, None)
    """
    numbers = {match.end() - 1 for match in _NUMBERED.finditer(text)}
    lonely = [place for opening, closing in _FAMILIES for place in _without_partner(text, opening, closing, numbers)]
    return min(lonely, default=None)


def _without_partner(text: str, opening: str, closing: str, numbers: set[int]) -> list[int]:
    """Places of one sort of brackets that have no partner; a bracket behind a number needs none."""
    waiting: list[int] = []
    lonely: list[int] = []
    for place, sign in enumerate(text):
        if sign in opening:
            waiting.append(place)
        elif sign in closing and waiting:
            waiting.pop()
        elif sign in closing and place not in numbers:
            lonely.append(place)
    return lonely + waiting
