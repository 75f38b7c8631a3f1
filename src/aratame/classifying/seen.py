"""What can be seen of a rewording: a provision, an amount, a date or a bracket that stands on one side only, or another on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import references
from aratame.model import Words
from aratame.patterns import lazy
from aratame.values import Amount, Moment, find

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETED = lazy(r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")
_LONGEST = 120
"""Longer rewordings hold so many that naming one says little."""
_SHOWN = 24
_DIGITS = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十百千万")
_TELEPHONE = lazy(r"[0-9０-９]{2,5}[-－‐―][0-9０-９]{1,4}[-－‐―][0-9０-９]{3,4}")
_DASHES = frozenset("-－‐―")
_LEVELS = frozenset("条項号表式章節")
_UNNUMBERED = frozenset({"様式", "別表", "別記", "別紙", "別添", "別図", "附則"})


def seen(before: str, after: str) -> Iterator[Words]:
    """What of a rewording stands on one side only or differs, in the order citation, date, telephone number, amount, bracket."""
    if max(len(before), len(after)) > _LONGEST or "。" in _BRACKETED.sub("", before + after).rstrip("。"):
        return
    old, new = _brackets(before), _brackets(after)
    before, after = _BRACKETED.sub("", before), _BRACKETED.sub("", after)
    for sort, found in (
        (Words("条項の引用", "a citation"), (_citations(before), _citations(after))),
        (Words("時点", "a date"), (_values(before, moments=True), _values(after, moments=True))),
        (Words("電話番号", "a telephone number"), (_telephones(before), _telephones(after))),
        (Words("数量", "an amount"), (_values(before, moments=False), _values(after, moments=False))),
        (Words("括弧書", "a remark in brackets"), (old, new)),
    ):
        if any(found):
            words = _compared(sort, *found) if not all(found) or _comparable(*found) else _both(sort, *found)
            if words:
                yield words


def _compared(sort: Words, old: list[str], new: list[str]) -> Words | None:
    """Which of one sort is gone, has come, or gave way to which."""
    gone, come = _first_beyond(old, new), _first_beyond(new, old)
    if gone and come:
        return Words(f"{sort.ja}が「{gone}」から「{come}」になっています", f"{sort.en} changed from “{gone}” to “{come}”")
    if gone:
        return Words(f"{sort.ja}「{gone}」がなくなっています", f"{sort.en} is gone (“{gone}”)")
    if come:
        return Words(f"{sort.ja}「{come}」が加わっています", f"{sort.en} was added (“{come}”)")
    return None


def _comparable(old: list[str], new: list[str]) -> bool:
    """Whether what is gone may have given way to what has come: not minutes to yen."""
    gone, come = (find(_first_beyond(*each)) for each in ((old, new), (new, old)))
    if not gone or not come or not (isinstance(gone[0].value, Amount) and isinstance(come[0].value, Amount)):
        return True
    return gone[0].value.unit == come[0].value.unit


def _both(sort: Words, old: list[str], new: list[str]) -> Words:
    """What is gone and what has come of one sort, neither a version of the other."""
    gone, come = _first_beyond(old, new), _first_beyond(new, old)
    return Words(
        f"{sort.ja}「{gone}」がなくなって「{come}」が加わっています", f"{sort.en} is gone (“{gone}”) and another was added (“{come}”)"
    )


def _first_beyond(some: list[str], others: list[str]) -> str:
    """The first of some texts that is not among others, short enough to be shown; "" where there is none."""
    first = next((text for text in some if text not in others), "")
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"


def _citations(text: str) -> list[str]:
    """The citations of provisions in a text."""
    if _LEVELS.isdisjoint(text):
        return []
    return [cited for start, end in references.lists(text, 0, len(text)) if (cited := text[start:end]) not in _UNNUMBERED]


def _values(text: str, *, moments: bool) -> list[str]:
    """The dates or the amounts in a text."""
    words = ((text[slice(*found.span)], found.value) for found in find(text))
    return [shown for shown, value in words if isinstance(value, Moment) == moments and not _DIGITS.isdisjoint(shown)]


def _telephones(text: str) -> list[str]:
    """The telephone numbers in a text."""
    return [] if _DASHES.isdisjoint(text) else _TELEPHONE.findall(text)


def _brackets(text: str) -> list[str]:
    """The brackets in a text, with what they hold."""
    return _BRACKETED.findall(text)
