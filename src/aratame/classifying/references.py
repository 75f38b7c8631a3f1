"""References in running text → what they point at: 第三条第一項及び第二項, 前二項, 同条第三号イ, 附則第二条.

A place in a document is an `Address`, a tuple of steps such as (("article", (3, 2)), ("item", (1,))). The first paragraph of an
article is the article itself, as its number is not printed. Grammar after the drafting rules for 引用 (前条, 同項, 各号 …).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aratame.classifying.stretches import REACH, finds, widen
from aratame.numerals import IROHA, KANJI_NUMBER, marker_value, value
from aratame.patterns import lazy, not_before

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from aratame.model import Span

Address = tuple[tuple[str, tuple[int, ...]], ...]

N = rf"(?:{KANJI_NUMBER}{{1,12}}+|\d{{1,12}}+)"
"""A number as written."""
_LEVEL_SIGNS = {"目": "\x03", "編": "\x04", "章": "\x04", "節": "\x04", "款": "\x04", "条": "\x05", "項": "\x06", "号": "\x07"}
_VIEW = str.maketrans(dict.fromkeys(KANJI_NUMBER.strip("[]"), "\x01") | dict.fromkeys("二三四五六七八九十", "\x02") | _LEVEL_SIGNS)
"""What the grammar of citations reads: control characters for the kanji that count provisions from two (前二項), for the other kanji of numbers,
and for the levels.

A set of kanji at every place where a number or a level may stand took Python longer to compile than a statute's citations take to read.
"""
_N = r"(?:[\x01\x02]{1,12}+|\d{1,12}+)"
_ARABIC = r"\d{1,4}+"
"""Rules of associations and firms leave 第 out: 24条."""
_BEHIND_LEVEL = r"(?<=[\x05-\x07])"
_OR_ITEM = r"[\x06\x07]"
"""A paragraph or an item: 項, 号."""
_BRANCH = rf"(?:[のノ]{_N}{not_before('部団括般環切連定割')}(?!分の))*"
_STEP = rf"(?:第{_N}[\x03-\x07]|{_BEHIND_LEVEL}{_N}{_OR_ITEM}|(?<![\d第]){_ARABIC}\x05{not_before('件例約文')}){_BRANCH}"
_NO_LEVEL = not_before("例約件俸令")
_RELATIVE = rf"(?:(?:[前次][\x02\d]*[\x04-\x07]|[同本](?:[\x04-\x07]|表)){_NO_LEVEL}|前?各{_OR_ITEM})"
_SUBITEM = r"(?:(?<=[\x07\x01\x02\d])[ア-ン](?![ア-ンー])|(?<=\x07)[a-zａ-ｚ](?![a-zａ-ｚ])|(?<=[ア-ン])[（(](?:\d{1,2}|[\x01\x02]{1,3}|[ivxｉｖｘ]{1,4})[）)])"
_PART = r"(?:本文|ただし書|但書|前段|後段|各\x07列記以外の部分|柱書)"
_ANNEX = rf"(?:別表|別記様式|様式|別記|別紙|別添|別図|付表|付録)(?:第?{_N}(?:\x07|の\x06)?{_BRANCH}(?:の\x06)?)?"
ONE = rf"(?:附則)?(?:{_STEP}|{_RELATIVE})(?:{_STEP}|各{_OR_ITEM}(?!列記)|{_SUBITEM})*{_PART}?|{_ANNEX}|附則"
_JOINING = "及び 並びに 又は 若しくは および または もしくは ならびに 、 ， , ・ から ～ 〜 乃至 ないし"
JOINING = tuple(_JOINING.split())
"""Words that join citations: where one of them alone changed, what is cited has not."""
JOIN = f"(?:{'|'.join(JOINING)})"
_FIRST = "第前次同本各別様付附"
_SINGLE = lazy(rf"(?=[{_FIRST}\d]|{_BEHIND_LEVEL})(?:{ONE})")
"""What a citation begins with is told first: running text has one in thirty characters, and the others cost next to nothing."""
_BETWEEN = lazy(rf"(?:まで)?(?:\s?{JOIN}\s?|[ ]?)")
_NUMBER = lazy(N)
_ORDINAL = lazy(rf"(?<!\d)第(?={N})")
_ONE_WAY = str.maketrans("，,ノ", "、、の")
_PIECE = lazy(rf"附則|{_STEP}|{_RELATIVE}|{_SUBITEM}")
LEVELS = {
    "編": "part",
    "章": "chapter",
    "節": "section",
    "款": "subsection",
    "目": "division",
    "条": "article",
    "項": "paragraph",
    "号": "item",
}
ORDER = (
    "suppl_provision",
    "part",
    "chapter",
    "section",
    "subsection",
    "division",
    "article",
    "paragraph",
    "item",
    "subitem",
    *(f"subitem{depth}" for depth in range(2, 11)),
)
EXTERNAL = lazy(
    r"(?<!この)(?<!本)(?<!当該)(?<!附)(?:法|令|条例|規則|規程|規約|省令|府令|政令|告示|要綱|要領|法律|憲法|約款|訓令|指針|契約|契約書|協定|協定書|条約)(?:[（(][^（）()]*[）)])?[」』]?(?:の)?\s*$"
)
_NAME_REACH = 60
"""How far before a citation the name of its instrument is looked for, in code points."""
_ENDS = frozenset("法令例則程約示綱領律款訓指針契書協定）)」』の")
"""Signs with which `EXTERNAL` ends."""


def stands_behind_instrument(text: str, place: int) -> bool:
    """Whether the name of another instrument ends before a place of a text: 民法|第五条."""
    before = text[max(0, place - _NAME_REACH) : place].rstrip()
    return before[-1:] in _ENDS and bool(EXTERNAL.search(before))


def singles(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where citations stand between two places of a text, each by itself."""
    low, found = _found(text, start, end)
    for match in found:
        yield low + match.start(), low + match.end()


def _found(text: str, start: int, end: int | None) -> tuple[int, Iterator[re.Match[str]]]:
    """The citations between two places of a text, in a view of it that begins at the place given first."""
    low = max(0, start - 1)  # one sign more, for what a citation may not stand behind
    return low, _SINGLE.finditer(text[low:end].translate(_VIEW), start - low)


def lists(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where citations stand between two places of a text; those that are joined (及び, から … まで) are one."""
    first = last = -1
    low, found = _found(text, start, end)
    for match in found:
        begin, stop = match.span()
        if last < 0 or not _BETWEEN.fullmatch(text, last, low + begin):
            if last >= 0:
                yield first, _through(text, last)
            first = low + begin
        last = low + stop
    if last >= 0:
        yield first, _through(text, last)


def _through(text: str, end: int) -> int:
    """The end of a list, a まで behind it included."""
    return end + 2 if text.startswith("まで", end) else end


_KANA_AND_LETTERS = (*range(ord("ァ"), ord("ー") + 1), *range(ord("ａ"), ord("ｚ") + 1))
_ANNEX_SIGNS = "表別様付附"
LISTS = finds(lists, (*_LEVEL_SIGNS, *_ANNEX_SIGNS), ONE, KANJI_NUMBER, _LEVEL_SIGNS, JOIN, "まで", map(chr, _KANA_AND_LETTERS))
"""Finds citations, each of which has a level or names an annex. Their signs are those of the patterns, with what stands there as a range."""


_BEGINS = frozenset("0123456789０１２３４５６７８９").union(_FIRST, KANJI_NUMBER, _LEVEL_SIGNS)
_NOTHING_GOES_ON = "のにをはがでとおい"
"""Where only these follow before the first sign that no citation has, a citation has ended: 第三条|において, 第三条|の規定."""


def cited(text: str, span: Span) -> Span:
    """A span with all citations that overlap it; where it is empty, with what holds its place inside."""
    start, end = span
    if start < end and is_list(text[start:end]):
        near, behind = text[max(0, start - REACH) : start], text[end : end + REACH].lstrip(_NOTHING_GOES_ON)
        if behind[:1] not in LISTS.signs and _BEGINS.isdisjoint(near[len(near.rstrip(LISTS.written)) :]):
            return span
    return widen(LISTS, text, span)


@lru_cache(maxsize=4096)
def is_list(text: str) -> bool:
    """Whether a text is citations and nothing else. Several rules ask it of every edit, so answers are kept."""
    if not (text[:1] in _FIRST or text[:1].isdecimal()) or not LISTS.signs.issuperset(text):
        return False
    return next(lists(text, 0, len(text)), None) == (0, len(text))


@lru_cache(maxsize=1024)
def step(text: str) -> tuple[str, tuple[int, ...]] | None:
    """第三条の二 → ("article", (3, 2)); イ → ("subitem", (1,)); None for what has no number."""
    level = next((LEVELS[sign] for sign in text if sign in LEVELS), None)
    if level:
        number = marker_value(text)
        return (level, number) if number else None
    if text in IROHA:
        return "subitem", (IROHA.index(text) + 1,)
    return None


@lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[str, ...]:
    """The parts of a citation, in order."""
    return tuple([text[slice(*match.span())] for match in _PIECE.finditer(text.translate(_VIEW))])


def apart(before: str, after: str) -> bool:
    """Whether two texts are other numbers, or citations and nothing else, of provisions with other numbers."""
    if is_list(before) and is_list(after):
        return _numbers(before) != _numbers(after)
    if not before[:1].isnumeric() and before != "元":  # no number begins with anything else
        return False
    one, other = value(before), value(after)
    return one is not None and other is not None and one != other


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[int | None, ...]:
    return tuple([value(number) for number in _NUMBER.findall(text)])


def canonical(text: str) -> str:
    """The citation with its numbers as values, 第 left out before 項 and 号: 第二条二項 and 第2条第2項 are the same."""
    bare = _ORDINAL.sub("", "".join(text.split()))
    numbers = _NUMBER.sub(lambda match: f"<{value(match.group())}>", bare)
    return numbers.translate(_ONE_WAY)
