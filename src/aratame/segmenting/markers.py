"""Text → marks: what may be a clause's number, at the heads of its lines.

A mark is a candidate. Whether it opens a clause is decided in `grammar`, where its number is held against the numbers
before it: 「2」 is a paragraph after 1 and a stray figure after 7.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aratame.numerals import AIUEO, CIRCLED_KANA, IROHA, JOINT, marker_value, roman
from aratame.segmenting import english
from aratame.segmenting.heads import ARABIC, BLANK, COUNTED, KANA, KANJI, head

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(rf"(?P<lead>{BLANK}*)(?:(?P<hashes>[#]{{1,6}}){BLANK}+)?(?P<sign>[^\r\n])[^\r\n]*")
_GROUP_SORTS = {"編": "part", "章": "chapter", "節": "section", "款": "subsection", "目": "division"}
_ALONE_SIGNS = frozenset(("", "\r", "\n", "(", "（"))
ALONE = {"article", "digit", "kanji", "kana"}
"""Sorts that cells of tables consist of."""
_FAMILIES = {"group", "bullet", "dotted", "block"} | english.GROUPS
_KANJI_SIGNS = frozenset(f"{KANJI}㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
_KANA_SIGNS = frozenset(f"{KANA}{''.join(map(chr, range(ord('㋐'), ord('㋾') + 1)))}")
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

    def shifted(self, by: int) -> Mark:
        """The mark in a text before which `by` characters more stand."""
        return self._replace(start=self.start + by, at=self.at + by, end=self.end + by)


@lru_cache(maxsize=16384)
def named(group: str, marker: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """What a marker says that the pattern's `group` matched: its sort, and the first and the last number that it names, () for none.

    A kana stands in two orders at once, イロハ and アイウ, and so does i, as a letter and as a number; the value of such a
    sign holds its place in both.

    >>> named("article", "第五条から第七条の二まで"), named("kana", "イ")
    (('article', (5,), (7, 2)), ('kana', (1, 2), (1, 2)))
    """
    sort = _sort_of(group, marker)
    if group in english.GROUPS:
        return sort, *english.worth(marker)
    parts = _JOINT.split(marker) if len(marker) > 2 else [marker]
    read = _kana if sort in ("kana", "paren_kana") else _letter if sort in ("latin", "paren_latin") else marker_value
    first, last = (read(part) or () for part in (parts[0], parts[-1].removesuffix("まで")))
    return sort, first, last


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
    marks = [mark for mark in map(_mark, _LINE.finditer(text)) if mark is not None]
    if any(mark.english for mark in marks):
        marks = [mark._replace(english=_is_english(text, mark)) for mark in _with_first_paragraphs(text, marks)]
    articles = [mark.firm for mark in marks if mark.sort == "article"]
    if sum(articles) * 2 < len(articles):
        return [mark._replace(firm=True) if mark.sort in ALONE else mark for mark in marks]
    return marks


def _is_english(text: str, mark: Mark) -> bool:
    """Whether a mark is one of an English text: by its own words, or those behind its number."""
    words = text[mark.end : mark.end + 9].lstrip(' \t\u3000.)"“')
    return mark.english or (words[:1].isascii() and words[:1].isalpha())


def _with_first_paragraphs(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """The marks with the (1) that stands behind an English article's own number."""
    for mark in marks:
        yield mark
        match = english.FIRST_PARAGRAPH.match(text, mark.end) if mark.english and mark.sort == "article" else None
        if match is not None:
            yield Mark("paren", match.start("paren"), match.start("paren"), match.end(), (1,), (1,))


def _mark(line: re.Match[str]) -> Mark | None:
    """The mark at the head of a line; a heading of Markdown's is one without a number, too."""
    text = line.string
    lead, hashed, sign = line.group("lead", "hashes", "sign")
    start, at = line.end("lead"), line.start("sign")
    pattern = head(sign)
    match = pattern.match(text, at) if pattern else None
    hashes = len(hashed or "")
    if match is None:
        return Mark("title", start, at, at, (), (), 0, hashes) if hashes else None
    group = match.lastgroup or ""
    end = match.end(group)
    sort, value, last = named(group, text[at:end])
    firm = sort not in ALONE or _is_spaced(text, end)
    return Mark(sort, start, at, end, value, last, _width(lead) if lead else 0, hashes, firm, group in english.GROUPS)


def _sort_of(group: str, marker: str) -> str:
    """The sort of a marker: chapters are told from sections, one bullet from another."""
    if group == "paren":
        sign = marker[1:2] or marker
        return "paren_kanji" if sign in _KANJI_SIGNS else "paren_kana" if sign in _KANA_SIGNS else group
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
    """How far `blanks` indent, in columns: a full-width blank is two, a tab goes to the next fourth one, as in Markdown."""
    return len(blanks.expandtabs(4)) + blanks.count("\u3000")


def _is_spaced(text: str, end: int) -> bool:
    """Whether words stand behind the number that ends at `end`, after a blank, and it does not count them: 30 日, 5 persons."""
    after = text[end : end + 2]
    return after[:1] not in _ALONE_SIGNS and not (after[0] == " " and (after[1:] in COUNTED or "a" <= after[1:] <= "z"))
