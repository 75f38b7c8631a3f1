"""Words that decide scope, limit or urgency: too short to be seen in a larger rewording, too weighty to be passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Words
from aratame.patterns import KANJI, KANJI_OR_KATAKANA, lazy

if TYPE_CHECKING:
    import re

_WORDS = lazy(
    r"以上(?!の(?:とおり|ほか))|以下(?!「|、|この|同|単に|次|本|総称|略|\w{1,8}「)|以内|未満|を超え|をこえ|以前|以後(?!同)|以降|及び|並びに|又は|若しくは|かつ|その他の|その他"
    r"|に限[るり]|のみ|を?除(?:く|き|いて)|を?含[むみめ]|当該|直ちに|速やかに|遅滞なく|原則として|少なくとも|概ね|おおむね|必要に応じて|あらかじめ|当分の間|ただし|定期的に"
    rf"|できる限り|可能な限り|やむを得(?:ない|ず)|すべて|全て|いずれか|いずれも|等(?!{KANJI})|など"
)
_JOINING = frozenset({"及び", "並びに", "又は", "若しくは"})
_NAME_BEFORE = lazy(f"{KANJI_OR_KATAKANA}+$")
_LONGEST_NAME = 24
_WRITTEN = {"概ね": "おおむね", "すべて": "全て", "をこえ": "を超え"}
_FROM_CITATION = lazy("[条項号欄]を除[くきい](?:。[）)]|[）)].?)")
_CITATION_ENDS = (*"条項号表欄編章節款", "ただし書", "本文", "前段", "後段")
_DIGITS = "0123456789０１２３４５６７８９一二三四五六七八九十"
_CITED = ("第", "前", "次", "同", "別表", "附則")
_CITATION_REACH = 12
_OPPOSITES = (("除", "含"), ("除", "限"))
"""What is left out, and what is taken in or alone."""


_PARTIES = frozenset("甲乙丙丁")
"""What parties to a contract are called for short, also together: 甲乙."""
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
    if before != after and before and after and _PARTIES.issuperset(before + after):
        return Words(
            "契約の別の当事者で、権利を持つ者や義務を負う者が替わります", "parties to the contract: another one is bound or entitled"
        )
    for pair, meaning in _TOLD_APART:
        for old, new in (pair, pair[::-1]):
            if old in before and before.replace(old, new) == after and before != after:
                return meaning
    return None


def found(text: str, around: str) -> tuple[str, ...]:
    """The scope words of a text, each once, in the order in which they stand; `around` is the clause in which it stands.

    A word within a citation (第三条及び第四条) decides nothing, and 等 no more than the name that it ends where that name comes again.
    """
    return tuple(dict.fromkeys(match.group() for match in _WORDS.finditer(text) if not _says_nothing(match, around)))


def _says_nothing(found: re.Match[str], around: str) -> bool:
    """Whether a scope word belongs to a name (等) or to a citation: 第三条及び第四条, （第三項を除く。）, 以下 by itself."""
    text, word, (start, end) = found.string, found.group(), found.span()
    if word == "等":
        return _ends_name(text, start, around)
    if word in _JOINING:
        return text.startswith(_CITED, end) and _ends_citation(text[max(0, start - _CITATION_REACH) : start])
    if "除" in word:
        return bool(_FROM_CITATION.fullmatch(text, max(0, start - 1), end + 2))
    return word == "以下" == text.strip()


def _ends_citation(text: str) -> bool:
    """Whether a text ends in a citation: 第三条, 第三条の二, 第一号イ."""
    if text.endswith(_CITATION_ENDS):
        return True
    if len(text) > 1 and "ア" <= text[-1] <= "ン":
        return text[-2] == "号" or text[-2] in _DIGITS
    branch = text.rstrip(_DIGITS)
    return branch != text and branch.endswith("の") and _ends_citation(branch[:-1])


def _ends_name(text: str, at: int, around: str) -> bool:
    """Whether the 等 at a place ends a name of the document: one that comes again in the clause or is defined there."""
    name = _NAME_BEFORE.search(text, max(0, at - _LONGEST_NAME), at)
    return name is not None and (around.count(f"{name.group()}等") > 1 or f"{name.group()}等」" in around)


def beyond_joining(words: tuple[str, ...]) -> tuple[str, ...]:
    """The scope words of an item of a list, without those that only join it."""
    return tuple(word for word in words if word not in _JOINING)


def changed(before: str, after: str, around: tuple[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scope words that are gone and those that are new, in the order in which they stand; `around` are both sides' clauses."""
    old, new = found(before, around[0]), found(after, around[1])
    then, now = set(map(_meant, old)), set(map(_meant, new))
    return tuple(word for word in old if _meant(word) not in now), tuple(word for word in new if _meant(word) not in then)


def _meant(word: str) -> str:
    """One writing and form of a scope word: 除く of を除き, おおむね of 概ね."""
    bare = word.removeprefix("を").removeprefix("に")
    return bare[0] if bare[0] in "除含限" else _WRITTEN.get(word, word)


def reversed_(gone: tuple[str, ...], come: tuple[str, ...]) -> bool:
    """Whether one word gave way to its opposite: 除く and 含む."""
    return len(gone) == len(come) == 1 and any(
        (one in gone[0] and other in come[0]) or (other in gone[0] and one in come[0]) for one, other in _OPPOSITES
    )
