"""義務・肯否の変更（modality）

何を見るか: 述語の段階（しなければならない、するものとする、努めなければならない、努める、することができる、してはならない、この限りでない、みなす・推定する）と、
    肯否（なし→あり、可→不可、する→しない）。理由に向き（強化・緩和・反転）を示します。
なぜ大事か: 義務が許可に変わるなど、数文字で法的な効果が変わります。
見ないもの: 述語の強さが変わらない言い換え（行う→実施する、責めを負わない→責めに任じない）は「文言の変更」です。述語と一緒にほかの言葉も大きく変わったものは文言の変更
    とし、理由の中で強さの変化を示します。
例: することができる→しなければならない
例: なし→あり
どちらが勝つか: 「よう努め」を挿し込むように、書き加えや削除に見えても述語の段階が変わるものは、追加・削除より義務・肯否の変更を先にとります。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.predicates import ENGLISH, Force, direction, ends_as_statement, named, predicates
from aratame.classifying.spelling import shared_ends
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Span, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.predicates import Predicate
    from aratame.classifying.subject import Subject

_OPPOSITES = """
なし=あり なし=有 なし=有り 無し=有り 無し=有 無し=あり 無=有 無=あり 無=有り ない=ある 可=不可 可能=不可能 可能=不可 要=不要 必要=不要 必要=必要なし はい=いいえ 適=不適 有効=無効 有料=無料 肯定=否定
公開=非公開 開示=不開示 該当=非該当 該当する=該当しない 対象=対象外 適用=適用除外 課税=非課税 実施=未実施 実施済=未実施 必須=任意 義務=任意 許可=禁止 許可=不許可
承認=不承認 認可=不認可 同意=不同意 合格=不合格 ○=× ○= ○=- ○=－ □=■ □=☑ ☐=☑ ✓= レ= [○]=[] ［○］=［］
"""
_YES_NO = frozenset(frozenset(pair.split("=")) for pair in _OPPOSITES.split())
_BRACKETED = lazy(r"[\[［][^\[\]［］]?$")
_ENDING = lazy(r"[ぁ-ん]{0,6}(?=[。、）)」\s]|$)")
_VERB = lazy(r"(?:[一-鿿]+|[ァ-ヴー]+)[ぁ-ん]{1,5}$")
_STEM_END = lazy(r"[ぁ-ん]*$")
_AROUND = 24
_TAIL = 200
"""How far from the end of long words their last predicate is looked for."""
_NEAR = 14
"""How many characters of other words a changed predicate may carry along and still be the point of the edit."""


def verdict(subject: Subject) -> Verdict | None:
    """Modality where yes turns into no, or where the predicates that the replacement touches stand on other rungs."""
    if subject.cites_alone:
        return None
    return _yes_no(subject) or _english(subject) or _rung(subject)


def _yes_no(subject: Subject) -> Verdict | None:
    before, after = (text.replace("。", "") for text in subject.dense)
    boxed = "" in (before, after) and frozenset((before, after)) in _YES_NO and _BRACKETED.search(subject.left)
    if not boxed and not _opposite(before, after):
        return None
    before, after = before or "空欄", after or "空欄"
    reason = Words(
        f"「{before}」が「{after}」になり、肯否が変わります（反転）。", f"“{before}” becomes “{after}”: yes and no are reversed."
    )
    return Verdict(EditKind.MODALITY, substantive=True, reason=reason)


def _english(subject: Subject) -> Verdict | None:
    """An English auxiliary for another: may→shall."""
    before, after = subject.words
    old, new = ENGLISH.get(" ".join(before.lower().split())), ENGLISH.get(" ".join(after.lower().split()))
    if not old or not new or old is new:
        return None
    return Verdict(EditKind.MODALITY, substantive=True, reason=_reason(old, new, before, after))


def _opposite(before: str, after: str) -> bool:
    """Whether two texts say yes and no of the same: なし and あり, 発生なし and 発生あり, 公開とする and 非公開とする."""
    if not before or not after:
        return False
    head, tail = shared_ends(before, after)
    for start in (head, 0):
        for end in (tail, 0):
            rest = frozenset((before[start : len(before) - end], after[start : len(after) - end]))
            if rest in _YES_NO and "" not in rest:
                return True
    if head:
        return False
    shared = before[len(before) - tail :]
    return any(frozenset((before[: len(before) - cut], after[: len(after) - cut])) in _YES_NO for cut in range(len(shared)))


def _rung(subject: Subject) -> Verdict | None:
    shift = shifted(subject)
    if not shift:
        return None
    old, new, before, after = shift
    if not _predicate_is_the_point(subject, old, new):
        return None
    return Verdict(EditKind.MODALITY, substantive=True, reason=_reason(old, new, before, after))


def shifted(subject: Subject) -> tuple[Force, Force, str, str] | None:
    """The force of the last predicate that the replacement touches, on either side, where the two differ, with their words."""
    old, new = _touched(subject.before, subject.before_span), _touched(subject.after, subject.after_span)
    if not old and not new:
        return None
    sides = ((subject.before, subject.before_span, old), (subject.after, subject.after_span, new))
    forces = [each.force if each else _statement(text, span) for text, span, each in sides]
    if None in forces or forces[0] is forces[1]:
        return None
    if _accidental(*sides) or _accidental(*sides[::-1]):
        return None
    words = [_shown(text, span, each) for text, span, each in sides]
    assert forces[0]
    assert forces[1]
    return forces[0], forces[1], words[0], words[1]


def _accidental(one: tuple[str, Span, Predicate | None], other: tuple[str, Span, Predicate | None]) -> bool:
    """Whether one side's last predicate is no main one (行えないよう管理している) and that of the other stood among its words already."""
    (text, span, inner), (_, _, found) = one, other
    if not inner or not found or not text[inner.end : span.end].strip("。、 　"):
        return False
    return any(each.force is found.force for each in predicates(text[slice(*span)]))


def _touched(text: str, span: Span) -> Predicate | None:
    """The last predicate that overlaps a span, or holds the place of an empty one inside."""
    low, high = max(0, span.start - _AROUND, span.end - _TAIL), min(len(text), span.end + _AROUND)
    found = [each for each in predicates(text[low:high]) if each.start + low < span.end and each.end + low > span.start]
    if not found:
        return None
    last = found[-1]
    return last._replace(start=last.start + low, end=last.end + low)


def _statement(text: str, span: Span) -> Force | None:
    """A plain verb where the span ends; None where the span does not end in a predicate."""
    ending = _ENDING.match(text, span.end)
    if not ending:
        return None
    return Force.STATEMENT if ends_as_statement(text[max(0, span.start - 6) : ending.end()]) else None


def _shown(text: str, span: Span, touched: Predicate | None) -> str:
    """The words of a predicate as a reason shows them: those of the edit where they are few, else the predicate itself."""
    words = text[span.start : span.end].strip("。、 　")
    if 1 < len(words) <= _NEAR:
        return words
    if touched:
        return text[touched.start : touched.end].removeprefix("る")
    ending = _ENDING.match(text, span.end)
    verb = _VERB.search(text, max(0, span.start - _NEAR), ending.end() if ending else span.end)
    return verb.group() if verb else words


def _predicate_is_the_point(subject: Subject, old: Force, new: Force) -> bool:
    """Whether little else than the predicate changed."""
    rest = []
    for text, span in ((subject.before, subject.before_span), (subject.after, subject.after_span)):
        words = text[slice(*span)]
        touched = _touched(text, span)
        if touched and text[touched.end : span.end].strip("。、 　"):
            return False
        if touched:
            words = text[span.start : max(span.start, touched.start)] + text[min(span.end, touched.end) : span.end]
        rest.append(_STEM_END.sub("", words.strip("。、 　")))
    words = subject.words[0] or subject.words[1]
    if not all(subject.words):
        return len(words) <= _NEAR and not words.endswith("。") and "、" not in words
    if rest[0] == rest[1]:
        return True
    if Force.STATEMENT in (old, new):
        return False
    return max(map(len, rest)) <= _NEAR and "。" not in subject.before_words.strip("。") + subject.after_words.strip("。")


def _reason(old: Force, new: Force, before: str, after: str) -> Words:
    way, (old_words, new_words) = direction(old, new), named(old, new)
    return Words(
        f"「{before}」が「{after}」になり、{old_words.ja}から{new_words.ja}に変わります（{way.ja}）。",
        f"“{before}” becomes “{after}”: {old_words.en} turns into {new_words.en} ({way.en}).",
    )
