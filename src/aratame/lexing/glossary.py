"""Texts → the words that the configuration names. A difference cuts none of them, whatever the dictionary reads there."""

from __future__ import annotations

import re

from aratame.lexing.dictionary import remembered, words_stated
from aratame.lexing.lexemes import Lexeme, first_lexeme, lexemes
from aratame.lexing.tokens import Sort

_RUN = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚァ-ヴー]"
"""What runs on in a longer word: カード in マイナンバーカード, 4情報 in 14情報."""


@remembered(4096)
def named(text: str) -> tuple[Lexeme, ...]:
    """The lexemes of `text` (without white space) in order, with the words that were stated in the place of what lies in them.

    A stated word inside a lexeme (法 in a law number) or a longer stated one is no word of its own.
    """
    found = lexemes(text)
    words = words_stated()
    if not words:
        return found
    stated = [match.span() for match in re.finditer(_pattern(words), text)]
    free = [word for word in stated if not any(first <= word[0] and word[1] <= last and (first, last) != word for first, last, _ in found)]
    rest = [lexeme for lexeme in found if not any(lexeme[0] < end and start < lexeme[1] for start, end in free)]
    return tuple(sorted([*rest, *((start, end, Sort.TERM) for start, end in free)]))


def first_named(text: str) -> Lexeme | None:
    """The first of `named(text)` where the text begins with it."""
    if not words_stated():
        return first_lexeme(text)
    first = next(iter(named(text)), None)
    return first if first and first[0] == 0 else None


def _pattern(words: tuple[str, ...]) -> str:
    """Any of `words`, the longest first, where it does not run on."""
    return "|".join(_bounded(word) for word in sorted(("".join(word.split()) for word in words), key=lambda word: (-len(word), word)))


def _bounded(word: str) -> str:
    head = f"(?<!{_RUN})" if re.match(_RUN, word) else ""
    tail = f"(?!{_RUN})" if re.match(_RUN, word[-1]) else ""
    return head + re.escape(word) + tail
