"""What an added or deleted piece of text is, for people: a proviso, a bracketed remark, an item of a list, an editor's note."""

from __future__ import annotations

import re

from aratame.cells import NO_MORE, NOT_YET
from aratame.classifying import scope
from aratame.model import Words
from aratame.patterns import lazy

ELISION = lazy(r"[\s　]*[（(［\[〔]?(?:略|中略|以下略|前略|後略|省略|同左|同右|同上)[）)］\]〕]?[\s　]*")
NOTE = lazy(
    r"[\s　]*[（(]?(?:新規|新設|追加|削る|削除|廃止|変更なし|図の?差し?替え|.{0,6}の?差し?替え|差し?替え|.{0,12}に伴い(?:削除|追加|修正)|[①-⑳㉑-㊿\d()（）]{1,4}\s?(?:削除|追加|新規)|別紙のとおり|別添のとおり|-|－|―)[）)]?[\s　]*"
)
_LONGEST_NOTE = 24
"""No note is longer, white space around it aside; this is told first."""
_PROVISO = lazy(r"\s*(?:ただし|但し)、")
_FURTHER = lazy(r"\s*(?:この場合(?:において|は)|なお|また)、")
_MARKED = lazy(
    r"\s*(?:[0-9０-９]{1,3}[.．]?[\s　]|[一二三四五六七八九十]{1,3}[\s　]|[（(](?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[ア-ン])[）)]|[①-⑳]|第[0-9０-９一二三四五六七八九十百]+条(?:の[0-9一二三四五六七八九十]+)*[\s　])(?=.*\S)",
    re.DOTALL,
)
_HOW = lazy(r".*(?:ところにより|により|に基づき|に従い|に応じて?|を経て|の上で?|の定めるところに従い)、?\s*$", re.DOTALL)
_IF = lazy(r".*(?:とき[はに]?|場合(?:において)?[はに]?|限り)、?\s*$", re.DOTALL)
_BULLET = lazy(r"\s*(?:[・※●◆■□]|[*-]\s)")
_INNER_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_HEAD_JOIN = lazy(r"\s*(?:及び|並びに|又は|若しくは|、|・)+(?P<rest>.+)", re.DOTALL)
_TAIL_JOIN = lazy(r"(?P<rest>.+?)(?:及び|並びに|又は|若しくは|、|・)\s*", re.DOTALL)
_NOUN_END = lazy(r"(?:[一-鿿々〇ァ-ヴーA-Za-z0-9Ａ-Ｚａ-ｚ０-９]|もの|こと|とき|ところ|ほか|など)[）)」』]?$")
_NO_ITEM = lazy(r"[をがはへ]|に(?!係)|で(?!ん)|と(?!き)|から|まで|より|の")
"""What an item of a list does not begin with."""
_JOIN = "(?:・|、|及び|並びに|又は|若しくは)"
_JOINED_BEHIND = lazy(f"{_JOIN}.")
_JOINED_BEFORE = lazy(f".{_JOIN}$")
_SHOWN = 30
_NAMED = 4
_ITEM = Words("列挙の項目", "an item of a list")


def describe(text: str, around: str, *, whole: bool) -> Words:
    """A piece of text, which stands in the clause `around`, in a few words; `whole` says that it is a clause of its own."""
    shown = text.strip()
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    note = editorial(text)
    if note:
        return Words(f"{note.ja}「{shown}」", f"{note.en} “{shown}”")
    sort = Words("条項", "a clause") if whole else _sort(text)
    weighty = () if whole else scope.found(text, around)
    weighty = (scope.beyond_joining(weighty) if sort is _ITEM else weighty)[:_NAMED]
    if not weighty:
        return Words(f"{sort.ja}「{shown}」", f"{sort.en} “{shown}”")
    return Words(
        f"{sort.ja}「{shown}」（範囲を左右する語：{'、'.join(weighty)}）",
        f"{sort.en} “{shown}” (words that decide scope: {', '.join(weighty)})",
    )


def _sort(text: str) -> Words:
    """What a piece of text is, as far as its form shows; nothing but words where it shows nothing."""
    if _PROVISO.match(text):
        return Words("ただし書", "a proviso")
    if _FURTHER.match(text):
        return Words("後段の文", "a further sentence")
    outside = _outside(text)
    if not outside.strip(" 　\t\r\n、"):
        return Words("括弧書", "a remark in brackets")
    if _MARKED.match(text):
        return Words("条項", "a clause")
    if _BULLET.match(text) and not _TAIL_JOIN.fullmatch(text):
        return Words("項目", "a bullet or note")
    if outside.rstrip().endswith("。") and outside[0] not in "。、）)":
        return Words("文", "a sentence")
    if _is_item(outside) or _is_item(text):
        return _ITEM
    if _HOW.fullmatch(outside):
        return Words("方法や根拠を示す句", "a phrase that says how or by what")
    if _IF.fullmatch(outside):
        return Words("条件を示す句", "a condition")
    return Words("", "words")


def _outside(text: str) -> str:
    """A text without its brackets and what they hold."""
    shorter = _INNER_BRACKETS.sub("", text)
    while shorter != text:
        text, shorter = shorter, _INNER_BRACKETS.sub("", shorter)
    return text


def _is_item(text: str) -> bool:
    """Whether a text is nouns in a row with what joins them to a list: 及び添付書類, ・郵送."""
    joined = _HEAD_JOIN.fullmatch(text) or _TAIL_JOIN.fullmatch(text)
    rest = joined["rest"].strip() if joined else ""
    return bool(rest) and bool(_NOUN_END.search(rest)) and not _NO_ITEM.match(rest)


def placeholder(text: str) -> bool:
    """Whether a text only says that a provision is not there: what was added or deleted stands on the other side."""
    return text in NOT_YET or text in NO_MORE


def shed(longer: str, shorter: str) -> str | None:
    """The items that a list has beyond another list (・らく窓 of 窓口・らく窓 beyond 窓口); None where that is not all that differs."""
    if shorter and longer.startswith(shorter) and _JOINED_BEHIND.match(longer, len(shorter)):
        return longer[len(shorter) :]
    if shorter and longer.endswith(shorter) and _JOINED_BEFORE.search(longer[: -len(shorter)]):
        return longer[: -len(shorter)]
    return None


def editorial(text: str) -> Words | None:
    """What kind of editor's remark a text is: an elision that may hide something, or a note; None for text that counts."""
    if len(text.strip()) > _LONGEST_NOTE:
        return None
    if ELISION.fullmatch(text):
        return Words("省略の印（隠れた記載があり得ます）", "a mark of elision, which may hide something,")
    if NOTE.fullmatch(text):
        return Words("編集上の記載", "an editor's note")
    return None
