"""重要な変更の提出時期

何を見るか: 提出時期が「事後」なのに、説明が「重要な変更」といっている行。また、重要な変更の対象となる項目（項目に※のある行、全項目評価書で※の付く項目）の実質的な変更を「事後」とした行。
なぜ大事か: 特定個人情報保護評価に関する規則第11条の重要な変更は、変更の前に評価を再実施し、公表しなければならない。
見ないもの: 誤りの訂正、組織名・時点・番号の変更、※から除かれた項目（7. リスク1⑨ 過去3年以内の重大事故）、「重要な変更に当たらない」と説明した行。
例: 説明「重要な変更」、提出時期「事後」 → 指摘（誤り）。
例: Ⅲ リスク対策の措置を書き換え、提出時期「事後」 → 指摘（念のため。リスクを明らかに低くする変更なら事後でよい）。
例: Ⅵ 評価実施手続の実施日、提出時期「事後」 → 指摘しない。
"""

# ※の項目: 全項目評価書（様式4）。指針第6の2(2)は、誤記の訂正、形式的な変更、リスクを明らかに軽減する変更を除く。

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.items import read_item
from aratame.checking.passage import finding_in
from aratame.model import EditKind, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.checking.items import Item
    from aratame.config import Config
    from aratame.model import Finding, RowDiff, TableDiff

RULE = "timing-of-important-change"

_IMPORTANT = re.compile(r"重要な変更(?!(?:に(?:は)?(?:当た|該当し)|では|で(?:は)?な))")
_FORMAL = frozenset({EditKind.ORGANIZATION, EditKind.DATE, EditKind.NUMBER, EditKind.ORTHOGRAPHY})
_BASIC_FORM = "関連情報"
"""The title of part I in the 基礎項目評価書, which has no ※."""
_ENTRUSTMENT = re.compile("委託の有無|対象となる本人の範囲")


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row handed in afterwards whose item or reason calls for beforehand."""
    for answer in diff.rows:
        row = answer.row
        if row.cells.get("timing", "").strip() != "事後":
            continue
        reason = "".join(row.cells.get("reason", "").split())
        if _IMPORTANT.search(reason):
            yield finding_in(RULE, Severity.ERROR, diff.table, row, _contradiction(row.number))
        elif "重要な変更" not in reason and _is_substantive(answer):
            yield from _by_item(diff, answer)


def _by_item(diff: TableDiff, answer: RowDiff) -> Iterator[Finding]:
    """A finding where the item says that such a change may be an important one."""
    text = answer.row.cells.get("item", "")
    item = read_item(text)
    if item.excepted and set(item.excepted) - {("リスク", 1)} <= set(item.marks):
        return
    if item.starred:
        yield finding_in(RULE, Severity.WARNING, diff.table, answer.row, _doubt(answer.row.number, "※の付いた項目", "an item marked ※"))
    elif _BASIC_FORM not in text and _is_listed(item, text):
        en = "an item marked ※ in the form of a full statement"
        yield finding_in(RULE, Severity.HINT, diff.table, answer.row, _doubt(answer.row.number, "全項目評価書で※の付く項目", en))


def _is_substantive(answer: RowDiff) -> bool:
    """Whether more changed than names of bodies, dates, numbers and spelling."""
    return any(edit.substantive and edit.kind not in _FORMAL for change in answer.changes for edit in change.edits)


def _is_listed(item: Item, text: str) -> bool:
    """Whether an item bears ※ in the form of the 全項目評価書."""
    match item.part:
        case 1:
            return (item.has("number", 1) and item.has("circled", 2)) or item.has("number", 5, 6)
        case 2 if item.has("number", 2):
            return item.has("circled", 1, 3, 4)
        case 2 if item.has("number", 3):
            return item.has("circled", 1, 6, 7, 8)
        case 2 if item.has("number", 4):
            return bool(_ENTRUSTMENT.search(text))
        case 2:
            return item.has("number", 5) or (item.has("number", 6) and item.has("circled", 1))
        case 3:
            return not (item.has("number", 7) and item.has("circled", 9))
        case 4:
            return True
        case _:
            return item.has("別添", 2)


def _contradiction(number: int) -> Words:
    return Words(
        f"{number}行目は重要な変更とあるのに、提出時期が「事後」です。重要な変更は、変更の前に評価を再実施します。提出時期か説明を直してください。",
        f"Row {number} calls itself an important change (重要な変更) but was handed in afterwards (事後). "
        "An important change is assessed again beforehand: mend the timing or the reason.",
    )


def _doubt(number: int, ja: str, en: str) -> Words:
    return Words(
        f"{number}行目は{ja}の実質的な変更で、提出時期が「事後」です。重要な変更に当たらないか（リスクを明らかに低くする変更か）確かめてください。",
        f"Row {number} changes the substance of {en} and was handed in afterwards (事後). "
        "Check that it is no important change (重要な変更), for instance because it clearly lowers the risk.",
    )
