"""A blank that was filled in: what it stood for tells what was filled in (＿＿日→14日, ＿月＿日→4月1日, 第＿条→第3条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import references
from aratame.classifying.date import dates_alone
from aratame.classifying.quantity import amounts_alone
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_BLANK = lazy(r"[_＿]+|[○◯●〇]{2,}|[○◯●〇](?=[年月日条項号])|(?<=[和年月])\s+(?=[年月日])")
"""A place left free for a number. 〇 is one, too; between other kanji digits it would be a nought."""
_SIGNS = frozenset("_＿○◯●〇")
_ANY_NUMBER = "1"


def verdict(subject: Subject) -> Verdict | None:
    """The kind of what both sides are once every blank holds a number; None where neither side has a blank."""
    before, after = subject.words
    both = before + after
    if not before or not after or (_SIGNS.isdisjoint(both) and len(both.split()) == 1) or _has_blank(before) == _has_blank(after):
        return None
    filled = _BLANK.sub(_ANY_NUMBER, before), _BLANK.sub(_ANY_NUMBER, after)
    kind = next((kind for kind, holds in _HOLDS if all(map(holds, filled))), None)
    if kind is None:
        return None
    ja, en = ("空欄が埋まりました", "a blank was filled in") if _has_blank(before) else ("空欄になりました", "a blank was left")
    return Verdict(kind, substantive=True, reason=Words(f"「{before}」→「{after}」：{ja}。", f"“{before}” → “{after}”: {en}."))


def _has_blank(text: str) -> bool:
    """Whether a text has a place left free; most have neither of its signs nor white space."""
    return (not _SIGNS.isdisjoint(text) or len(text.split()) > 1) and bool(_BLANK.search(text))


_HOLDS = ((EditKind.CITATION, references.is_list), (EditKind.DATE, dates_alone), (EditKind.QUANTITY, amounts_alone))
