"""片側だけの（略）

何を見るか: （略）の数が、変更前と変更後で違う行。
なぜ大事か: 片側にだけある（略）は、その中の変更や削除を隠す。
見ないもの: 両方に同じ数だけある（略）、一方が空の行（追加・削除）、「略」を含むだけの言葉（略称など）。
例: 変更前「○○。（略）」／変更後「××。」 → 指摘。
例: 変更前「（略）○○。」／変更後「（略）××。」 → 指摘しない。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.cells import ELISION
from aratame.checking.passage import finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding, TableDiff

RULE = "elision-one-side"


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row that elides more on one side than on the other."""
    for row in (answer.row for answer in diff.rows):
        before, after = (len(ELISION.findall(text)) for text in (row.before, row.after))
        if before == after or not row.before.strip() or not row.after.strip():
            continue
        words = Words(
            f"{row.number}行目の（略）は、変更前に{before}か所、変更後に{after}か所です。片側の（略）の中の変更が隠れていないか確かめ、両側をそろえてください。",
            f"Row {row.number}: （略） stands {before} time(s) before and {after} time(s) after. "
            "Check that it hides no change, and elide the same on both sides.",
        )
        yield finding_in(RULE, Severity.WARNING, diff.table, row, words)
