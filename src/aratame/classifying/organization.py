"""組織名の変更（organization）

何を見るか: 省庁、局・部・課・室・係、委員会、審議会、機構、協会、共同企業体、株式会社などの組織や、その長（大臣、知事、課長）の名前が、別の名前になったこと。
    段ごとに比べ、変わった段だけを示します（市民生活局→市民協働局。市民生活部はそのまま）。
なぜ大事か: 機構改革や所管替えで、責任を負う組織が変わります。同じ変更が文書のあちこちに及びます。
見ないもの: 組織でない「部・室・所」（一部、全部、サーバー室、事務所の所在）や、人の呼び名（従業員→従業者）は「用語の変更」です。
例: 市民生活局→市民協働局
例: 社会保険診療報酬支払基金→医療情報基盤・診療報酬審査支払機構
どちらが勝つか: 両側の末尾が組織を表す語であれば、用語の変更より組織名の変更を先にとります。業務や契約の名前の中に組織名があるだけのものは用語の変更です。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.classifying.nouns import bare, is_name
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_BODY = re.compile(
    r"(?:[省庁局府県]|(?<![一全内外上下幹細])部|(?<![日放賦])課|(?<![教居病寝浴暗温])室|(?<![関])係|班|担当|グループ|チーム|支所|出張所|(?:区|市|町|村)役[所場]|分室|センター|委員会|審議会|協議会|協会|審査会|調査会|評議会|理事会|役員会|総会|部会|分科会|会議所|会議|機構|財団|社団|公社|公団|公庫|事業団"
    r"|組合|連合会|連合|連盟|基金|共同企業体|コンソーシアム|企業団|株式会社|有限会社|合同会社|合名会社|合資会社|㈱|会社|大学校?|学校|学園|病院|診療所|保健所|図書館|公民館|博物館|[一-鿿]署|消防本部|警察本部|裁判所|検察庁|法務局|税務署|税関|郵便局|銀行|信用金庫|農業協同組合|商工会"
    r"|本部|支部|官房|議会|国会|内閣|政府|研究所|研究機構|研究センター|試験場|法人|自治会|町内会|後援会|同窓会|保護者会|友の会|推進室|事務局|管理室|事務所|営業所|支店|本店|本社|支社|工場|監査室|企画室|対策室|学会|連絡会|安定所|[A-ZＡ-Ｚ甲乙丙丁]社|(?:女性|婦人|老人|青年|振興|育成|協力|後援|体育|文化|商店|保護者)会)(?:等)?$"
)
_PREFIX = re.compile(
    r"(?:株式会社|有限会社|合同会社|㈱|㈲|[（(][株有][）)]|(?:一般|公益)?(?:社団|財団)法人|学校法人|社会福祉法人|医療法人|宗教法人|独立行政法人|国立研究開発法人|国立大学法人|地方独立行政法人|特定非営利活動法人|NPO法人|ＮＰＯ法人)."
)
_REST = re.compile(r"[一-鿿ァ-ヴー]{1,12}")
_HEAD = re.compile(r"(?:大臣|(?<!副)知事|(?<!副)[市町村区]長|(?<!部)[局部課室署所校園院館]長|長官|総裁|(?:地方)?[局部課署所]の長)(?:等)?$")
_POSTS = re.compile(r"(?:所属|副|次|主任|現場|園|店)長$")
_ROOMS = re.compile(
    r"(?:サーバー?|事務|会議|更衣|応接|休憩|作業|機械|電算|相談|倉庫|受付|データ|保管|執務|診察|図書|実験|管理用|コール)(?:室|センター)(?:等)?$|(?:関係|場所|時局|当局|結局|区分|幹部|本部材)$"
)
_PERSONS = re.compile(r"(?:事業者|管理者|代表者|担当者|責任者|従業[員者]|職員|業者|(?<!委)員|人|氏)(?:等)?$")
_LEVEL = re.compile(r".+?(?:局|部|課|室|係|班|担当|センター|庁|省|府|委員会|機構|協会|本部)")
_CLAUSE = re.compile(r"[をがはにへ。]|する|した|れた|ある|による|のうち")


def verdict(subject: Subject) -> Verdict | None:
    """Organization where both sides are names that end as the names of bodies or of their heads do."""
    before, after = bare(subject.before_words), bare(subject.after_words)
    if not before or not after:
        return None
    if not (is_body(before, subject) and is_body(after, subject)):
        rest = _REST.match(subject.right)
        if not rest or not (is_name(before) and is_name(after)):
            return None
        before, after = before + rest.group(), after + rest.group()
        if not (is_body(before, subject) and is_body(after, subject)):
            return None
    reason = Words(
        f"組織名が「{before}」から「{after}」に変わります{_level(before, after)}。",
        f"The body's name changes from “{before}” to “{after}”.",
    )
    return Verdict(EditKind.ORGANIZATION, substantive=True, reason=reason)


def is_body(name: str, subject: Subject) -> bool:
    """Whether a text is the name of a body or of its head: by the glossary, else by its last word."""
    if name in subject.config.bodies:
        return True
    if name in subject.config.terms or len(name) > 50 or _CLAUSE.search(name) or _ROOMS.search(name):
        return False
    return bool(_BODY.search(name) or _PREFIX.match(name) or (_HEAD.search(name) and not _PERSONS.search(name) and not _POSTS.search(name)))


def _level(before: str, after: str) -> str:
    """Which levels of the chain changed, where both sides have several."""
    old, new = _LEVEL.findall(before), _LEVEL.findall(after)
    if len(old) < 2 or len(old) != len(new):
        return ""
    pairs = [f"{one}→{other}" for one, other in zip(old, new, strict=True) if one != other]
    return f"（{'、'.join(pairs)}）" if pairs else ""
