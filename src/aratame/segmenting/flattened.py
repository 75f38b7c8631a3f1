"""Text whose line breaks became blanks, or are gone → marks, by the reading in which most numbers follow each other.

Without line breaks every 「二　」 may open an item or end a word. Candidates are therefore not judged one by one: a beam
search keeps the few best ways to read all of them so far, and each way is scored by how the numbers it accepts follow on
each other (`grammar`). What no list continues is left in its sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.segmenting.contents import outside_blocks
from aratame.segmenting.grammar import PROVISIONS, RANKS, Evidence, Level, evidence, place
from aratame.segmenting.markers import (
    ARTICLE,
    BLANK,
    BRANCH,
    ELISION,
    GROUP,
    ITEM,
    KANJI,
    NUMBER,
    PARAGRAPH,
    REFERRED,
    SIGNS,
    SUBITEM,
    TABLE,
    Mark,
    sort_of,
    worth,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEAM = 12
"""Readings kept. The widest doubt met in statutes needs four; more costs time and finds nothing."""
BEHIND = 9.0
"""A reading this far behind the best is dropped: three numbers in a row would not make up for it."""
ERA = "(?:明治|大正|昭和|平成|令和)"
HEAD = re.compile(
    rf"""(?P<group>{GROUP})(?={BLANK}|\Z)
  | (?P<article>{ARTICLE})(?={BLANK}|[（(][^（()）]{{1,40}}[)）]{BLANK}|\Z)
  | (?P<suppl>[附付]{BLANK}+則(?={BLANK}|[（(]|この|第|\Z)|[附付]則(?={BLANK}|\Z|[（(]{ERA}|抄))
  | (?P<table>{TABLE})(?=[（(][^（()）]*関係|{BLANK}|\Z)
  | (?P<toc>目{BLANK}*次)(?={BLANK}|第)
  | (?P<dai>第[0-9０-９]{{1,3}})(?={BLANK})
  | (?P<kanji>{ITEM})(?={BLANK})
  | (?P<digit>{PARAGRAPH})(?={BLANK}|[.．](?![0-9０-９]))
  | (?P<kana>{SUBITEM})(?={BLANK})
  | (?:{SIGNS})(?!{REFERRED})
  | (?P<roman>[Ⅰ-Ⅻ])(?={BLANK}|[.．])
  | (?P<elision>{ELISION})(?={BLANK}|\Z)
  | (?P<aside>※)
  | (?P<angle>[<＜【〈][^<>＜＞【】〈〉\r\n]{{1,60}}[>＞】〉])
  | (?P<bullet>[・･•●◎■□◆◇])""",
    re.VERBOSE,
)
LONG_LINE = 400
LONGEST_BRACKET = 1500
"""No drafter writes more into one bracket; a longer one was opened in one cell of a table and closed in another."""
DEEPEST = 64
"""A closing bracket looks no further for its partner: nobody nests so deep, and hostile text must not cost more than its length."""
STOPS = frozenset("。）)」>＞：:抄則")
UNNUMBERED = {"angle", "aside", "elision", "bullet"}
"""Sorts that have no number to bear them out: they are believed after a blank or a full stop alone."""
BRACKETED = {"circled", "paren", "paren_kanji", "paren_kana", "paren_latin"}
"""Sorts that need no blank behind them, if a sentence or bracket ends before them."""
CHILDLESS = {"toc", "entries", "table", "elision", "aside"}
PARTNERS = {"」": "「", "』": "『", "）": "(", ")": "("}
SAME = {"（": "("}
_FIRST_INSIDE = re.compile("(?<=[ \u3000。])(?:[(（](?:[1１アイ一])[)）]|[①⑴㋐㈠])")
_LINE_END = re.compile("[\r\n]")
_BREAKS = re.compile("\\r\\n|\\r|\\n")
_BRACKETS = re.compile("[「」『』（）()]")
_NUMBERED = re.compile(f"第{NUMBER}{{1,9}}[章節条]{BRANCH}{{0,6}}{BLANK}|(?<![0-9０-９])[0-9０-９]{{1,2}}\u3000")
_IN_WORD = re.compile("[ァ-ヺー]")
_TAIL = re.compile(f"{KANJI}+\\Z")
GAINS = {Evidence.NEXT: 3.0, Evidence.FIRST: 1.0, Evidence.LATER: -1.0, Evidence.MIDDLE: -2.0, Evidence.BACK: -6.0}
FIRM_GAINS = {Evidence.NEXT: 5.0, Evidence.FIRST: 4.0, Evidence.LATER: 1.0, Evidence.MIDDLE: 0.5, Evidence.BACK: -6.0}
"""第三章 and 第三条 with a blank behind them are seldom anything but headings."""


class Chosen(NamedTuple):
    """A mark that a reading accepted, and those before it."""

    mark: Mark
    before: Chosen | None


class Reading(NamedTuple):
    """One way to read the text so far: its score, the open clauses, the last article, and the marks accepted, last first."""

    score: float
    stack: tuple[Level, ...]
    article: tuple[int, ...]
    chosen: Chosen | None


NOTHING = Reading(0.0, (), (), None)


def is_flattened(text: str) -> bool:
    """Whether `text` has no lines, or lines too long to be lines: one break in four hundred characters."""
    breaks = len(_BREAKS.findall(text.strip()))
    return not breaks or len(text) > LONG_LINE * (1 + breaks)


def flattened_marks(text: str) -> list[Mark]:
    """The marks of a text without line breaks, in order."""
    glued = _is_glued(text)
    marks = outside_blocks(list(_candidates(text, glued=glued)))
    start = NOTHING
    if marks and not text[: marks[0].at].strip():
        start = _accept(NOTHING, marks.pop(0)) or NOTHING
    return _best_reading(start, [_alternatives(text, mark) if glued else [mark] for mark in marks])


def with_inner_lists(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """`marks` and those of lists that were written into one line: 次の役員を置く。 （ア） 会長 （イ） 副会長."""
    inner: list[Mark] = []
    done = 0
    for first in _FIRST_INSIDE.finditer(text):
        if first.start() < done:
            continue
        start = max(text.rfind("\n", done, first.start()), text.rfind("\r", done, first.start())) + 1 or done
        end = _LINE_END.search(text, first.end())
        done = end.start() if end else len(text)
        inner.extend(_inner_list(text[start:done], start))
    return sorted((*marks, *inner), key=_at) if inner else list(marks)


def _inner_list(line: str, offset: int) -> Iterator[Mark]:
    """The marks inside one line of at least two bracketed numbers that follow each other."""
    head = len(line) - len(line.lstrip())
    found = [mark for mark in _candidates(line, glued=False) if mark.sort in BRACKETED and mark.at > head]
    for mark in _best_reading(NOTHING, [[mark._replace(firm=False)] for mark in found]):
        yield mark._replace(start=mark.at + offset, at=mark.at + offset, end=mark.end + offset)


def _at(mark: Mark) -> int:
    return mark.at


def _is_glued(text: str) -> bool:
    """Whether numbers stand right behind the sentence before them, with no blank between."""
    before = [text[match.start() - 1] for match in _NUMBERED.finditer(text) if match.start()]
    return sum(not sign.isspace() for sign in before) * 2 > len(before)


def _candidates(text: str, *, glued: bool) -> Iterator[Mark]:
    """What may be a marker, outside brackets and quotations."""
    inside = _bracketed(text)
    hidden = next(inside, (len(text), len(text)))
    for match in HEAD.finditer(text):
        group = match.lastgroup or ""
        at, end = match.span(group)
        while hidden[1] <= at:
            hidden = next(inside, (len(text), len(text)))
        if hidden[0] < at:
            continue
        before = text[at - 1] if at else "\n"
        apart = before.isspace()
        firm = apart or before in STOPS or (group == "kana" and not _IN_WORD.match(before))
        spaced = glued and group not in UNNUMBERED and (group not in BRACKETED or text[end : end + 1].isspace())
        ended = before == "。" if group in UNNUMBERED else firm and group in BRACKETED
        if not (apart or spaced or ended) or before == "第":
            continue
        yield Mark(sort_of(group, match[group]), at, at, end, *worth(group, match[group]), firm=firm)


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """The outermost brackets that are closed, in order; one that is never closed hides nothing."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(text):
        sign = match[0]
        partner = PARTNERS.get(sign)
        if partner is None:
            opened.append((SAME.get(sign, sign), match.start()))
            continue
        depth = len(opened) - 1
        while depth >= 0 and depth > len(opened) - DEEPEST and opened[depth][0] != partner:
            depth -= 1
        if depth < 0 or opened[depth][0] != partner:
            continue
        start = opened[depth][1]
        del opened[depth:]
        if match.end() - start > LONGEST_BRACKET:
            continue
        while found and found[-1][0] > start:
            found.pop()
        found.append((start, match.end()))
    return iter(found)


def _alternatives(text: str, mark: Mark) -> list[Mark]:
    """The ways to cut a number off the word before it: 「その二三　」 may hold 二三 or 三."""
    found = [mark]
    signs = _TAIL.search(text, mark.at + 1, mark.end) if mark.sort in ("kanji", "article") else None
    for at in range(signs.start() if signs else mark.end, mark.end):
        value, last = worth("kanji", text[at : mark.end])
        found.append(mark._replace(sort="kanji", start=at, at=at, value=value, last=last, firm=False))
    return found


def _best_reading(start: Reading, candidates: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The marks of the reading with the highest score that goes on from `start`; of equal ones, the one that accepts earlier."""
    readings = [start]
    for alternatives in candidates:
        following: dict[tuple[tuple[Level, ...], tuple[int, ...]], Reading] = {}
        for reading in readings:
            for after in (*(_accept(reading, mark) for mark in alternatives), reading):
                if after is None:
                    continue
                key = (after.stack, after.article)
                if key not in following or following[key].score < after.score:
                    following[key] = after
        ranked = sorted(following.values(), key=_score, reverse=True)[:BEAM]
        readings = [reading for reading in ranked if reading.score > ranked[0].score - BEHIND]
    chosen = readings[0].chosen
    marks: list[Mark] = []
    while chosen is not None:
        marks.append(chosen.mark._replace(firm=True))
        chosen = chosen.before
    return marks[::-1]


def _score(reading: Reading) -> float:
    return reading.score


def _accept(reading: Reading, mark: Mark) -> Reading | None:
    """`reading` with `mark` as a clause's number, or None where it cannot be one."""
    depth, kind = place(reading.stack, mark)
    proof = evidence(reading.stack, depth, mark, reading.article)
    if proof is Evidence.BACK:
        return None
    stack = reading.stack
    if mark.sort not in CHILDLESS:
        stack = (*stack[:depth], Level(mark.sort, kind, mark.last))
    article = mark.last if mark.sort == "article" else () if mark.sort == "suppl" else reading.article
    return Reading(reading.score + _gain(reading, mark, proof), stack, article, Chosen(mark, reading.chosen))


def _gain(reading: Reading, mark: Mark, proof: Evidence) -> float:
    """How much more there is to say for accepting `mark` than against."""
    if mark.sort in RANKS:
        return FIRM_GAINS[proof]
    if not mark.value:
        return 1.0
    provided = any(level.sort in PROVISIONS for level in reading.stack)
    if proof in (Evidence.LATER, Evidence.MIDDLE) and mark.firm:
        if reading.chosen is not None and reading.chosen.mark.sort == "elision":
            return 1.0
        if mark.sort == "digit" and provided:
            return 0.5
    doubtful = not mark.firm or (mark.sort == "digit" and not provided)
    return GAINS[proof] - (1.5 if proof is Evidence.FIRST and doubtful else 0.0)
