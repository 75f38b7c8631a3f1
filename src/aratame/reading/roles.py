"""Header texts → the roles of the columns beside the sides: when, what about, handed in how, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ACTION = (
    "変更|改正|改定|改訂|修正|訂正|補正|見直し?|更新|改編|改組|改称|改革|改善|改修|移行|統合|統廃合|再編|分割|合併|適用|施行|実施|導入|"
    "制定|整備|措置|対応|編集|校正|加筆|差し?替え?"
)
"""What a change is called in headers: 変更日, 改正理由, 修正箇所."""
_ROLES = {
    "date": (
        r"(?:変更|改正|改定|改訂|修正|更新|施行|適用|公布|公表|実施|発生)?(?:の)?(?:年月日|日付|日時?|期日)",
        r"(?:変更|改正|改定|改訂|修正|更新|施行|適用)(?:の)?(?:時期|時点)|date|dateofchange|changedate|effectivedate",
    ),
    "timing": (r"提出(?:の)?時期", r"(?:公表|報告|届出)(?:の)?時期|事前・?/?事後(?:の別|の区分)?|timing"),
    "reason": (
        r"提出(?:の)?時期に係る説明",
        rf"(?:{ACTION})?(?:の|に係る)?(?:理由|事由|趣旨|説明|考え方)|(?:{ACTION})理由等?|reasons?|reasonforchange|explanation|rationale",
        r"備考欄?|摘要|補足|コメント|remarks?|notes?|comments?",
    ),
    "item": (
        rf"(?:{ACTION}|該当|対象)?(?:の)?項目名?|item|section|subject",
        rf"(?:{ACTION}|該当|対象)?(?:の)?(?:箇所|個所|部分|条項|条文番号|条番号|条名|条|見出し|規定)|article|clause|place",
        rf"(?:{ACTION}|該当|対象)?(?:の)?(?:区分|章|節|ページ|頁|件名|事項)|page|category",
    ),
}
"""Role → patterns of whole headers, the surest first; at most one column has a role."""
_ROLE_PATTERNS = [(role, [lazy(pattern) for pattern in patterns]) for role, patterns in _ROLES.items()]


def roles_of(keys: Sequence[str], taken: Collection[int]) -> dict[int, str]:
    """Column → role, for the columns whose header has one. `keys` are the headers as `columns.header_key` makes them, without brackets."""
    roles: dict[int, str] = {}
    for role, patterns in _ROLE_PATTERNS:
        for pattern in patterns:
            fitting = [column for column, key in enumerate(keys) if column not in taken and column not in roles and pattern.fullmatch(key)]
            if fitting:
                roles[fitting[0]] = role
                break
    return roles
