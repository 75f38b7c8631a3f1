"""Candidates → the marks of the reading in which most numbers follow each other.

Without line breaks every 「二　」 may open an item or end a word. Candidates are therefore not judged one by one: a beam
search keeps the few best ways to read all of them so far, and each way is scored by how the numbers it accepts follow on
each other (`grammar`). What no list continues is left in its sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind
from aratame.segmenting.grammar import CHILDLESS, PROVISIONS, RANKS, Evidence, evidence, opened, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.grammar import Level
    from aratame.segmenting.markers import Mark

BEAM = 6
"""Readings kept. On statutes that were measured a single one does; the others are for numbers cut off words, a few in a row."""
BEHIND = 9.0
"""A reading this far behind the best is dropped: it takes three numbers in a row to make up for it."""
# Chosen so that one number never pays for itself unless it begins a list, and that two in a row always do.
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


def best_reading(start: Reading, candidates: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The marks of the reading with the highest score that goes on from `start`; of equal ones, the one that accepts earlier."""
    readings = [start]
    for alternatives in candidates:
        following: dict[tuple[tuple[Level, ...], tuple[int, ...]], Reading] = {}
        for reading in readings:
            for after in (*(accept(reading, mark) for mark in alternatives), reading):
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


def accept(reading: Reading, mark: Mark) -> Reading | None:
    """`reading` with `mark` as a clause's number, or None where it cannot be one."""
    sign = mark.sign
    depth, kind = place(reading.stack, sign)
    proof = evidence(reading.stack, depth, sign, reading.article)
    if proof is Evidence.BACK:
        return None
    stack = reading.stack
    if sign.sort not in CHILDLESS:
        stack = (*stack[:depth], opened(stack, depth, kind, sign))
    article = sign.last if sign.sort == "article" else () if sign.sort == "suppl" else reading.article
    return Reading(reading.score + _gain(reading, mark, kind, proof), stack, article, Chosen(mark, reading.chosen))


def _gain(reading: Reading, mark: Mark, kind: ClauseKind, proof: Evidence) -> float:
    """How much more there is to say for accepting `mark` than against."""
    sign = mark.sign
    if sign.sort in RANKS:
        return FIRM_GAINS[proof]
    if not sign.value:
        return 1.0
    provided = any(level.sort in PROVISIONS for level in reading.stack)
    if proof in (Evidence.LATER, Evidence.MIDDLE) and mark.firm:
        if reading.chosen is not None and reading.chosen.mark.sign.sort in ("elision", "absence"):
            return 1.0
        if kind is ClauseKind.PARAGRAPH and provided:
            return 0.5
    doubtful = not mark.firm or (sign.sort == "digit" and not provided)
    return GAINS[proof] - (1.5 if proof is Evidence.FIRST and doubtful else 0.0)
