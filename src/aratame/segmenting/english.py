"""The numbers of English translations and bilingual editions: Chapter II, Article 3-2, Supplementary Provisions.

The words are those of the Ministry of Justice's standard bilingual dictionary for Japanese law. Under an English article
(1) is a paragraph, (i) an item, (a) a subitem.
"""

from __future__ import annotations

import re

from aratame.numerals import roman
from aratame.patterns import lazy

_NUMBER = r"(?:[0-9]{1,4}(?:-[0-9]{1,3})*|[IVXLC]{1,7})"
_SERIES = rf"{_NUMBER}(?:(?:,[ ]?|[ ](?:through|to|and)[ ]){_NUMBER}){{0,6}}"
_NO_REFERENCE = (
    r"(?=[ \t\u3000.:(\[\u2014-]|(?![^\r\n]))(?![ \t]*(?:(?:of|to|and|or|through|in|is|are|as|shall|must|may|applies|apply)\b|[,;)]))"
)
HEADS = (
    (
        "PCSD",
        rf"(?P<en_group>(?:Part|Chapter|Section|Subsection|Division|PART|CHAPTER|SECTION)[ ]+{_SERIES}){_NO_REFERENCE}",
    ),
    ("A", rf"(?P<en_article>(?:Articles?|ARTICLES?)[ ]+{_SERIES}){_NO_REFERENCE}"),
    ("Ss", r"(?P<en_suppl>(?i:Supplementary[ ]+Provisions?))(?=[ \t]*(?:[\[(]|Articles?\b|(?![^\r\n])))"),
    ("Aa", rf"(?P<en_table>(?i:Appended[ ]+(?:Table|Form|Note|Figure)s?(?:[ ]+{_NUMBER})?))(?=[ \t]*(?:[\[(:.]|(?![^\r\n])))"),
    ("TtCc", r"(?P<en_toc>(?i:Table[ ]+of[ ]+Contents|Contents))(?=[ \t]*(?![^\r\n]))"),
)
"""First signs and patterns of the heads of lines, to be compiled with re.VERBOSE."""
GROUPS = {"en_group", "en_article", "en_suppl", "en_table", "en_toc"}
SORTS = {"en_article": "article", "en_suppl": "suppl", "en_table": "table", "en_toc": "toc"}
BEFORE = lazy(r"(?:[.,;:)\]\"”]|\b[A-Z][\w-]*)\s\Z")
"""Before a head in a text without lines: the end of a sentence or of a caption, or a name in a heading. A reference follows a small word."""
_SIGN = r"(?:\([0-9a-z]{1,4}\)|[0-9]{1,4}(?:-[0-9]{1,3})*)"
REFERRING = lazy(rf"\b(?:[Aa]rticle|[Pp]aragraph|[Ii]tem|[Ss]ubitem|[Ss]ubsection)s?[ ](?:{_SIGN}(?:,?[ ](?:and|or|to|through)|,)[ ])*\Z")
"""Before a sign that is cited, in a series too: paragraph (1), items (i) and (ii)."""
FIRST_PARAGRAPH = lazy(r"[ \t\u3000]*(?P<paren>\(1\))")
"""Editions print the number of an article's first paragraph behind the article's own: Article 2 (1) In this Act, …"""


def sort_of(group: str, marker: str) -> str:
    """The sort of a marker that one of the groups of `HEADS` matched.

    >>> sort_of("en_group", "CHAPTER II")
    'chapter'
    """
    return SORTS.get(group) or marker.split(maxsplit=1)[0].lower()


def worth(marker: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last number of a marker, with branches; () where it has none.

    >>> worth("Article 4-2"), worth("Chapter IV"), worth("Articles 5 through 7")
    (((4, 2), (4, 2)), ((4,), (4,)), ((5,), (7,)))
    """
    numbers = re.findall(rf"\b{_NUMBER}(?![a-z])", marker)
    values = [tuple(map(int, number.split("-"))) if number[0].isdigit() else (roman(number),) for number in numbers] or [()]
    return values[0], values[-1]
