"""Answered edits against gold edits → how many were found, how many are right, and which kind was taken for which.

Inside a gold replacement, characters that a longest common subsequence of its sides has in common are optional: an answer may mark
them or not. What an unscored gold edit covers counts neither way, and white space never does.

    found    80 % of a gold edit's required characters are marked by edits of an acceptable kind
    correct  80 % of an answered edit's characters lie inside gold edits that accept its kind
    whole    one answered edit covers just what the gold edit covers
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from labelled import GoldEdit, Passage

ENOUGH = 0.8

Characters = frozenset[tuple[str, int]]
"""Places on either side: ("before", 3)."""


class Answered(NamedTuple):
    """One answered edit; spans count in the passage's two texts."""

    kind: str
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass
class Score:
    """Counts over passages."""

    gold: int = 0
    answered: int = 0
    found: int = 0
    correct: int = 0
    marked: int = 0
    inside: int = 0
    whole: int = 0
    taken_for: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Of gold edits: (labelled kind, answered kind or "" where nothing was marked). Of several acceptable kinds the one that was answered counts,
    else the first."""

    def kind_f1(self) -> float:
        """F1 of edits found and correct with their kinds."""
        return f1(self.correct, self.answered, self.found, self.gold)

    def span_f1(self) -> float:
        """The same, kinds ignored."""
        return f1(self.inside, self.answered, self.marked, self.gold)

    def whole_f1(self) -> float:
        """Edits answered as one edit with just the two gold texts."""
        return f1(self.whole, self.answered, self.whole, self.gold)

    def of_kind(self, kind: str) -> tuple[int, int, int]:
        """How often a kind was right, stated in the labels, and answered where an edit is labelled."""
        right = self.taken_for[kind, kind]
        gold = sum(count for (wanted, _), count in self.taken_for.items() if wanted == kind)
        answered = sum(count for (_, got), count in self.taken_for.items() if got == kind)
        return right, gold, answered


def f1(correct: int, answered: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall, 0 where there is nothing."""
    precision, recall = correct / max(1, answered), found / max(1, gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def add(score: Score, passage: Passage, answers: Sequence[Answered]) -> None:
    """Count one passage's answered edits into `score`."""
    free = _union(_covered(passage, edit) for edit in passage.edits if not edit.scored)
    every = _union(_covered(passage, edit) for edit in passage.edits)
    for edit in passage.edits:
        required = _required(passage, edit) - free
        if edit.scored and required:
            _add_gold(score, passage, edit, required, answers)
    for answer in answers:
        characters = _covered(passage, answer) - free
        if characters:
            accepting = _union(_covered(passage, edit) for edit in passage.edits if answer.kind in edit.kinds)
            score.answered += 1
            score.correct += _enough(characters & accepting, characters)
            score.inside += _enough(characters & every, characters)


def _add_gold(score: Score, passage: Passage, edit: GoldEdit, required: Characters, answers: Sequence[Answered]) -> None:
    covered = {answer: _covered(passage, answer) for answer in answers}
    found = _enough(required & _union(covered[answer] for answer in answers if answer.kind in edit.kinds), required)
    score.gold += 1
    score.found += found
    score.marked += _enough(required & _union(covered.values()), required)
    score.whole += _covered(passage, edit) in covered.values()
    most = max(answers, key=lambda answer: len(covered[answer] & required), default=None)
    got = most.kind if most and covered[most] & required else ""
    wanted = got if found and got in edit.kinds else edit.kinds[0].value
    score.taken_for[wanted, got] += 1


def _covered(passage: Passage, edit: GoldEdit | Answered) -> Characters:
    """The characters in both spans of an edit, white space left out."""
    before = {("before", at) for at in range(*edit.before) if not passage.before[at].isspace()}
    return frozenset(before | {("after", at) for at in range(*edit.after) if not passage.after[at].isspace()})


def _required(passage: Passage, edit: GoldEdit) -> Characters:
    """The characters that an answer has to mark: those that the two sides do not share."""
    shared: set[tuple[str, int]] = set()
    for block in LCSseq.opcodes(edit.before_text, edit.after_text).as_matching_blocks():
        shared |= {("before", edit.before[0] + block.a + n) for n in range(block.size)}
        shared |= {("after", edit.after[0] + block.b + n) for n in range(block.size)}
    return _covered(passage, edit) - shared


def _union(sets: Iterable[Characters]) -> Characters:
    return frozenset().union(*sets)


def _enough(part: Characters, whole: Characters) -> bool:
    return len(part) >= ENOUGH * len(whole)
