"""The same words written otherwise: folds under which they become equal.

A fold is a claim that a drafter would sign, so each is made of closed lists (`writings`) or of a rule without exceptions: widths,
kana, okurigana, variant characters, punctuation, numbers by value. Pairs that drafters tell apart (とき/時, もの/物, 超える/越える,
規定/規程, 作成/作製) stay apart under all of them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel, Postfix, Prefix

from aratame.classifying.rewriting import by_sign, pairs, rewritten
from aratame.classifying.writings import (
    CUSTOMARY,
    HOMOPHONES,
    LONGER_OKURIGANA,
    LOOK_ALIKES,
    MISTAKEN_WORDS,
    NEW_CHARACTERS,
    OKURIGANA,
    OLD_CHARACTERS,
    VARIANTS,
    WRITINGS,
)
from aratame.lexing.readings import reading, small_tsu
from aratame.model import Words
from aratame.numerals import KANJI_NUMBER, value
from aratame.patterns import lazy
from aratame.values import Amount, Moment, find
from aratame.values.amounts import AMOUNT_SIGNS, parts
from aratame.values.dates import DATE_SIGNS, dates, era_year
from aratame.values.units import SAME_UNIT

_SIGNS = dict(zip(map(ord, "，,．､｡･〜～“”’‘〔〕＜＞〈〉"), "、、.、。・~~\"\"''[]<><>", strict=True)) | dict.fromkeys(
    map(ord, "‐‑‒–—―−－"), "-"
)
_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "} | _SIGNS
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゐゑヰヱヴ", "あいうえおつやゆよわアイウエオツヤユヨワカケいえイエブ")
_CHARACTERS = str.maketrans(dict(zip(OLD_CHARACTERS, NEW_CHARACTERS, strict=True)) | pairs(VARIANTS))
_WRITINGS = {left.translate(_SMALL): right.translate(_SMALL) for left, right in pairs(WRITINGS).items()}
_LONGER = tuple(pairs(LONGER_OKURIGANA).items())
_LONGER_FIRST = frozenset(longer[0] for longer, _ in _LONGER)
_APART = frozenset("物者時所超越")
_HIRAGANA = "".join(map(chr, range(ord("ぁ"), ord("ん") + 1)))
_LONGEST_WORD = 24


_WRITING = by_sign(_WRITINGS)
_HOMOPHONE = by_sign(pairs(HOMOPHONES))
_CUSTOM = by_sign(pairs(CUSTOMARY))
_STEM = by_sign({stem: stem.rstrip(_HIRAGANA) for stem in OKURIGANA.split()})
_PROLONGED = lazy(r"(?<=[ァ-ヴー]{2})ー(?![ァ-ヴー])")
_NUMBERS = lazy(rf"(?:{KANJI_NUMBER}|[0-9])+")
_FORM = lazy(rf"第((?:{KANJI_NUMBER}|[0-9０-９])+)号様式")
_HALF_KANA = lazy(r"[ｦ-ﾟ]+")
_THOUSANDS = lazy(r"(?<=\d)[,，](?=\d{3})")
_KANA = lazy("[ぁ-んァ-ヴー]*")
_FOLDED = DATE_SIGNS.union(
    AMOUNT_SIGNS,
    "第",
    KANJI_NUMBER,
    OLD_CHARACTERS,
    NEW_CHARACTERS,
    VARIANTS,
    HOMOPHONES,
    CUSTOMARY,
    WRITINGS,
    MISTAKEN_WORDS,
    LOOK_ALIKES,
    LOOK_ALIKES.values(),
)
"""The kanji that some fold changes, drops or writes; all others stay as they are under every fold."""


@lru_cache(maxsize=4096)
def width(text: str) -> str:
    """The text with widths, blanks, dashes, brackets and commas made one; marks such as ① and Ⅲ stay."""
    narrow = _HALF_KANA.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    if "," in narrow or "，" in narrow:
        narrow = _THOUSANDS.sub("", narrow)
    return "".join(narrow.translate(_NARROW).split())


@lru_cache(maxsize=4096)
def numbers(text: str) -> str:
    """The text with every date and quantity, then every other number, as its value: 三十日 and 30日 are the same."""
    values = find(text)
    if not values:
        return _bare_numbers(text)
    out: list[str] = []
    at = 0
    for found in values:
        out.append(_bare_numbers(text[at : found.span.start]))
        out.append(f"<{_key(found.value)}>")
        at = found.span.end
    return "".join((*out, _bare_numbers(text[at:])))


def forms(text: str) -> str:
    """The text with every form named one way: 第1号様式 and 様式第1号 are the same."""
    return _FORM.sub(r"様式第\1号", text) if "号様式" in text else text


def may_be_same(before: str, after: str) -> bool:
    """Whether two texts could be the same words at all, told by the signs in which they differ before any fold is made.

    A kanji that no fold touches stands on both sides, or the other side spells it out in kana, which never takes fewer signs. A single
    sign may be a slip.
    """
    head, tail = shared_ends(before, after)
    left, right = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(left) + len(right) == 1:
        return True
    lost, come = _kept(left, after), _kept(right, before)
    return (not lost or lost <= _kana_in(right)) and (not come or come <= _kana_in(left))


def _kept(text: str, other: str) -> int:
    """How many different kanji that no fold touches stand in a text and not in the other."""
    return len([sign for sign in set(text) - _FOLDED if "一" <= sign <= "鿿" and sign not in other])


def _kana_in(text: str) -> int:
    """How many signs of a text are kana."""
    return len([sign for sign in text if "ぁ" <= sign <= "ん" or "ァ" <= sign <= "ー"])


def unit_or_era(before: str, after: str) -> Words | None:
    """Why two texts of one value are written with other units or eras: 2時間 and 120分, 令和元年 and 平成31年; None where they are not."""
    if _eras(before) != _eras(after):
        return Words("元号又は西暦の書き方が違い、同じ時点です。", "Another era or calendar; the same date.")
    if _sizes(before) != _sizes(after):
        return Words("単位が違い、値は同じです。", "Another unit; the same value.")
    return None


def _eras(text: str) -> list[int]:
    """The first years of the eras that a text names, 0 for the common era."""
    return [era_year(date) for date in dates(text) if any(date.part[name] for name in ("era", "dot_era", "ad", "plain", "iso_year"))]


def _sizes(text: str) -> list[tuple[str, int]]:
    """The units of a text's amounts, those that are one unit by one name."""
    amounts = (text[slice(*found.span)] for found in find(text) if isinstance(found.value, Amount))
    return [SAME_UNIT.get(part.unit, (part.unit, 1)) for amount in amounts for part in parts(amount)]


def _key(found: Moment | Amount) -> str:
    if isinstance(found, Amount):
        return f"{found.number}{found.unit}"
    return "/".join(str(part) for part in found)


def _bare_numbers(text: str) -> str:
    return _NUMBERS.sub(lambda match: str(number) if (number := value(match.group())) is not None else match.group(), text)


def kana(text: str) -> str:
    """The text with small and old kana, okurigana and the writings of 公用文 made one."""
    folded = rewritten(text.translate(_SMALL), _WRITING)
    if not _LONGER_FIRST.isdisjoint(folded):
        for longer, shorter in _LONGER:
            folded = folded.replace(longer, shorter)
    folded = rewritten(folded, _STEM)
    return _PROLONGED.sub("", folded) if "ー" in folded else folded


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text under all folds. What one of them makes equal stays equal under those behind it, so this alone tells whether any does."""
    return numbers(forms(kana(customary(homophones(signs(text))))))


def signs(text: str) -> str:
    """The text under the folds of signs alone."""
    return variants(width(text))


def variants(text: str) -> str:
    """The text with old and variant forms of characters made one."""
    return text.translate(_CHARACTERS)


def homophones(text: str) -> str:
    """The text with kanji that were replaced for good by others of the same sound made one: 聯絡 and 連絡, 附属 and 付属."""
    return rewritten(text, _HOMOPHONE)


def customary(text: str) -> str:
    """The text with words that custom writes with one kanji or another made one: 目処 and 目途."""
    return rewritten(text, _CUSTOM)


def read_alike(before: str, after: str) -> bool:
    """Whether two words are read alike and differ only where one side has kana: 漏洩 and 漏えい, not 規定 and 規程.

    とき/時, もの/物, ところ/所 and こえる/超える, which drafters tell apart, do not count.
    """
    if max(len(before), len(after)) > _LONGEST_WORD:
        return False
    head, tail = shared_ends(before, after)
    for operation, left, right in _segments(before[head : len(before) - tail], after[head : len(after) - tail]):
        if operation == "equal":
            continue
        kana_beside = (left and _KANA.fullmatch(left)) or (right and _KANA.fullmatch(right))
        if not kana_beside or _APART & {*left, *right}:
            return False
    readings = reading(small_tsu(before)), reading(small_tsu(after))
    return bool(readings[0]) and readings[0] == readings[1]


def _segments(before: str, after: str) -> list[tuple[str, str, str]]:
    """The stretches in which two texts are equal and those in which they are not, in turn."""
    segments: list[tuple[str, str, str]] = []
    for block in Indel.opcodes(before, after):
        left, right = before[block.src_start : block.src_end], after[block.dest_start : block.dest_end]
        if block.tag != "equal" and segments and segments[-1][0] != "equal":
            left, right = segments[-1][1] + left, segments[-1][2] + right
            segments.pop()
        segments.append(("equal" if block.tag == "equal" else "other", left, right))
    return segments


def shared_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts begin with alike, and how many of the rest they end with alike."""
    head = Prefix.similarity(before, after)
    return head, min(Postfix.similarity(before, after), min(len(before), len(after)) - head)
