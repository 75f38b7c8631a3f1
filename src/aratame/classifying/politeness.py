"""The same predicate in plain style and in です・ます: 受け付けない and 受け付けません, とする and とします."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.classifying.subject import Subject

_I, _U, _A = "いきぎしちにびみり", "うくぐすつぬぶむる", "わかがさたなばまら"
"""Before ます a verb of five forms has い, plain it has う, before ない it has あ."""
_MARKS = ("ます", "ません", "です")
_LONGEST = 40
_STEM = 6
_REASON = Words(
    "文体（言い切りと「です・ます」）だけが違い、意味は同じです。", "Only the style differs, plain or polite; the meaning is the same."
)


def verdict(subject: Subject) -> Verdict | None:
    """A formal rewording where only one side is polite and says what the other says."""
    words = [text.rstrip("。") for text in subject.words]
    polite = [text.endswith(_MARKS) for text in words]
    if polite[0] == polite[1] or max(map(len, words)) > _LONGEST:
        return None
    stem = subject.left[-_STEM:]
    said, plain = (words[0], words[1]) if polite[0] else (words[1], words[0])
    if f"{stem}{plain}" not in _plain(f"{stem}{said}"):
        return None
    return Verdict(EditKind.REWORDING, substantive=False, reason=_REASON)


def _plain(text: str) -> Iterator[str]:
    """The plain forms that a polite predicate may have; those of other sorts of verbs are no words, and equal nothing."""
    if text.endswith("ません"):
        stem, ends, rest = text.removesuffix("ません"), _A, "ない"
    elif text.endswith("ます"):
        stem, ends, rest = text.removesuffix("ます"), _U, ""
    else:
        stem = text.removesuffix("です")
        yield from (f"{stem}である", f"{stem}だ", stem)
        return
    yield f"{stem}{rest or 'る'}"
    if stem.endswith("し"):
        yield f"{stem.removesuffix('し')}{'しない' if rest else 'する'}"
    if stem and stem[-1] in _I:
        yield f"{stem[:-1]}{ends[_I.index(stem[-1])]}{rest}"
    if text.endswith("ありません"):
        yield f"{text.removesuffix('ありません')}ない"
