"""Stretches of text → morphemes."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any, NamedTuple

from aratame.lexing.dictionary import dictionary, remembered, tokenizer
from aratame.lexing.readings import small_tsu
from aratame.lexing.tokens import Sort

_LONGEST = 8_000
"""Code points fed to Sudachi at once; it refuses more than 49,149 bytes of UTF-8, and one code point takes four at most."""
_LEAD = "」"
"""Put before a stretch: what follows a lexeme or a sign begins with a particle (まで, で) more often than a sentence does."""
_FORMAL_NOUNS = frozenset(
    (
        "こと",
        "もの",
        "とき",
        "ところ",
        "ため",
        "ほか",
        "うえ",
        "うち",
        "よう",
        "とおり",
        "場合",
        "もと",
        "わけ",
        "はず",
        "まま",
        *"者物時所",
    )
)
_FORMAL_NOUN = Sort.FORMAL_NOUN  # an enum looks a member up by a call
_SORTS = {
    "名詞": Sort.NOUN,
    "代名詞": Sort.PRONOUN,
    "形状詞": Sort.ADJECTIVE,
    "連体詞": Sort.ADNOMINAL,
    "副詞": Sort.ADVERB,
    "接続詞": Sort.CONJUNCTION,
    "感動詞": Sort.NOUN,
    "動詞": Sort.VERB,
    "形容詞": Sort.ADJECTIVE,
    "助動詞": Sort.AUXILIARY,
    "助詞": Sort.PARTICLE,
    "接頭辞": Sort.PREFIX,
    "接尾辞": Sort.SUFFIX,
    "記号": Sort.SIGN,
    "補助記号": Sort.SIGN,
}


class Morpheme(NamedTuple):
    """One morpheme: its length in code points, its sort, Sudachi's first two parts of speech and its normal form."""

    length: int
    sort: Sort
    pos: str
    normal: str


_morpheme = partial(tuple.__new__, Morpheme)
"""A morpheme of all its fields. The constructor of a named tuple is a Python function."""


@remembered(8192)
def morphemes(stretch: str) -> tuple[Morpheme, ...]:
    """The morphemes of `stretch`, a piece of a sentence without signs or white space; their lengths add up to its own.

    Both sides of a change repeat most of their stretches, so answers are kept.
    """
    if len(stretch) <= _LONGEST:
        return tuple(_read(stretch))
    return tuple([m for start in range(0, len(stretch), _LONGEST) for m in _read(stretch[start : start + _LONGEST])])


def _read(stretch: str) -> list[Morpheme]:
    """Sudachi's morphemes."""
    words = dictionary()
    found: list[Morpheme] = []
    start = 0
    for morpheme in tokenizer().tokenize(_LEAD + small_tsu(stretch)):
        end = morpheme.end() - len(_LEAD)
        if end > start:
            sort, pos = _part_of_speech(words, morpheme.part_of_speech_id())
            formal = stretch[start:end] in _FORMAL_NOUNS
            found.append(_morpheme((end - start, _FORMAL_NOUN if formal else sort, pos, morpheme.normalized_form())))
            start = end
    return found


@lru_cache(maxsize=1024)
def _part_of_speech(words: Any, number: int) -> tuple[Sort, str]:
    """The sort and the first two parts of speech that `number` stands for in a dictionary."""
    main, second, *_ = words.pos_of(number)
    if (main, second) == ("記号", "文字"):  # letters written out are names: アルファ, ベータ
        return Sort.NOUN, f"{main},{second}"
    return _SORTS.get(main, Sort.SIGN), f"{main},{second}"
