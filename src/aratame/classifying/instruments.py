"""Names of instruments: statutes, ordinances, notices, and letters by their date and number."""

from __future__ import annotations

from aratame.classifying import references
from aratame.patterns import lazy, not_behind

_INSTRUMENT = lazy(
    rf"(?:憲法|民法|刑法|商法|{not_behind('方手用作工技文')}法|法律|法令|政令|省令|府令|[省府庁]令|勅令|施行令|条例|規則|(?<!内)規程|規約|告示|訓令|通達|通知書?第.+号|要綱|要領|条約|協定|約款|省告示|ガイドライン)(?:等)?|[省庁府局部課室長官会]通[知達]"
)
_GENERIC = lazy("に関する(?:法令|例規)(?:等)?$")
"""All instruments on a matter, and none by its title: 個人情報の保護に関する法令."""
_DOCUMENT = lazy(
    r"(?:[^年月日]{2}(?:[0-9]{1,3}|[元一二三四五六七八九十]{1,3})|[0-9]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日(?:付け?)?"
    r"(?:事務連絡|[^、。]{1,16}?(?<!法律)(?<!令)(?<!条例)(?<!規則)(?<!規程)(?<!告示)第[0-9一二三四五六七八九十百千]{1,8}号(?:の[0-9一二三四五六七八九十]{1,3})?)(?:[^、。]{0,40}?(?:通知|通達|事務連絡|依頼|回答))?"
)
"""A letter by its date and number, with or without who sent it: 令和5年4月12日こ成環第5号こども家庭庁成育局長通知."""
_BRACKETS = lazy(r"[（(][^（）()]*[）)]|[「」『』]")
_BEHIND = lazy(rf"(?:の表(?:{references.N})?)?(?:の{references.N})*(?:の項)?(?:の規定|の定め)?")
"""What may follow a citation and still be part of the name of what is cited: …第2条の表の48の項, …第2条の表48の項."""
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_NAME = lazy(rf"(?:{_INSTRUMENT.pattern})(?:の規定|の定め)?$")
_CONNECTED = lazy(
    r"に関する|に基づく|に規定する|に定める|による|に係る|における|に対する|のための?|の一部を改正する|等の?|付け|以下|又は|若しくは|または|もしくは"
)
_LONGEST_NAME = 400
"""What is longer is no name, even with all the provisions that it cites."""
_NUMBERED = lazy(rf"[（(](?:明治|大正|昭和|平成|令和)[^（）()、。]{{1,40}}第{references.N}号[）)]$")
"""The number of an instrument in brackets behind its title."""
_CLAUSE = lazy("は、|。")
"""What stands in a sentence and in no title."""
_VERBAL = lazy(r"[をがはへ。]|する|した|れた")


def is_instrument(text: str) -> bool:
    """Whether a text is the name of an instrument or of a part of one."""
    if len(text) > _LONGEST_NAME:
        return False
    bare = _BRACKETS.sub("", "".join(text.split()))
    if is_letter(text):
        return True
    if _GENERIC.search(bare):
        return False
    if "号" in text and (numbered := _NUMBERED.search(text)):
        return ends_as_title(text[: numbered.start()]) and not _CLAUSE.search(bare)
    cited = list(references.lists(bare, 0, len(bare)))
    if not (_NAME.search(bare) or (cited and _BEHIND.fullmatch(bare, cited[-1][1]))):
        return False
    return not _VERBAL.search(_CONNECTED.sub("", bare))


def ends_as_title(text: str) -> bool:
    """Whether a text ends as the title of an instrument does; titles hold whole clauses (…を識別するための番号の利用等に関する法律)."""
    return len(text) <= _LONGEST_NAME and bool(_NAME.search("".join(text.split())))


def is_letter(text: str) -> bool:
    """Whether a text names a letter by its date and number."""
    dated = "年" in text and "月" in text and ("号" in text or "事務連絡" in text)
    return dated and bool(_DOCUMENT.fullmatch(_BRACKETS.sub("", "".join(text.split())).translate(_NARROW)))
