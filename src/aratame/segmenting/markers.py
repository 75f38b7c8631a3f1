"""Text → marks: what may be a clause's number, at the heads of its lines.

A mark is a candidate. Whether it opens a clause is decided in `grammar`, where its number is held against the numbers
before it: 「2」 is a paragraph after 1 and a stray figure after 7.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aratame.numerals import AIUEO, CIRCLED_KANA, IROHA, JOINT, marker_value, roman
from aratame.patterns import lazy
from aratame.segmenting import english
from aratame.segmenting.heads import ARABIC, COUNTED, KANA, KANJI, LATER, heads, plain_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.segmenting.lines import Page

_HASHES = lazy(r"(?P<hashes>#{1,6})\s+(?=\S)")
_BROKEN_OFF = lazy(r"[ぁ-ん]、[^。\r\n]*[^。、，）」』)：:\s][^\S\r\n]*\r?\n[^\S\r\n]*\Z")
"""The end of a line within a sentence; a caption, a heading or the text of an article ends otherwise."""
_GROUP_SORTS = {"編": "part", "章": "chapter", "節": "section", "款": "subsection", "目": "division"}
_ALONE_SIGNS = frozenset(("", "\r", "\n", "(", "（"))
ALONE = {"article", "digit", "kanji", "kana"}
"""Sorts that cells of tables consist of."""
NUMBERED = {"article", "digit", "kanji", "kana", "paren", "paren_kanji", "paren_kana"}
"""Sorts that the number alone tells where a blank and a word stand behind it. A bullet is one only where the rest of its line holds no other."""
_FAMILIES = {"group", "bullet", "dotted", "block"} | english.GROUPS
_KANJI_SIGNS = frozenset(f"{KANJI}㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
_KANA_SIGNS = frozenset(f"{KANA}{''.join(map(chr, range(ord('㋐'), ord('㋾') + 1)))}")
_NARROW = {code: code - 0xFEE0 for code in range(ord("ａ"), ord("ｚ") + 1)}
_ENDS = "。）)則抄"
"""Signs that end what may stand above an article: a provision, a caption, 附則."""
_DIGITS = lazy(f"{ARABIC}+")
_LATER_PARAGRAPH = lazy(rf"[\r\n]+{LATER}")
_JOINT = lazy(JOINT)
NEW = tuple.__new__
"""Makes a named tuple in a fraction of the time, without the Python function that its class would call; for the tens of thousands only."""


class Sign(NamedTuple):
    """What a marker says, wherever it stands.

    `value` is its number with branches and `last` that of the last number where it names several, () for none. `indent` counts
    the columns of blanks before it and `hashes` Markdown's #.
    """

    sort: str
    value: tuple[int, ...]
    last: tuple[int, ...]
    indent: int = 0
    hashes: int = 0
    english: bool = False


class Mark(NamedTuple):
    """A candidate: a sign at its place.

    `start` is where its clause would start (at Markdown's #, if any), `[at, end)` the marker itself. A mark is `firm` where what
    stands around it leaves no doubt. `reach` is where the entries end that belong to the mark itself (目次), 0 where it has none.
    """

    sign: Sign
    start: int
    at: int
    end: int
    firm: bool = True
    reach: int = 0


BARE = (Mark(Sign("bare", (), ()), 0, 0, 0),)
"""Stands for the mark of a line on which nothing follows the marker: the next line has its say, so that this one alone does not tell."""


@lru_cache(maxsize=16384)
def named(group: str, marker: str, indent: int = 0, hashes: int = 0) -> Sign:
    """What a marker says that the pattern's `group` matched.

    A kana stands in two orders at once, イロハ and アイウ, and so does i, as a letter and as a number; the value of such a
    sign holds its place in both.

    >>> named("article", "第五条から第七条の二まで").last, named("kana", "イ").value
    ((7, 2), (1, 2))
    """
    sort = _sort_of(group, marker)
    if group in english.GROUPS:
        return Sign(sort, *english.worth(marker), indent, hashes, english=True)
    parts = _JOINT.split(marker) if len(marker) > 2 else [marker]
    read = _kana if sort in ("kana", "paren_kana") else _letter if sort in ("latin", "paren_latin") else marker_value
    first, last = (read(part) or () for part in (parts[0], parts[-1].removesuffix("まで")))
    return Sign(sort, first, last, indent, hashes)


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


def line_marks(printed: Page, found: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The marks of a text in order, line by line; `found` are those of each line as if the text began there, or `BARE`.

    Numbers that stand alone on their line are headings in texts that print them so, and cells of a table in others.
    """
    text = printed.text
    marks = _in_place(printed, found)
    if any(mark.sign.english for mark in marks):
        marks = [_in_language(text, mark) for mark in _with_first_paragraphs(text, marks)]
    articles = [mark.firm for mark in marks if mark.sign.sort == "article"]
    if sum(articles) * 2 < len(articles):
        return [mark._replace(firm=True) if mark.sign.sort in ALONE and not _is_wrapped(text, mark) else mark for mark in marks]
    return marks


def _is_wrapped(text: str, mark: Mark) -> bool:
    """Whether the line before a number breaks off within a sentence, which cites the number: …は、文書規程 ⏎ 第三十九条."""
    line = text[text.rfind("\n", 0, max(0, mark.start - 1)) + 1 : mark.start]
    return not mark.firm and mark.sign.sort == "article" and _BROKEN_OFF.search(line) is not None


def _in_place(printed: Page, found: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The marks of each line, counted from where the text begins."""
    text, lines, begins = printed
    within = list(found)
    for i in [i for i, marks in enumerate(found) if marks is BARE]:
        mark = head_mark(lines[i], text, begins[i])
        within[i] = () if mark is None else (_from(begins[i], mark),)
    return [
        NEW(Mark, (sign, begin + start, begin + at, begin + end, firm, reach))
        for begin, marks in zip(begins, within, strict=True)
        for sign, start, at, end, firm, reach in marks
    ]


def _from(begin: int, mark: Mark) -> Mark:
    """The mark, counted from where its line begins."""
    return mark._replace(start=mark.start - begin, at=mark.at - begin, end=mark.end - begin)


def _in_language(text: str, mark: Mark) -> Mark:
    """The mark as one of an English text, where its own words or those behind its number are."""
    words = text[mark.end : mark.end + 9].lstrip(' \t\u3000.)"“')
    is_english = mark.sign.english or (words[:1].isascii() and words[:1].isalpha())
    return mark._replace(sign=mark.sign._replace(english=is_english))


def _with_first_paragraphs(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """The marks with the (1) that stands behind an English article's own number."""
    for mark in marks:
        yield mark
        match = english.FIRST_PARAGRAPH.match(text, mark.end) if mark.sign.english and mark.sign.sort == "article" else None
        if match is not None:
            yield Mark(Sign("paren", (1,), (1,)), match.start("paren"), match.start("paren"), match.end())


def head_mark(line: str, text: str, begin: int) -> Mark | None:
    """The mark at the head of `line`, which begins at `begin` in `text`; a heading of Markdown's is one without a number, too."""
    words = line.lstrip()
    start = at = begin + len(line) - len(words)
    hashes = 0
    if words.startswith("#") and (hashed := _HASHES.match(words)):
        hashes = hashed.end("hashes")
        at += hashed.end()
    for pattern in heads(text[at : at + 2]):
        match = pattern.match(text, at)
        if match is not None:
            group = match.lastgroup or ""
            end = match.end(group)
            indent = _width(line[: start - begin]) if start > begin else 0
            sign = named(group, text[at:end], indent, hashes)
            firm = sign.sort not in ALONE or _is_spaced(text, end) or (sign.sort == "article" and _goes_on_later(text, start, end))
            return NEW(Mark, (sign, start, at, end, firm, 0))
    return Mark(Sign("title", (), (), 0, hashes), start, at, at) if hashes else None


def plain_mark(head: str) -> Mark | None:
    """The mark of a line that begins with `head`, blanks behind it included, and goes on with a Japanese word; None where a pattern has to tell."""
    word = head.strip()
    group = plain_group(word)
    if group is None:
        return None
    at = len(head) - len(head.lstrip())
    return Mark(named(group, word, _width(head[:at]) if at else 0), at, at, at + len(word))


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


@lru_cache(maxsize=256)
def _width(blanks: str) -> int:
    """How far `blanks` indent, in columns: a full-width blank is two, a tab goes to the next fourth one, as in Markdown."""
    return len(blanks.expandtabs(4)) + blanks.count("\u3000")


def _is_spaced(text: str, end: int) -> bool:
    """Whether words stand behind the number that ends at `end`, after a blank, and it does not count them: 30 日, 5 persons."""
    after = text[end : end + 2]
    return after[:1] not in _ALONE_SIGNS and not (after[0] == " " and (after[1:] in COUNTED or "a" <= after[1:] <= "z"))


def _goes_on_later(text: str, start: int, end: int) -> bool:
    """Whether the article whose number is `[start, end)` begins with its second paragraph or a later one, as what is printed in extract (抄) may.

    In a column of a table the cell above has its say: 第九条 ⏎ 第十条 ⏎ ２　前項の表は……
    """
    if not _LATER_PARAGRAPH.match(text, end):
        return False
    while start and text[start - 1].isspace():
        start -= 1
    return text[max(0, start - 1) : start] in _ENDS
