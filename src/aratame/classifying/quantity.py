"""数量の変更（quantity）

何を見るか: 金額、期間の長さ、人数、回数、割合、限度（以上・以内・未満）、頻度（定期的に、年1回以上）が変わったこと。値で比べ、差（30日→60日なら+30日）を
    理由に示します。
なぜ大事か: 権利や義務の大きさ、期限、頻度が変わります。
見ないもの: 書き方だけの違い（三十日→30日、十箇年→10か年）は「表記の変更」です。暦の上の時点は「時点の変更」です。数字を含む名前（4情報→5情報、製品や規格の版、学年、等級）は「用語の変更」です。番地、建物の階、電話番号、「番号」の後ろの数は「文言の変更」です。
例: 定期的→年1回以上
例: 三十日→六十日
どちらが勝つか: 数量と時点が入れ替わったとき（毎年1回→毎年6月）は、頻度や限度の変更として数量の変更とします。「速やかに」「前日」が日数に替わったとき（速やかに→30日以内に）も同じです。要介護度や震度も、「以上」などの付いた限度であれば数量の変更とします。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import spelling
from aratame.classifying.date import MONTH, changed_values, scaled
from aratame.classifying.named_numbers import names
from aratame.classifying.stretches import finds
from aratame.classifying.subject import Verdict
from aratame.lexing.grammar.english import OFTEN
from aratame.model import EditKind, Words
from aratame.patterns import lazy, made_of
from aratame.values import AMOUNT_SIGNS, PERIOD_FOLLOWS, amount_spans, difference, find, without
from aratame.values.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.classifying.subject import Subject

_LIMIT = r"以上|以下|以内|未満|を超え(?:る|ない)?|をこえ(?:る|ない)?|に満たない|超過?|まで|程度|前後|前|後|内"
_BESIDE = lazy(
    rf"/|につき|[年月週日総]額|{_LIMIT}|期間|概ね|おおむね|約|およそ|少なくとも|最低|最大|最長|最短|上限|下限|各|毎|四?半期(?:に|ごとに?)?|定期(?:的)?に?|年度?に?|月に?|週に?|日に?|連続|引き続き|延べ|合計|計|満|間|ごと(?:に|の)?|毎に|周期|おきに?|分|に|の|で|を|限度(?:と)?|当たり|一?回|及び|又は|、|から|～|〜|~|-|[（）()]|税込み?|税抜き?|ずつ|とも|\d|\s"
)
_UNNUMBERED = lazy(
    r"(?:定期(?:的)?に?|随時に?|適宜|毎年度?|毎月|毎週|毎日|隔年|隔週|隔月|その都度|都度|四半期(?:ごとに?)?|半期(?:ごとに?)?|常時|不定期に?|無料|無償|無期限|無制限|永年|永久|必要に応じて?|年度ごとに?|[年月日週]次(?:で|に)?|一定期間(?:ごとに?)?|複数回|数回|1度|一度|何度でも|年間|月間"
    rf"|{OFTEN})"
)
"""Amounts and frequencies that are said without a number."""
_PROMPT = lazy(
    "直ちに|速やかに|すみやかに|遅滞なく|即時に?|即日(?:に)?|(?:前々|前|当|同|翌々|翌)(?:営業|開庁|業務)?日(?:に)?|[毎各](?:年度?|月)の?末日?に?"
)
"""A term that is said without a number; where both sides are, drafters tell them apart and no amount is named."""
_ENDING = lazy("(?:もの|こと)?とする。?$")
"""A copula behind an amount is no part of it: 5人以上とする→5人を超えるものとする."""
_COUNT = lazy(r"[（(]\s*\d+\s*[）)]")
_COUNTED = lazy(r"\s*(?:件|人|名|回|社|箇所|か所|個|台|枚|[%％])")
"""Forms have the count in brackets before its unit: （2）件."""
_LIMIT_ONLY = lazy(rf"(?:{_LIMIT})")
_ORDER = frozenset({"前", "後", "前後", "内"})
"""What limits an amount behind one only (3日前); elsewhere it says in what order things are done: 開催前."""
_WITHOUT_FIGURES = lazy(f"{_UNNUMBERED.pattern}|{_LIMIT}")
_FIGURES = lazy(r"(?:(?:USD|JPY|EUR|GBP|[$€£¥￥])\s?)?[\d,，.．]+")
_POINTS = frozenset(",，.．")
_AMOUNTS = finds(amount_spans, FIGURES.union("0123456789０１２３４５６７８９過半全倍同多若数毎隔"), AMOUNT_SIGNS)


def verdict(subject: Subject) -> Verdict | None:
    """Quantity where both sides are made of amounts, limits and frequencies, at least one of them with a number or a limit."""
    if named := names(subject):
        return _verdict(named.before, named.after) if named.limited else None
    if scaled(subject):
        return _verdict(*subject.words, apart=False)
    period = PERIOD_FOLLOWS.match(subject.right)
    for before, after in _readings(subject):
        words = [text.strip() for text in (before, after)]
        if not all(words):
            continue
        if period:
            words = [text + period.group() if MONTH.fullmatch(text) else text for text in words]
        if "とする" in before or "とする" in after:
            words = [_ENDING.sub("", text) for text in words]
        alone = [amounts_alone(text) for text in words]
        if all(one or _UNNUMBERED.fullmatch(text) for one, text in zip(alone, words, strict=True)):
            return _verdict(*words)
        if any(alone) and all(one or _PROMPT.fullmatch(text) for one, text in zip(alone, words, strict=True)):
            return _verdict(*words)
        if words[0].startswith(("（", "(")) and all(map(_COUNT.fullmatch, words)) and _COUNTED.match(subject.right):
            return _verdict(*words)
        if all(_LIMIT_ONLY.fullmatch(text) for text in words) and (not _ORDER.issuperset(words) or _behind_amount(subject)):
            return _verdict(*words)
    ordinal = "第" in subject.before_words  # 第一種住居地域 is a name
    changed = not ordinal and changed_values(subject.before_words, subject.after_words)
    return _verdict(subject.before_words, subject.after_words) if changed else None


def _behind_amount(subject: Subject) -> bool:
    """Whether an amount stands right before what gives way, or begins it."""
    text = subject.left + subject.before_words
    return any(found.span.start < len(text) <= found.span.end + len(subject.before_words) for found in find(text))


def _readings(subject: Subject) -> Iterator[tuple[str, str]]:
    """Both sides as parts of the amounts that they stand in, as they are, and without the words that they share; where that is in question."""
    words = subject.before_words, subject.after_words
    whole = subject.sides(subject.widened(_AMOUNTS))
    if whole != words:
        yield whole
    yield words
    if all(find(text) or _WITHOUT_FIGURES.search(text) for text in subject.words):
        yield subject.core


def amounts_alone(text: str) -> bool:
    """Whether a text is made of amounts and dates and the words that go with them."""
    if (text[-1:].isdecimal() or text[-1:] in _POINTS) and _FIGURES.fullmatch(text):
        return True
    found = find(text)
    return bool(found) and made_of(_BESIDE, without(text, found))


def _verdict(before: str, after: str, *, apart: bool = True) -> Verdict:
    """The verdict on two amounts; how far they are `apart` is said where they have a unit."""
    if spelling.numbers(spelling.width(before)) == spelling.numbers(spelling.width(after)):
        return Verdict(
            EditKind.ORTHOGRAPHY, substantive=False, reason=Words("書き方だけが違い、同じ数量です。", "Written otherwise; the same amount.")
        )
    old, new = find(before), find(after)
    gap = difference(old[0].value, new[0].value, (before, after)) if apart and len(old) == len(new) == 1 else None
    suffix = Words(f"（{gap.ja}）", f" ({gap.en})") if gap else Words("", "")
    return Verdict(
        EditKind.QUANTITY,
        substantive=True,
        reason=Words(
            f"数量が「{before}」から「{after}」に変わります{suffix.ja}。", f"The amount changes from “{before}” to “{after}”{suffix.en}."
        ),
    )
