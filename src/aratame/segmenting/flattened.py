"""Text whose line breaks became blanks, or are gone → marks.

Every place where a marker might stand is a candidate, except inside brackets and quotations; `readings` chooses among
them. In flat text (line breaks became blanks) a marker has a blank before it; in run text (line breaks are gone) it is
glued to the word before it, and only the blank behind it is left.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from aratame.patterns import lazy
from aratame.segmenting.brackets import bracketed
from aratame.segmenting.contents import outside_blocks
from aratame.segmenting.english import BEFORE, GROUPS, HEADS, REFERRING
from aratame.segmenting.heads import (
    ANGLE,
    APART,
    ARTICLE,
    BLANK,
    BRANCH,
    ELISION,
    GROUP,
    ITEM,
    KANJI,
    LATER,
    LISTS,
    NUMBER,
    PARAGRAPH,
    REFERRED,
    SIGNS,
    SPACED_ARTICLE,
    SUBITEM,
    TABLE,
)
from aratame.segmenting.layout import LONGEST_CAPTION, caption_start
from aratame.segmenting.markers import Mark, named
from aratame.segmenting.readings import NOTHING, accept, best_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

ERA = "(?:明治|大正|昭和|平成|令和)"
_HEAD = rf"""(?P<group>{GROUP}){APART}
  | (?P<article>{ARTICLE}|{SPACED_ARTICLE})(?={LATER}|[（(]削除[)）]|(?:[（(][^（()）。]{{1,40}}[)）])?(?:{BLANK}|\s*\Z))
  | (?P<suppl>[附付]\u3000+則(?!{REFERRED})|[附付]{BLANK}+則(?={BLANK}|[（(]|この|第|\Z)|[附付]則(?=[（(]{ERA}|抄|(?!\S)))
  | (?P<table>{TABLE})(?=[（(][^（()）]*関係|{BLANK}|\Z)
  | (?P<toc>目{BLANK}*次)(?={BLANK}|第|前{BLANK}*文)
  | (?P<dai>第[0-9０-９]{{1,3}})(?={BLANK})
  | (?P<kanji>{ITEM})(?={BLANK})
  | (?P<digit>{PARAGRAPH})(?={BLANK}|[.．](?![0-9０-９]))
  | (?P<kana>{SUBITEM})(?={BLANK})
  | (?:{SIGNS})(?!{REFERRED})
  | (?P<roman>[Ⅰ-Ⅻ])(?={BLANK}|[.．])
  | (?P<elision>{ELISION}){APART}
  | (?P<aside>※)
  | (?P<angle>{ANGLE})
  | (?P<bullet>[・･•●◎■□◆◇]|^[-*+](?={BLANK})){LISTS}"""
ENGLISH = "Article "
"""Without this word there is no English statute to be looked for."""
LONGEST_WORD = 30
LONG_LINE = 400
"""Characters on average: printed paragraphs of statutes stay below, and texts that lost their line breaks have none."""
STOPS = "。）)」>＞：:抄則"
ENDED = {"angle", "aside", "elision", "bullet", "kana", "kanji"}
"""Sorts that are believed behind a full stop, too, where other markers have a blank before them."""
UNNUMBERED = {"angle", "aside", "elision", "bullet"}
"""Sorts that have no number to bear them out: they are believed after a blank or a full stop alone."""
BRACKETED = {"circled", "paren", "paren_kanji", "paren_kana", "paren_latin"}
"""Sorts that need no blank behind them, if a sentence or bracket ends before them."""
ITEMS = {"kanji", "kana", "paren", "paren_kana"}
"""Sorts of items, behind whose number something has to be said before an article can begin."""
_HEADING = lazy("#{1,6} [^#。]{1,60}")
_NUMBERED = lazy(f"第{NUMBER}{{1,9}}[章節条]{BRANCH}{{0,6}}{BLANK}|(?<![0-9０-９])[0-9０-９]{{1,2}}\u3000")
_UNIT = (
    "(?:[0-9０-９万億千百]*円|万人|年(?![度次齢金代報少長月末功限収])間?|[かカヶケ箇][年月所]間?|月(?![次額例報間刊])"
    "|日(?![本常程付額当誌報出没数時用雇刊])間?|時間?(?![効点期外価刻差限])"
    "|分(?![野類担析割離散別布譲配限娩納校権館掌収団筆与])間?|週間?|回(?![収答線復避転路数])|人(?![権事件格員工材命口身体的道物民種])"
    "|名(?![称義簿前誉])|件(?![名数])|歳|個(?![人別性室])|台(?![帳数])|枚(?!数)|部(?![局長署門分品会落隊材])|[%％]|パーセント"
    "|割(?![合当引増賦])|倍(?!率)|点(?![検数])|メートル|平方メートル|キログラム|以上|以下|以内|未満)"
)
_SAID_OF = "(?:と(?:する|し|す|なる|定)|であ|です|を|が|は|に|の|も|や|で|から|まで|程度|及び|又は)"
_PARTICLES = frozenset("はがをにでともの約各計満")
"""Before a number and a blank these say that the sentence goes on: 定員は 20 とする. Figures are set apart by narrow blanks."""
_COUNTED = lazy(f"[ ]{_UNIT}")
_ASSERTED = lazy(rf"[ ](?:{_SAID_OF}|{_UNIT})")
_LATER = lazy(LATER)
_DEEPEST_HEADING = 6
"""Markdown's # in a row at most (CommonMark 0.31, 4.2)."""
_IN_WORD = lazy("[ァ-ヺー]")
_RUN = lazy(f"{KANJI}+")
_TAIL = lazy(f"{KANJI}+\\Z")


def is_flattened(text: str) -> bool:
    """Whether `text` has no lines, or lines too long to be lines: one break in four hundred characters. A heading of Markdown's is a line."""
    begin, end = 0, len(text)
    while end and text[end - 1].isspace():  # a text of some megabytes is not copied to leave its last line break out
        end -= 1
    while begin < end and text[begin].isspace():
        begin += 1
    breaks = text.count("\n", begin, end)
    if "\r" in text:
        breaks += text.count("\r", begin, end) - text.count("\r\n", begin, end)
    if not breaks:
        return not (text.startswith("#", begin) and _HEADING.fullmatch(text, begin, end))
    return len(text) > LONG_LINE * (1 + breaks)


def flattened_marks(text: str) -> list[Mark]:
    """The marks of a text without line breaks, in order."""
    glued = _is_glued(text)
    marks = list(outside_blocks(text, list(candidates(text, _head(english=ENGLISH in text), glued=glued))))
    start = NOTHING
    if marks and not text[: marks[0].start].strip():
        start = accept(NOTHING, marks.pop(0)) or NOTHING
    return best_reading(start, [_alternatives(text, mark) if glued else [mark] for mark in marks])


def _is_glued(text: str) -> bool:
    """Whether numbers stand right behind the sentence before them, with no blank between."""
    before = [text[match.start() - 1] for match in _NUMBERED.finditer(text) if match.start()]
    return sum(not sign.isspace() for sign in before) * 2 > len(before)


def candidates(text: str, head: re.Pattern[str], *, glued: bool) -> Iterator[Mark]:
    """What `head` says may be a marker, outside brackets and quotations."""
    inside = iter(bracketed(text))
    hidden = next(inside, (len(text), len(text)))
    marked, last = 0, ""
    for match in head.finditer(text):
        group = match.lastgroup or ""
        at, end = match.span(group)
        while hidden[1] <= at:
            hidden = next(inside, (len(text), len(text)))
        if hidden[0] < at:
            continue
        before = text[at - 1] if at else "\n"
        apart = before.isspace()
        firm = (
            apart or before in STOPS or (group == "kana" and not _IN_WORD.match(before)) or (group in ("digit", "circled") and at == marked)
        )
        spaced = glued and group not in UNNUMBERED and (group not in BRACKETED or text[end : end + 1].isspace())
        ended = before == "。" if group in ENDED else firm and group in BRACKETED
        if not (apart or spaced or ended) or before == "第":
            continue
        if group == "article" and (_is_cited(text, at, marked, last) or (_LATER.match(text, end) and not _stands_alone(text, at))):
            continue
        if group == "digit" and apart and text[at - 2 : at - 1].isascii() and text[at - 2 : at - 1].isalpha():  # April 1, Ver. A 2
            continue
        if group == "digit" and apart and text[at - 2 : at - 1] == "第":  # 第 3 条
            continue
        if apart and (_is_reference(text, at) or (group == "digit" and _counts(text, at, end))):
            continue
        if group in GROUPS and at and not BEFORE.search(text, max(0, at - LONGEST_WORD), at):
            continue
        if (
            group == "elision" and marked and not text[marked:at].strip(" \t\u3000")
        ):  # 「２　（略）」: what is left out is the paragraph's own
            continue
        marked, last = end, group
        yield Mark(named(group, match[group]), _start(text, at), at, end, firm)


def _start(text: str, at: int) -> int:
    """Where the clause of the marker at `at` starts: at Markdown's #, if any."""
    if text[at - 2 : at] != "# ":
        return at
    signs = text[max(0, at - 1 - _DEEPEST_HEADING) : at - 1]
    start = at - 1 - len(signs) + len(signs.rstrip("#"))
    return at if start and not text[start - 1].isspace() else start


def _counts(text: str, at: int, end: int) -> bool:
    """Whether the number `[at, end)` counts something in a sentence that goes on around it: 定員は 20 とする, 保存期間 5 年."""
    last = text[max(0, at - LONGEST_WORD) : at].rstrip()[-1:]
    if not last or last in STOPS:
        return False
    return bool((_ASSERTED if last in _PARTICLES else _COUNTED).match(text, end))


def _is_reference(text: str, at: int) -> bool:
    """Whether a sign follows the English word for what it numbers: paragraph (1), items (i) and (ii)."""
    return bool(REFERRING.search(text, max(0, at - 2 * LONGEST_WORD), at))


def _is_cited(text: str, at: int, marked: int, last: str) -> bool:
    """Whether the article at `at` is all that an item says, whose number ends at `marked`: 次に掲げる規定 一 第八十条 二 第九十条."""
    return last in ITEMS and not text[marked:at].strip(" \t\u3000")


def _stands_alone(text: str, at: int) -> bool:
    """Whether a provision or a caption ends before the article's number at `at`, and no item that only cites it: 附則第二条 ⏎ ２　次項の……."""
    return text[at - 1 : at] in ("。", "抄", " ", "\u3000") or caption_start(text, max(at - LONGEST_CAPTION, 0), at) < at


@cache
def _head(*, english: bool) -> re.Pattern[str]:
    """The pattern of what may be a marker; compiled where it is needed, because most texts have lines."""
    heads = [pattern for _, pattern in HEADS] if english else []
    return re.compile("|".join([*heads, _HEAD]), re.VERBOSE)


def _alternatives(text: str, mark: Mark) -> list[Mark]:
    """The ways to cut a number off the word before it: 「その二三　」 may hold 二三 or 三, 「百分の二十二及び三　」 二及び三."""
    if mark.sign.sort not in ("kanji", "article"):
        return [mark]
    runs = [_TAIL.search(text, mark.at + 1, mark.end), _RUN.match(text, mark.at, mark.end)]
    places = sorted({place for run in runs if run for place in range(max(run.start(), mark.at + 1), run.end())})
    return [mark, *(Mark(named("kanji", text[at : mark.end]), at, at, mark.end, firm=False) for at in places)]
