"""Citations, dates and amounts in English translations."""

from aratame.lexing.grammar.numbers import ARABIC, DIGITS
from aratame.lexing.grammar.rule import Rule, rule
from aratame.lexing.tokens import Sort
from aratame.patterns import lazy

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
IN_WORDS = rf"(?:{_TENS}(?:-(?:{_ONES}))?|{_ONES}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
UNIT = "(?:(?:business|calendar)?days?|weeks?|months?|years?|hours?|minutes?|times?|persons?|people|yen|percent)"
OFTEN = "(?:daily|weekly|biweekly|monthly|quarterly|annually|yearly)"
CURRENCY = "(?:JPY|USD|EUR|GBP)"
LEVEL = "(?:Articles?|[Pp]aragraphs?|[Ii]tems?|[Ss]ubitems?|Chapters?|Sections?)"
_OWN_NUMBER = r"(?:[0-9]{1,4}(?:-[0-9]{1,3})*|\((?:[0-9]{1,3}|[ivx]{1,5}|[a-z])\)|[IVXLC]{1,6}(?![A-Za-z]))"

_DAY_FIRST = lazy(rf"(?<![A-Za-z0-9])[0-9]{{1,2}}(?:st|nd|rd|th)?{MONTH},?[12][0-9]{{3}}(?![0-9])")
_BEHIND_DAY = frozenset("JFMASONDsnrt")


def _day_first(view: str, at: int) -> int:
    """31 March 2024, without its blanks. Most numbers have no letter behind them."""
    behind = at + 2 if view[at + 1 : at + 2].isdigit() else at + 1
    match = _DAY_FIRST.match(view, at) if view[behind : behind + 1] in _BEHIND_DAY else None
    return match.end() if match else 0


RULES = (
    Rule(Sort.DATE, DIGITS, _day_first),
    rule(Sort.CITATION, "APpIiSsC", rf"(?<![A-Za-z]){LEVEL}{_OWN_NUMBER}"),
    rule(Sort.DATE, "JFMASOND", rf"(?<![A-Za-z]){MONTH}(?:(?:[0-9]{{1,2}},)?[12][0-9]{{3}}|[0-9]{{1,2}})(?![0-9])"),
    rule(Sort.QUANTITY, DIGITS, rf"(?<![A-Za-z0-9]){ARABIC}{UNIT}(?![A-Za-z])", then="bcdwmyhtp"),
    rule(Sort.QUANTITY, "dwbmqay", rf"(?<![A-Za-z]){OFTEN}(?![A-Za-z])"),
    rule(Sort.QUANTITY, "JUEG", rf"(?<![A-Za-z]){CURRENCY}{ARABIC}"),
    rule(Sort.QUANTITY, "tfseno", rf"(?<![A-Za-z0-9]){IN_WORDS}{UNIT}(?![A-Za-z])"),
)
