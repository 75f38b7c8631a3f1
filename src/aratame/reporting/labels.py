"""Names of kinds, actions and states as reports print them, in both languages."""

from __future__ import annotations

from aratame.entries import Action
from aratame.model import ClauseKind, EditKind, Severity, Status, Words
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

STATUSES = {
    Status.UNCHANGED: Words("変更なし", "unchanged"),
    Status.MODIFIED: Words("変更", "modified"),
    Status.ADDED: Words("追加", "added"),
    Status.DELETED: Words("削除", "deleted"),
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

CLAUSE_KINDS = {
    ClauseKind.PART: Words("編", "part"),
    ClauseKind.CHAPTER: Words("章", "chapter"),
    ClauseKind.SECTION: Words("節", "section"),
    ClauseKind.SUBSECTION: Words("款", "subsection"),
    ClauseKind.DIVISION: Words("目", "division"),
    ClauseKind.ARTICLE: Words("条", "article"),
    ClauseKind.PARAGRAPH: Words("項", "paragraph"),
    ClauseKind.ITEM: Words("号", "item"),
    ClauseKind.SUBITEM: Words("号の細分", "subitem"),
    ClauseKind.SUPPL_PROVISION: Words("附則", "supplementary provisions"),
    ClauseKind.APPDX_TABLE: Words("別表", "appended table"),
    ClauseKind.TOC: Words("目次", "table of contents"),
    ClauseKind.HEADING: Words("見出し", "heading"),
    ClauseKind.BULLET: Words("箇条", "bullet"),
    ClauseKind.NOTE: Words("注", "note"),
    ClauseKind.ELISION: Words("略", "elision"),
    ClauseKind.TEXT: Words("文", "text"),
}
