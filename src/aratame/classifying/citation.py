"""引用の変更（citation）

何を見るか: 引用する条項（前項→前二項、第七条第二項→第十五条第二項）、別表・様式（別表第一→別表第二）、法令・例規（条例→法）が変わったこと。
なぜ大事か: 一字違いでも、根拠となる規定や適用される条件が変わります。
見ないもの: 番号のずれに合わせただけの引用は「番号の変更」、書き方だけの違いは「表記の変更」です。引用する条項を書き加えただけのものは「追加」です。
例: 別表第二→番号法第19条第8号に基づく主務省令
例: 前項に規定する事項→前二項に規定する事項
どちらが勝つか: 法令の題名の変更は、用語の変更より引用の変更を先にとります。「番号法第19条第8号→同号」のように、たどれば同じ条項を指すものは引用の
    変更としますが、実質の変更とはしません。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.classifying import references
from aratame.classifying.number import cites, external
from aratame.classifying.subject import Verdict, clause_at
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

INSTRUMENT = re.compile(
    r"(?:憲法|民法|刑法|商法|(?<![方手用作工技文])法|法律|法令|政令|省令|府令|[省府庁]令|勅令|条例|規則|(?<!内)規程|規約|告示|訓令|通達|通知書?第.+号|要綱|要領|条約|協定|約款|省告示|ガイドライン)(?:等)?"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|[「」『』]")
_ROW = rf"(?:の{references.N})+の項"
_PROVISION = re.compile(rf"(?:(?:{references.ONE})(?:の表)?(?:{_ROW})?|第{references.N}[編章節款条項号]|の表(?:{_ROW})?)(?:の規定|の定め)?$")
_NAME = re.compile(rf"(?:{INSTRUMENT.pattern})$")
_CONNECTED = re.compile(r"に関する|に基づく|に規定する|に定める|による|に係る|における|に対する|のための?|の一部を改正する|等の?|付け|以下")
_VERBAL = re.compile(r"[をがはへ。]|する|した|れた")


def verdict(subject: Subject) -> Verdict | None:
    """Citation where both sides name provisions, tables or instruments."""
    if cites(subject):
        before, after = subject.sides(subject.widened(references.LIST))
        return _provision(subject, before, after)
    before, after = subject.before_words.strip(), subject.after_words.strip()
    if before and after and _names(before) and _names(after):
        return _verdict(before, after, "引用する法令や条項が変わりました", "another instrument or provision is cited")
    return None


def _provision(subject: Subject, before: str, after: str) -> Verdict:
    homes = clause_at(subject.before_clauses, subject.before_span.start), clause_at(subject.after_clauses, subject.after_span.start)
    if external(subject):
        return _verdict(before, after, "引用する他の法令の条項が変わりました", "another provision of another instrument is cited")
    if homes[0] and homes[1] and subject.numbering.follows(before, homes[0][0].position, after, homes[1][0].position) is False:
        return _verdict(before, after, "番号のずれではなく、引用する条項そのものが変わりました", "the provision that is cited is another one, not a renumbered one")
    return _verdict(before, after, "引用する条項が変わりました", "another provision is cited")


def _names(text: str) -> bool:
    """Whether a text is the name of an instrument or of a part of one."""
    bare = _BRACKETS.sub("", re.sub(r"\s", "", text))
    if not (_PROVISION.search(bare) or _NAME.search(bare)):
        return False
    return not _VERBAL.search(_CONNECTED.sub("", bare))


def _verdict(before: str, after: str, ja: str, en: str, *, substantive: bool = True) -> Verdict:
    return Verdict(EditKind.CITATION, substantive, Words(f"「{before}」→「{after}」：{ja}。", f"“{before}” → “{after}”: {en}."))
