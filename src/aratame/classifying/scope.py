"""Words that decide scope, limit or urgency: too short to be seen in a larger rewording, too weighty to be passed over."""

from __future__ import annotations

from collections import Counter

from aratame.model import Words
from aratame.patterns import lazy

WORDS = lazy(
    "以上|以下|以内|未満|を超え|をこえ|以前|以後|以降|及び|並びに|又は|若しくは|かつ|その他の|その他|に限る|に限り|のみ|を除く|を除き|を除いて|を含む|を含み"
    "|当該|直ちに|速やかに|遅滞なく|原則として|少なくとも|概ね|おおむね|必要に応じて|あらかじめ|当分の間|ただし|定期的に|できる限り|可能な限り|やむを得|すべて|全て|いずれか|いずれも|等(?![し級価分身差質号])|など"
)


_TOLD_APART = (
    (
        ("とき", "時"),
        Words("「とき」は仮定の条件、「時」は時点を示し、適用の範囲を左右します", "a condition or a point of time; it decides scope"),
    ),
    (
        ("もの", "物"),
        Words("「もの」は広く事物一般や者、「物」は有体物を示し、範囲を左右します", "anything or tangible things; it decides scope"),
    ),
    (("ところ", "所"), Words("「ところ」は事柄、「所」は場所を示し、範囲を左右します", "a matter or a place; it decides scope")),
    (
        ("超え", "越え"),
        Words(
            "「超える」は数量や限度、「越える」は場所や時を過ぎることを示し、範囲を左右します",
            "above a limit or across a place; it decides scope",
        ),
    ),
)
"""Read alike, and not one word: 公用文における漢字使用等について (2010), 法令における漢字使用等について (2010)."""


def told_apart(before: str, after: str) -> Words | None:
    """What a pair of words means of which one gave way to the other and nothing else did; None for others."""
    for pair, meaning in _TOLD_APART:
        for old, new in (pair, pair[::-1]):
            if old in before and before.replace(old, new) == after and before != after:
                return meaning
    return None


def changed(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scope words that are gone and those that are new, in the order in which they stand."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return tuple(word for word in dict.fromkeys(old) if gone[word]), tuple(word for word in dict.fromkeys(new) if come[word])
