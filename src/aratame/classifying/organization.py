"""組織名の変更（organization）

何を見るか: 省庁、局・部・課・室・係、委員会、審議会、機構、協会、共同企業体、株式会社などの組織や、その長（大臣、知事、課長）の名前が、別の名前になったこと。
    段ごとに比べ、変わった段だけを示します（市民生活局→市民協働局。市民生活部はそのまま）。
なぜ大事か: 機構改革や所管替えで、責任を負う組織が変わります。同じ変更が文書のあちこちに及びます。
見ないもの: 組織でない「部・室・所」（一部、全部、サーバー室、面談室）や、人の呼び名（従業員→従業者）は「用語の変更」です。
例: 市民生活局→市民協働局
例: 北浜廃棄物処理基金→北浜資源循環・廃棄物処理機構
どちらが勝つか: 両側の末尾が組織を表す語であれば、用語の変更より組織名の変更を先にとります。業務や契約の名前の中に組織名があるだけのものは用語の変更です。
    「（以下「会社」という。）」と定めた略称との入替えは、組織名の変更としますが、実質の変更とはしません。
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from aratame.classifying.abbreviations import abbreviated
from aratame.classifying.nouns import bare, is_name
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_BODY_ENDINGS = """
省 庁 局 府 県 部 課 室 係 班 署 担当 グループ チーム センター 支所 出張所 役所 役場 分室 推進室 事務局 管理室 監査室 企画室 対策室 官房 本部 支部
内閣 政府 国会 議会 裁判所 検察庁 法務局 税務署 税関 安定所 保健所 研究所 試験場 委員会 審議会 協議会 協会 審査会 調査会 評議会 理事会 役員会 総会
部会 分科会 会議所 会議 機構 財団 社団 公社 公団 公庫 事業団 組合 連合会 連合 連盟 基金 共同企業体 コンソーシアム 企業団 研究機構 学会 連絡会 商工会
株式会社 有限会社 合同会社 合名会社 合資会社 ㈱ 会社 本社 支社 本店 支店 営業所 事務所 工場 大学 大学校 学校 学園 病院 診療所 図書館 公民館 博物館
郵便局 銀行 信用金庫 農業協同組合 自治会 町内会 後援会 同窓会 保護者会 友の会 女性会 婦人会 老人会 青年会 振興会 育成会 協力会 体育会 文化会 商店会
"""
_NO_BODIES = """
一部 全部 内部 外部 上部 下部 幹部 細部 日課 放課 賦課 教室 居室 病室 寝室 浴室 暗室 温室 更衣室 事務室 会議室 応接室 休憩室 作業室 機械室 電算室
サーバー室 サーバ室 倉庫室 受付室 保管室 執務室 診察室 図書室 実験室 管理用室 面談室 待合室 データセンター 関係 場所 時局 当局 結局 薬局 同県 同府
"""
"""They end as bodies do, but are parts, rooms, places or times."""
_ROOMS = frozenset({"相談室", "面接室", "指導室"})
"""Rooms where they stand alone, units of an office where more stands before them: お客様相談室."""
_PREFIXES = """
株式会社 有限会社 合同会社 ㈱ ㈲ (株) (有) （株） （有） 社団法人 財団法人 一般社団法人 一般財団法人 公益社団法人 公益財団法人 学校法人 社会福祉法人 医療法人
宗教法人 独立行政法人 地方独立行政法人 国立研究開発法人 国立大学法人 特定非営利活動法人 NPO法人 ＮＰＯ法人
"""
_HEADS = """
大臣 知事 市長 町長 村長 区長 局長 部長 課長 室長 係長 署長 所長 校長 園長 院長 館長 長官 総裁 支店長 センター長 消防長 教育長 学長 局の長 部の長 課の長 署の長 所の長
"""
"""Heads that stand for their office."""
_POSTS = "副知事 副市長 副町長 副村長 副区長 所属長"
"""Posts into which people are put; their names are terms."""
_BODIES, _OTHERS, _NAMED, _HEADED, _HELD = (tuple(words.split()) for words in (_BODY_ENDINGS, _NO_BODIES, _PREFIXES, _HEADS, _POSTS))
_FIRM = lazy(r"[A-ZＡ-Ｚ甲乙丙丁]社$")
_IN_ENGLISH = lazy(
    r"(?:Ministry|Department|Bureau|Office|Board|Agency|City|Prefecture) of [A-Z].*"
    r"|[A-Z].* (?:Division|Office|Department|Bureau|Section|Ministry|Agency|Committee|Council|Commission|Corporation|Company|Inc\.?|Ltd\.?|LLC|Association)"
)
_REST = 12
"""How much of what follows may be the end of a body's name."""
_LEVEL = lazy(r".+?(?:局|部|課|室|係|班|担当|センター|庁|省|府|委員会|機構|協会|本部)")
_LONGEST = 50
_WITHIN = 3
_CLAUSE = lazy(r"^(?:その|この|これら|当該)|[をがはにへ。]|する|した|れた|ある|による|のうち")


def verdict(subject: Subject) -> Verdict | None:
    """Organization where both sides are names that end as the names of bodies or of their heads do."""
    before, after = bare(subject.before_words), bare(subject.after_words)
    if not before or not after:
        return None
    if not (is_body(before, subject) and is_body(after, subject)):
        rest = "".join(takewhile(_is_in_name, subject.right[:_REST]))
        if not rest or not (is_name(before) and is_name(after)):
            return None
        before, after = before + rest, after + rest
        if not (is_body(before, subject) and is_body(after, subject)):
            return None
    if same := abbreviated(subject, before, after):
        return Verdict(EditKind.ORGANIZATION, substantive=False, reason=same)
    reason = Words(
        f"組織名が「{before}」から「{after}」に変わります{_level(before, after)}。",
        f"The body's name changes from “{before}” to “{after}”.",
    )
    return Verdict(EditKind.ORGANIZATION, substantive=True, reason=reason)


def _is_in_name(sign: str) -> bool:
    """Whether a sign is a kanji or katakana."""
    return "一" <= sign <= "鿿" or "ァ" <= sign <= "ヴ" or sign == "ー"


def is_body(name: str, subject: Subject) -> bool:
    """Whether a text is the name of a body or of its head: by the glossary, else by its last word."""
    if name in subject.config.bodies:
        return True
    if name in subject.config.terms or len(name) > _LONGEST or _CLAUSE.search(name):
        return False
    core = name.removesuffix("等")
    core = core.removesuffix("内") if len(core) > _WITHIN else core  # 企画課内, but 市内
    if core.endswith(_OTHERS + _HELD) or core in _ROOMS:
        return False
    if core[-1:].isascii() and _IN_ENGLISH.fullmatch(core):
        return True
    return core.endswith(_BODIES + _HEADED) or core.startswith(_NAMED) or (core.endswith("社") and bool(_FIRM.search(core)))


def _level(before: str, after: str) -> str:
    """Which levels of the chain changed, where both sides have several."""
    old, new = _LEVEL.findall(before), _LEVEL.findall(after)
    if len(old) < 2 or len(old) != len(new):
        return ""
    pairs = [f"{one}→{other}" for one, other in zip(old, new, strict=True) if one != other]
    return f"（{'、'.join(pairs)}）" if pairs else ""
