"""Dates, years and months."""

from aratame.lexing.grammar.numbers import BEGIN, DIGITS, NUMBER
from aratame.lexing.grammar.rule import Rule, rule
from aratame.lexing.tokens import Sort
from aratame.patterns import lazy

ERA = "(?:明治|大正|昭和|平成|令和)"
ERAS = "明大昭平令"
ERAS_GO_ON = "治正和成"
"""What stands behind the first sign of an era."""
_IN_OTHER_CALENDAR = rf"(?:\((?:(?:西暦)?[12][0-9]{{3}}|{ERA}[元0-9一]{{1,3}})年?\))?"
"""The same year once more: 令和8（2026）年度, 2026（令和8）年度."""
YEAR = rf"(?:(?:{ERA}|西暦)(?:元|{NUMBER}){_IN_OTHER_CALENDAR}年|[12][0-9]{{3}}{_IN_OTHER_CALENDAR}年|[前翌当同毎本昨今来]年)"
YEARS = ERAS + "西前翌当同毎本昨今来12"
"""What a year begins with."""
YEARS_GO_ON = ERAS_GO_ON + "暦年("
"""What stands behind its first sign, or its number."""
_NO_MONTH = "(?!額|例|曜)"
DAY = rf"(?:{NUMBER}日(?!間)|末日?)"
_WEEKDAY = r"(?:\([日月火水木金土](?:曜日?)?(?:・祝日?)?\))?"
_SHORT_ERA = rf"(?:{ERA}|(?<![A-Za-z0-9])[MTSHR])\.?[0-9]{{1,2}}"

_DATE_BY_SIGNS = lazy(r"[12][0-9]{3}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9])")
_BEHIND_YEAR = frozenset("-/.")


def _by_signs(view: str, at: int) -> int:
    """2024-04-01, 2024/4."""
    match = _DATE_BY_SIGNS.match(view, at) if view[at + 4 : at + 5] in _BEHIND_YEAR else None
    return match.end() if match else 0


_YEARS_LISTED = rf"{ERA}(?:元|{NUMBER})(?:[・、~〜]{NUMBER})+年度?"
"""Years of one era in a row: 令和4・5年度, 平成29～31年."""

RULES = (
    rule(Sort.DATE, ERAS, _YEARS_LISTED, "年", then=ERAS_GO_ON),
    rule(Sort.DATE, "毎", rf"毎年{NUMBER}月{_NO_MONTH}(?:{DAY})?", "年月", then="年"),
    rule(Sort.DATE, YEARS, rf"{YEAR}(?:度?{NUMBER}月{_NO_MONTH}{DAY}{_WEEKDAY}|{NUMBER}月{_NO_MONTH})", "年月", then=YEARS_GO_ON),
    rule(Sort.DATE, "第", r"第[1-5一二三四五][日月火水木金土]曜日?", "曜"),
    rule(Sort.DATE, "前翌当同毎各本", rf".々?月{DAY}{_WEEKDAY}", "月", then="々月"),
    rule(Sort.DATE, "前翌", f".々?月{_NO_MONTH}", "月", then="々月"),
    rule(Sort.DATE, YEARS, rf"{YEAR}(?:度(?:[上下]半期|末|中)?|末?(?![0-9]))", "年", then=YEARS_GO_ON),
    rule(Sort.DATE, BEGIN, rf"{NUMBER}月(?:{DAY}{_WEEKDAY}|{_NO_MONTH}(?!以[内上下]|間|未満|[をの]超))", "月", then="月"),
    rule(
        Sort.DATE,
        ERAS + "MTSHR",
        rf"{_SHORT_ERA}(?:(?:[./年][0-9]{{1,2}}){{1,2}}[月日]?(?![0-9])|年度?)",
        then=f"{ERAS_GO_ON}.{DIGITS}",
    ),
    Rule(Sort.DATE, "12", _by_signs),
)
