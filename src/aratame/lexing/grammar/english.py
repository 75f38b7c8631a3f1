"""Citations, dates and amounts in English translations."""

from aratame.lexing.grammar.numbers import ARABIC, DIGITS
from aratame.lexing.grammar.rule import rule
from aratame.lexing.tokens import Sort

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
IN_WORDS = rf"(?:{_TENS}(?:-(?:{_ONES}))?|{_ONES}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
UNIT = "(?:(?:business|calendar)?days?|weeks?|months?|years?|hours?|minutes?|times?|persons?|people|yen|percent)"
LEVEL = "(?:Articles?|[Pp]aragraphs?|[Ii]tems?|[Ss]ubitems?|Chapters?|Sections?)"
_OWN_NUMBER = r"(?:[0-9]{1,4}(?:-[0-9]{1,3})*|\((?:[0-9]{1,3}|[ivx]{1,5}|[a-z])\)|[IVXLC]{1,6}(?![A-Za-z]))"

RULES = (
    rule(Sort.CITATION, "APpIiSsC", rf"(?<![A-Za-z]){LEVEL}{_OWN_NUMBER}"),
    rule(Sort.DATE, "JFMASOND", rf"(?<![A-Za-z]){MONTH}(?:[0-9]{{1,2}},)?[12][0-9]{{3}}(?![0-9])"),
    rule(Sort.QUANTITY, DIGITS, rf"(?<![A-Za-z0-9]){ARABIC}{UNIT}(?![A-Za-z])"),
    rule(Sort.QUANTITY, "tfseno", rf"(?<![A-Za-z0-9]){IN_WORDS}{UNIT}(?![A-Za-z])"),
)
