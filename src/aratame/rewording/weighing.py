"""How much words say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token

_EMPTY = frozenset({Sort.PARTICLE, Sort.AUXILIARY, Sort.CONJUNCTION, Sort.COMMA, Sort.STOP, Sort.DOT, Sort.OPEN, Sort.CLOSE, Sort.SIGN})
_LIGHT = frozenset({Sort.FORMAL_NOUN, Sort.PRONOUN, Sort.ADNOMINAL, Sort.SUFFIX, Sort.PREFIX})
_HELPING = frozenset(
    {
        *(
            "する",
            "し",
            "さ",
            "せ",
            "すれ",
            "ある",
            "あり",
            "あっ",
            "あつ",
            "いる",
            "い",
            "なる",
            "なっ",
            "なら",
            "できる",
            "でき",
            "この",
            "その",
        ),
        *("the", "a", "an", "of", "to", "in", "and", "or", "for", "by", "on", "be", "is"),
    }
)


def weight_before(words: Sequence[Token]) -> list[int]:
    """How much the words before each of `words` say, and last all of them: what some of them say is the difference of two."""
    total = 0
    out = [0]
    for _, _, key, sort, _, _, _ in words:
        if sort not in _EMPTY and key not in _HELPING:
            total += 1 if sort in _LIGHT else len(key)
        out.append(total)
    return out


def weight(words: Sequence[Token]) -> int:
    """How much `words` say, in code points: particles, signs and helping verbs nothing, formal words one."""
    return weight_before(words)[-1]
