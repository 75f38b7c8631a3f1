"""Where something is and how it is reached: postal codes, the numbers of a street address, floors, telephone numbers, addresses in the net.

Sources: 住居表示に関する法律 (一丁目2番3号) and the lots of the land register (123番地の4) for addresses; the Ministry's numbering plan for telephones,
of which the area code may stand in brackets.
"""

from string import ascii_letters

from aratame.lexing.grammar.numbers import ARABIC, BEGIN, DIGITS, KANJI, NUMBER
from aratame.lexing.grammar.rule import rule
from aratame.lexing.tokens import Sort

_DASHES = "-‐―−ー"
_DASH = f"[{_DASHES}]"
_LOT = rf"番(?:地(?:の?{ARABIC}|の{KANJI}++)?(?:の{NUMBER})*号?|{NUMBER}号(?:の{NUMBER})*)"
_BLOCK = rf"{NUMBER}(?:番(?!目)(?:{NUMBER}号)?|(?:{_DASH}[0-9]++)*)"

RULES = (
    rule(Sort.NUMBER, "〒", rf"〒[0-9]{{3}}{_DASH}?[0-9]{{4}}(?![0-9])", then=DIGITS),
    rule(Sort.NUMBER, BEGIN, rf"(?:{NUMBER}丁目)?{NUMBER}{_LOT}", "番", then="丁番"),
    rule(Sort.NUMBER, BEGIN, rf"{NUMBER}丁目{_BLOCK}(?![0-9]|以[上下内]|未満)", "丁目", then="丁"),
    rule(Sort.NUMBER, "0", r"(?<![0-9])0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}(?![0-9])", "()", then="("),
    rule(Sort.NUMBER, "(", rf"\(0[0-9]{{1,4}}\)[0-9]{{1,4}}{_DASH}[0-9]{{3,4}}(?![0-9])", then="0"),
    rule(Sort.NUMBER, DIGITS, rf"(?<![0-9-])[0-9]{{1,5}}{_DASH}[0-9]{{1,4}}{_DASH}[0-9]{{1,4}}(?![0-9-])", then=_DASHES),
    rule(Sort.NUMBER, DIGITS, rf"(?<=[町村区通])[0-9]{{1,4}}{_DASH}[0-9]{{1,4}}(?![0-9-])", "-", then=_DASHES),
    rule(Sort.NOUN, BEGIN, rf"{NUMBER}階(?![層級段建]|以[上下])", "階", then="階"),
    rule(Sort.LATIN, ascii_letters, r"https?://[0-9A-Za-z./?&=#%~:_+@-]++", "/:", then="t"),
)
