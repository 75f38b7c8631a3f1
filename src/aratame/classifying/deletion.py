"""削除（deletion）

何を見るか: 変更前にあった言葉、文、項目、条項がなくなったこと。理由に、何がなくなったか（ただし書、括弧書、列挙の項目など）を示します。
なぜ大事か: 対象、条件、例外、義務がなくなります。
見ないもの: 空白・読点だけの削除は「表記の変更」です。述語の途中が削られて義務の強さが変わるものは「義務・肯否の変更」です。
例: 個人番号カード及び住民基本台帳カード→個人番号カード（「及び住民基本台帳カード」の削除）
例: ただし、夜間はこの限りでない。（文の削除）
どちらが勝つか: 「（略）」や「⑮削除」のような編集上の記載も、理由でそれと分かるようにします。片側だけの「（略）」は、隠れた変更があり得るので実質の変更とします。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.cells import NO_MORE
from aratame.classifying import joining
from aratame.classifying.pieces import describe, placeholder, shed
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject


def verdict(subject: Subject) -> Verdict | None:
    """Deletion where nothing came instead, or only （削る） did, or nothing but a part of what stood there."""
    before, after = subject.words
    nothing = not after or after in NO_MORE
    gone = subject.before_words if nothing else shed(before, after)
    if not before or gone is None:
        return None
    if nothing and (joined := joining.moved(subject)):
        return Verdict(EditKind.DELETION, substantive=False, reason=joined)
    what = describe(gone, subject.before, whole=not subject.after_clauses)
    marked = placeholder(before) and subject.before.strip() == before
    return Verdict(EditKind.DELETION, substantive=not marked, reason=Words(f"{what.ja}がなくなりました。", f"Deleted: {what.en}."))
