"""Stretches of text → morphemes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from aratame.lexing.dictionary import dictionary, remembered, tokenizer
from aratame.lexing.readings import small_tsu
from aratame.lexing.tokens import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 8_000
"""Code points fed to Sudachi at once; it refuses more than 49,149 bytes of UTF-8, and one code point takes four at most."""
_LEAD = "」"
"""Put before a stretch: what follows a lexeme or a sign begins with a particle (まで, で) more often than a sentence does."""
_LEAD_LENGTH = len(_LEAD)
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


Morpheme = tuple[int, int, str, Sort, str, str]
"""Where a morpheme begins and ends in its stretch, what stands there, its sort, Sudachi's first two parts of speech and its normal form."""


class _PartsOfSpeech(dict[int, tuple[Sort, str]]):
    """The sort and the first two parts of speech for each number that a dictionary gives to a part of speech, read when it is met first."""

    def __init__(self, words: Any) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, number: int) -> tuple[Sort, str]:
        main, second, *_ = self._words.pos_of(number)
        letters = (main, second) == ("記号", "文字")  # letters written out are names: アルファ, ベータ
        part = self[number] = Sort.NOUN if letters else _SORTS.get(main, Sort.SIGN), f"{main},{second}"
        return part


@remembered(8192)
def morphemes(stretch: str) -> tuple[Morpheme, ...]:
    """The morphemes of `stretch`, a piece of a sentence without signs or white space, in order; nothing lies between them.

    Both sides of a change repeat most of their stretches, so answers are kept.
    """
    if len(stretch) <= _LONGEST:
        return tuple(_read(stretch, 0))
    return tuple([m for start in range(0, len(stretch), _LONGEST) for m in _read(stretch[start : start + _LONGEST], start)])


@remembered(8192)
def ends(stretch: str) -> frozenset[int]:
    """Where the morphemes of `stretch` end, for those who ask nothing else."""
    return frozenset([start + end for start in range(0, len(stretch), _LONGEST) for _, end in _analysed(stretch[start : start + _LONGEST])])


def _analysed(stretch: str) -> Iterator[tuple[Any, int]]:
    """Sudachi's morphemes of a stretch, each with its end there."""
    for morpheme in tokenizer().tokenize(_LEAD + small_tsu(stretch)):
        yield morpheme, morpheme.end() - _LEAD_LENGTH


def _read(stretch: str, by: int) -> list[Morpheme]:
    """The morphemes of a stretch that begins at `by`. Each question asked of one crosses to Rust."""
    parts = _parts(dictionary())
    found: list[Morpheme] = []
    start = 0
    for morpheme, end in _analysed(stretch):
        if end > start:
            key = stretch[start:end]
            sort, pos = parts[morpheme.part_of_speech_id()]
            found.append((by + start, by + end, key, _FORMAL_NOUN if key in _FORMAL_NOUNS else sort, pos, morpheme.normalized_form()))
            start = end
    return found


@lru_cache(maxsize=4)
def _parts(words: Any) -> _PartsOfSpeech:
    """The parts of speech of a dictionary."""
    return _PartsOfSpeech(words)
