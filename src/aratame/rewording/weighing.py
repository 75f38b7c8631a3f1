"""How much words say."""

from __future__ import annotations

from itertools import accumulate
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
    return list(accumulate(_weights(words), initial=0))


def weight(words: Sequence[Token]) -> int:
    """How much `words` say, in code points: particles, signs and helping verbs nothing, formal words one."""
    return sum(_weights(words))


def _weights(words: Sequence[Token]) -> list[int]:
    return [0 if sort in _EMPTY or key in _HELPING else 1 if sort in _LIGHT else len(key) for _, _, key, sort, _, _, _ in words]
