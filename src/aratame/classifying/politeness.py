"""The same predicate in plain style and in です・ます: 受け付けない and 受け付けません, とする and とします."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.conjugation import plain as plain_forms
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_MARKS = ("ます", "ません", "です")
_LONGEST = 40
_STEM = 6
_REASON = Words(
    "文体（言い切りと「です・ます」）だけが違い、意味は同じです。", "Only the style differs, plain or polite; the meaning is the same."
)


def verdict(subject: Subject) -> Verdict | None:
    """A formal rewording where only one side is polite and says what the other says."""
    before, after = subject.words[0].rstrip("。"), subject.words[1].rstrip("。")
    polite = before.endswith(_MARKS)
    if polite == after.endswith(_MARKS) or max(len(before), len(after)) > _LONGEST:
        return None
    stem = subject.left[-_STEM:]
    said, plain = (before, after) if polite else (after, before)
    if f"{stem}{plain}" not in plain_forms(f"{stem}{said}"):
        return None
    return Verdict(EditKind.REWORDING, substantive=False, reason=_REASON)
