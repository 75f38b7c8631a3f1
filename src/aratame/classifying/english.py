"""References in English translations: Article 3, paragraph (1), item (ii) → as a Japanese drafter cites it.

The words are those of the Ministry of Justice's standard bilingual dictionary for Japanese law.
"""

from __future__ import annotations

from aratame.numerals import roman
from aratame.patterns import lazy

_LEVELS = {"article": "条", "paragraph": "項", "item": "号", "chapter": "章", "section": "節"}
_NUMBER = r"[0-9]{1,4}(?:-[0-9]{1,3})*|\([0-9]{1,3}\)|\([ivx]{1,5}\)|[IVXLC]{1,6}\b"
_ONE = rf"\b(?:[Aa]rticle|[Pp]aragraph|[Ii]tem|[Cc]hapter|[Ss]ection)s?\s?(?:{_NUMBER})"
CITATION = lazy(rf"{_ONE}(?:,\s?{_ONE})*")
_STEP = lazy(rf"([A-Za-z]+?)s?\s?({_NUMBER})")


def in_japanese(text: str) -> str:
    """The same citation in Japanese; "" where the text is more than a citation.

    >>> in_japanese("Article 3-2, paragraph (1), item (ii)")
    '第3条の2第1項第2号'
    """
    if not CITATION.fullmatch(text):
        return ""
    return "".join(f"第{_numbered(sign, _LEVELS[word.lower()])}" for word, sign in _STEP.findall(text))


def _numbered(sign: str, level: str) -> str:
    """A number with its level: 3-2 → 3条の2, (ii) → 2号."""
    first, *branches = sign.strip("()").split("-")
    number = first if first.isdigit() else str(roman(first))
    return f"{number}{level}" + "".join(f"の{branch}" for branch in branches)
