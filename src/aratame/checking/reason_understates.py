"""軽すぎる説明

何を見るか: 「記載の修正」「文言の整理」「時点修正」などとだけ説明した行で、義務や権限、数量、引用する法令や条項が変わったもの。
なぜ大事か: 説明だけを読む人は、内容が変わったことに気付かない。
見ないもの: 「番号法改正に伴う記載の修正」のように理由を示した説明、表記や番号だけの変更、義務などにかかわらない語句の追加や言い換え。
例: 説明「記載の修正」、変更「定期的に→年1回以上」 → 指摘。
例: 説明「時点修正」、変更「令和4年4月1日→令和6年4月1日」 → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_in
from aratame.model import EditKind, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Edit, Finding, TableDiff

RULE = "reason-understates"
QUOTED = 16

_SLIGHT = re.compile(
    r"(?:記載|文言|字句|表記|表現|用語|体裁)(?:内容)?の?(?:軽微な)?(?:修正|整理|適正化|見直し|統一|整備|変更)|軽微な(?:修正|変更)|時点(?:の)?(?:修正|更新)|誤字|脱字|誤記"
)
_CAUSE = re.compile("伴|よる|より|ため|基づ|受け|踏まえ|改正|改定")
_DUTY = re.compile(
    r"義務付|義務づ|なければならない|てはならない|ものとする|(?:する|させる|求める)ことができ|ことができる|禁止(?:し|する|され)|禁じ|努め|要しない|この限りでない|妨げない"
)
_WEIGHTY = {
    EditKind.MODALITY: Words("義務や肯否", "a duty or a yes and no"),
    EditKind.QUANTITY: Words("数量", "a quantity"),
    EditKind.CITATION: Words("引用する法令や条項", "the provision cited"),
}
_DUTY_WORDS = Words("義務や権限の記載", "words of duty or power")


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row whose reason claims less than what changed."""
    for answer in diff.rows:
        reason = "".join(answer.row.cells.get("reason", "").split())
        if not _SLIGHT.search(reason) or _CAUSE.search(reason):
            continue
        weighty = [(edit, what) for change in answer.changes for edit in change.edits if (what := _weight(edit))]
        if weighty:
            edit, what = weighty[0]
            yield finding_in(RULE, Severity.WARNING, diff.table, answer.row, _words(answer.row.number, reason, edit, what))


def _weight(edit: Edit) -> Words | None:
    """What an edit changes that a reason must name; None where a slight reason will do."""
    if not edit.substantive:
        return None
    if edit.kind in _WEIGHTY:
        return _WEIGHTY[edit.kind]
    duties = [sorted(_DUTY.findall(side.text)) for side in (edit.before, edit.after)]
    return _DUTY_WORDS if duties[0] != duties[1] else None


def _words(number: int, reason: str, edit: Edit, what: Words) -> Words:
    before, after = (_quoted(side.text, what is _DUTY_WORDS) for side in (edit.before, edit.after))
    change = f"{before}→{after}" if before and after else f"＋{after}" if after else f"－{before}"
    return Words(
        f"{number}行目の説明は「{reason}」ですが、{what.ja}が変わっています（{change}）。説明に変更の内容と理由を書いてください。",
        f"Row {number}: the reason is “{reason}”, but {what.en} changed ({change}). Say in the reason what changed and why.",
    )


def _quoted(text: str, by_duty: bool) -> str:  # noqa: FBT001  private
    """The words of one side, short enough for a message; of a long side, those of duty."""
    flat = " ".join(text.split())
    if len(flat) <= QUOTED:
        return flat
    duty = _DUTY.search(flat) if by_duty else None
    if duty:
        return f"…{flat[max(0, duty.end() - QUOTED) : duty.end()]}…"
    return f"{flat[:QUOTED]}…"
