"""変更の見えない行

何を見るか: 変更前と変更後の記載が、空白と改行を除いて同じ行。
なぜ大事か: 写し間違いで変更が抜けたか、書かれていない部分（図、（略）の中）が変わったおそれがある。
見ないもの: 変更前または変更後が空の行（追加・削除）、両方とも（略）だけの行（変わらない部分を省いたもの）。
例: 変更前「記載のとおり」／変更後「記載のとおり」 → 指摘。
例: 変更前「4情報」／変更後「5情報」 → 指摘しない。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.cells import is_left_out
from aratame.model import Finding, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import TableDiff

RULE = "no-visible-change"


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row whose two cells say the same."""
    for row in (answer.row for answer in diff.rows):
        same = "".join(row.before.split()) == "".join(row.after.split())
        if same and not is_left_out(row.before):
            words = Words(
                f"{row.number}行目は変更前と変更後の記載が同じです。変更が抜けていないか確かめてください。",
                f"Row {row.number}: the before and after cells say the same. Check that no change was left out.",
            )
            yield Finding(RULE, Severity.WARNING, diff.table.name, row.line, 1, row.number, words)
