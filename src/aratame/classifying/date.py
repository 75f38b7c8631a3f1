"""時点の変更（date）

何を見るか: 年月日、年度、月日、時刻など、暦や時計で示された時点や期間が変わったこと。値で比べ、差（+2年など）を理由に示します。
なぜ大事か: 施行日、基準日、計画期間などの時点修正です。
見ないもの: 書き方だけの違い（平成31年→令和元年、R6.3→令和6年3月）は「表記の変更」です。長さ（三十日、六月以内）や回数は「数量の変更」です。
例: 令和4年4月1日→令和6年4月1日
例: 平成二十二年度→令和二年度
どちらが勝つか: 両側が時点だけでできているときは時点の変更、時点と数量が入れ替わったとき（毎年1回→毎年6月）は数量の変更とします。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import spelling
from aratame.classifying.stretches import finds
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words
from aratame.patterns import lazy, made_of
from aratame.values import DATE_NEEDS, DATE_SIGNS, PERIOD_FOLLOWS, Moment, date_spans, difference, find, without

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject
    from aratame.values import Amount

_BESIDE = lazy(
    r"/|から|まで|～|〜|~|-|―|－|の間|間|現在|時点|付け?|末日|末|初日|初め|上旬|中旬|下旬|以降|以後|以前|前|後|及び|又は|並びに|若しくは|、|・|[（(][日月火水木金土](?:曜日?)?(?:・祝日?)?[）)]|[（）()]|[日月火水木金土]曜日?|に|より|の|で|頃|中|施行|公布|改正|毎|から起算して|\s"
)


_WEEKDAYS = lazy(
    r"(?:(?:[毎隔][週月]の?|第[\d一二三四五]|[日月火水木金土](?:曜日?|(?=[・、～]))|平日|休日|祝日|土日)(?:、|・|及び|又は|から|まで|～)?)+"
)
_NAMED_DAYS = ("曜", "平日", "休日", "祝日", "土日")
"""One of these stands where days of the week are meant: 月 and 日 alone are none."""
_DAILY = "毎日"
_SCALE = lazy("[1１一][:：/／][0-9０-９,，〇一二三四五六七八九十百千万]+")
_BESIDE_SCALE = " 　=＝:：はを"
"""What may stand between 縮尺 and the scale."""
_ERA_BEGINS = "明大昭平令"
_ERAS = "明治|大正|昭和|平成|令和"
_ERA = lazy(_ERAS)
_YEARS_LISTED = lazy(rf"(?:{_ERAS})(?:元|[\d〇一二三四五六七八九十]+)(?:[・、～〜~](?:[\d〇一二三四五六七八九十]+))+年度?")
"""Years of one era in a row, which say it and 年 once: 令和4・5年度."""
_FREE_YEAR = lazy(r"[\s○〇◯●_＿]{1,12}年")
"""Behind an era, a year that is left free, as in forms: 平成　　年　月　日."""
_BESIDE_A_DAY = lazy("(?:前々|前|当|同|即|翌々|翌)(?:(?:営業|開庁|業務)?日|週|月|年度?)")
"""A day, month or year told by another: 前日, 当日, 翌々月."""
_BESIDE_BEGINS = "前当同即翌"
_DATES = finds(date_spans, DATE_NEEDS, DATE_SIGNS)
_YEAR = lazy("(?:19|20)[0-9]{2}")
MONTH = lazy(r"(?:\d+|[〇一二三四五六七八九十]+)月")
"""A month of the calendar or a length of so many months; what follows tells which."""
_EVENT = lazy(
    r"[毎各](?:年度?|月)の?(?:末日?|初日|当初|初め)|[^、。]{0,20}(?:の日|した日|する日|期日|日の翌日|施行日|公布日|基準日)(?:から|まで|に)?"
)
"""A day named by what happens on it (公布の日, 契約を締結した日), or that comes with every year or month (毎年度末)."""


def verdict(subject: Subject) -> Verdict | None:
    """Date where both sides are made of dates, or read the same but for dates of another value."""
    if scaled(subject):
        return None
    words = subject.words
    monthly = "月" in words[0] or "月" in words[1]
    if monthly and PERIOD_FOLLOWS.match(subject.right) and any(MONTH.fullmatch(text) for text in subject.core):
        return None
    for before, after in (subject.sides(subject.widened(_DATES)), (subject.before_words, subject.after_words)):
        dated = dates_alone(before), dates_alone(after)
        if all(dated) or (any(dated) and all(one or _EVENT.fullmatch(text) for one, text in zip(dated, (before, after), strict=True))):
            return _verdict(before, after)
    if _year_and_date(*words):
        completed = [f"{text}年" if _YEAR.fullmatch(text) else text for text in words]
        if spelling.numbers(completed[0]) != spelling.numbers(completed[1]):
            return _verdict(*words)
        reason = Words("元号又は西暦の書き方が違い、同じ年です。", "Another era or calendar; the same year.")
        return Verdict(EditKind.DATE, substantive=False, reason=reason)
    if (
        _era_of_form(subject)
        or _years_listed(*words)
        or _on_weekdays(*words)
        or (words[0][:1] in _BESIDE_BEGINS and all(map(_BESIDE_A_DAY.fullmatch, words)))
    ):
        return _verdict(subject.before_words, subject.after_words)
    changed = changed_values(subject.before_words, subject.after_words)
    if changed and all(isinstance(each, Moment) for pair in changed for each in pair):
        return _verdict(subject.before_words, subject.after_words)
    return None


def scaled(subject: Subject) -> bool:
    """Whether both sides are scales of a drawing, which are written as times of day are: 縮尺1:50."""
    if subject.words[0][:1] not in "1１一" or not all(map(_SCALE.fullmatch, subject.words)):
        return False
    return subject.left.rstrip(_BESIDE_SCALE).endswith(("縮尺", "スケール", "S", "Ｓ")) or subject.right.startswith("の縮尺")


def _on_weekdays(before: str, after: str) -> bool:
    """Whether days of the week give way to others, or to every day: 月・水・金曜日→毎日."""
    named = [any(days in text for days in _NAMED_DAYS) and bool(_WEEKDAYS.fullmatch(text)) for text in (before, after)]
    return any(named) and all(one or text == _DAILY for one, text in zip(named, (before, after), strict=True))


def _era_of_form(subject: Subject) -> bool:
    """Whether another era stands before the same free year: 平成○年度→令和○年度."""
    if subject.words[0][:1] not in _ERA_BEGINS:
        return False
    rests = {text[era.end() :] for text in subject.words if (era := _ERA.match(text))}
    return len(rests) == 1 and all(map(_ERA.match, subject.words)) and bool(_FREE_YEAR.match(rests.pop() + subject.right))


def _years_listed(before: str, after: str) -> bool:
    """Whether years in a row give way to others or to one: 令和4・5年度→令和6・7年度."""
    if "年" not in before or before[0] not in _ERA_BEGINS:
        return False
    listed = [bool(_YEARS_LISTED.fullmatch(text)) for text in (before, after)]
    return any(listed) and all(one or dates_alone(text) for one, text in zip(listed, (before, after), strict=True))


def _year_and_date(before: str, after: str) -> bool:
    """Whether one side is a date and the other a year of the common era without 年: 令和元年→2019."""
    return any(_YEAR.fullmatch(one) and dates_alone(other) for one, other in ((before, after), (after, before)))


def dates_alone(text: str) -> bool:
    """Whether a text is made of dates and the words that join them."""
    found = find(text)
    return bool(found) and all(isinstance(each.value, Moment) for each in found) and made_of(_BESIDE, without(text, found))


def changed_values(before: str, after: str) -> list[tuple[Moment | Amount, Moment | Amount]]:
    """The values that differ between two texts that read the same otherwise; none where other words differ too."""
    old, new = find(before), find(after)
    if not old or len(old) != len(new) or spelling.width(without(before, old)) != spelling.width(without(after, new)):
        return []
    return [(one.value, other.value) for one, other in zip(old, new, strict=True) if one.value != other.value]


def _verdict(before: str, after: str) -> Verdict:
    old, new = find(before), find(after)
    halved = ("午" in before) == ("午" in after)  # 正午→3時: which half of the day is meant stands elsewhere
    gap = difference(old[0].value, new[0].value) if halved and len(old) == len(new) == 1 else None
    if spelling.numbers(spelling.width(before)) == spelling.numbers(spelling.width(after)):
        return Verdict(
            EditKind.ORTHOGRAPHY, substantive=False, reason=Words("書き方だけが違い、同じ時点です。", "Written otherwise; the same date.")
        )
    suffix = Words(f"（{gap.ja}）", f" ({gap.en})") if gap else Words("", "")
    return Verdict(
        EditKind.DATE,
        substantive=True,
        reason=Words(
            f"時点が「{before.strip()}」から「{after.strip()}」に変わります{suffix.ja}。",
            f"The date changes from “{before.strip()}” to “{after.strip()}”{suffix.en}.",
        ),
    )
