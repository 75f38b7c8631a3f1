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

from typing import TYPE_CHECKING

from aratame.classifying import references
from aratame.classifying.antecedents import same
from aratame.classifying.instruments import ends_as_title, is_instrument, is_letter
from aratame.classifying.named_numbers import BY_NUMBER
from aratame.classifying.number import english_citation
from aratame.classifying.order_signs import is_sign
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_SAME_THING = "たどれば同じ条項を指します", "both cite the same provision"
_SAME_LAW = "たどれば同じ法令を指します", "both cite the same instrument"
_ERAS = ("明治", "大正", "昭和", "平成", "令和")
_LAW_NUMBER_BEGINS = tuple(f"{bracket}{era}" for bracket in "（(" for era in _ERAS)
_LAW_NUMBER = lazy(rf"[（(](?:{'|'.join(_ERAS)})(?:元|{references.N})年[^（）()]{{1,24}}第{references.N}号")
"""In brackets behind a title, the number of the instrument: （平成27年みどり野市条例第40号）."""
_OWN_NUMBER = lazy(rf"第{references.N}号")
"""Behind the sort of an instrument, its own number: 告示第100号."""
_NUMBERED = lazy("第|同[条項号]")
_ANNEXES = ("様式", "別表", "別記", "別紙", "別添", "別図", "付表", "付録")
_CITED_BEHIND = lazy(
    rf"(?:(?:、|，|及び|又は|若しくは|並びに|・)(?:[ア-ンa-z]|[（(][ア-ン\d一二三四五六七八九十]{{1,3}}[）)]|第{references.N}(?:の{references.N})*)){{0,9}}"
    r"(?:から.{1,8})?(?:まで)?(?:に掲げる|に規定する|に定める|に該当する|に記載する|の規定)"
)
_OWN = lazy(r"(?:この|その|同|本|当該)$")
_ROWS = lazy(r"[\d〇一二三四五六七八九十百]++(?:[のノ、，,・\s]++[\d〇一二三四五六七八九十百]++)*[、，,]?")
_LIST_ENDS = lazy(r"(?:[\d〇一二三四五六七八九十百]++|[、，,・\s]|[のノ](?=[\d〇一二三四五六七八九十百]))*(?:の各?)?[項欄]")
_KANJI = frozenset("〇一二三四五六七八九十百")
_LONG_LIST = 600


def verdict(subject: Subject) -> Verdict | None:
    """Citation where both sides name provisions, tables or instruments."""
    before, after = subject.words
    if not before or not after or subject.right.startswith(BY_NUMBER):
        return None
    if _level_referred_to(subject, before, after):
        return _verdict(before, after, "この条項のどこまでを指すかが変わりました", "how far the reference reaches changed")
    if _in_list_of_rows(subject):
        return _verdict(before, after, "引用する表の項の番号が変わりました", "other rows of a table are cited")
    if same(subject, before, after) and (subject.cites or (is_instrument(before) and is_instrument(after))):
        return _verdict(before, after, *(_SAME_THING if _NUMBERED.search(before + after) else _SAME_LAW), substantive=False)
    if subject.cites:
        return _provision(subject, *subject.sides(subject.cited))
    if in_english := english_citation(subject):
        return _verdict(*in_english, "引用する条項が変わりました", "another provision is cited")
    if _sign_referred_to(subject, before, after):
        return _verdict(before, after, "引用する項目の番号が変わりました", "another item is cited")
    if is_letter(before) and is_letter(after):
        return _verdict(before, after, "引用する通知などの文書が変わりました", "another letter is cited")
    if _retitled(subject, before, after):
        return _verdict(
            before, after, "引用する法令の題名が、法令番号は同じまま変わりました", "the instrument of this number has another title"
        )
    if is_instrument(before) and is_instrument(after):
        return _verdict(before, after, "引用する法令や条項が変わりました", "another instrument or provision is cited")
    return None


def _retitled(subject: Subject, before: str, after: str) -> bool:
    """Whether titles stand before one law number on both sides."""
    number = _LAW_NUMBER.match(subject.right) if subject.right.startswith(_LAW_NUMBER_BEGINS) else None
    same_number = number and subject.before.startswith(number.group(), subject.before_span.end)
    return bool(same_number) and ends_as_title(before) and ends_as_title(after)


def _level_referred_to(subject: Subject, before: str, after: str) -> bool:
    """Whether levels of a provision stand where one points at its own: この条→この項."""
    levels = before.removeprefix("この"), after.removeprefix("この")
    if levels[0] not in references.LEVELS or levels[1] not in references.LEVELS:
        return False
    return levels != (before, after) or bool(_OWN.search(subject.left))


def _sign_referred_to(subject: Subject, before: str, after: str) -> bool:
    """Whether signs of items stand where items are cited: （１３）から（１６）まで, ③に掲げる."""
    if not (is_sign(before) and is_sign(after)):
        return False
    return bool(_CITED_BEHIND.match(subject.right) or (subject.left.endswith("から") and subject.right.startswith("まで")))


def _in_list_of_rows(subject: Subject) -> bool:
    """Whether bare numbers stand in a list that ends in の項: (1、2、3、…、85の2の項)."""
    before, after = subject.words
    if not (before[0].isdecimal() or before[0] in _KANJI) or not (_ROWS.fullmatch(before) and _ROWS.fullmatch(after)):
        return False
    return bool(_LIST_ENDS.match(subject.after[subject.after_span.end : subject.after_span.end + _LONG_LIST]))


def _provision(subject: Subject, before: str, after: str) -> Verdict:
    numbering, homes = subject.numbering, subject.homes
    if subject.external:
        if _OWN_NUMBER.fullmatch(before) and _OWN_NUMBER.fullmatch(after):
            return _verdict(before, after, "引用する法令や告示の番号が変わりました", "the number of the instrument that is cited changed")
        return _verdict(before, after, "引用する他の法令の条項が変わりました", "another provision of another instrument is cited")
    if not homes:
        return _verdict(before, after, "引用する条項が変わりました", "another provision is cited")
    followed = subject.followed
    if followed is not False and numbering.stands_still(before, homes[0], after, homes[1]):
        return _verdict(before, after, *_SAME_THING, substantive=False)
    if annexes := _annexes(before, after):
        return _verdict(before, after, *annexes)
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


def _annexes(before: str, after: str) -> tuple[str, str] | None:
    """What is said where a form or table is cited instead of another: nothing shows whether it was renumbered."""
    sorts = [next((sort for sort in _ANNEXES if sort in text), "") for text in (before, after)]
    if not all(sorts):
        return None
    return (
        (f"引用する{sorts[0]}が変わりました", "another annex is cited")
        if sorts[0] == sorts[1]
        else ("引用する別表や様式が変わりました", "another annex is cited")
    )


def _meant(provisions: str) -> str:
    return f"（{provisions}）" if provisions else ""


def _verdict(before: str, after: str, ja: str, en: str, *, substantive: bool = True) -> Verdict:
    return Verdict(EditKind.CITATION, substantive, Words(f"「{before}」→「{after}」：{ja}。", f"“{before}” → “{after}”: {en}."))
