"""What a predicate does to the person whom it binds, how strongly, which way, and what becomes of it.

After the drafting handbooks' ladder of しなければならない > ものとする > 努めなければならない > 努めるものとする > 努める, and the powers,
permissions and prohibitions beside it. `tests/test_forces.py` has the whole table: every force in its forms, and the direction from each to each.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from aratame.model import Words


class Force(Enum):
    """A rung: its name, how strongly it binds, and which way it points.

    A rank of 0 leaves free. A plain statement (行う) binds less than a principle and more than an effort: するよう努める → する is done, not only striven
    for. The way is 1 for doing, -1 for leaving undone, 0 where a duty is only taken away.
    """

    PROHIBITION = "禁止", "a prohibition", 7, -1
    INCAPACITY = "できないこと", "an incapacity", 7, -1
    DUTY = "義務", "a duty", 6, 1
    OUGHT = "当為（べきである）", "what ought to be", 5, 1
    PRINCIPLE = "原則（ものとする）", "a principle", 5, 1
    INSTRUCTION = "指示（すること）", "an instruction", 5, 1
    EFFORT_DUTY = "努力義務（努めなければならない）", "a duty to make efforts", 3, 1
    EFFORT_PRINCIPLE = "努力義務（努めるものとする）", "a principle to make efforts", 2, 1
    EFFORT = "努力", "efforts", 1, 1
    AIM = "目標（目指す）", "an aim", 1, 1
    DESIRABLE = "望ましいこと", "what is desirable", 1, 1
    REQUEST = "依頼", "a request", 1, 1
    RESTRAINT = "自制（控える）", "restraint", 3, -1
    POWER = "許可・権限", "a permission or power", 0, 1
    CHANCE = "あり得ること", "what may happen", 0, 1
    EXEMPTION = "義務の免除", "an exemption", 0, 0
    EXCEPTION = "適用の除外", "an exception", 0, -1
    DEEMED = "みなし（反証を許さない）", "deeming", 6, 1
    PRESUMED = "推定（反証を許す）", "presuming", 5, 1
    NEGATION = "否定", "a negation", 4, -1
    STATEMENT = "言い切り", "a plain statement", 4, 1


class Stance(NamedTuple):
    """A force, and whether it is one to leave something undone: しないものとする, 控えなければならない, しないことができる."""

    force: Force
    denied: bool = False

    @property
    def rank(self) -> int:
        """How strongly it binds."""
        return int(self.force.value[2])

    @property
    def way(self) -> int:
        """1 for doing, -1 for leaving undone, 0 where a duty is only taken away: しないことができる frees as することを要しない does."""
        way = int(self.force.value[3])
        return way if not self.denied else 0 if self.force is Force.POWER else -way

    @property
    def words(self) -> Words:
        """Its name."""
        ja, en = self.force.value[:2]
        return Words(f"しないことの{ja}", f"{en} not to act") if self.denied else Words(str(ja), str(en))


_REVERSED, _STRONGER, _WEAKER = Words("反転", "reversed"), Words("強化", "stronger"), Words("緩和", "weaker")
_OF_PROOF = frozenset({Force.DEEMED, Force.PRESUMED})


def named(before: Stance, after: Stance) -> tuple[Words, Words]:
    """The names of two stances beside each other: a statement that is denied is an affirmation, whatever it binds to."""
    if {before.force, after.force} == {Force.NEGATION, Force.STATEMENT}:
        yes, no = Words("肯定", "an affirmation"), Stance(Force.NEGATION).words
        return (no, yes) if before.force is Force.NEGATION else (yes, no)
    return before.words, after.words


def direction(before: Stance, after: Stance) -> Words | None:
    """強化, 緩和 or 反転; None where it is none of them: みなす and する, することができない and してはならない."""
    forces = {before.force, after.force}
    if before.way * after.way < 0 or (before.force is after.force is Force.POWER and before.denied != after.denied):
        return _REVERSED
    if Force.EXCEPTION in forces or len(forces & _OF_PROOF) == 1 or before.rank == after.rank:
        return None
    return _STRONGER if after.rank > before.rank else _WEAKER
