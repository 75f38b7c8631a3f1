"""追加（addition）

何を見るか: 変更前になかった（又は「（新設）」とだけある）言葉、文、項目、条項が加わったこと。理由に、何が加わったか（ただし書、括弧書、名詞を並べた列挙の項目、「。」で終わる文、番号の付いた条項など）を示します。
なぜ大事か: 対象、条件、例外、義務が増えます。
見ないもの: 空白・読点だけ、送り仮名や「第」だけの書き足しは「表記の変更」です。述語の途中に加わって義務の強さが変わるものは「義務・肯否の変更」です。
例: 事業者→事業者及びクラウドサービス事業者（「及びクラウドサービス事業者」の追加）
例: ただし、市長が認めるときは、この限りでない。（文の追加）
どちらが勝つか: 「（略）」や「（追加）」のような編集上の記載も追加としますが、理由でそれと分かるようにします。片側だけの「（略）」は、隠れた変更があり得るので実質の変更と
    します。「（新設）」「（削る）」だけの欄は、加わった、又はなくなった条項が反対側にあるので、形式の変更とします。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.cells import NOT_YET
from aratame.classifying import joining
from aratame.classifying.pieces import describe, placeholder, shed
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject


def verdict(subject: Subject) -> Verdict | None:
    """Addition where nothing gave way, or only （新設） did, or all of it still stands there."""
    before, after = subject.words
    nothing = not before or before in NOT_YET
    added = subject.after_words if nothing else shed(after, before)
    if not after or added is None:
        return None
    if nothing and (joined := joining.moved(subject)):
        return Verdict(EditKind.ADDITION, substantive=False, reason=joined)
    what = describe(added, subject.after, whole=not subject.before_clauses)
    marked = placeholder(after) and subject.after.strip() == after
    return Verdict(EditKind.ADDITION, substantive=not marked, reason=Words(f"{what.ja}が加わりました。", f"Added: {what.en}."))
