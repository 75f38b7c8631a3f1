"""表記の変更（orthography）

何を見るか: 全角と半角、空白、句読点（，と、）、括弧、送り仮名、促音の大小（あつて・あって）、旧字体・異体字、同音の漢字による書きかえ（聯絡・連絡）、漢字と仮名（及び・および、但し・ただし）、
    長音（サーバ・サーバー）、数字と番号の書き方（三十日・30日、一・(1)）、脱字・衍字（かる→かかる）。
なぜ大事か: 言葉は同じで、意味は変わりません。ほかの変更と分けておけば、読む人は中身だけを追えます。
見ないもの: 起草者が使い分ける語（とき・時、もの・物、超える・越える、規定・規程、作成・作製、改定・改訂）は、読みが同じでも表記の変更とはしません。
    値が変わった数字（三十日→60日）は「数量の変更」です。
例: 取り扱い→取扱い
例: 三十日以内→30日以内
どちらが勝つか: 「同じ言葉である」と示せるときは、ほかのどの種類よりも先に表記の変更とします。引用の書き方だけの違い（第二条二項→第二条第二項）も、条の
    番号の書き方だけの違い（第3条→第三条、一→(1)）も、値が同じ日付（平成31年→令和元年）もここに入ります。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import references, spelling
from aratame.classifying.slips import slip
from aratame.classifying.subject import Verdict
from aratame.lexing import remembered
from aratame.model import EditKind, Words
from aratame.numerals import ordinal
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from aratame.classifying.subject import Subject
    from aratame.model import Span

_PUNCTUATION = frozenset("、，,。．.・･「」『』“”\"'")
_MARKS_ASIDE = lazy(r"(?<!\d)[、，・･]|[、，・･](?!\d)|\s")
_BLANK = Words("空白や改行だけが違います。", "Only white space or line ends differ.")
_MARKS = Words("句読点や括弧だけが違います。", "Only punctuation differs.")

_KANA = Words("仮名と漢字の書き分けだけが違い、同じ語です。", "The same word, written with kana instead of kanji or the other way round.")
_FOREIGN = Words(
    "ローマ字と仮名の書き分けだけが違い、同じ語です。", "The same word, written with kana instead of Latin letters or the other way round."
)
_CIRCLE = Words("丸印の字だけが違います。", "Only the character for the circle differs.")
_CIRCLES = frozenset("〇○◯")

_FOLDS: tuple[tuple[Callable[[str], str], Words], ...] = (
    (spelling.width, Words("全角と半角、句読点又は括弧の書き方だけが違います。", "Only width or the form of punctuation differs.")),
    (spelling.variants, Words("旧字体又は異体字の違いで、同じ語です。", "Old or variant forms of the same characters.")),
    (
        spelling.homophones,
        Words(
            "同音の漢字による書きかえで、同じ語です。", "A kanji that was replaced for good by another of the same sound; the same word."
        ),
    ),
    (spelling.customary, Words("慣用の字の違いで、同じ語です。", "Another kanji by custom; the same word.")),
    (spelling.kana, Words("送り仮名や仮名と漢字の書き分けだけが違い、同じ語です。", "The same words with other kana or okurigana.")),
    (
        spelling.forms,
        Words("様式の番号の書き方だけが違い、同じ番号です。", "The form's number is written otherwise; it is the same number."),
    ),
    (spelling.numbers, Words("数字の書き方だけが違い、値は同じです。", "The numbers are written otherwise; their values are the same.")),
)
_LONGEST = 2000
"""Longer texts are compared by width and character forms alone: nobody rewrites a page in kana only."""
_SLIP_LIMIT = 12
"""A slip is a matter of one word; in longer texts a doubled syllable proves nothing."""


def verdict(subject: Subject) -> Verdict | None:
    """Orthography where both sides are the same words, read alone or as parts of the words that they stand in."""
    reason = _blank_or_marks(subject)
    if not reason and subject.before and subject.after:
        reason = _same(subject.before_words, subject.after_words) or _same_in_place(subject)
    return Verdict(EditKind.ORTHOGRAPHY, substantive=False, reason=reason) if reason else None


def _blank_or_marks(subject: Subject) -> Words | None:
    before, after = subject.words
    if not before and not after:
        return _BLANK
    if before in _CIRCLES and after in _CIRCLES:
        return _CIRCLE
    both = before + after
    return _MARKS if both[0] in _PUNCTUATION and _PUNCTUATION.issuperset("".join(both.split())) else None


def _same(before: str, after: str) -> Words | None:
    """Why two texts are the same words; None where they are not."""
    shorter, longer = (len(before), len(after)) if len(before) < len(after) else (len(after), len(before))
    if not shorter or longer > 2 * shorter + _SLIP_LIMIT:
        return None
    if _marks_aside(before) == _marks_aside(after) != "":
        return _MARKS if before != after else None
    if references.apart(before, after) or not spelling.may_be_same(before, after):
        return None
    return _same_folded(before, after)


@remembered(4096)
def _same_folded(before: str, after: str) -> Words | None:
    """The same for texts that are told neither by their marks nor by their numbers."""
    fold = spelling.folded if max(len(before), len(after)) <= _LONGEST else spelling.signs
    left, right = fold(before), fold(after)
    if left == right:
        return spelling.unit_or_era(before, after) or _made_equal(before, after)
    folded = (left, right) != (before, after)
    if spelling.read_alike(left, right) or (folded and spelling.read_alike(before, after)):
        return _FOREIGN if before.isascii() or after.isascii() else _KANA
    if max(len(before), len(after)) <= _SLIP_LIMIT and (found := slip(before, after, left, right)):
        return found
    if references.is_list(before) and references.canonical(before) == references.canonical(after):
        return Words("引用の書き方だけが違い、引用する条項は同じです。", "The citation is written otherwise; it cites the same provision.")
    return None


def _made_equal(before: str, after: str) -> Words | None:
    """The reason of the first fold under which two texts become equal."""
    for fold, reason in _FOLDS:
        before, after = fold(before), fold(after)
        if before == after:
            return reason
    return None


def _marks_aside(text: str) -> str:
    """The text without commas, middle dots and white space: 周知・徹底 and 周知徹底."""
    marked = "、" in text or "，" in text or "・" in text or "･" in text
    return _MARKS_ASIDE.sub("", text) if marked else "".join(text.split())


def _same_in_place(subject: Subject) -> Words | None:
    """The same test on the whole words or citations that the replacement is part of: 定→定め seen from an inserted め."""
    before, after = subject.before_words, subject.after_words
    if max(len(before), len(after)) > _LONGEST or _alone(subject):
        return None
    if (before or _in_citation(subject.before, subject.before_span)) and (after or _in_citation(subject.after, subject.after_span)):
        cited = subject.sides(subject.cited)
        if references.apart(*cited):
            return None
        same = _same(*cited) if cited != (before, after) else None
        if same:
            return same
    left, right = _word_before(subject.left), _word_behind(subject.right)
    return _same(left + before + right, left + after + right) if left or right else None


def _alone(subject: Subject) -> bool:
    """Whether both sides are a number or a sign of an order between blanks, as the marker of a clause is: part of no citation and of no longer word."""
    for text, (start, end) in ((subject.before, subject.before_span), (subject.after, subject.after_span)):
        if text[max(0, start - 1) : start].strip() or text[end : end + 1].strip() or ordinal(text[start:end]) is None:
            return False
    return True


def _in_citation(text: str, place: Span) -> bool:
    """Whether a place without words is in the middle of a citation. Nothing else is the same as no words."""
    return references.cited(text, place) != place


def _word_before(text: str) -> str:
    """The letters and digits in which a text ends, four at most."""
    start = len(text)
    for sign in reversed(text[-4:]):
        if not (_is_letter(sign) or sign.isdecimal()):
            break
        start -= 1
    return text[start:]


def _word_behind(text: str) -> str:
    """The letters with which a text begins, three at most."""
    end = 0
    for sign in text[:3]:
        if not _is_letter(sign):
            break
        end += 1
    return text[:end]


def _is_letter(sign: str) -> bool:
    return "ぁ" <= sign <= "ん" or "一" <= sign <= "鿿" or "ァ" <= sign <= "ヴ" or sign in "々ー"
