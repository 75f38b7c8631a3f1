"""Numbers that are part of a name: Windows Server 2022, JIS Q 27001:2023, 要介護3, 第2学年, 2級. A name that changes its number is another name.

With a limit behind it (要介護3以上, 震度5弱以上) such a name is a degree, and the change is one of quantity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.stretches import finds
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_KANJI = "〇一二三四五六七八九十百"
_VIEW = str.maketrans(f"０１２３４５６７８９{_KANJI}．：　", "0123456789012345678911.: ")
"""Digits of all sorts as arabic ones, so that the patterns need no sets of kanji; places stay where they are."""
_N = r"[0-9]{1,4}(?:\.[0-9]{1,4})*"
_SCALES = "要介護状態区分|要介護|要支援|障害支援区分|障害程度区分|震度|警戒レベル|レベル|ランク|フェーズ|ステージ|タイプ|バージョン|グレード|クラス|カテゴリー?"
_DEGREE = rf"(?:{_SCALES})[ ]?{_N}(?:弱|強)?(?![0-9種人名件回つ個年月日])"
_GRADE = rf"第{_N}(?:学年|種|類|位|版|段階)|第?{_N}(?:年生|等級|級|期生)"
BY_NUMBER = ("被保険者", "議案", "訪問事業", "通所事業", "研修", "認定", "館", "棟", "炉", "車両", "井戸", "団地")
"""What is called by a number with 号 before it and is no provision: 第2号被保険者, 第5号議案."""
_CALLED = rf"第{_N}号(?:{'|'.join(BY_NUMBER)})"
_PRODUCT = (
    r"(?<![A-Za-z])(?!JPY|USD|EUR|No\b|NO\b)[A-Za-z]*[A-Z][A-Za-z/.-]*(?:[ ][A-Z][A-Za-z0-9/.-]*)*[ ]?"
    r"[0-9]{1,6}(?:[.-][0-9]+)*(?:[:][0-9]{4})?(?![0-9]|,[0-9]| ?[a-z%])"
)
_EDITION = r"[ァ-ヴー]{2,}[ ]?(?:19|20)[0-9]{2}(?![0-9年])"
_NAMED = lazy(rf"(?P<degree>{_DEGREE}|{_GRADE})|{_CALLED}|{_PRODUCT}|{_EDITION}")
_SIGNS = frozenset(f"0123456789０１２３４５６７８９弱強{_KANJI}")
_NAMES = finds(
    lambda text, start, end: ((match.start() + start, match.end() + start) for match in _NAMED.finditer(text[start:end].translate(_VIEW))),
    _SIGNS,
    _NAMED.pattern,
    _KANJI,
    "．：　",
    map(chr, range(ord("ァ"), ord("ヴ") + 1)),
)
_NUMBER = lazy("[0-9.:-]+|[弱強]")
_LONGEST = 40
_LIMITS = ("以上", "以下", "以内", "未満", "を超え", "超")


class Names(NamedTuple):
    """Both sides' whole names, with the limit behind them where they are degrees."""

    before: str
    after: str
    limited: bool


def names(subject: Subject) -> Names | None:
    """The names of which the replacement changes the number and nothing else; None elsewhere."""
    words = subject.words
    if any(len(text) > _LONGEST or _SIGNS.isdisjoint(text) for text in words):
        return None
    spans = subject.widened(_NAMES)
    before, after = subject.sides(spans)
    old, new = (_NAMED.fullmatch(side.translate(_VIEW)) for side in (before, after))
    if not old or not new or before == after or _rest(before) != _rest(after):
        return None
    return Names(before, after, bool(old["degree"]) and subject.after.startswith(_LIMITS, spans[1].end))


def _rest(name: str) -> str:
    """A name without its numbers."""
    return _NUMBER.sub("", name.translate(_VIEW))
