"""Wordings that vertical or older texts use for the same thing: 左に掲げる is 次に掲げる, 次の各号に is 次に."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import KANJI, lazy

if TYPE_CHECKING:
    import re

    from aratame.classifying.subject import Subject

_MODERN = frozenset(
    {
        ("左の", "次の"),
        ("左に", "次に"),
        ("左記", "下記"),
        ("上欄", "左欄"),
        ("下欄", "右欄"),
        ("一に", "いずれかに"),
        ("の一", "のいずれか"),
        ("一", "いずれか"),
        ("右の", "上記の"),
    }
)
"""What stands in horizontal texts of today for what stood in vertical ones; 次の各号の一 is 次の各号のいずれか."""
_SET_PHRASE = frozenset({"この限りでない", "この限りではない"})
_LISTED = r"に(?:掲げ|定め|該当|規定|よる|よつ|よっ|列記|示)|の(?:各号|とおり|通り|区分|事項|一|いずれ|表|場合|要件|書類|者|条件)"
_PHRASE = lazy(rf"(?:(?<!{KANJI})左|次)(?={_LISTED})(?:の各号)?(?P<any>の一(?=に)|のいずれか)?(?=[にのを])")
_PLACED = dict.fromkeys(map(ord, "左次の各号一いずれか"))
"""What a phrase is written with: all other signs stand on both sides."""
_SIGNS = ("左", "次", "各号", "いずれ", "一")
_LONGEST = 8


def verdict(subject: Subject) -> Verdict | None:
    """A formal change where both sides are one drafting phrase in two wordings."""
    before, after = subject.words
    if len(before) + len(after) > 2 * _LONGEST:
        return None
    if before != after and _SET_PHRASE.issuperset((before, after)):
        return _formal(
            before,
            after,
            Words(
                "「この限りでない」という決まった言い方の「は」の有無だけが違い、意味は同じです。",
                "A set phrase with or without は; the meaning is the same.",
            ),
        )
    if (before, after) in _MODERN:
        return _formal(
            before,
            after,
            Words(
                f"「{before}」を今の書き方の「{after}」に改めたもので、意味は同じです。",
                f"“{after}” is the present wording of “{before}”; the meaning is the same.",
            ),
        )
    if (after, before) in _MODERN:
        return _formal(
            before,
            after,
            Words(
                f"「{before}」を古い書き方の「{after}」に改めたもので、意味は同じです。",
                f"“{after}” is an older wording of “{before}”; the meaning is the same.",
            ),
        )
    if not [sign for sign in _SIGNS if sign in before or sign in after]:
        return None
    left, right = subject.left[-_LONGEST:], subject.right[:_LONGEST]
    old, new = left + before + right, left + after + right
    if not ("左" in old or "次" in old) or before.translate(_PLACED) != after.translate(_PLACED):
        return None
    phrases = [_PHRASE.search(text, max(0, len(left) - 4)) for text in (old, new)]
    if old == new or not phrases[0] or not phrases[1] or _PHRASE.sub(_plain, old) != _PHRASE.sub(_plain, new):
        return None
    shown = [found.group() for found in phrases if found]
    return _formal(
        before,
        after,
        Words(
            f"「{shown[0]}」を「{shown[1]}」と書いたもので、指すものは同じです。",
            f"“{shown[1]}” is written for “{shown[0]}”; both point at the same list.",
        ),
    )


def _plain(found: re.Match[str]) -> str:
    return "次のいずれか" if found["any"] else "次"


def _formal(before: str, after: str, reason: Words) -> Verdict:
    kind = EditKind.ADDITION if not before else EditKind.DELETION if not after else EditKind.REWORDING
    return Verdict(kind, substantive=False, reason=reason)
