"""Words → how they are read, to tell whether kana and kanji write the same word."""

from __future__ import annotations

from aratame.lexing.dictionary import remembered, tokenizer
from aratame.patterns import lazy

_LONGEST = 200
"""Code points; what is compared by reading is a word or two."""
_LARGE_TSU = lazy(r"(?<=[^\W\d_])つ(?=[たち-て])")


def small_tsu(text: str) -> str:
    """`text` with the large つ of old statutes made small, so that a dictionary of today reads it: よつて → よって."""
    return _LARGE_TSU.sub("っ", text) if "つ" in text else text


@remembered(4096)
def reading(text: str) -> str:
    """How `text` is read, in katakana; empty where it is too long to be a word or two."""
    if len(text) > _LONGEST:
        return ""
    whole = text.encode("utf-8", "replace").decode()  # Sudachi takes no lone surrogate
    return "".join(morpheme.reading_form() for morpheme in tokenizer().tokenize(whole))
