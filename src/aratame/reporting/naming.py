"""A clause → the name by which a drafter cites it: 第五条第２項第一号, 附則第３項, Ⅰ ② (1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.model import ClauseKind
from aratame.numerals import CIRCLED
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Clause

HEADINGS = {ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.SUBSECTION, ClauseKind.DIVISION}
"""Left out where an article follows: articles are numbered through the document."""
_BRACKETS = "（）()［］[]〔〕○◯.．"
_TO_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_TO_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_HALF_WIDTH = re.compile("[0-9]")
_LATIN = re.compile(r"[A-Za-z]")
_OPENING = 16
"""Characters of its text that name a clause without a number: about what fits beside a heading."""


def clause_name(clauses: Sequence[Clause], clause: Clause, text: str) -> str:
    """The citation of `clause`, one of `clauses` over `text`; with the opening of its own text where it has no number."""
    line = [*_ancestors(clauses, clause), clause]
    below = [one for one in line if one.marker]
    in_article = any(one.kind is ClauseKind.ARTICLE for one in line)
    if in_article:
        below = [one for one in below if one.kind not in HEADINGS]
    statute = in_article or any(one.kind is ClauseKind.SUPPL_PROVISION for one in line)
    half = any(one.kind is ClauseKind.ARTICLE and one.marker and _HALF_WIDTH.search(one.marker.text) for one in line)
    names = [_cited(one, half=half) if statute else one.marker.text for one in below if one.marker]
    name = _joined(names, statute=statute)
    if clause.marker is None or clause.kind is ClauseKind.BULLET:
        opening = _opening(text[clause.marker.span.end if clause.marker else clause.span.start : clause.span.end])
        name = f"{name}「{opening}」" if opening else name
    return one_line(name)


def caption(text: str, clause: Clause) -> str:
    """The caption of an article, 「（目的）」 on the line before its marker or right behind it; empty where it has none."""
    if clause.marker is None or clause.kind is not ClauseKind.ARTICLE:
        return ""
    before = text[clause.span.start : clause.marker.span.start].strip()
    found = re.fullmatch(r"[（(][^（()）]{1,40}[）)]", before) or re.match(
        r"[（(][^（()）\n]{1,40}[）)](?=\s)", text[clause.marker.span.end : clause.span.end].lstrip(" 　")
    )
    return one_line(found.group()) if found else ""


def _ancestors(clauses: Sequence[Clause], clause: Clause) -> list[Clause]:
    """The clauses above `clause`, the outermost first."""
    line: list[Clause] = []
    parent = clause.parent
    while parent is not None:
        line.append(clauses[parent])
        parent = clauses[parent].parent
    return line[::-1]


def _joined(names: Sequence[str], *, statute: bool) -> str:
    """Citations run on (第三条第二項), the numbers of a notice or form do not (Ⅰ 1. ②)."""
    return ("" if statute and not any(_LATIN.match(name) for name in names) else " ").join(names)


def _cited(clause: Clause, *, half: bool) -> str:
    """A marker in a statute as it is cited: ② →第２項, （一）→第一号, 一の二→第一号の二; others as they stand.

    Digits are as wide as those of the article, full width where it has none.
    """
    marker = clause.marker.text if clause.marker else ""
    unit = {ClauseKind.PARAGRAPH: "項", ClauseKind.ITEM: "号"}.get(clause.kind)
    number = str(CIRCLED[marker]) if marker in CIRCLED else marker.strip(_BRACKETS)
    if unit is None or not number or _LATIN.search(number):
        return "".join(marker.split())
    head, branch, tail = number.translate(_TO_HALF if half else _TO_FULL).partition("の")
    return f"第{head}{unit}{branch}{tail}"


def _opening(own: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(own.split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING]}…"
