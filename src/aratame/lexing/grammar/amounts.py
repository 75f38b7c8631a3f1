"""Amounts with their units, fractions, times of day, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing.grammar.counters import COUNTERS_BEGIN, counter_end
from aratame.lexing.grammar.numbers import ARABIC, BEGIN, DIGITS, KANJI, NUMBER
from aratame.lexing.grammar.rule import Rule, rule
from aratame.lexing.tokens import Sort
from aratame.patterns import KANJI as A_KANJI
from aratame.patterns import lazy, not_before

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from aratame.lexing.grammar.rule import Reader


def _unless(words: str) -> str:
    """Not where one of `words` begins; "日本常" stands for 日本 and 日常."""
    return "(?!" + "|".join(word[0] + sign for word in words.split() for sign in word[1:]) + ")"


_NO_UNITS = _unless(
    "年度金齢次額末少代報利率 日本常程付額当数曜中 週末休 回答収復線避数 人事権件格口員工材命 名称義前簿古 件数名 個人別々 点検"
)
_NO_COUNTS = _unless("分野類担析割離散 時期点 部局長署門分 通知信常り 本人市町法件")
"""Words that begin as a unit does. Said once, as words: a set of signs behind each unit takes far longer to compile."""
_TIME = "か年間?|箇年間?|カ年間?|年間|年生|年|か月間?|箇月間?|カ月間?|月間|月(?=以[内上下]|未満|を[超経])|週間|日間|時間|分間|秒間|泊|営業日|開庁日|勤務日|日|週|秒"
_COUNT = "回|人|名|円|件|個|箇所|か所|カ所|歳|世帯|級|号俸|単位|メートル|キロメートル|センチメートル|ミリメートル|平方メートル|立方メートル|ヘクタール|キログラム|グラム|トン|リットル|パーセント|キロワット|ワット|ボルト|倍|割|点"
_OF_ARABIC = r"%|分|時|部|枚|台|通|本|冊|点|室|棟|階(?=建|以[上下]|未満)|区画|字|語|版|つ|[kmcKMG]?[mgB]\b|㎡|㎥|㎞|㎏|km2?|m2|kg"
_ARABIC_COUNT = f"{_NO_COUNTS}(?:{_OF_ARABIC})"
_UNITS_BEGIN = frozenset({*COUNTERS_BEGIN, *"kmcKMGgB", *(unit[0] for unit in f"{_TIME}|{_COUNT}|{_OF_ARABIC}".split("|"))})
"""What stands behind the number of an amount of one unit."""
_SIMPLE = lazy(rf"(?<!第){NUMBER}{_NO_UNITS}(?:{_TIME}|{_COUNT})")
_COUNTED = lazy(rf"(?<!第){ARABIC}(?:{KANJI}*円|{_ARABIC_COUNT})")
_FIGURES = lazy(rf"(?<!第){ARABIC}")
_PERIOD = lazy(rf"(?<!第){NUMBER}(?:か年|箇年|カ年|年)間?{NUMBER}(?:か月|箇月|カ月|月)間?(?:{NUMBER}日間?)?")
_DURATION = lazy(rf"(?<!第){NUMBER}(?:時間{NUMBER}分間?|分{NUMBER}秒|割{NUMBER}分(?:{NUMBER}厘)?)")
_AT_LEAST = lazy("以上|超|を超え")
_LESS_THAN = lazy("未満|以下|以内")
_EACH = lazy("ごとに?|毎に?")
_OFTEN = lazy(
    rf"(?:毎?学?[年月週日]|(?:(?<!{A_KANJI})[年月週日]|{KANJI}?半期|半年)に|年間)(?:{NUMBER}(?:回|時間|件|度|日間|割|パーセント)|{ARABIC}%)"
    rf"|[年月週]{NUMBER}日|{KANJI}?半期ごと"
)
_EACH_HALF = ("半期ごと", f"{KANJI}半期ごと")
_FIGURES_BEGIN = frozenset(BEGIN)
_NEAR = 5
"""Signs up to the number in the longest beginning: 四半期に."""


def _limits(view: str, at: int) -> int:
    """10万人以上30万人未満."""
    end = at
    for pattern in (_SIMPLE, _AT_LEAST, _SIMPLE, _LESS_THAN):
        match = pattern.match(view, end)
        if not match:
            return 0
        end = match.end()
    return end


def _first(view: str, at: int, patterns: Iterable[re.Pattern[str]]) -> int:
    """Where the first of `patterns` ends that matches, 0 where none does."""
    return next((match.end() for pattern in patterns if (match := pattern.match(view, at))), 0)


def amount_end(view: str, at: int) -> int:
    """Where an amount of one unit ends, 0 where none begins."""
    end = _first(view, at, (_SIMPLE, _COUNTED))
    if end or not view[at].isascii():
        return end
    figures = _FIGURES.match(view, at)
    return counter_end(view, figures.end()) if figures else 0


def _every(view: str, end: int) -> int:
    """Where an amount that ends at `end` ends with what says how often: 6か月ごとに1回; 0 where nothing says so."""
    each = _EACH.match(view, end)
    return (_first(view, each.end(), (_PERIOD, _DURATION, _SIMPLE, _COUNTED)) or each.end()) if each else 0


def _compound(pattern: re.Pattern[str]) -> Reader:
    """An amount of two units or more, and how often: 1年6か月, 2時間30分周期."""

    def read(view: str, at: int) -> int:
        match = pattern.match(view, at)
        return (_every(view, match.end()) or _rhythm(view, match.end())) if match else 0

    return read


def _simple_every(view: str, at: int) -> int:
    """An amount of one unit, and how often: 5時ごと, which is no time of day."""
    end = amount_end(view, at)
    return _every(view, end) if end else 0


def _simple(view: str, at: int) -> int:
    """An amount of one unit: 三十日, 5枚."""
    end = amount_end(view, at)
    return _rhythm(view, end) if end else 0


def _rhythm(view: str, end: int) -> int:
    """Where an amount that ends at `end` ends with 周期."""
    return end + 2 if view.startswith("周期", end) else end


def _how_often(view: str, at: int) -> int:
    """年1回, 毎週2時間, 半期ごと. What these begin with are mostly words; a figure must stand near."""
    if _FIGURES_BEGIN.isdisjoint(view[at + 1 : at + _NEAR]) and not view.startswith(_EACH_HALF, at):
        return 0
    match = _OFTEN.match(view, at)
    return match.end() if match else 0


LIMITS = (
    Rule(Sort.QUANTITY, BEGIN, _limits, then=_UNITS_BEGIN),
    Rule(Sort.QUANTITY, "毎学年月週日半" + KANJI, _how_often, then=frozenset("学年月週日半期に間" + BEGIN)),
)
RULES = (
    Rule(Sort.QUANTITY, BEGIN, _compound(_PERIOD), frozenset("年月"), frozenset("か箇カ年")),
    Rule(Sort.QUANTITY, BEGIN, _compound(_DURATION), frozenset("分"), frozenset("時分割")),
    Rule(Sort.QUANTITY, BEGIN, _simple_every, then=_UNITS_BEGIN),
    rule(Sort.QUANTITY, BEGIN, rf"(?<!第){NUMBER}分の{NUMBER}", "分の", then="分"),
    rule(
        Sort.QUANTITY, BEGIN + "午", rf"(?:午前|午後)?{NUMBER}時{not_before('間点期効価季刻')}(?:半|{NUMBER}分(?!間))?", "時", then="前後時"
    ),
    rule(Sort.QUANTITY, "1", r"(?<=縮尺)1[:/][0-9,]+|(?<=S=)1[:/][0-9,]+|1[:/][0-9,]+(?=の縮尺)", then=":/"),
    rule(Sort.QUANTITY, DIGITS, r"(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?![0-9:])", ":", then=":"),
    rule(Sort.QUANTITY, "半", "半[日月年](?!々)"),
    rule(Sort.QUANTITY, "正", "正午", then="午"),
    rule(Sort.QUANTITY, "AB", "[AB](?:列[0-9]{1,2}[番判]?|[0-9]{1,2}[判版])"),
    Rule(Sort.QUANTITY, BEGIN, _simple, then=_UNITS_BEGIN),
)
