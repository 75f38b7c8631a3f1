"""Stretches of text → morphemes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.lexing.dictionary import dictionary, remembered
from aratame.lexing.tokens import Sort
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 8_000
"""Code points fed to Sudachi at once; it refuses more than 49,149 bytes of UTF-8, and one code point takes four at most."""
_LEAD = "」"
"""Put before a stretch: what follows a lexeme or a sign begins with a particle (まで, で) more often than a sentence does."""
_OLD_SMALL_TSU = lazy(r"(?<=[ぁ-ん一-鿿])つ(?=[てたちつ])")
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


@remembered(8192)
def morphemes(stretch: str) -> tuple[Morpheme, ...]:
    """The morphemes of `stretch`, a piece of a sentence without signs or white space; their lengths add up to its own.

    Both sides of a change repeat most of their stretches, so answers are kept.
    """
    if len(stretch) <= _LONGEST:
        return tuple(_read(stretch))
    return tuple([m for start in range(0, len(stretch), _LONGEST) for m in _read(stretch[start : start + _LONGEST])])


def _read(stretch: str) -> Iterator[Morpheme]:
    """Sudachi's morphemes. A tokenizer is made per call: it costs microseconds and may not be shared between threads."""
    modern = _OLD_SMALL_TSU.sub("っ", stretch) if "つ" in stretch else stretch
    for morpheme in dictionary().tokenizer().tokenize(_LEAD + modern):
        start, end = max(0, morpheme.begin() - len(_LEAD)), morpheme.end() - len(_LEAD)
        if end > start:
            sort, pos = _part_of_speech(morpheme.part_of_speech_id())
            formal = stretch[start:end] in _FORMAL_NOUNS
            yield Morpheme(end - start, Sort.FORMAL_NOUN if formal else sort, pos, morpheme.normalized_form())


@remembered(1024)
def _part_of_speech(number: int) -> tuple[Sort, str]:
    """The sort and the first two parts of speech that Sudachi's `number` stands for."""
    main, second, *_ = dictionary().pos_of(number)
    if (main, second) == ("記号", "文字"):  # letters written out are names: アルファ, ベータ
        return Sort.NOUN, f"{main},{second}"
    return _SORTS.get(main, Sort.SIGN), f"{main},{second}"
