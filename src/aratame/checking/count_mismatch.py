"""数の食い違い

何を見るか: 変更後の記載にある「5情報(…)」のような数と、括弧の中に並べたものの数。「○日から○日までの30日間」のような期間の長さと、その日付。
なぜ大事か: 並べたものを足し忘れたか、日付を直して長さを直し忘れたおそれがある。
見ないもの: 「等」「など」で終わる列挙、文を含む括弧、年のない日付だけの期間、変更前の記載（これから直されるもの）。
例: 5情報(氏名、住所、性別、生年月日) → 指摘（4つ）。
例: 令和6年6月3日から令和6年7月2日までの30日間 → 指摘しない。
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_in
from aratame.model import Severity, Words
from aratame.numerals import KANJI_NUMBER, value
from aratame.values import Amount, Moment, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding, TableDiff
    from aratame.values.finding import Found

RULE = "count-mismatch"

_COUNTED = re.compile(
    rf"(?<![第\d０-９.．{KANJI_NUMBER[1:-1]}])(?P<number>[0-9０-９]{{1,2}}|[二三四五六七八九十]{{1,2}})"
    r"(?P<unit>情報|項目|要素|種類|区分|区域|事業|業務|事務|システム|市町村?|町村|市|町|村|区|課|部署?|局|団体|社|施設|か所|カ所|箇所)"
    r"[(（](?P<list>[^()（）。]{3,200}(?:[(（][^()（）。]*[)）][^()（）。]*)*)[)）]"
)
_NESTED = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile(r"、|，|,|及び|並びに|又は|若しくは|および|または")
_OPEN_LIST = re.compile(r"(?:等|など|ほか|他)$|以下|という|[をにがは](?:除く|含む|限る)")


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each number in an after cell that what stands beside it does not bear out."""
    for row in (answer.row for answer in diff.rows):
        for said in (*_lists(row.after), *_periods(row.after)):
            words = Words(
                f"{row.number}行目の変更後は{said.ja}。数か中身のどちらかを直してください。",
                f"Row {row.number}: {said.en}. Mend the number or what it counts.",
            )
            yield finding_in(RULE, Severity.WARNING, diff.table, row, words)


def _lists(text: str) -> Iterator[Words]:
    """Counts with another number of things in the brackets behind them."""
    for match in _COUNTED.finditer(text):
        inside = _NESTED.sub("", match["list"])
        things = [thing for thing in _BETWEEN.split(inside) if thing.strip()]
        count = value(match["number"])
        if count is None or len(things) < 2 or _OPEN_LIST.search(inside.strip()):
            continue
        if len(things) != count:
            name = f"{match['number']}{match['unit']}"
            yield Words(f"「{name}」に{len(things)}つを挙げています（{inside}）", f"“{name}” lists {len(things)} ({inside})")


def _periods(text: str) -> Iterator[Words]:
    """Periods between two dates whose length is said to be another."""
    found = find(text)
    for (first, last), amount in zip(pairwise(found), found[2:], strict=False):
        if not isinstance(amount.value, Amount) or not _is_period(text, first, last, amount):
            continue
        start = _day(first.value)
        end = _day(last.value, start)
        if start is None or end is None or end < start or _lasts(start, end, amount.value):
            continue
        days = (end - start).days + 1
        stated = text[amount.span.start : amount.span.end]
        period = text[first.span.start : last.span.end]
        yield Words(f"「{period}」を「{stated}」としていますが、{days}日間です", f"“{period}” is said to be “{stated}” but is {days} days")


def _is_period(text: str, first: Found, last: Found, amount: Found) -> bool:
    """Whether two dates and an amount stand as 甲から乙までの30日間 or 甲～乙(30日間)."""
    between, behind = text[first.span.end : last.span.start], text[last.span.end : amount.span.start]
    return bool(re.fullmatch(r"\s*(?:から|[～〜~－-])\s*", between) and re.fullmatch(r"\s*(?:まで)?(?:の|、)?\s*[(（]?(?:の)?", behind))


def _day(moment: Moment | Amount, start: date | None = None) -> date | None:
    """The day that is said; what is left out is taken from the day at which the period starts."""
    if not isinstance(moment, Moment) or moment.relative or moment.fiscal or moment.day is None:
        return None
    year = moment.year or (start.year if start else None)
    month = moment.month or (start.month if start else None)
    try:
        return date(year, month, moment.day) if year and month else None
    except ValueError:
        return None


def _lasts(start: date, end: date, amount: Amount) -> bool:
    """Whether a period, both its days counted, has the length that is said; a length in other units is believed."""
    if amount.unit == "日":
        return Fraction((end - start).days + 1) == amount.number
    if amount.unit == "か月":
        behind = end + timedelta(days=1)
        whole = (behind.year - start.year) * 12 + behind.month - start.month
        return behind.day != start.day or Fraction(whole) == amount.number
    return True
