"""Words that say yes and no of the same: なし and あり, 可 and 否, 対応 and 非対応, ☐ and ☑."""

from __future__ import annotations

from itertools import product

from aratame.classifying.conjugation import affirmed
from aratame.classifying.spelling import shared_ends
from aratame.patterns import KANJI_OR_KATAKANA, lazy

_FAMILIES = """
なし 無し 無 ない | あり 有り 有 ある
否 不可 不可能 | 可 可能
否 不要 必要なし | 要 必要 必要あり
否 不適 不適合 | 適 適合
いいえ | はい
未 未実施 未了 | 済 済み 実施 実施済 実施済み 完了
× - － ✕ | ○ ◯
□ ☐ | ■ ☑
[] ［］ | [○] ［○］
禁止 不許可 | 許可
認めない 認めません | 認める 認めます
任意 | 必須 義務
無効 | 有効
無料 | 有料
税抜き 税抜 税別 外税 | 税込み 税込 内税
無償 | 有償
無期 | 有期
無給 | 有給
無害 | 有害
対象外 | 対象
適用外 適用除外 | 適用
否定 | 肯定
否決 | 可決
拒否 | 承諾
NG | OK
no | yes
No | Yes
closed | open
"""
_BLANK_BOXES = (("✓", ""), ("レ", ""), ("○", ""))
"""A box that is ticked or empty."""


def _pairs() -> frozenset[frozenset[str]]:
    """Every no of a family beside every yes of it."""
    families = [[side.split() for side in line.split("|")] for line in _FAMILIES.split("\n") if line]
    return frozenset(frozenset(pair) for family in families for pair in product(*family))


_YES_NO = _pairs()
_LONGEST = max(len(word) for pair in _YES_NO for word in pair)
_BOXES = frozenset(map(frozenset, _BLANK_BOXES)) | {frozenset(pair) for pair in product(("[]", "［］"), ("[○]", "［○］"))}
_DENYING = ("非", "不", "未")
"""非対応, 不承認, 未加入: the prefixes that deny a noun of two kanji."""
_NAMES = ("動産", "成年")
"""不動産 and 未成年 are names of their own."""
_GOES_ON = lazy(KANJI_OR_KATAKANA)


def opposite(before: str, after: str) -> bool:
    """Whether two texts say yes and no of the same: なし and あり, 発生なし and 発生あり, 公開とする and 非公開とする.

    常勤職員 and 非常勤職員 are names of two things.
    """
    if not before or not after:
        return False
    head, tail = shared_ends(before, after)
    if max(len(before), len(after)) - head - tail > _LONGEST:
        return False
    for start in {head, 0}:
        for end in {tail, 0}:
            if _are(before[start : len(before) - end], after[start : len(after) - end]) and not _GOES_ON.match(before[len(before) - end :]):
                return True
    if head:
        return False
    cuts = (cut for cut in range(1, tail) if _are(before[: len(before) - cut], after[: len(after) - cut]))
    return any(not _GOES_ON.match(before, len(before) - cut) for cut in cuts)


def denied(before: str, after: str) -> bool:
    """Whether one of two verbs is the other denied: 該当する and 該当しない, である and でない."""
    return (after.endswith("ない") and before in affirmed(after)) or (before.endswith("ない") and after in affirmed(before))


def ticked(before: str, after: str) -> bool:
    """Whether one of two texts is a tick and the other nothing."""
    return frozenset((before, after)) in _BOXES


def _are(one: str, other: str) -> bool:
    """Whether two words are such a pair."""
    if frozenset((one, other)) in _YES_NO:
        return True
    noun, denied = sorted((one, other), key=len)
    if denied[:1] not in _DENYING or denied[1:] != noun or noun in _NAMES:
        return False
    return len(noun) == 2 and all("一" <= sign <= "鿿" for sign in noun)
