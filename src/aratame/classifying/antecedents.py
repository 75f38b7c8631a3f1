"""What 同条, 同項, 同号 and 同法 mean: the provision or the law that was cited last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.classifying import references
from aratame.patterns import KANJI, lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_SAME = lazy(r"同(?P<level>[条項号])(?P<rest>.*)")
_FULL = lazy(rf"第{references.N}条(?:の{references.N})*(?:第?{references.N}[項号](?:の{references.N})*)*")
_ANTECEDENT = 400
"""同号 means what was cited last, hardly ever more than a sentence or two before."""
_SAME_LAW = lazy(r"同(?P<sort>法|条例|規則|規程|要綱|要領|省令|府令|政令|令|告示|規約|約款|協定|契約)(?P<rest>(?:第.*)?)")
_BRACKETS = lazy(r"[（(][^（）()]*[）)]")


def same(subject: Subject, before: str, after: str) -> bool:
    """Whether one side is 同条, 同項, 同号 or 同法 for what the other side spells out."""
    if after.startswith("同"):
        left = subject.after[: subject.after_span.start]
        return _means(after, before, left) or _means_law(after, before, left)
    if before.startswith("同"):
        left = subject.before[: subject.before_span.start]
        return _means(before, after, left) or _means_law(before, after, left)
    return False


def _means_law(short: str, full: str, left: str) -> bool:
    """Whether 同法, behind the text `left`, means the law that `full` names: it was named there, and no other of its sort behind it."""
    same = _SAME_LAW.fullmatch(short)
    if not same:
        return False
    name, sort = _BRACKETS.sub("", full), same["sort"]
    law, found, numbers = name.partition("第")
    if len(law) < 2 + len(sort) or not law.endswith(sort) or references.canonical(same["rest"]) != references.canonical(found + numbers):
        return False
    near = left[-_ANTECEDENT:]
    at = near.rfind(law)
    other = rf"(?<![同本方手用作工技文]){KANJI}{sort}(?:(?=第)|(?!{KANJI}))"
    return at >= 0 and not re.search(other, near[at + len(law) :])


def _means(short: str, full: str, left: str) -> bool:
    """Whether 同号, behind the text `left`, means the provision `full`: of the same numbers and of the same law as was cited last."""
    same = _SAME.fullmatch(short)
    law, found, numbers = full.partition("第")
    if not same or not found:
        return False
    cited = [match for match in _FULL.finditer(left, max(0, len(left) - _ANTECEDENT)) if same["level"] in match.group()]
    if not cited:
        return False
    before_it = left[: cited[-1].start()]
    of_same_law = before_it.endswith(law) if law else not references.EXTERNAL.search(before_it[-_ANTECEDENT:])
    meant = _upto(cited[-1].group(), same["level"]) + same["rest"]
    return of_same_law and references.canonical(meant) == references.canonical(found + numbers)


def _upto(citation: str, level: str) -> str:
    """A citation down to a level: 第19条 of 第19条第8号."""
    end = citation.rfind(level)
    rest = re.match(rf"(?:の{references.N})*", citation[end + 1 :])
    return citation[: end + 1 + (rest.end() if rest else 0)]
