"""番号の飛びと重なり

何を見るか: 並んだ条、項、号などの番号が、飛んでいる、重なっている、または戻っているもの。
なぜ大事か: 条項が抜けたか、番号の付け直しを忘れたおそれがあり、引用も狂う。
見ないもの: 枝番号（第三条の二）、「第五条及び第六条　削除」、（略）をはさむ並び、抄録した附則、番号の乱れが多く並びとして読めないもの。
例: 第一条、第二条、第四条 → 指摘。
例: 第一条、第二条、第二条の二、第三条 → 指摘しない。
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_at
from aratame.model import ClauseKind, Severity, Words
from aratame.numerals import AIUEO, IROHA, JOINT, marker_value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.checking.passage import Passage
    from aratame.config import Config
    from aratame.model import Clause, Finding

RULE = "numbering-gap"

_NUMBERED = frozenset(
    {
        *(ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.SUBSECTION, ClauseKind.DIVISION),
        *(ClauseKind.ARTICLE, ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM),
    }
)
_LISTED = frozenset({ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM})
FEWEST = 3
"""Clauses that make a series; two alone may belong to different lists."""
ONE_IN = 8
"""One slip in so many clauses (at least one in all) is a slip; more show that the numbers are no series. Errs on the side of silence."""

_SORTS = (
    (lazy("[ア-ン]"), "ア"),
    (lazy("[一二三四五六七八九十百千〇]+"), "一"),
    (lazy(r"[\d０-９]+"), "1"),
    (lazy("[①-⑳㉑-㊿]"), "①"),
)
Number = tuple[int, ...]


def check_document(passage: Passage, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each clause whose number does not follow the one before it."""
    for series in _series(passage):
        slips = [(old, new) for old, new in pairwise(series) if not _follows(old[1], new[1]) and not _starts_anew(new[0], old[1], new[1])]
        if not slips or not _is_series(series) or len(slips) > max(1, len(series) // ONE_IN):
            continue
        for (before, old), (clause, new) in slips:
            if clause.marker and before.marker:
                words = _words(before.marker.text, old, clause.marker.text, new)
                yield finding_at(RULE, Severity.WARNING, passage.document, clause.marker.span.start, words)


def _is_series(series: Sequence[tuple[Clause, Number]]) -> bool:
    """Whether clauses are enough for a series; two items of an article are if the first is numbered 1, as a list of its own begins."""
    (first, number), *_ = series
    return len(series) >= FEWEST or (first.kind is ClauseKind.ITEM and first.parent is not None and number == (1,))


def _series(passage: Passage) -> Iterator[list[tuple[Clause, Number]]]:
    """The numbered clauses that stand in one series, in document order, with their numbers."""
    families: dict[tuple[ClauseKind, int | None, str], list[Clause]] = {}
    broken: set[int | None] = set()
    for clause in passage.clauses:
        if clause.kind is ClauseKind.ELISION:
            broken.add(clause.parent)
        elif clause.marker and clause.kind in _NUMBERED and clause.position not in passage.supplementary:
            # Articles run through the chapters.
            above = None if clause.kind is ClauseKind.ARTICLE else clause.parent
            families.setdefault((clause.kind, above, _sort(clause.marker.text)), []).append(clause)
    for (kind, above, _), clauses in families.items():
        if (above not in broken and kind is not ClauseKind.ARTICLE) or (kind is ClauseKind.ARTICLE and not broken):
            yield from _numbered(passage, clauses)


@lru_cache(maxsize=4096)
def _sort(marker: str) -> str:
    """The sort of a marker, its numbers left out: kanji, digits, circled or kana, with its brackets."""
    head = re.split(rf"(?<=.)(?:[のノ]|{JOINT})", marker, maxsplit=1)[0]
    for pattern, sign in _SORTS:
        head = pattern.sub(sign, head)
    return head


def _numbered(passage: Passage, clauses: Sequence[Clause]) -> Iterator[list[tuple[Clause, Number]]]:
    """The clauses with their numbers; none where one has no number. The first paragraph of an article bears none and counts as 1."""
    letters = [clause.marker.text.strip("（）()") for clause in clauses if clause.marker]
    if all(len(letter) == 1 and letter in AIUEO for letter in letters):
        order = AIUEO if "".join(letters).startswith("アイ") else IROHA
        yield [(clause, (order.find(letter) + 1,)) for clause, letter in zip(clauses, letters, strict=True)]
        return
    numbers = [marker_value(clause.marker.text) if clause.marker else None for clause in clauses]
    if None in numbers:
        return
    series = [(clause, number) for clause, number in zip(clauses, numbers, strict=True) if number]
    first = clauses[0]
    if first.kind is ClauseKind.PARAGRAPH and first.parent is not None:
        series.insert(0, (passage.clauses[first.parent], (1,)))
        if series[1][1] == (1,):
            del series[0]
    yield series


def _follows(old: Number, new: Number) -> bool:
    """Whether a number may stand behind another: 3 → 4, 3の2, 3の2の2 → 3の3, 4; a range by its last number."""
    last = old[old.index(0) + 1 :] if 0 in old else old
    first = new[: new.index(0)] if 0 in new else new
    if not last or not first:
        return True
    steps: Iterable[Number] = (*((*last[:depth], last[depth] + 1) for depth in range(len(last))), (*last, 2), (*last, 1))
    return first in steps


def _starts_anew(clause: Clause, old: Number, new: Number) -> bool:
    """Whether a smaller number begins another list; articles and chapters run through and never go back."""
    return new < old and clause.kind in _LISTED


def _words(old_text: str, old: Number, new_text: str, new: Number) -> Words:
    if old == new:
        return Words(
            f"「{new_text}」が二つ続いています。番号を確かめてください。", f"“{new_text}” stands twice in a row. Check the number."
        )
    if new < old:
        return Words(
            f"「{old_text}」の次が「{new_text}」に戻っています。番号を確かめてください。",
            f"“{new_text}” follows “{old_text}”: the number goes back. Check it.",
        )
    return Words(
        f"「{old_text}」の次が「{new_text}」です。間の条項が抜けていないか、番号を付け直し忘れていないか確かめてください。",
        f"“{new_text}” follows “{old_text}”. Check that nothing in between is missing and that the numbers were brought up to date.",
    )
