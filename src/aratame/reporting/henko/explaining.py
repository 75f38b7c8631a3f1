"""The kinds of the edits of a row → the explanation proposed for the column 説明, in the words that officers use there.

It is a proposal and says so: whether a change is 重要な変更, and why it was made, is not in the texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import EditKind, Status
from aratame.reporting.taisho.sameness import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Change

PROPOSAL = "（案）"
MOVED = "記載箇所の移動"

WORDS = {
    EditKind.ADDITION: "記載の追加",
    EditKind.DELETION: "記載の削除",
    EditKind.TERM: "用語の整理",
    EditKind.ORGANIZATION: "機構改革によるもの",
    EditKind.CITATION: "引用条項の整理",
    EditKind.DATE: "時点修正",
    EditKind.QUANTITY: "数量の変更",
    EditKind.NUMBER: "項番の整理",
    EditKind.MODALITY: "取扱いの変更",
    EditKind.ORTHOGRAPHY: "表記の整理",
    EditKind.REWORDING: "記載の修正",
}


def explanation(changes: Sequence[Change]) -> str:
    """What the row's column 説明 might say: each reason once, in the order of the edits."""
    return "、".join(dict.fromkeys(_reasons(changes))) + PROPOSAL


def _reasons(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        if change.moved:
            yield MOVED
        lone = {Status.ADDED: EditKind.ADDITION, Status.DELETED: EditKind.DELETION}.get(change.status)
        yield from (WORDS[lone or edit.kind] for edit in visible(change))
