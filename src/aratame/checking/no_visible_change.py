"""変更の見えない行

何を見るか: 変更前と変更後の記載が、空白と改行を除いて同じ行。
なぜ大事か: 写し間違いで変更が抜けたか、書かれていない部分（図、（略）の中）が変わったおそれがある。
見ないもの: 変更前または変更後が空の行（追加・削除）、両方とも（略）だけの行（変わらない部分を省いたもの）。
例: 変更前「記載のとおり」／変更後「記載のとおり」 → 指摘。
例: 変更前「4情報」／変更後「5情報」 → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.elision import ELISION
from aratame.model import Finding, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import TableDiff

RULE = "no-visible-change"

_WORDS = re.compile(r"[^\s0-9０-９〇一二三四五六七八九十百①-⑳・、～〜~－第条項号章節款()（）]")
"""What is no number: 「２・３　（略）」 and 「第四条　（略）」 quote nothing."""


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row whose two cells say the same."""
    for row in (answer.row for answer in diff.rows):
        same = "".join(row.before.split()) == "".join(row.after.split())
        if same and not _elided(row.before):
            words = Words(
                f"{row.number}行目は変更前と変更後の記載が同じです。変更が抜けていないか確かめてください。",
                f"Row {row.number}: the before and after cells say the same. Check that no change was left out.",
            )
            yield Finding(RULE, Severity.WARNING, diff.table.name, row.line, 1, row.number, words)


def _elided(cell: str) -> bool:
    """Whether a cell holds nothing but （略） and the numbers of what it stands for."""
    return ELISION.search(cell) is not None and _WORDS.search(ELISION.sub("", cell)) is None
