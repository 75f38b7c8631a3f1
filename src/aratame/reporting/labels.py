"""Names of kinds, actions and states as reports print them, in both languages."""

from __future__ import annotations

from aratame.entries import Action
from aratame.model import EditKind, Severity, Words
from aratame.repository.versions import FileStatus

EDIT_KINDS = {
    EditKind.ADDITION: Words("追加", "addition"),
    EditKind.DELETION: Words("削除", "deletion"),
    EditKind.TERM: Words("用語の変更", "term"),
    EditKind.ORGANIZATION: Words("組織名の変更", "organization"),
    EditKind.CITATION: Words("引用の変更", "citation"),
    EditKind.DATE: Words("時点の変更", "date"),
    EditKind.QUANTITY: Words("数量の変更", "quantity"),
    EditKind.NUMBER: Words("番号の変更", "number"),
    EditKind.MODALITY: Words("義務・肯否の変更", "modality"),
    EditKind.ORTHOGRAPHY: Words("表記の変更", "orthography"),
    EditKind.REWORDING: Words("文言の変更", "rewording"),
}

ACTIONS = {
    Action.ADDED: Words("追加", "added"),
    Action.DELETED: Words("削除", "deleted"),
    Action.SPLIT: Words("分割", "split"),
    Action.MERGED: Words("統合", "merged"),
    Action.REWORDED: Words("改正", "reworded"),
    Action.MOVED: Words("移動", "moved"),
    Action.RENUMBERED: Words("番号の変更", "renumbered"),
    Action.SPACED: Words("空白・改行の違い", "white space"),
}

FILE_STATUSES = {
    FileStatus.ADDED: Words("追加", "added"),
    FileStatus.DELETED: Words("削除", "deleted"),
    FileStatus.MODIFIED: Words("変更", "modified"),
    FileStatus.RENAMED: Words("名前の変更", "renamed"),
    FileStatus.RETYPED: Words("種別の変更", "retyped"),
    FileStatus.UNMERGED: Words("競合", "unmerged"),
}

SEVERITIES = {
    Severity.ERROR: Words("誤り", "error"),
    Severity.WARNING: Words("注意", "warning"),
    Severity.HINT: Words("参考", "hint"),
}
