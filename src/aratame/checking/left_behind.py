"""改め忘れ

何を見るか: 二度以上（または設定で知らせた）改められた名称の、古い方が変更後の記載や新しい版に残っているもの。
なぜ大事か: 同じものが二つの名前で呼ばれ、別のものと読まれる。
見ないもの: 別の言葉の一部（14情報の中の4情報）、附則、一度しか改められていない名称、新しい文や残る大半の箇所でなお使われている名称。
例: 4情報→5情報が二か所、ほかの変更後に「4情報」 → 指摘。
例: 4情報→5情報が二か所、変更後に「14情報」 → 指摘しない。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.checking.passage import finding_at, finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Diff, Finding, Rename, TableDiff

RULE = "left-behind"


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each place in the after cells where a name was not changed with the others."""
    rows = {answer.row.number: answer.row for answer in diff.rows}
    for rename in diff.renames:
        for place in rename.left_behind:
            if place.row is not None:
                where = Words(f"{place.row}行目の変更後に", f"Row {place.row}: ")
                yield finding_in(RULE, Severity.WARNING, diff.table, rows[place.row], _words(rename, where))


def check_pair(diff: Diff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each place in the after text where a name was not changed with the others."""
    for rename in diff.renames:
        for place in rename.left_behind:
            if place.after:
                yield finding_at(RULE, Severity.WARNING, diff.after, place.after.span.start, _words(rename, Words("", "")))


def _words(rename: Rename, where: Words) -> Words:
    done = Words(
        f"（{rename.count}か所で改めた）" if rename.count else "（設定にある改称）",
        f"{rename.count} times" if rename.count else "by the configuration",
    )
    return Words(
        f"{where.ja}「{rename.before}」が残っています。「{rename.after}」{done.ja}に改め忘れていないか確かめてください。",
        f"{where.en}“{rename.before}” is still there, which was changed to “{rename.after}” ({done.en}). Check that it was not forgotten.",
    )
