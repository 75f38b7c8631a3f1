"""Whether two columns are two languages of one text, and so no two versions of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy
from aratame.reading.columns import header_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAME = lazy(
    r"\(?(?:日本語|和文|邦文|原文|英語|英文|英訳|和訳|対訳|訳文|仮訳|中国語|韓国語|japanese|english|chinese|korean|translation)"
    r"(?:版|訳|文|表記|名|text|version|translation)*\)?"
)
_JAPANESE = lazy(r"[ぁ-ヿ㐀-鿿\uf900-\ufaff]")
_WORD = lazy(r"[A-Za-z]{2,}")
_LETTERS = 10
"""Japanese letters of a Japanese text at least; fewer may be a name that gives way to a Latin one."""
_WORDS = 3
"""Words of an English text at least."""
_ROWS = 2
"""Rows in two languages that settle it, if most rows are so."""
_LOOKED_AT = 200


def are_named(headers: Sequence[str]) -> bool:
    """Whether a header row names two languages."""
    return sum(_NAME.fullmatch(header_key(header)) is not None for header in headers) >= 2


def are_two_languages(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether most pairs of cells with text on both sides are Japanese on one side and English on the other, always the same way."""
    both = [pair for _, pair in zip(range(_LOOKED_AT), pairs, strict=False) if pair[0].strip() and pair[1].strip()]
    languages = [(_language(one), _language(other)) for one, other in both]
    most = max(languages.count(("ja", "en")), languages.count(("en", "ja")))
    return most >= _ROWS and 2 * most > len(both)


def _language(text: str) -> str:
    letters = len(_JAPANESE.findall(text))
    if letters:
        return "ja" if letters >= _LETTERS else ""
    return "en" if len(_WORD.findall(text)) >= _WORDS else ""
