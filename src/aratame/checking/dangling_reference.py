"""行き先のない引用

何を見るか: この文書にない条や項を引く引用（第十二条までしかないのに第十五条）、最初の条の「前条」、最初の項の「前項」、最初の号の「前号」。
なぜ大事か: 条項の削除や移動の後に残った引用は、規定の意味を失わせる。
見ないもの: 抄録（第一条がないもの、条の半分以上が欠けるもの）で条や項を引くもの、ほかの法令の条項を引く引用とその続き、「」の中、附則、別表。項番号のない古い文書の「前項」。
例: 全十二条の要綱で「第十五条の規定により」 → 指摘。
例: 「個人情報の保護に関する法律第六十六条の規定により」 → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.citing import CITING, own_citations
from aratame.checking.passage import finding_at
from aratame.classifying.references import singles
from aratame.model import ClauseKind, Severity, Words
from aratame.numerals import marker_value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.checking.passage import Passage
    from aratame.classifying.references import Address
    from aratame.config import Config
    from aratame.model import Clause, Finding

RULE = "dangling-reference"
FEWEST = 3
"""Articles that make a document whose provisions can be looked up; an excerpt has fewer."""

_PREVIOUS = lazy("前(?P<level>[条項号])")
_LEVELS = {"条": "article", "項": "paragraph", "号": "item"}


def check_document(passage: Passage, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each citation of a provision that the document does not have."""
    is_whole = _is_whole(passage)
    text = passage.document.text
    for clause in passage.clauses:
        if clause.kind not in CITING or clause.position in passage.supplementary or not passage.addresses.of(clause.position):
            continue
        for start, end in own_citations(text, clause):
            for first, last in singles(text, start, end):
                words = _before_the_first(passage, clause, text[first:last])
                if is_whole and not words:
                    words = _missing(passage, clause, text[first:last])
                if words:
                    yield finding_at(RULE, Severity.WARNING, passage.document, first, words)


def _is_whole(passage: Passage) -> bool:
    """Whether a document has its articles from the first on and most of those up to the last, so that one that is missing can be told."""
    chosen = (clause for clause in passage.clauses if clause.kind is ClauseKind.ARTICLE and clause.marker)
    values = [
        marker_value(clause.marker.text) or (0,) for clause in chosen if clause.marker and clause.position not in passage.supplementary
    ]
    numbers = {value[0] for value in values}
    several = sum(max(0, last[0] - first[0]) for first, last in passage.ranges)
    return len(numbers) + several >= FEWEST and 1 in numbers and (len(numbers) + several) * 2 >= max(numbers)


def _missing(passage: Passage, home: Clause, citation: str) -> Words | None:
    """What to say of a citation whose provision is not there; None where it is, or where that cannot be known."""
    if not citation.startswith("第") or not re.match(r"第[^編章節款目条項号]*条", citation):
        return None
    for address in passage.addresses.resolve(citation, home.position):
        position, rest, _ = passage.addresses.nearest(address)
        if any(level == "paragraph" and len(number) > 1 for level, number in address) or _is_deleted(passage, address):
            continue
        if position is None or (rest and _is_known_missing(passage, address[: len(address) - len(rest)], rest[0][0])):
            return Words(
                f"「{citation}」はこの文書にありません。引用する条項を確かめてください。",
                f"There is no {citation} in this document. Check which provision is meant.",
            )
    return None


def _is_deleted(passage: Passage, address: Address) -> bool:
    """Whether an article is one of those that 「第五条から第七条まで　削除」 stands for."""
    number = dict(address).get("article", (0,))
    return any(first <= number <= last for first, last in passage.ranges)


def _is_known_missing(passage: Passage, above: Address, level: str) -> bool:
    """Whether one that is not among a provision's parts of this level is missing: they are numbered, or there can be none."""
    position, rest, _ = passage.addresses.nearest((*above, (level, (2,))))
    if level not in {"paragraph", "item"} or position is None:
        return False
    return not rest or (level == "paragraph" and len(rest) == 1 and _has_one_line(passage, passage.clauses[position]))


def _has_one_line(passage: Passage, article: Clause) -> bool:
    """Whether an article is one sentence line with nothing below it, and so has no paragraphs without a number either."""
    behind = passage.clauses[article.position + 1 : article.position + 2]
    is_leaf = article.kind is ClauseKind.ARTICLE and not any(clause.parent == article.position for clause in behind)
    return is_leaf and _is_one_paragraph(passage, article) and passage.own_text(article).rstrip().endswith("。")


def _before_the_first(passage: Passage, home: Clause, citation: str) -> Words | None:
    """What to say of 前条, 前項 or 前号 in what comes first; that needs no whole document. None for other citations."""
    previous = _PREVIOUS.match(citation)
    if not previous:
        return None
    level = previous["level"]
    levels = dict(passage.addresses.of(home.position))
    if "article" not in levels:
        return None  # a list of some other sort
    first = {
        "条": levels.get("article") == (1,),
        "項": home.kind is ClauseKind.ARTICLE and _is_one_paragraph(passage, home),
        "号": home.kind is ClauseKind.ITEM and levels.get("item") == (1,) and "号の" not in citation,
    }[level]
    if not first:
        return None
    en = _LEVELS[level]
    return Words(
        f"最初の{level}に「{citation}」とありますが、前の{level}がありません。引用する条項を確かめてください。",
        f"“{citation}” stands in the first {en}, before which there is none. Check which provision is meant.",
    )


def _is_one_paragraph(passage: Passage, article: Clause) -> bool:
    """Whether an article's own text is its first paragraph and no more: old texts print further ones without a number."""
    own = passage.own_text(article)
    body = own[article.marker.span.start - article.span.start :] if article.marker else own
    return len(body.split("\n")) <= 2 and len(body.strip().splitlines()) == 1
