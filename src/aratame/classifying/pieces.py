"""What an added or deleted piece of text is, for people: a proviso, a bracketed remark, an item of a list, an editor's note."""

from __future__ import annotations

from aratame.cells import NO_MORE, NOT_YET
from aratame.classifying import scope
from aratame.classifying.sorts import ITEM, sort
from aratame.model import Words
from aratame.patterns import lazy
from aratame.rewording.units import OFFICES

ELISION = lazy(r"[\s　]*[（(［\[〔]?(?:略|中略|以下略|前略|後略|省略|同左|同右|同上)[）)］\]〕]?[\s　]*")
NOTE = lazy(
    r"[\s　]*[（(]?(?:新規|新設|追加|削る|削除|廃止|変更なし|図の?差し?替え|.{0,6}の?差し?替え|差し?替え|.{0,12}に伴い(?:削除|追加|修正)|[①-⑳㉑-㊿\d()（）]{1,4}\s?(?:削除|追加|新規)|別紙のとおり|別添のとおり|-|－|―)[）)]?[\s　]*"
)
_OF_NOTES = frozenset("略同新追削廃変替修別-－―")
"""One of these stands in every mark of elision and in every note."""
_LONGEST_NOTE = 24
"""No note is longer, white space around it aside; this is told first."""
_JOIN = "(?:・|、|及び|並びに|又は|若しくは)"
_JOINED_BEHIND = lazy(f"{_JOIN}.")
_JOINED_BEFORE = lazy(f".{_JOIN}$")
_SHOWN = 30
_NAMED = 4


def describe(text: str, around: str, *, whole: bool) -> Words:
    """A piece of text, which stands in the clause `around`, in a few words; `whole` says that it is a clause of its own."""
    shown = text.strip()
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    note = editorial(text)
    if note:
        return Words(f"{note.ja}「{shown}」", f"{note.en} “{shown}”")
    kind = Words("条項", "a clause") if whole else sort(text)
    weighty = () if whole else scope.found(text, around)
    weighty = (scope.beyond_joining(weighty) if kind is ITEM else weighty)[:_NAMED]
    if not weighty:
        return Words(f"{kind.ja}「{shown}」", f"{kind.en} “{shown}”")
    return Words(
        f"{kind.ja}「{shown}」（範囲を左右する語：{'、'.join(weighty)}）",
        f"{kind.en} “{shown}” (words that decide scope: {', '.join(weighty)})",
    )


def placeholder(text: str) -> bool:
    """Whether a text only says that a provision is not there: what was added or deleted stands on the other side."""
    return text in NOT_YET or text in NO_MORE


def shed(longer: str, shorter: str) -> str | None:
    """The items that a list has beyond another list (・らく窓 of 窓口・らく窓 beyond 窓口); None where that is not all that differs.

    こども・市民部 is no list, but another name of 市民部: of two offices each would end as one.
    """
    if shorter and longer.startswith(shorter) and _JOINED_BEHIND.match(longer, len(shorter)):
        return longer[len(shorter) :]
    if shorter and longer.endswith(shorter) and _JOINED_BEFORE.search(longer[: -len(shorter)]):
        rest = longer[: -len(shorter)]
        return None if rest.endswith("・") and shorter.endswith(OFFICES) and not rest[:-1].endswith(OFFICES) else rest
    return None


def editorial(text: str) -> Words | None:
    """What kind of editor's remark a text is: an elision that may hide something, or a note; None for text that counts."""
    if len(text.strip()) > _LONGEST_NOTE or _OF_NOTES.isdisjoint(text):
        return None
    if ELISION.fullmatch(text):
        return Words("省略の印（隠れた記載があり得ます）", "a mark of elision, which may hide something,")
    if NOTE.fullmatch(text):
        return Words("編集上の記載", "an editor's note")
    return None
