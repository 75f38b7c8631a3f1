"""How markers are written: the vocabulary of the patterns, and what may stand at the head of a line.

Patterns are compiled in every run, and all of them at once would cost more than a small text: a line's first sign chooses the few that
it can match, and only those that a text needs are compiled.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aratame.numerals import CIRCLED, JOINT, ROMAN
from aratame.patterns import lazy
from aratame.segmenting import english

BLANK = r"[^\S\r\n]"
KANJI = "[〇一二三四五六七八九十百千]"
ARABIC = "[0-9０-９]"
NUMBER = "[〇一二三四五六七八九十百千0-9０-９]"
KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン]"
ROMAN_LETTERS = "(?:[xｘ]{0,3}(?:[iｉ][xｘ]|[iｉ][vｖ]|[vｖ]?[iｉ]{1,3}|[vｖ]|[xｘ]))"
END = r"(?![^\r\n])"
APART = r"(?!\S)"
"""A blank behind, or the end of the line. As classes and not as lists of signs: each pattern is compiled in every run."""
BRANCH = f"(?:[のノ](?:{KANJI}{{1,5}}|{ARABIC}{{1,5}}))"
REFERRED = (
    "(?:[のをへ、，）)」』⇒→～〜]|及び|又は|並びに|若しくは|乃至|から|まで|[はが](?![ぁ-ん])|で(?:は|も|あ|、)"
    "|と(?:し|は|の|も|お|、|[^ぁ-ん])|に(?:は|つ|よ|お|あ|関|係|掲|規|定|該|基|対|示|記)"
    "|中[「『]|本文|ただし書|[前後]段)"
)
"""Right behind a number these say that it is being referred to: ⑨の「…」, (1)及び(2), ①に掲げる."""
COUNTED = frozenset("年月日時分人円％%件名回歳号項条頁倍個")


def _series(unit: str) -> str:
    """One number or several that share a clause: 第五条から第七条まで, 一及び二. A bound keeps endless series linear."""
    return rf"{unit}(?:{JOINT}{unit}(?:まで)?){{0,6}}"


def _first(name: str, unit: str) -> str:
    """As a series, the first group of a pattern: a joint stands before all units but the first, behind which the group 2 is set.

    The unit is written once, for it takes long to compile.
    """
    return rf"(?P<{name}>(?:(?(2){JOINT}){unit}(?(2)(?:まで)?)()){{1,7}})"


REST = r"[\r\n]+(?:[のにを、]|及び|又は|若しくは|並びに|から)"
"""The line after a number that was only wrapped begins with these."""
CAPTION = rf"[（(][^（()）。\r\n]{{1,60}}[)）](?!{REFERRED})"
_ONE_GROUP = f"第{NUMBER}{{1,9}}[編章節款目]{BRANCH}{{0,6}}"
_ONE_ARTICLE = f"第{NUMBER}{{1,9}}[条條]{BRANCH}{{0,6}}"
_ONE_ITEM = f"{KANJI}{{1,5}}{BRANCH}{{0,6}}"
_ONE_PARAGRAPH = f"[○◯〇]?{ARABIC}{{1,3}}"
GROUP, ARTICLE, ITEM, PARAGRAPH = map(_series, (_ONE_GROUP, _ONE_ARTICLE, _ONE_ITEM, _ONE_PARAGRAPH))
LATER = rf"(?:[○◯〇]?[2-9２-９]{ARABIC}?\u3000|[②-⑳]\u3000)"
"""The number of a paragraph that is not the first, where nothing is left of an article's first one but the article's number (抄)."""
SUBITEM = _series(KANA)
ELISION = r"(?:[（(\[［〔<＜](?:[表図]|別[表記紙]|様式|書式|[前中後]|以下)?略[）)\]］〕>＞]|[（(](?:同左|同上|新設|削る|削除)[）)])"
ABSENCE = r"[（(](?:新設|追加|削る|削除)[）)]"
TABLE = (
    rf"(?:(?:附則)?別{BLANK}*[表記紙図]{BLANK}*|(?:別記)?(?:第{NUMBER}{{1,5}}号{BRANCH}{{0,6}})?(?:様{BLANK}*式|書式)|付{BLANK}*録)"
    rf"(?:第?{NUMBER}{{1,5}}(?:号(?:の?様式)?)?{BRANCH}{{0,6}})?"
)
LISTS = r"(?!\s*(?P=bullet)(?![^\s・･•●◎■□◆◇▼▽]))"
"""Behind a bullet: no row of the same sign, in a line or below each other. That is a leader, a rule or an ornament, and lists nothing."""
WORDS = rf"(?:\u3000|{BLANK}(?![\x00-\x7f]))"
"""A blank and no English words behind it: 「a person」 is no item."""
ANGLE = r"[<＜【〈](?![\x00-\x7f]+>)[^<>＜＞【】〈〉\r\n]{1,60}[>＞】〉]"
"""A block title; <tr> and the like are none."""
CONJUNCTION = r"[ ](?:and|or|of|to|through|above)\b"
PAREN_SIGNS = "".join(
    map(
        chr,
        (
            *range(ord("⑴"), ord("⒇") + 1),
            *range(ord("㈠"), ord("㈩") + 1),
            *range(ord("㋐"), ord("㋾") + 1),
            *range(ord("⒜"), ord("⒵") + 1),
        ),
    )
)
_IN_BRACKETS = rf"(?:[(（](?:{ARABIC}{{1,3}}{BRANCH}{{0,6}}|{KANJI}{{1,3}}|{KANA})[)）]{BRANCH}{{0,6}}|[⑴-⒇㈠-㈩㋐-㋾])"
_OTHER_SIGNS = rf"""(?!{CONJUNCTION})
  | (?P<paren_latin>[(（](?:[a-zａ-ｚ]|{ROMAN_LETTERS})[)）]|[⒜-⒵])(?!{CONJUNCTION})
  | (?P<circled>{_series("[①-⑳⓪-⓾❶-❿㉑-㉟㊱-㊿]")})
"""
SIGNS = f"(?P<paren>{_series(_IN_BRACKETS)}){_OTHER_SIGNS}"
SPACED_ARTICLE = rf"第[ ]{ARABIC}{{1,3}}[ ][条條](?:[ ]?の[ ]?{ARABIC}{{1,3}}){{0,3}}(?![ ]?(?:{REFERRED}|[第各]))"
"""第 3 条, as programs write it that take text from a page: a narrow blank on either side of each number."""
_FIRST_ARTICLE = _first("article", _ONE_ARTICLE)
_FIRST_GROUP = _first("group", _ONE_GROUP)
_FIRST_KANJI = _first("kanji", _ONE_ITEM)
_FIRST_DIGIT = _first("digit", _ONE_PARAGRAPH)
_FIRST_PAREN = _first("paren", _IN_BRACKETS)
_FIRST_KANA = _first("kana", KANA)
_DIGITS = "0123456789０１２３４５６７８９"
_OPENING = "(（[［〔<＜"
_LATIN = "abcdefghijklmnopqrstuvwxyzａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
_PAREN = rf"(?:{_FIRST_PAREN}{_OTHER_SIGNS})(?!{REFERRED})"
_NOTE = rf"(?P<note>(?:備考|[（(]備考[）)]|[（(]?注{ARABIC}{{0,3}}[）)]?)(?![^\s：:]))"
HEADS = (
    ("第", "", rf"{_FIRST_ARTICLE}(?={BLANK}|{END}(?!{REST})|{CAPTION}|[：:])"),
    ("第", " ", rf"(?P<article>{SPACED_ARTICLE})(?={BLANK}|{END})"),
    ("第", "", rf"{_FIRST_GROUP}(?![^\s（(])"),
    ("附付", "", rf"(?P<suppl>[附付]{BLANK}*則)(?![^\s（(])"),
    ("附別第様書付", "", rf"(?P<table>{TABLE})(?={BLANK}*(?:[（(](?!以下|昭|平|令)|{END})|{BLANK})"),
    ("目", "", rf"(?P<toc>目{BLANK}*次){BLANK}*{END}"),
    ("第", "", rf"(?P<dai>第{NUMBER}{{1,4}}){APART}"),
    (KANJI.strip("[]"), "", rf"{_FIRST_KANJI}{APART}"),
    (f"○◯〇{_DIGITS}", "", rf"{_FIRST_DIGIT}(?={BLANK}|{END}|[.．](?!{ARABIC}))"),
    (f"{PAREN_SIGNS}{''.join(CIRCLED)}", "", _PAREN),
    ("(（", "".join((_DIGITS, KANJI.strip("[]"), KANA.strip("[]"), _LATIN)), _PAREN),
    (_DIGITS, "", rf"(?P<half>{ARABIC}{{1,3}}[)）])(?!{REFERRED})"),
    (_DIGITS, "", rf"(?P<dotted>{ARABIC}{{1,2}}(?:[.．\-－]{ARABIC}{{1,2}}){{1,3}}){APART}"),
    (KANA.strip("[]"), "", rf"{_FIRST_KANA}(?={BLANK}|{END}|[.．])"),
    (_LATIN, "", rf"(?P<latin>[a-zａ-ｚ])(?=[.．)）]|{WORDS})"),
    (f"{ROMAN}IVX", "", rf"(?P<roman>[Ⅰ-Ⅻ]|(?:I{{1,3}}|I?V|VI{{1,3}}|I?X)(?=[.．]{BLANK}|{WORDS}))"),
    (_OPENING, "新追削", rf"(?P<absence>{ABSENCE}){BLANK}*{END}"),
    (_OPENING, "表図別様書前中後以略同新削", rf"(?P<elision>{ELISION}){BLANK}*{END}"),
    ("略…", "", rf"(?P<elision>略|…+){BLANK}*{END}"),
    ("※", "", rf"(?P<aside>※{ARABIC}{{0,3}})"),
    ("備注", "", _NOTE),
    ("(（", "備注", _NOTE),
    ("リシ委提移", "", rf"(?P<block>(?:リスク|システム|委託事項|提供先|移転先){ARABIC}{{1,2}})(?![^\s：:．.])"),
    ("(（", "別", rf"(?P<annex>[（(]別添{ARABIC}{{0,2}}[）)])"),
    ("・･•●◎■□◆◇▼▽△▲-*+○◯", "", rf"(?P<bullet>[・･•●◎■□◆◇▼▽]|[△▲](?!{ARABIC})|[-*+○◯](?={BLANK})){LISTS}"),
    ("<＜【〈", "", rf"(?P<angle>{ANGLE}){BLANK}*{END}"),
    *((signs, "", pattern) for signs, pattern in english.HEADS),
)
"""The signs that a marker begins with, those that may stand second (any where none are said), and the pattern of the marker: the first that
matches says what it is. The second sign spares captions the patterns of what is numbered in brackets."""


_PATTERNS = {pattern: lazy(pattern, re.VERBOSE) for _, _, pattern in HEADS}


_KANJI_SIGNS, _KANA_SIGNS, _NUMBER_SIGNS = (KANJI.strip("[]"), KANA.strip("[]"), f"{KANJI.strip('[]')}{_DIGITS}")
_UNITS = {"条": "article", "條": "article", **dict.fromkeys("編章節款目", "group")}


def plain_group(word: str) -> str | None:
    """The group of the pattern that matches a number before a blank, where that is seen without a pattern: 第三条の二, 第一章, 十二, 2, ロ, （１）.

    None says nothing. Nearly all numbers of statutes are written so, and the patterns that know all others take long to compile.
    """
    first, *branches = word.split("の")
    if first[:1] == "第":
        fits = _made_of(first[1:-1], _NUMBER_SIGNS, 9) and len(branches) <= 6 and all(_one_number(branch, 5) for branch in branches)
        return _UNITS.get(first[-1]) if fits else None
    if branches:
        return None
    if word[:1] in ("(", "（") and word[-1:] in (")", "）"):
        within = word[1:-1]
        return "paren" if _one_number(within, 3) or _made_of(within, _KANA_SIGNS, 1) else None
    if _made_of(word, _DIGITS, 3):
        return "digit"
    return "kanji" if _made_of(word, _KANJI_SIGNS, 5) else "kana" if _made_of(word, _KANA_SIGNS, 1) else None


def _one_number(word: str, longest: int) -> bool:
    """Whether `word` is a number in Arabic figures or one in kanji."""
    return _made_of(word, _DIGITS, longest) or _made_of(word, _KANJI_SIGNS, longest)


def _made_of(word: str, signs: str, longest: int) -> bool:
    """Whether `word` has nothing but such signs, at least one and no more than the `longest`."""
    return 0 < len(word) <= longest and not word.strip(signs)


@lru_cache(maxsize=4096)
def heads(signs: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of the markers that begin with these one or two `signs`, in the order in which they are tried."""
    begin, behind = signs[:1], signs[1:]
    return tuple(_PATTERNS[pattern] for first, second, pattern in HEADS if begin and begin in first and (not second or behind in second))
