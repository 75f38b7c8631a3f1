"""食い違う改称

何を見るか: 同じ名称が、ある行では一つの名称に、別の行では別の名称に改められているもの。
なぜ大事か: 同じものに二つの新しい名前が付き、どちらかが誤りであるおそれがある。
見ないもの: 引用する条項（番号は場所ごとに変わる）、片方がもう片方の長い呼び方であるもの。
例: 市民課→市民窓口課、別の行で市民課→市民サービス課 → 指摘。
例: どの行でも市民生活局→市民協働局 → 指摘しない。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.checking.passage import finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding, Rename, TableDiff

RULE = "contradictory-rename"


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding at each place of a rename that another, more frequent or earlier one contradicts."""
    rows = {answer.row.number: answer.row for answer in diff.rows}
    leading: dict[str, Rename] = {}
    for rename in diff.renames:
        if not rename.contradicts or not rename.count:
            continue
        usual = leading.setdefault(rename.before, rename)
        if usual is rename or usual.after in rename.after or rename.after in usual.after:
            continue
        for place in rename.places:
            if place.row is not None:
                yield finding_in(RULE, Severity.WARNING, diff.table, rows[place.row], _words(place.row, rename, usual))


def _words(row: int, rename: Rename, usual: Rename) -> Words:
    others = "、".join(dict.fromkeys(f"{place.row}行目" for place in usual.places))
    rows = ", ".join(dict.fromkeys(str(place.row) for place in usual.places))
    return Words(
        f"{row}行目は「{rename.before}」を「{rename.after}」に改めていますが、{others}では「{usual.after}」に改めています。どちらが正しいか確かめてください。",
        f"Row {row} changes “{rename.before}” to “{rename.after}”, row {rows} to “{usual.after}”. Check which is right.",
    )
