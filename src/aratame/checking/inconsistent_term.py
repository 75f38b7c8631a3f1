"""そろわない用語

何を見るか: 設定（checks.terms）で避けると決めた呼び方、設定（renames）で改めたと知らせた古い名称が、文書に残っているもの。
なぜ大事か: 同じものが二つの名前で呼ばれると、別のものと読まれる。
見ないもの: 使うと決めた呼び方の一部、別の長い言葉の一部（14情報の中の4情報）、附則、設定にない言葉。
例: 設定 "個人番号カード" = ["マイナンバーカード"]、本文「マイナンバーカードを交付する」 → 指摘。
例: 同じ設定で、本文「マイナンバーカードセンター」 → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_at
from aratame.model import Severity, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.checking.passage import Passage
    from aratame.config import Config
    from aratame.model import Finding

RULE = "inconsistent-term"

_SCRIPTS = (lazy("[一-鿿々〇]"), lazy("[ァ-ヴー]"), lazy("[0-9０-９]"), lazy("[A-Za-zＡ-Ｚａ-ｚ]"))


def check_document(passage: Passage, config: Config) -> Iterator[Finding]:
    """A finding for each place where a name stands that the glossary gives another name for."""
    wanted = {avoided: term for term, others in config.checks.terms.items() for avoided in others}
    wanted |= {rename.before: rename.after for rename in config.renames}
    text = passage.document.text
    for avoided, term in wanted.items():
        for match in re.finditer(re.escape(avoided), text):
            clause = passage.clause_at(match.start())
            is_old_text = clause is not None and clause.position in passage.supplementary
            if is_old_text or not _stands_alone(text, match.start(), match.end()) or _is_inside(text, match.start(), match.end(), term):
                continue
            words = Words(
                f"「{avoided}」は、用語の設定では「{term}」と呼びます。呼び方をそろえてください。",
                f"“{avoided}” is called “{term}” in the glossary of the configuration. Use one name.",
            )
            yield finding_at(RULE, Severity.WARNING, passage.document, match.start(), words)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the script changes at either end of a name, so that it is no part of a longer word."""
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (_joined(left, text[start]) or _joined(text[end - 1], right))


def _joined(one: str, other: str) -> bool:
    """Whether two characters stand in one run of a script."""
    return any(script.match(one) and script.match(other) for script in _SCRIPTS)


def _is_inside(text: str, start: int, end: int, term: str) -> bool:
    """Whether the place is part of the name to use."""
    place = text.find(term, max(0, end - len(term)), start + len(term))
    return place >= 0 and place <= start and place + len(term) >= end
