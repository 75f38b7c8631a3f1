"""Slips of the pen that an amendment puts right: what was written was meant to be the same words."""

from __future__ import annotations

from unicodedata import normalize

from aratame.classifying.rewriting import by_sign, pairs, rewritten
from aratame.classifying.spelling import shared_ends
from aratame.classifying.writings import LOOK_ALIKES, MISTAKEN_WORDS
from aratame.model import Words
from aratame.numerals import ROMAN
from aratame.patterns import KANJI, KANJI_OR_KATAKANA, lazy

_LETTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LOOK_ALIKE = str.maketrans(LOOK_ALIKES | dict(zip(ROMAN, _LETTERS, strict=True)))
_MISTAKEN_WORD = by_sign(pairs(MISTAKEN_WORDS))
_TWICE = lazy(rf"((?:[ぁ-ヴ]|{KANJI}){{1,4}}?)\1+")
_LONGER_WORD = lazy(f"{KANJI_OR_KATAKANA}{{5,}}")
_KANA_PAIR = lazy("[ぁ-んァ-ヴー]{2}")
_SHORT_WORD = 4
_TURNS = (
    "している",
    "されている",
    "しています",
    "について",
    "において",
    "における",
    "に対して",
    "に関する",
    "によって",
    "により",
    "こととする",
    "ものとする",
    "しなければならない",
    "することができる",
    "してはならない",
)


def slip(before: str, after: str, left: str, right: str) -> Words | None:
    """Which slip of the pen one of two short texts has; `left` and `right` are the texts folded."""
    if _undotted(before, after):
        return Words("濁点の付け違いを直したもので、同じ語です。", "A kana had lost its dots; the same words.")
    if _swapped(before, after) or _clipped(before, after):
        return Words("脱字又は字の入れ替わりを直したもので、同じ語です。", "A dropped or misplaced character was put right.")
    if _look_alikes(left) == _look_alikes(right):
        return Words("形の似た文字の取り違えを直したものです。", "A character was mistaken for one that looks alike.")
    if _mistaken(left, right):
        return Words("字の取り違えを直したもので、同じ語です。", "A character was mistaken for another and was put right.")
    if "ー" in left + right and _shortened(left) == _shortened(right):
        return Words("長音の脱落を直したもので、同じ語です。", "A dropped long vowel was put right.")
    if set(left) == set(right) and _once(left) == _once(right):
        return Words("脱字又は重複を直したもので、同じ語です。", "A dropped or doubled character was put right.")
    return None


def _mistaken(before: str, after: str) -> bool:
    """Whether one text is the other with a word put right of which a character had been mistaken: 論旨解雇 is a slip for 諭旨解雇."""
    return before != after and (rewritten(before, _MISTAKEN_WORD) == after or rewritten(after, _MISTAKEN_WORD) == before)


def _look_alikes(text: str) -> str:
    """The text with signs that are mistaken for each other made one: ニ and 二, ○ and 〇, Ⅲ and III."""
    return text.translate(_LOOK_ALIKE)


def _shortened(text: str) -> str:
    """A longer word without its prolonged sounds: 個人番号カド is a slip for 個人番号カード, ビル is none for ビール."""
    return _LONGER_WORD.sub(lambda match: match.group().replace("ー", ""), text)


def _once(text: str) -> str:
    """The text with words that stand there twice in a row written once: をを, かかる, 実施実施."""
    return _TWICE.sub(r"\1", text)


def _swapped(before: str, after: str) -> bool:
    """Whether two neighbouring kana changed places: 速かやに is a slip for 速やかに."""
    if not len(before) == len(after) >= _SHORT_WORD:
        return False
    head, tail = shared_ends(before, after)
    inner = before[head : len(before) - tail], after[head : len(after) - tail]
    return inner[0] == inner[1][::-1] and bool(_KANA_PAIR.fullmatch(inner[0]))


def _undotted(before: str, after: str) -> bool:
    """Whether one side is a frequent turn of phrase of which a kana of the other has lost its dots: しなけれはならない for しなければならない."""
    if len(before) != len(after) or before.endswith(_TURNS) == after.endswith(_TURNS):
        return False
    differ = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    return len(differ) == 1 and len({normalize("NFD", kana)[0] for kana in differ[0]}) == 1


def _clipped(before: str, after: str) -> bool:
    """Whether one side is a frequent turn of phrase of which the other lost a kana from the middle: しいる for している."""
    short, full = (before, after) if len(before) < len(after) else (after, before)
    if len(full) != len(short) + 1 or not full.endswith(_TURNS) or short in _TURNS:
        return False
    head, tail = shared_ends(short, full)
    return bool(head and tail) and head + tail == len(short)
