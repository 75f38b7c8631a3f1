"""引用の変更（citation）

何を見るか: 引用する条項（前項→前二項、第七条第二項→第十五条第二項）、別表・様式（別表第一→別表第二）、法令・例規（条例→法）、日付と文書番号のある通知が変わったこと。
なぜ大事か: 一字違いでも、根拠となる規定や適用される条件が変わります。
見ないもの: 番号のずれに合わせただけの引用は「番号の変更」、書き方だけの違いは「表記の変更」です。引用する条項を書き加えただけのものは「追加」です。題名も番号もない「…に関する法令」は、引用とは見ません。
例: 別表第二→番号法第19条第8号に基づく主務省令
例: 前項に規定する事項→前二項に規定する事項
どちらが勝つか: 法令の題名の変更は、用語の変更より引用の変更を先にとります。「番号法第19条第8号→同号」のように、たどれば同じ条項を指すものは引用の
    変更としますが、実質の変更とはしません。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.classifying import references
from aratame.classifying.number import SIGN, english_citation, external
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

INSTRUMENT = lazy(
    r"(?:憲法|民法|刑法|商法|(?<![方手用作工技文])法|法律|法令|政令|省令|府令|[省府庁]令|勅令|条例|規則|(?<!内)規程|規約|告示|訓令|通達|通知書?第.+号|要綱|要領|条約|協定|約款|省告示|ガイドライン)(?:等)?|[省庁府局部課室長官会]通[知達]"
)
_GENERIC = lazy("に関する(?:法令|例規)(?:等)?$")
"""All instruments on a matter, and none by its title: 個人情報の保護に関する法令."""
_DOCUMENT = lazy(
    r"(?:[^年月日]{2}(?:[0-9]{1,3}|[元一二三四五六七八九十]{1,3})|[0-9]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日(?:付け?)?"
    r"(?:事務連絡|[^、。]{1,16}?第[0-9一二三四五六七八九十百千]{1,8}号(?:の[0-9一二三四五六七八九十]{1,3})?)(?:[^、。]{0,40}?(?:通知|通達|事務連絡|依頼|回答))?"
)
"""A letter by its date and number, with or without who sent it: 令和5年4月12日こ成環第5号こども家庭庁成育局長通知."""
_BRACKETS = lazy(r"[（(][^（）()]*[）)]|[「」『』]")
_BEHIND = lazy(rf"(?:の表)?(?:(?:の{references.N})+の項)?(?:の規定|の定め)?")
"""What may follow a citation and still be part of the name of what is cited: …第2条の表の48の項."""
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_NAME = lazy(rf"(?:{INSTRUMENT.pattern})(?:の規定|の定め)?$")
_CONNECTED = lazy(
    r"に関する|に基づく|に規定する|に定める|による|に係る|における|に対する|のための?|の一部を改正する|等の?|付け|以下|又は|若しくは|または|もしくは"
)
_CITED_BEHIND = lazy(r"(?:から.{1,8})?(?:まで)?(?:に掲げる|に規定する|に定める|に該当する|に記載する|の規定)")
_OWN = lazy(r"(?:この|その|同|本|当該)$")
_SAME = lazy(r"同(?P<level>[条項号])(?P<rest>.*)")
_FULL = lazy(rf"第{references.N}条(?:の{references.N})*(?:第?{references.N}[項号](?:の{references.N})*)*")
_ANTECEDENT = 400
"""同号 means what was cited last, hardly ever more than a sentence or two before."""
_ROWS = lazy(r"[\d〇一二三四五六七八九十百]++(?:[のノ、，,・\s]++[\d〇一二三四五六七八九十百]++)*+[、，,]?")
_LIST_ENDS = lazy(r"(?>[\d〇一二三四五六七八九十百]++|[、，,・\s]|[のノ](?=[\d〇一二三四五六七八九十百]))*+(?:の各?)?[項欄]")
_LONG_LIST = 600
_LONGEST_NAME = 400
"""What is longer is no name, even with all the provisions that it cites."""
_VERBAL = lazy(r"[をがはへ。]|する|した|れた")


def verdict(subject: Subject) -> Verdict | None:
    """Citation where both sides name provisions, tables or instruments."""
    before, after = subject.words
    if not before or not after:
        return None
    if _level_referred_to(subject, before, after):
        return _verdict(before, after, "この条項のどこまでを指すかが変わりました", "how far the reference reaches changed")
    if _in_list_of_rows(subject):
        return _verdict(before, after, "引用する表の項の番号が変わりました", "other rows of a table are cited")
    if _same_provision(subject, before, after) and (subject.cites or (_names(before) and _names(after))):
        return _verdict(before, after, "たどれば同じ条項を指します", "both cite the same provision", substantive=False)
    if subject.cites:
        return _provision(subject, *subject.sides(subject.cited))
    if in_english := english_citation(subject):
        return _verdict(*in_english, "引用する条項が変わりました", "another provision is cited")
    if _sign_referred_to(subject, before, after):
        return _verdict(before, after, "引用する項目の番号が変わりました", "another item is cited")
    if _names(before) and _names(after):
        return _verdict(before, after, "引用する法令や条項が変わりました", "another instrument or provision is cited")
    return None


def _level_referred_to(subject: Subject, before: str, after: str) -> bool:
    """Whether levels of a provision stand where one points at its own: この条→この項."""
    levels = before.removeprefix("この"), after.removeprefix("この")
    pointed = levels != (before, after) or bool(_OWN.search(subject.left))
    return pointed and all(level in references.LEVELS for level in levels)


def _sign_referred_to(subject: Subject, before: str, after: str) -> bool:
    """Whether signs of items stand where items are cited: （１３）から（１６）まで, ③に掲げる."""
    if not (SIGN.fullmatch(before) and SIGN.fullmatch(after)):
        return False
    return bool(_CITED_BEHIND.match(subject.right) or (subject.left.endswith("から") and subject.right.startswith("まで")))


def _in_list_of_rows(subject: Subject) -> bool:
    """Whether bare numbers stand in a list that ends in の項: (1、2、3、…、85の2の項)."""
    if not (_ROWS.fullmatch(subject.words[0]) and _ROWS.fullmatch(subject.words[1])):
        return False
    return bool(_LIST_ENDS.match(subject.after[subject.after_span.end : subject.after_span.end + _LONG_LIST]))


def _same_provision(subject: Subject, before: str, after: str) -> bool:
    """Whether one side is 同条, 同項 or 同号 for what the other side spells out."""
    return _means(after, before, subject.after[: subject.after_span.start]) or _means(
        before, after, subject.before[: subject.before_span.start]
    )


def _means(short: str, full: str, left: str) -> bool:
    """Whether 同号, behind the text `left`, means the provision `full`: of the same numbers and of the same law as was cited last."""
    same = _SAME.fullmatch(short) if short.startswith("同") else None
    law, found, numbers = full.partition("第")
    if not same or not found:
        return False
    cited = [match for match in _FULL.finditer(left, max(0, len(left) - _ANTECEDENT)) if same["level"] in match.group()]
    if not cited:
        return False
    before_it = left[: cited[-1].start()]
    of_same_law = before_it.endswith(law) if law else not references.EXTERNAL.search(before_it[-_ANTECEDENT:])
    meant = _upto(cited[-1].group(), same["level"]) + same["rest"]
    return of_same_law and references.canonical(meant) == references.canonical(found + numbers)


def _upto(citation: str, level: str) -> str:
    """A citation down to a level: 第19条 of 第19条第8号."""
    end = citation.rfind(level)
    rest = re.match(rf"(?:の{references.N})*", citation[end + 1 :])
    return citation[: end + 1 + (rest.end() if rest else 0)]


def _provision(subject: Subject, before: str, after: str) -> Verdict:
    numbering, homes = subject.numbering, subject.homes
    if external(subject):
        return _verdict(before, after, "引用する他の法令の条項が変わりました", "another provision of another instrument is cited")
    if not homes:
        return _verdict(before, after, "引用する条項が変わりました", "another provision is cited")
    followed = numbering.follows(before, homes[0], after, homes[1])
    if followed and numbering.stands_still(before, homes[0], after, homes[1]):
        return _verdict(before, after, "たどれば同じ条項を指します", "both cite the same provision", substantive=False)
    before += _meant(numbering.before.spelt_out(before, homes[0]))
    after += _meant(numbering.after.spelt_out(after, homes[1]))
    if followed is False:
        return _verdict(
            before,
            after,
            "番号のずれではなく、引用する条項そのものが変わりました",
            "the provision that is cited is another one, not a renumbered one",
        )
    return _verdict(before, after, "引用する条項が変わりました", "another provision is cited")


def _meant(provisions: str) -> str:
    return f"（{provisions}）" if provisions else ""


def _names(text: str) -> bool:
    """Whether a text is the name of an instrument or of a part of one."""
    if len(text) > _LONGEST_NAME:
        return False
    bare = _BRACKETS.sub("", "".join(text.split()))
    if _DOCUMENT.fullmatch(bare.translate(_NARROW)):
        return True
    if _GENERIC.search(bare):
        return False
    cited = list(references.lists(bare, 0, len(bare)))
    if not (_NAME.search(bare) or (cited and _BEHIND.fullmatch(bare, cited[-1][1]))):
        return False
    return not _VERBAL.search(_CONNECTED.sub("", bare))


def _verdict(before: str, after: str, ja: str, en: str, *, substantive: bool = True) -> Verdict:
    return Verdict(EditKind.CITATION, substantive, Words(f"「{before}」→「{after}」：{ja}。", f"“{before}” → “{after}”: {en}."))
