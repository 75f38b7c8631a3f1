"""番号の変更（number）

何を見るか: 条・項・号などの番号そのもの（⑰→⑱、第八十条→第十八条）と、番号がずれたのに合わせただけの引用（第四十九条→第五十二条。旧第四十九条が
    新第五十二条になったことを、条文どうしの対応から確かめます）。条項が分かれたり一つになったりして、付いた番号、なくなった番号も含みます。
なぜ大事か: 条ずれ・項ずれは形式の整理で、内容は変わりません。本当に引用先が変わったものと混ぜないことが大切です。
見ないもの: 引用先が別の条文になったものは「引用の変更」です。番号の書き方だけの違い（第3条→第三条、一→(1)、ア→(ア)）は「表記の変更」です。縦書きを横書きに改めたときも、値の変わった番号だけがここに入ります。
例: ⑰→⑱
例: 第四十九条の規定→第五十二条の規定（旧第四十九条が新第五十二条になったとき）
どちらが勝つか: 条文の対応で裏付けられる引用は番号の変更、裏付けがないか、対応と食い違う引用は引用の変更とします。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import english, references
from aratame.classifying.in_line import counted_up
from aratame.classifying.order_signs import is_bare, is_sign
from aratame.classifying.stretches import finder
from aratame.classifying.subject import Verdict, marker_span
from aratame.lexing import Sort, first_lexeme
from aratame.model import EditKind, Span, Words
from aratame.numerals import CIRCLED, is_kana, marker_value
from aratame.patterns import KANJI_OR_KATAKANA, lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.classifying.subject import Subject
    from aratame.model import Clause

_NUMBER_ONLY = lazy(r"[\s　.．、)）(（]*")
_AMOUNT_REACH = 24
_LONGER_WORD = lazy(f"(?![以未前後間超程]){KANJI_OR_KATAKANA}")
_KANA = lazy("[ア-ン㋐-㋾]")
_LINE_HEAD = lazy(r"(?:^|[。\r\n])\s*$")
_HEAD = lazy(r"(?:^|[。」』）)>＞]|[^（(「『［\[：:＝=第]\s+)$")
_CELL = lazy(r"\S\t+$")
_SPELLING = Verdict(
    EditKind.ORTHOGRAPHY,
    substantive=False,
    reason=Words("番号の書き方だけが違い、値は同じです。", "The number is written otherwise; its value is the same."),
)
_ENGLISH = finder(english.CITATION, "tp")  # article, paragraph, item, chapter, section
_BEHIND = lazy(r"[\s.．、　（(]+(?![)）］\]」])|$")
_REFERRED = tuple("ので及並又若をにはが、とからまで")


def verdict(subject: Subject) -> Verdict | None:
    """Number where a clause's own number changed, or where a reference follows the alignment."""
    return (
        _own(subject)
        or _parted(subject)
        or _head(subject)
        or _reference(subject)
        or _sign(subject)
        or _in_line(subject)
        or _english(subject)
    )


def _own(subject: Subject) -> Verdict | None:
    """The replacement lies in the markers of both sides."""
    if not subject.before_words or not subject.after_words:
        return None
    before = _marker_of(subject.before, subject.before_span, subject.before_clauses)
    after = _marker_of(subject.after, subject.after_span, subject.after_clauses) if before else None
    if not before or not after or not (marker_value(before) or marker_value(after)) or _counts(subject):
        return None
    respelt = _reordered(subject) if is_kana(before) and is_kana(after) else _respelt(before, after)
    if respelt and _levels(subject):
        return respelt
    return _verdict(*subject.words, "この条項の番号が変わりました", "the clause's own number changed")


def _levels(subject: Subject) -> bool:
    """Whether the clause stands on the same level on both sides: 一→(1) of an item, not イ→（１） of one that went a level down."""
    if not subject.homes:
        return False
    return subject.numbering.before.depth(subject.homes[0]) == subject.numbering.after.depth(subject.homes[1])


def _respelt(before: str, after: str) -> Verdict | None:
    """Orthography where both signs have one value and one level: 一→(1), ア→(ア), as when vertical text becomes horizontal."""
    if marker_value(before) != marker_value(after) or _levels_in(before) != _levels_in(after):
        return None
    if bool(_KANA.search(before)) != bool(_KANA.search(after)):
        return None
    return _SPELLING


def _levels_in(marker: str) -> list[str]:
    """The signs of levels in a marker: 条 of 第三条の二."""
    return [sign for sign in marker if sign in references.LEVELS]


def _reordered(subject: Subject) -> Verdict | None:
    """Orthography where both signs have one place in their orders: ロ of イロハ, イ of アイウ; so ア→(ア)."""
    if not subject.homes:
        return None
    places = subject.numbering.before.kana_place(subject.homes[0]), subject.numbering.after.kana_place(subject.homes[1])
    return _SPELLING if places[0] == places[1] else None


def _marker_of(text: str, span: Span, clauses: Sequence[Clause]) -> str | None:
    """The marker of the clause in which `span` lies where it lies in the marker; None elsewhere."""
    marker = marker_span(clauses, span)
    if not marker or not marker.start <= span.start < marker.end:
        return None
    if span.end > marker.end and not _NUMBER_ONLY.fullmatch(text, marker.end, span.end):
        return None
    return text[slice(*marker)]


def _counts(subject: Subject) -> bool:
    """Whether the number and what follows it are an amount or a date on both sides: 5 年とする, 20 名以内."""
    first, second = subject.before_span.start, subject.after_span.start
    return _is_amount(subject.before[first : first + _AMOUNT_REACH]) and _is_amount(subject.after[second : second + _AMOUNT_REACH])


def _is_amount(text: str) -> bool:
    """Whether a text begins with an amount or a date that is not the beginning of a longer word: 1 時間外勤務."""
    first = first_lexeme(text)
    return first is not None and first.sort in (Sort.QUANTITY, Sort.DATE) and not _LONGER_WORD.match(text, first.end)


def _parted(subject: Subject) -> Verdict | None:
    """The number that a clause got when it was parted from another, or lost when it was joined to one."""
    old, new, words = subject.before_clauses, subject.after_clauses, subject.words
    if len(old) == len(new) or not (old and new) or bool(words[0]) == bool(words[1]):
        return None
    text, span, clauses = (subject.before, subject.before_span, old) if words[0] else (subject.after, subject.after_span, new)
    start = text.index(words[0] or words[1], span.start)
    marker = marker_span(clauses, Span(start, span.end))
    if not marker or marker.start != start or not marker_value(text[slice(*marker)]):
        return None
    if not _NUMBER_ONLY.fullmatch(text[marker.end : span.end]):
        return None
    if words[0]:
        return _number(
            f"「{words[0]}」：条項が一つになり、番号がなくなりました。", f"“{words[0]}”: the clauses were joined, and the number went."
        )
    return _number(
        f"「{words[1]}」：条項が分かれ、番号が付きました。", f"“{words[1]}”: the clause was parted, and the number came with it."
    )


def _head(subject: Subject) -> Verdict | None:
    """Signs of one sort at the head of a line or after a sentence, where no clause was seen to begin."""
    lefts = subject.before[max(0, subject.before_span.start - 3) : subject.before_span.start], subject.left[-3:]
    if not (_may_be_head(lefts[0]) and _may_be_head(lefts[1])):
        return None
    before, after = signs = _behind_arrow(subject.words[0]), _behind_arrow(subject.words[1])
    if not (is_sign(before) and is_sign(after) and marker_value(before) and marker_value(after)):
        return None
    rights = subject.before[subject.before_span.end : subject.before_span.end + 3], subject.right[:3]
    head = _LINE_HEAD if any(map(is_bare, signs)) else _HEAD
    if head is _LINE_HEAD and _counts(subject):
        return None
    parted = all(sign[0] in CIRCLED or _BEHIND.match(right) for sign, right in zip(signs, rights, strict=True))
    if not parted or not all(head.search(left) for left in lefts):
        return None
    # behind the first cell of a row a number is what the row says
    in_cell = any(sign.isdecimal() and _CELL.search(left) for sign, left in zip(signs, lefts, strict=True))
    if in_cell or any(right.startswith(_REFERRED) for right in rights):
        return None
    return _respelt(before, after) or _verdict(*subject.words, "項目の番号が変わりました", "the item's number changed")


def _may_be_head(left: str) -> bool:
    """Whether a sign behind `left` may stand at the head of a line or after a sentence; most signs stand in mid-sentence."""
    return not left or left[-1] in "。」』）)>＞" or left[-1].isspace()


def _behind_arrow(words: str) -> str:
    """⑱ of ⑰⇒⑱, an editor's mark that ⑰ is ⑱ from now on."""
    for arrow in "⇒→➡":
        words = words.rpartition(arrow)[2]
    return words


def _sign(subject: Subject) -> Verdict | None:
    """A reference by a sign alone whose old target is, by the alignment, the one of now: ③の履歴, (2)の入力."""
    before, after = subject.words
    if not before or not after or not (is_sign(before) and is_sign(after)) or not subject.homes:
        return None
    if not subject.numbering.follows_sign(before, subject.homes[0], after, subject.homes[1]):
        return None
    return _verdict(before, after, "番号のずれに合わせた引用で、引用する項目は同じです", "the reference only follows a renumbering")


def _reference(subject: Subject) -> Verdict | None:
    """A reference whose old target is, by the alignment, the clause that it cites now."""
    if not subject.cites or subject.external or not subject.homes or not subject.followed:
        return None
    (before, after), homes = subject.sides(subject.cited), subject.homes
    if subject.numbering.stands_still(before, homes[0], after, homes[1]):
        return None
    return _verdict(before, after, "番号のずれに合わせた引用で、引用する条項は同じです", "the reference only follows a renumbering")


def _in_line(subject: Subject) -> Verdict | None:
    """The number of an item in a row of them within the line: 1氏名、2性別、3住所."""
    before, after = subject.words
    if not before or not after or not (is_sign(before) and is_sign(after)):
        return None
    if not (counted_up(subject.before, subject.before_span) and counted_up(subject.after, subject.after_span)) or _counts(subject):
        return None
    return _verdict(before, after, "項目の番号が変わりました", "the item's number changed")


def _english(subject: Subject) -> Verdict | None:
    """The same in an English text."""
    cited = english_citation(subject)
    if not cited or not subject.homes:
        return None
    before, after = map(english.in_japanese, cited)
    if not subject.numbering.follows(before, subject.homes[0], after, subject.homes[1]):
        return None
    return _verdict(*cited, "番号のずれに合わせた引用で、引用する条項は同じです", "the reference only follows a renumbering")


def english_citation(subject: Subject) -> tuple[str, str] | None:
    """Both sides with the whole of the English citation that they are part of; None where they are none."""
    before, after = subject.words
    if not (before[:1] + after[:1]).isascii() or not "".join(subject.dense).isascii():
        return None
    before, after = subject.sides(subject.widened(_ENGLISH))
    return (before, after) if english.in_japanese(before) and english.in_japanese(after) else None


def _verdict(before: str, after: str, ja: str, en: str) -> Verdict:
    return _number(f"「{before}」→「{after}」：{ja}。", f"“{before}” → “{after}”: {en}.")


def _number(ja: str, en: str) -> Verdict:
    return Verdict(EditKind.NUMBER, substantive=False, reason=Words(ja, en))
