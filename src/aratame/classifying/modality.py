"""義務・肯否の変更（modality）

何を見るか: 述語の段階（しなければならない、するものとする、すること、努めなければならない、努める、目指す、望ましい、することができる、することを要しない、することがある、してはならない、することができない、
    控える、この限りでない、みなす・推定する）と、肯否（なし→あり、可→否、対応→非対応、する→しない、税込み→税抜き）。「です・ます」の形も、「することができ、」と続く形も、「コトヲ得」のような古い形も
    同じに読みます。理由に向き（強化・緩和・反転）を示します。しないことを求める述語どうし（してはならない→しないものとする）は反転としません。
なぜ大事か: 義務が許可に変わるなど、数文字で法的な効果が変わります。
見ないもの: 名前が替わった「常勤職員→非常勤職員」は「用語の変更」です。述語の強さが変わらない言い換え（行う→実施する、責めを負わない→責めに任じない）は「文言の変更」です。述語と一緒にほかの言葉も大きく変わったものは文言の変更
    とし、理由の中で強さの変化を示します。動詞だけが一緒に変わり、義務や禁止が付き又は外れたもの（公開しなければならない→公表する）は、この種類です。
例: することができる→しなければならない
例: なし→あり
どちらが勝つか: 「よう努め」を挿し込むように、書き加えや削除に見えても述語の段階が変わるものは、追加・削除より義務・肯否の変更を先にとります。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.forces import Force, Stance, direction, named
from aratame.classifying.opposites import denied, opposite, ticked
from aratame.classifying.predicates import ENGLISH, ends_as_statement, goes_on, predicates, touched
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Span, Words
from aratame.patterns import KANJI, KANJI_OR_KATAKANA, lazy

if TYPE_CHECKING:
    from aratame.classifying.predicates import Predicate
    from aratame.classifying.subject import Subject

_BRACKETED = lazy(r"[\[［][^\[\]［］]?$")
_ENDING = lazy(r"[ぁ-ん]{0,6}(?=[。、）)」\s]|$)")
_VERB = lazy(rf"(?:{KANJI}{{1,4}}[いきしちみりえけせねめれ])?(?:(?<![0-9０-９]){KANJI}+|[ァ-ヴー]+)[ぁ-ん]{{0,5}}$")
_NAME_END = lazy(f"(?:{KANJI_OR_KATAKANA}|[）)])$")
_STEM_END = lazy(r"[ぁ-ん]*$")
_LIGHT_VERB = lazy("を(?:行|実施)$")
"""支援を行う says no more than 支援する."""
_ACT = lazy("を?(?:免除|禁止|許可|推奨)")
"""Verbs that say what is done to others, where the verb stays and its ending changes: 免除[することができる→する] frees nobody from less."""
_STATE = lazy("含[まむめ]|属[しすさ]|該当[しすさ]|有[しすさ]")
_EMPHASIS = frozenset({Force.PRINCIPLE, Force.STATEMENT, Force.NEGATION})
"""Of what something is, ものとする says no more than the plain verb: 含まれないものとする, 含まれない."""
_BINDING = frozenset({Force.DUTY, Force.PROHIBITION})
"""What is lost with the ending weighs more than the verb that gave way: 公開しなければならない, 公表する."""
_ACT_ALONE = lazy(f"{KANJI}{{1,4}}")
_AROUND = 24
_TAIL = 200
"""How far from the end of long words their last predicate is looked for."""
_NEAR = 14
"""How many characters of other words a changed predicate may carry along and still be the point of the edit."""


def verdict(subject: Subject) -> Verdict | None:
    """Modality where yes turns into no, or where the predicates that the replacement touches stand on other rungs."""
    if subject.cites_alone:
        return None
    return _yes_no(subject) or _english(subject) or _rung(subject) or _denial(subject)


def _yes_no(subject: Subject) -> Verdict | None:
    before, after = subject.dense[0].replace("。", ""), subject.dense[1].replace("。", "")
    if subject.right.startswith("す"):  # 公開|する, 非公開と|する
        before, after = before.removesuffix("と"), after.removesuffix("と")
    boxed = not (before and after) and ticked(before, after) and _BRACKETED.search(subject.left)
    if not boxed and not opposite(before, after):
        return None
    return _reversed(before or "空欄", after or "空欄")


def _denial(subject: Subject) -> Verdict | None:
    """A verb that is denied on one side where no sentence ends: 該当する場合→該当しない場合."""
    return _reversed(*subject.dense) if denied(*subject.dense) else None


def _reversed(before: str, after: str) -> Verdict:
    reason = Words(
        f"「{before}」が「{after}」になり、肯否が変わります（反転）。", f"“{before}” becomes “{after}”: yes and no are reversed."
    )
    return Verdict(EditKind.MODALITY, substantive=True, reason=reason)


def _english(subject: Subject) -> Verdict | None:
    """An English auxiliary for another: may→shall."""
    before, after = subject.words
    if not before or not after or not (before[0] + after[0]).isascii():
        return None
    old, new = ENGLISH.get(" ".join(before.lower().split())), ENGLISH.get(" ".join(after.lower().split()))
    if not old or not new or old is new:
        return None
    return Verdict(EditKind.MODALITY, substantive=True, reason=_reason(Stance(old), Stance(new), before, after))


def _rung(subject: Subject) -> Verdict | None:
    shift = shifted(subject)
    if not shift:
        return None
    old, new, before, after = shift
    if not _predicate_is_the_point(subject, old, new):
        return None
    return Verdict(EditKind.MODALITY, substantive=True, reason=_reason(old, new, before, after))


def shifted(subject: Subject) -> tuple[Stance, Stance, str, str] | None:
    """The stance of the last predicate that the replacement touches, on either side, where the two differ, with their words."""
    old, new = _touched_on_both(subject)
    if not old and not new:
        return None
    sides = ((subject.before, subject.before_span, old), (subject.after, subject.after_span, new))
    stances = [
        each.stance if each else _statement(text, span, *other) for (text, span, each), other in zip(sides, sides[::-1], strict=True)
    ]
    if None in stances or stances[0] == stances[1]:
        return None
    stances = [
        Stance(Force.STATEMENT) if _only_affirmed(*pair) else stance for stance, pair in zip(stances, (sides, sides[::-1]), strict=True)
    ]
    if _accidental(*sides) or _accidental(*sides[::-1]):
        return None
    whole = not all(text[slice(*span)].strip() for text, span, _ in sides)
    words = [_shown(text, span, each, whole=whole) for text, span, each in sides]
    assert stances[0]
    assert stances[1]
    return stances[0], stances[1], words[0], words[1]


def _only_affirmed(side: tuple[str, Span, Predicate | None], other: tuple[str, Span, Predicate | None]) -> bool:
    """Whether the other side denies a verb and this side has it, in a predicate that both share: 保存[しない→する]ものとする."""
    (_, span, found), (_, _, denying) = side, other
    if not found or not denying or denying.stance.force is not Force.NEGATION:
        return False
    return found.start < span.start or found.end > span.end


def _accidental(one: tuple[str, Span, Predicate | None], other: tuple[str, Span, Predicate | None]) -> bool:
    """Whether one side's last predicate is no main one (行えないよう管理している) and that of the other stood among its words already."""
    (text, span, inner), (_, _, found) = one, other
    if not inner or not found or not text[inner.end : span.end].strip("。、 　"):
        return False
    return any(each.stance == found.stance for each in predicates(text[slice(*span)]))


def _touched_on_both(subject: Subject) -> tuple[Predicate | None, Predicate | None]:
    """The last predicate that either span touches; where only one touches any, the other is read over as much of what both sides share.

    提出すること has no predicate at the place where が望ましい was added, but one that reaches up to it.
    """
    (old_text, old_span), (new_text, new_span) = (subject.before, subject.before_span), (subject.after, subject.after_span)
    old, new = _touched(old_text, old_span), _touched(new_text, new_span)
    if bool(old) == bool(new):
        return old, new
    if old:
        return old, _touched(new_text, _reaching(old, old_text, old_span, new_text, new_span))
    assert new
    return _touched(old_text, _reaching(new, new_text, new_span, old_text, old_span)), new


def _reaching(found: Predicate, text: str, span: Span, other: str, place: Span) -> Span:
    """`place`, made longer by what the predicate `found` has before and behind `span`, where both texts read the same there."""
    left, right = max(0, span.start - found.start), max(0, found.end - span.end)
    same_before = text[span.start - left : span.start] == other[max(0, place.start - left) : place.start]
    same_behind = text[span.end : span.end + right] == other[place.end : place.end + right]
    return Span(place.start - left if same_before else place.start, place.end + right if same_behind else place.end)


def _touched(text: str, span: Span) -> Predicate | None:
    """The last predicate that overlaps a span, or holds the place of an empty one inside."""
    low = max(0, span.start - _AROUND, span.end - _TAIL)
    found = touched(text[low : span.end + _AROUND], max(0, span.start - low), span.end - low)
    if not found:
        return None
    last = found._replace(start=found.start + low, end=found.end + low)
    act = _ACT.match(text, last.start)
    return last._replace(stance=Stance(Force.STATEMENT)) if act and act.end() <= span.start else last


def _statement(text: str, span: Span, beside: str, place: Span, found: Predicate | None) -> Stance | None:
    """A plain verb where the span ends; None where the span does not end in a predicate. `found` stands in the text `beside`, at `place`.

    A verb that goes on (利用し、) is one beside a predicate that goes on (利用することができ、); a name for which もの|とする gave way is none.
    """
    around = text[max(0, span.start - 6, span.end - _NEAR) : span.end]
    ending = _ENDING.match(text, span.end)
    stopped = around.endswith("。")
    if (stopped or ending) and ends_as_statement(around.rstrip("。") if stopped or not ending else around + ending.group()):
        named = found and found.end > place.end and span.start < span.end and _NAME_END.search(around)
        return None if named else Stance(Force.STATEMENT)
    both_go_on = found and beside.startswith("、", found.end) and text.startswith("、", span.end)
    return Stance(Force.STATEMENT) if both_go_on and goes_on(around) else None


def _shown(text: str, span: Span, touched: Predicate | None, *, whole: bool) -> str:
    """The words of a predicate as a reason shows them: those of the edit where they are few, else the predicate, with its verb if `whole`."""
    words = text[span.start : span.end].strip("。、 　")
    if not whole and 1 < len(words) <= _NEAR:
        return words
    if touched and not whole:
        return text[touched.start : touched.end].removeprefix("る")
    ending = _ENDING.match(text, span.end)
    end = touched.start if touched else ending.end() if ending else span.end
    verb = _VERB.search(text, max(0, min(span.start, end) - _NEAR), end)
    rest = text[touched.start : touched.end] if touched else ""
    return verb.group() + rest if verb else rest or f"…{words[-_NEAR:]}"


def _predicate_is_the_point(subject: Subject, old: Stance, new: Stance) -> bool:
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
    if _LIGHT_VERB.sub("", rest[0]) == _LIGHT_VERB.sub("", rest[1]):
        return True
    if Force.STATEMENT in (old.force, new.force):
        return not _BINDING.isdisjoint((old.force, new.force)) and all(map(_ACT_ALONE.fullmatch, rest))
    return max(map(len, rest)) <= _NEAR and "。" not in subject.before_words.strip("。") + subject.after_words.strip("。")


def _reason(old: Stance, new: Stance, before: str, after: str) -> Words:
    (old_words, new_words), way = named(old, new), direction(old, new)
    if way and old.way == new.way and _STATE.search(before) and {old.force, new.force} <= _EMPHASIS:
        way = None
    shown = Words(f"（{way.ja}）", f" ({way.en})") if way else Words("", "")
    return Words(
        f"「{before}」が「{after}」になり、{old_words.ja}から{new_words.ja}に変わります{shown.ja}。",
        f"“{before}” becomes “{after}”: {old_words.en} turns into {new_words.en}{shown.en}.",
    )
