"""Renames that the configuration states: what was written down beforehand needs no evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.spelling import width
from aratame.classifying.subject import Verdict
from aratame.model import Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject


def verdict(subject: Subject) -> Verdict | None:
    """The kind of a rename of `[[renames]]` where nothing but its old name gave way to its new one."""
    if not subject.config.renames:
        return None
    before, after = map(width, subject.dense)
    for rename in subject.config.renames:
        old, new = width(rename.before), width(rename.after)
        if old in before and before.replace(old, new) == after:
            reason = Words(
                f"設定（renames）にある改称で、「{rename.before}」が「{rename.after}」に変わります。",
                f"The configuration states this rename of “{rename.before}” to “{rename.after}”.",
            )
            return Verdict(rename.kind, substantive=True, reason=reason)
    return None
