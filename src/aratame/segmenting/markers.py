"""Text → marks: what may be a clause's number, at the heads of its lines.

A mark is a candidate. Whether it opens a clause is decided in `grammar`, where its number is held against the numbers
before it: 「2」 is a paragraph after 1 and a stray figure after 7.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aratame.numerals import AIUEO, CIRCLED, CIRCLED_KANA, IROHA, JOINT, marker_value, roman
from aratame.segmenting import english

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANK = "[ \t\u3000\u00a0]"
KANJI = "[〇一二三四五六七八九十百千]"
ARABIC = "[0-9０-９]"
NUMBER = "[〇一二三四五六七八九十百千0-9０-９]"
KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン]"
ROMAN_LETTERS = "(?:[xｘ]{0,3}(?:[iｉ][xｘ]|[iｉ][vｖ]|[vｖ]?[iｉ]{1,3}|[vｖ]|[xｘ]))"
END = r"(?![^\r\n])"
BRANCH = f"(?:[のノ]{NUMBER}{{1,5}})"
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


REST = r"[\r\n]+(?:[のにを、]|及び|又は|若しくは|並びに|から)"
"""The line after a number that was only wrapped begins with these."""
CAPTION = rf"[（(][^（()）。\r\n]{{1,60}}[)）](?!{REFERRED})"
GROUP = _series(f"第{NUMBER}{{1,9}}[編章節款目]{BRANCH}{{0,6}}")
ARTICLE = _series(f"第{NUMBER}{{1,9}}[条條]{BRANCH}{{0,6}}")
ITEM = _series(f"{KANJI}{{1,5}}{BRANCH}{{0,6}}")
PARAGRAPH = _series(f"[○◯〇]?{ARABIC}{{1,3}}")
SUBITEM = _series(KANA)
ELISION = r"(?:[（(\[［〔<＜](?:[表図]|別[表記紙]|様式|書式|[前中後]|以下)?略[）)\]］〕>＞]|[（(](?:同左|同上|新設|削る|削除)[）)])"
TABLE = (
    rf"(?:(?:附則)?別{BLANK}*[表記紙図]{BLANK}*(?:第?{NUMBER}{{1,5}}(?:号(?:の?様式)?)?{BRANCH}{{0,6}})?"
    rf"|(?:別記)?(?:第{NUMBER}{{1,5}}号{BRANCH}{{0,6}})?(?:様{BLANK}*式|書式)(?:第?{NUMBER}{{1,5}}号?{BRANCH}{{0,6}})?"
    rf"|付{BLANK}*録(?:第?{NUMBER}{{1,5}})?)"
)
WORDS = rf"(?:\u3000|{BLANK}(?![\x00-\x7f]))"
"""A blank and no English words behind it: 「a person」 is no item."""
ANGLE = r"[<＜【〈](?![\x00-\x7f]+>)[^<>＜＞【】〈〉\r\n]{1,60}[>＞】〉]"
"""A block title; <tr> and the like are none."""
CONJUNCTION = r"[ ](?:and|or|of|to|through|above)\b"
SIGNS = rf"""
    (?P<paren>{_series(rf"(?:[(（]{ARABIC}{{1,3}}{BRANCH}{{0,6}}[)）]{BRANCH}{{0,6}}|[⑴-⒇])")})(?!{CONJUNCTION})
  | (?P<paren_kanji>{_series(rf"(?:[(（]{KANJI}{{1,3}}[)）]|[㈠-㈩])")})
  | (?P<paren_kana>{_series(f"(?:[(（]{KANA}[)）]|[㋐-㋾])")})
  | (?P<paren_latin>[(（](?:[a-zａ-ｚ]|{ROMAN_LETTERS})[)）]|[⒜-⒵])(?!{CONJUNCTION})
  | (?P<circled>{_series(f"[{''.join(CIRCLED)}]")})
"""
LINE_HEAD = rf"""(?:
    (?P<group>{GROUP})(?={BLANK}|{END}|[（(])
  | (?P<article>{ARTICLE})(?={BLANK}|{END}(?!{REST})|{CAPTION}|[：:])
  | (?P<suppl>[附付]{BLANK}*則)(?={BLANK}|{END}|[（(])
  | (?P<table>{TABLE})(?={BLANK}*(?:[（(](?!以下|昭|平|令)|{END})|{BLANK})
  | (?P<toc>目{BLANK}*次){BLANK}*{END}
  | (?P<dai>第{NUMBER}{{1,4}})(?={BLANK}|{END})
  | (?P<kanji>{ITEM})(?={BLANK}|{END})
  | (?P<digit>{PARAGRAPH})(?={BLANK}|{END}|[.．](?!{ARABIC}))
  | (?:{SIGNS})(?!{REFERRED})
  | (?P<half>{ARABIC}{{1,3}}[)）])(?!{REFERRED})
  | (?P<dotted>{ARABIC}{{1,2}}(?:[.．\-－]{ARABIC}{{1,2}}){{1,3}})(?={BLANK}|{END})
  | (?P<kana>{SUBITEM})(?={BLANK}|{END}|[.．])
  | (?P<latin>[a-zａ-ｚ])(?=[.．)）]|{WORDS})
  | (?P<roman>[Ⅰ-Ⅻ]|(?:I{{1,3}}|I?V|VI{{1,3}}|I?X)(?=[.．]{BLANK}|{WORDS}))
  | (?P<elision>{ELISION}|略|…+){BLANK}*{END}
  | (?P<aside>※{ARABIC}{{0,3}})
  | (?P<note>(?:備考|[（(]備考[）)]|[（(]?注{ARABIC}{{0,3}}[）)]?)(?={BLANK}|{END}|[：:]))
  | (?P<block>(?:リスク|システム|委託事項|提供先|移転先){ARABIC}{{1,2}})(?={BLANK}|{END}|[：:．.])
  | (?P<annex>[（(]別添{ARABIC}{{0,2}}[）)])
  | (?P<bullet>[・･•●◎■□◆◇▼▽]|[△▲](?!{ARABIC})|[-*+○◯](?={BLANK}))
  | (?P<angle>{ANGLE}){BLANK}*{END}
  | {english.HEADS}
  | (?P<title>)(?<=[#]{BLANK})
)"""
_LEAD = rf"(?P<lead>{BLANK}*)(?P<hashes>[#]{{1,6}}{BLANK})?"
_FIRST = re.compile(_LEAD + LINE_HEAD, re.VERBOSE)
_OTHERS = re.compile(rf"[\r\n]{_LEAD}{LINE_HEAD}", re.VERBOSE)
_GROUP_SORTS = {"編": "part", "章": "chapter", "節": "section", "款": "subsection", "目": "division"}
_ALONE_SIGNS = frozenset(("", "\r", "\n", "(", "（"))
ALONE = {"article", "digit", "kanji", "kana"}
"""Sorts that cells of tables consist of."""
_FAMILIES = {"group", "bullet", "dotted", "block"} | english.GROUPS
_NARROW = {code: code - 0xFEE0 for code in range(ord("ａ"), ord("ｚ") + 1)}
_DIGITS = re.compile(f"{ARABIC}+")
_JOINT = re.compile(JOINT)


class Mark(NamedTuple):
    """A candidate.

    `start` is where its clause would start (at Markdown's #, if any), `[at, end)` the marker itself. `value` is its number with
    branches and `last` that of the last number where it names several. `indent` counts the columns of blanks before it and `hashes`
    Markdown's #. A mark is `firm` where what stands around it leaves no doubt. `reach` is where the entries end that belong
    to the mark itself (目次), 0 where it has none.
    """

    sort: str
    start: int
    at: int
    end: int
    value: tuple[int, ...]
    last: tuple[int, ...]
    indent: int = 0
    hashes: int = 0
    firm: bool = True
    english: bool = False
    reach: int = 0


@lru_cache(maxsize=16384)
def worth(sort: str, marker: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last number that a marker names, () for one that names none.

    A kana stands in two orders at once, イロハ and アイウ, and so does i, as a letter and as a number; the value of such a
    sign holds its place in both.

    >>> worth("article", "第五条から第七条の二まで"), worth("kana", "イ")
    (((5,), (7, 2)), ((1, 2), (1, 2)))
    """
    if sort.startswith("en_"):
        return english.worth(marker)
    parts = _JOINT.split(marker) if len(marker) > 2 else [marker]
    read = _kana if sort in ("kana", "paren_kana") else _letter if sort in ("latin", "paren_latin") else marker_value
    first, last = (read(part) or () for part in (parts[0], parts[-1].removesuffix("まで")))
    return first, last


def _kana(marker: str) -> tuple[int, ...]:
    """The places of a kana in イロハ and in アイウ."""
    sign = marker.strip("（）()")
    if "㋐" <= sign <= "㋾":
        sign = CIRCLED_KANA[ord(sign) - ord("㋐")]
    return (IROHA.find(sign) + 1, AIUEO.find(sign) + 1)


def _letter(marker: str) -> tuple[int, ...]:
    """The places of a letter in the alphabet and among Roman numbers, 0 where it has none: i is (9, 1), ii (0, 2)."""
    if "⒜" <= marker <= "⒵":
        return (ord(marker) - ord("⒜") + 1, 0)
    letters = marker.strip("（）()").translate(_NARROW)
    alphabet = ord(letters) - ord("a") + 1 if len(letters) == 1 else 0
    return (alphabet, roman(letters) if set(letters) <= set("ivx") else 0)


def line_marks(text: str) -> list[Mark]:
    """The marks at the heads of the lines of `text`, in order.

    Numbers that stand alone on their line are headings in texts that print them so, and cells of a table in others.
    """
    first = _FIRST.match(text)
    marks = [] if first is None else [mark_of(first)]
    marks.extend(map(mark_of, _OTHERS.finditer(text)))
    if any(mark.english for mark in marks):
        marks = list(_with_first_paragraphs(text, marks))
    articles = [mark.firm for mark in marks if mark.sort == "article"]
    if sum(articles) * 2 < len(articles):
        return [mark._replace(firm=True) if mark.sort in ALONE else mark for mark in marks]
    return marks


def _with_first_paragraphs(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """The marks with the (1) that stands behind an English article's own number."""
    for mark in marks:
        yield mark
        match = english.FIRST_PARAGRAPH.match(text, mark.end) if mark.english and mark.sort == "article" else None
        if match is not None:
            yield Mark("paren", match.start("paren"), match.start("paren"), match.end(), (1,), (1,))


def mark_of(match: re.Match[str]) -> Mark:
    """The mark that a match of `LINE_HEAD` found."""
    group = match.lastgroup or ""
    at, end = match.span(group)
    marker = match[group]
    sort = sort_of(group, marker)
    value, last = worth(group, marker)
    lead, start = match.span("lead")
    firm = sort not in ALONE or _is_spaced(match.string, end)
    if start == lead and start == at:
        return Mark(sort, start, at, end, value, last, 0, 0, firm, group in english.GROUPS)
    hashes = match.end("hashes") - start - 1 if match["hashes"] else 0
    return Mark(sort, start, at, end, value, last, _width(match["lead"]), hashes, firm, group in english.GROUPS)


def sort_of(group: str, marker: str) -> str:
    """The sort of a marker that the pattern's `group` matched: chapters are told from sections, one bullet from another."""
    if group not in _FAMILIES:
        return group
    if group == "group":
        return _GROUP_SORTS[next(sign for sign in marker if sign in _GROUP_SORTS)]
    if group == "bullet":
        return "bullet" + ("-" if marker in "-*+" else marker)
    if group in ("dotted", "block"):
        return group + _DIGITS.sub("", marker)
    return english.sort_of(group, marker)


def _width(blanks: str) -> int:
    """How far `blanks` indent, in columns: a full-width blank is two, a tab four."""
    return len(blanks) + blanks.count("\u3000") + 3 * blanks.count("\t")


def _is_spaced(text: str, end: int) -> bool:
    """Whether words stand behind the number that ends at `end`, after a blank, and it does not count them: 30 日, 5 persons."""
    after = text[end : end + 2]
    return after[:1] not in _ALONE_SIGNS and not (after[0] == " " and (after[1:] in COUNTED or "a" <= after[1:] <= "z"))
