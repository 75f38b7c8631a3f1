"""The same in plain style and in polite: 受け付けない and 受け付けません, 住所 and ご住所."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.conjugation import plain as plain_forms
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import KANJI, lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_MARKS = ("ます", "ません", "です")
_HONORIFICS = ("ご", "御", "お", "貴")
_HONOURED = lazy(rf"(?:[ごお御]|貴(?=管内|所属|[部課局室省庁市区町村県会校園院社職団法機施事]))(?={KANJI}[^\s])")
"""A prefix of respect before a noun of two signs or more: ご住所, 御連絡先, 貴管内; none are お茶 and 貴金属."""
_LONGEST = 40
_STEM = 6
_REASON = Words(
    "文体（言い切りと「です・ます」）だけが違い、意味は同じです。", "Only the style differs, plain or polite; the meaning is the same."
)


_RESPECT = Words("敬意を表す語頭（「ご」「御」など）の有無だけが違い、指すものは同じです。", "A prefix of respect; both name the same.")


def verdict(subject: Subject) -> Verdict | None:
    """A formal rewording where only one side is polite and says what the other says."""
    before, after = subject.words[0].rstrip("。"), subject.words[1].rstrip("。")
    if before.startswith(_HONORIFICS) != after.startswith(_HONORIFICS) and _HONOURED.sub("", before, 1) == _HONOURED.sub("", after, 1):
        return Verdict(EditKind.REWORDING, substantive=False, reason=_RESPECT)
    polite = before.endswith(_MARKS)
    if polite == after.endswith(_MARKS) or max(len(before), len(after)) > _LONGEST:
        return None
    stem = subject.left[-_STEM:]
    said, plain = (before, after) if polite else (after, before)
    if f"{stem}{plain}" not in plain_forms(f"{stem}{said}"):
        return None
    return Verdict(EditKind.REWORDING, substantive=False, reason=_REASON)
