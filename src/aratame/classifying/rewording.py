"""文言の変更（rewording）

何を見るか: ほかのどの種類とも言えない言い換え。理由には、言い換えの中で変わった「範囲を左右する語」（以上・超える、以内、及び・又は、等、に限る、除く・含む、当該、直ちに・
    速やかになど。名前や引用の一部であるものは除きます）と、義務の強さの変化、片側だけの引用・数量・時点・括弧書を挙げます。
    所在地、郵便番号、電話番号、整理などの番号、メールやウェブページのアドレスが変わったことも、文言の変更とします。数を含んでいても量ではなく、ものの名前でもないからです。
なぜ大事か: 言い換えの中に、条件や範囲の変更が隠れることがあります。
見ないもの: 種類を示す証拠があるものは、それぞれの種類とします。「左に掲げる→次に掲げる」のような今の書き方への改めと、「です・ます」への改め、項目が増えた列挙で「又は」が
    最後の項目の前に移ったことは、文言の変更ですが形式の変更とします。
例: 庁舎内の専用PC→市の保有する端末
例: 委託先等には→委託業者との間で
どちらが勝つか: 最後に当てはめます。誤った種類を付けるより、文言の変更とするほうが確かだからです。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import joining, scope
from aratame.classifying.forces import named
from aratame.classifying.modality import shifted
from aratame.classifying.pieces import editorial
from aratame.classifying.seen import seen
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_NAMED = 3
_CONTINUED = (("っています", "り"), ("しています", "し"))
_DENYING = ("非", "不", "未")
_NOUN = 3
"""A prefix and the two kanji that it denies."""
_FEW_SIGNS = 5
"""Signs of a word in which two changed places."""
_LONGEST = 2000
"""In longer texts so many of these words differ that naming them says nothing."""


def verdict(subject: Subject) -> Verdict:
    """Rewording, with all that weighs named."""
    before, after = subject.words
    note = editorial(before) or editorial(after)
    if note:
        return Verdict(
            EditKind.REWORDING,
            substantive=True,
            reason=Words(f"{note.ja}と本文が入れ替わっています。", f"Text and {note.en} stand against each other."),
        )
    apart = scope.told_apart(before, after)
    if apart:
        return Verdict(
            EditKind.REWORDING,
            substantive=True,
            reason=Words(
                f"「{before}」と「{after}」は、起草者が使い分ける語です（{apart.ja}）。",
                f"Drafters tell “{before}” and “{after}” apart ({apart.en}).",
            ),
        )
    if joined := joining.moved(subject):
        return Verdict(EditKind.REWORDING, substantive=False, reason=joined)
    found = [_exchanged(*subject.dense), _force(subject), _scope(before, after, (subject.before, subject.after)), *seen(before, after)]
    named = [words for words in found if words][:_NAMED]
    if not named:
        return Verdict(EditKind.REWORDING, substantive=True, reason=Words("文言が改められました。", "The wording changed."))
    return Verdict(
        EditKind.REWORDING,
        substantive=True,
        reason=Words(
            f"文言が改められ、{'、'.join([*(_going_on(words.ja) for words in named[:-1]), named[-1].ja])}。",
            f"The wording changed; {' and '.join(words.en for words in named)}.",
        ),
    )


def _exchanged(before: str, after: str) -> Words | None:
    """Whether both sides are made of the same signs in another order: 会務を総理し、協議会を代表, 協議会を代表し、会務を総理."""
    if not _FEW_SIGNS < len(before) == len(after) <= _LONGEST or sorted(before) != sorted(after):
        return None
    return Words("同じ言葉が入れ替わっています", "the same words changed places")


def _going_on(sentence: str) -> str:
    """A sentence to which another is joined: なくなっています → なくなり."""
    for ending, continued in _CONTINUED:
        if sentence.endswith(ending):
            return sentence.removesuffix(ending) + continued
    return sentence


def _force(subject: Subject) -> Words | None:
    shift = shifted(subject)
    if not shift or _denied_alike(*subject.words):
        return None
    old, new, before, after = shift
    old_words, new_words = named(old, new)
    return Words(
        f"「{before}」が「{after}」になって{old_words.ja}から{new_words.ja}に変わっています",
        f"“{before}” became “{after}” ({old_words.en} → {new_words.en})",
    )


def _denied_alike(before: str, after: str) -> bool:
    """Whether one side denies by a prefix what the other denies by a verb: 非公開とする, 公開しない."""
    return any(
        one[:1] in _DENYING and len(one) > _NOUN and other.startswith(one[1:_NOUN]) for one, other in ((before, after), (after, before))
    )


def _scope(before: str, after: str, around: tuple[str, str]) -> Words | None:
    if max(len(before), len(after)) > _LONGEST:
        return None
    gone, come = scope.changed(before, after, around)
    if not gone and not come:
        return None
    if scope.reversed_(gone, come):
        return Words(
            f"範囲を左右する語「{gone[0]}」が「{come[0]}」になり、範囲が反転しています",
            f"a word that decides scope was reversed: {gone[0]} → {come[0]}",
        )
    if gone and come:
        return Words(
            f"範囲を左右する語「{'・'.join(gone)}」が「{'・'.join(come)}」になっています",
            f"words that decide scope changed: {', '.join(gone)} → {', '.join(come)}",
        )
    if gone:
        return Words(f"範囲を左右する語「{'・'.join(gone)}」がなくなっています", f"words that decide scope are gone: {', '.join(gone)}")
    return Words(f"範囲を左右する語「{'・'.join(come)}」が加わっています", f"words that decide scope were added: {', '.join(come)}")
