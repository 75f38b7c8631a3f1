"""Where something is and how it is reached: what is written with figures and signs there is neither an amount nor the name of a thing.

An address (架空市本町一丁目2番3号), a floor of a building, a postal code, a telephone number with its extension, an address in the net,
and any number by which a thing is found again (評価書番号 12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.date import dates_alone
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_VIEW = str.maketrans("０１２３４５６７８９〇一二三四五六七八九十百千－‐―−（）＠．／：", "0123456789" + "0" * 13 + "----()@./:")
_SIGNS = frozenset("0123456789@/").union(map(chr, _VIEW))
"""One of these stands in whatever is looked for."""
_MARKS = frozenset("-－‐―−ー(（@＠/／番目階")
"""And one of these, where it is more than figures."""
_DIALLED = r"(?:0\d{1,4}\(\d{1,4}\)\d{3,4}|\(0\d{1,4}\)\d{1,4}-\d{3,4}|\d{2,5}-\d{1,4}-\d{3,4})"
_LOTS = r"(?:\d+丁目)?\d+番(?:地(?:の?\d+)*|\d+)号?(?:の\d+)*|\d+丁目\d+(?:番|[-ー]\d+)*"
_DASHED = r"\d{1,4}(?:[-ー]\d{1,4}){1,2}"
_PLACED = r"[^、。，\d()\s]{0,40}"
"""The name of a place before its numbers."""
_TELEPHONE = Words("電話番号", "telephone number")
_NUMBER = Words("番号", "number")
_ADDRESS = Words("所在地", "address")
_SORTS = (
    ("-(", lazy(_DIALLED), _TELEPHONE),
    ("-", lazy(r"〒?\d{3}-\d{4}"), Words("郵便番号", "postal code")),
    ("番目", lazy(rf"{_PLACED}(?:{_LOTS})"), _ADDRESS),
    ("@", lazy(r"[A-Za-z\d._+-]+@[A-Za-z\d.-]+"), Words("メールアドレス", "e-mail address")),
    ("/", lazy(r"https?://[!-~]+|[a-z\d-]+(?:\.[a-z\d-]+)+/[!-~]*"), Words("ウェブページのアドレス", "address of a web page")),
)
"""With signs of which each has one."""
_IN_PLACE = lazy(rf"(?P<place>{_PLACED}){_DASHED}")
_PLACE_ENDS = lazy(r"[^\W\dA-Za-z_図表式章節款項号例別第版条]$")
"""What the name of a place ends with, and not what a figure or a chapter is called by: 本町1-2-3, but 図1-2-3."""
_FLOOR = lazy(rf"{_PLACED}\d{{1,2}}階(?:(?!建|以上|以下)の?\d{{0,4}}[^、。，\d()\s]{{0,20}})?")
_STOREYS = ("建", "以上", "以下", "未満", "部分")
"""What follows 3階 where storeys are counted."""
_LINES = ("内線", "電話", "ＴＥＬ", "TEL", "Tel", "ＦＡＸ", "FAX", "Fax", "ファクス", "ファックス", "ファクシミリ")
_LINES_BEGIN = frozenset("内直電TFＴＦ")
_LINE = lazy(rf"(?:内線|直通|電話|[TＴ][EＥ][LＬ]|[FＦ][AＡ][XＸ])(?:番号)?:?(?:\d{{2,5}}|{_DIALLED})")
"""A telephone or an extension with its number."""
_BESIDE_NUMBER = " 　:：（("
_BESIDE_LINE = "番号 　:：（(."
_LONGEST = 120


def verdict(subject: Subject) -> Verdict | None:
    """Rewording where both sides are addresses or numbers of one sort, by which someone is found or called."""
    before, after = subject.words
    if max(len(before), len(after)) > _LONGEST or _SIGNS.isdisjoint(before) or _SIGNS.isdisjoint(after):
        return None
    sort = _sort(subject)
    if not sort:
        return None
    reason = Words(f"{sort.ja}が「{before}」から「{after}」に変わります。", f"The {sort.en} changes from “{before}” to “{after}”.")
    return Verdict(EditKind.REWORDING, substantive=True, reason=reason)


def _sort(subject: Subject) -> Words | None:
    """What both sides are; None where they are anything else."""
    before, after = subject.dense
    if before[:1] in _LINES_BEGIN and all(_LINE.fullmatch(text.translate(_VIEW)) for text in (before, after)):
        return _TELEPHONE
    if _MARKS.isdisjoint(before) or _MARKS.isdisjoint(after):
        return _called_by(subject)
    both = [text.translate(_VIEW) for text in subject.dense]
    for signs, pattern, sort in _SORTS:
        if any(sign in both[0] for sign in signs) and all(map(pattern.fullmatch, both)):
            return sort
    if "階" in both[0] and all(map(_FLOOR.fullmatch, both)) and not subject.right.startswith(_STOREYS):
        return _ADDRESS
    placed = [_IN_PLACE.fullmatch(text) for text in both]
    if all(found and not dates_alone(found.string) and _PLACE_ENDS.search(subject.left + found["place"]) for found in placed):
        return _ADDRESS
    return None


def _called_by(subject: Subject) -> Words | None:
    """What is called by figures alone: those behind the word for a telephone or an extension, or behind 番号."""
    line = subject.left.rstrip(_BESIDE_LINE).endswith(_LINES)
    if subject.right[:1].isalnum() or not (line or subject.left.rstrip(_BESIDE_NUMBER).endswith("番号")):
        return None
    before, after = subject.dense
    figures = before.translate(_VIEW).isdecimal() and after.translate(_VIEW).isdecimal()
    return (_TELEPHONE if line else _NUMBER) if figures else None
