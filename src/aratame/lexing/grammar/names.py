"""Names that hold a number, words in Latin letters, and plain numbers."""

from string import ascii_letters

from aratame.lexing.grammar.numbers import ARABIC, BEGIN, DIGITS, KANJI, NUMBER
from aratame.lexing.grammar.rule import rule
from aratame.lexing.tokens import Sort

RULES = (
    rule(Sort.TERM, BEGIN, rf"(?<!第)(?:[0-9]++|{KANJI})情報(?!通信|処理|提供|公開|機器|システム)", "情報", then="情"),
    rule(Sort.NOUN, "第", rf"第{NUMBER}(?:次|期|回|版|種|類|級|位|段階|四半期|学年|学期)", then=BEGIN),
    rule(Sort.NOUN, "要", f"要(?:介護|支援)(?:状態区分)?{NUMBER}", then="介支"),
    rule(Sort.NOUN, "震", f"震度{NUMBER}[弱強]?", then="度"),
    rule(Sort.NOUN, "警レ", f"(?:警戒)?レベル{NUMBER}", then="戒ベ"),
    rule(Sort.LATIN, ascii_letters, r"[A-Za-z][A-Za-z0-9]*+(?:[-/.&'’_+@][A-Za-z0-9]++)*(?::[12][0-9]{3}(?![0-9]))?"),
    rule(Sort.NUMBER, DIGITS, ARABIC),
    rule(Sort.NUMBER, KANJI, rf"(?<!\w){KANJI}++(?!\w)"),
)
