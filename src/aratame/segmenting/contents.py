"""Marks → marks without the lines of a table of contents, the rows of tables and the insides of appended tables and forms."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.patterns import lazy
from aratame.segmenting.grammar import PROVISIONS, follows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.markers import Mark

LINE = lazy(r"[^\r\n]*")
GROUPS = {"part", "chapter", "section", "subsection", "division"}
ENTRIES = GROUPS | {"dai", "roman", "digit"}
_ALONE = GROUPS | {"suppl", "elision"}
"""What a table of contents holds that stands alone: chapters and supplementary provisions with nothing under them, some perhaps left out."""
_HELD = lazy(r"[（(]第[^（()）]+条[^（()）]*[)）]\s*$")
"""The articles that an entry names behind its words."""
_FEWEST_ENTRIES = 3
"""Entries of a table of contents that lacks the word."""
_ANNOUNCED = lazy("[次左下]の?表")
"""What the text says before its table."""
_STRAYING = {"suppl", "chapter"}
"""What a 附則 is carried among."""
CELLS = {"article", "table", "kanji", "digit", "kana"}
"""Sorts that the first cells of tables in statutes consist of; ① and (1) number the rows of forms, which are clauses."""
_CITED = {"article", "table"}
"""What a cell cites; a figure behind a tab is an item that is set in."""


def outside_rows(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks that are no first cell of a table inside an article: 「第五十二条<tab>設計審査等の<tab>性能検査の」; nor rows left out of it.

    Where every article stands in such a row, the table is the text, unless a sentence before it speaks of 次の表: a paragraph in a sheet of changes.
    """
    if "\t" not in text:
        return list(marks)
    kept = [mark for mark in marks if not (_is_row(text, mark) if mark.sign.sort in CELLS else _is_left_out(text, mark))]
    inside = any(mark.sign.sort == "article" for mark in kept) or _ANNOUNCED.search(text, 0, text.index("\t"))
    return kept if inside else list(marks)


def _is_row(text: str, mark: Mark) -> bool:
    """Whether a line has another cell behind the one with the mark; a tab right behind it only sets it apart.

    Before the number of an article or an appended table a tab sets nothing apart: it is an empty cell.
    """
    behind = _line(text, mark.end)
    return "\t" in behind[1:] or (mark.sign.sort in _CITED and "\t" in behind and text[mark.at - 1 : mark.at] == "\t")


def _is_left_out(text: str, mark: Mark) -> bool:
    """Whether （略） stands between two rows of a table: it is rows that were left out, not paragraphs."""
    if mark.sign.sort != "elision" or _line(text, mark.end).strip():
        return False
    above, below = text.rfind("\n", 0, max(0, mark.at - 1)) + 1, text.find("\n", mark.end) + 1
    return below > 0 and "\t" in _line(text, above) and "\t" in _line(text, below)


def _line(text: str, at: int) -> str:
    """The rest of the line that stands at `at`."""
    line = LINE.match(text, at)
    return line[0] if line else ""


def outside_blocks(text: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks outside 目次, 別表 and 様式; each of these blocks is one mark.

    Old printings of statutes leave the word 目次 out: there the block begins with its first entry.
    """
    begin, end = _contents(text, marks)
    if begin == end:
        return _outside_tables(marks)
    contents = marks[begin]
    sign = contents.sign if contents.sign.sort == "toc" else contents.sign._replace(sort="entries")
    return _outside_tables([*marks[:begin], contents._replace(sign=sign, reach=marks[end - 1].end), *marks[end:]])


def without_strays(marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks without a 附則 behind which the chapters go on counting: one that a page's layout carried into the main provisions."""
    strays: list[int] = []
    chapter: tuple[int, ...] = ()
    stray: int | None = None
    for position, mark in [(i, mark) for i, mark in enumerate(marks) if mark.sign.sort in _STRAYING]:
        sign = mark.sign
        if sign.sort == "suppl":
            stray = position
            continue
        if stray is not None and chapter and follows(chapter, sign.value):
            strays.append(stray)
        chapter, stray = sign.last, None
    return [mark for i, mark in enumerate(marks) if i not in strays] if strays else marks


def _outside_tables(marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks without the insides of 別表 and 様式, which run to the next 附則, 別表 or 様式.

    Where the articles go on counting behind a 別表, its name was only a cell of a table inside an article; a form with
    articles of its own, a model contract, starts again at 第一条.
    """
    sorts = [mark.sign.sort for mark in marks]
    if "table" not in sorts:
        return marks
    first = sorts.index("table")
    provision = next((i for i in range(first - 1, -1, -1) if sorts[i] in PROVISIONS), None)
    article = marks[provision].sign.last if provision is not None and sorts[provision] == "article" else ()
    kept = list(marks[:first])
    inside: list[Mark] = []
    begun: int | None = None
    for mark in marks[first:]:
        sign = mark.sign
        sort = sign.sort
        if sort == "article" and begun is not None:
            if sign.value == (1,):
                article = ()
            elif article and follows(article, sign.value):
                kept[begun:] = inside
                begun = None
        if sort == "table":
            begun = len(kept) if begun is None else begun
            kept.append(mark)
        elif sort == "suppl":
            begun, inside, article = None, [], ()
            kept.append(mark)
        elif begun is not None:
            inside.append(mark)
        else:
            inside = []
            kept.append(mark)
            article = sign.last if sort == "article" else article
    return kept


def _contents(text: str, marks: Sequence[Mark]) -> tuple[int, int]:
    """Where among `marks` the table of contents begins, and where the first mark after it is; equal where there is none.

    Its entries stand a second time in the text, so it ends where the first of them is repeated. One that only lists
    chapters without articles behind the word 目次 ends at the first article. Where nothing but entries follows, the text is a table of
    contents and nothing else: a cell of a 新旧対照表; without the word its entries say which articles they hold.
    """
    sorts = [mark.sign.sort for mark in marks]
    word = sorts.index("toc") if "toc" in sorts else None
    entries = GROUPS if word is None else ENTRIES
    first = next((i for i in range(0 if word is None else word + 1, len(sorts)) if sorts[i] in entries), len(sorts))
    end = _repeated(marks, sorts, first)
    article = sorts.index("article") if "article" in sorts else len(sorts)
    if word is None:
        if end is None and _ALONE.issuperset(sorts[first:]) and _hold_articles(text, marks[first:]):
            end = len(sorts)
        return (first, end) if end is not None and end <= article else (0, 0)
    if end is None or (word < article < end and _repeated(marks, sorts, article) is None):
        end = article if word < article < len(sorts) else len(sorts) if _ALONE.issuperset(sorts[word + 1 :]) else word + 1
    return word, end


def _hold_articles(text: str, entries: Sequence[Mark]) -> bool:
    """Whether each entry that has none below it says which articles it holds: 第二章　届出（第三条―第六条）.

    An entry or two stand in a cell beside others' headings as well as beside other entries.
    """
    groups = [mark for mark in entries if mark.sign.sort in GROUPS]
    held = [bool(_HELD.search(_line(text, mark.end))) for mark in groups]
    return sum(held) >= _FEWEST_ENTRIES and held[-1] and all(one or below for one, below in pairwise(held))


def _repeated(marks: Sequence[Mark], sorts: Sequence[str], first: int) -> int | None:
    """Where the mark at `first` stands a second time; `sorts` are the sorts of `marks`."""
    if first >= len(marks):
        return None
    sort, sign = sorts[first], marks[first].sign
    same = (i for i in range(first + 1, len(marks)) if sorts[i] == sort and marks[i].sign.value == sign.value)
    return next((i for i in same if marks[i].sign.english == sign.english), None)
