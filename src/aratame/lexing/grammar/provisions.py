"""Citations: provisions by their numbers and by their place (前項), annexes, notices, and the numbers of laws."""

from aratame.lexing.grammar.dates import DAY, ERA, ERAS, YEAR, YEARS
from aratame.lexing.grammar.numbers import ARABIC, DIGITS, NUMBER
from aratame.lexing.grammar.rule import rule
from aratame.lexing.tokens import Sort
from aratame.patterns import KANJI

_ONE_BRANCH = rf"[のノ]{NUMBER}(?![条項号編章節款目部団括般環切連定割]|分の)"
"""第三条の二, but 第三条の一部, 第四号の一団の土地, 第五項の三分の一: what follows makes the number a word or an amount."""
_BRANCH = f"(?:{_ONE_BRANCH})*"
_WHOLE_BRANCH = f"{_BRANCH}(?!{_ONE_BRANCH})"
"""Where something must not follow: 第三条の二 with what follows it is not read as 第三条."""
_LEVEL = "[編章節款目条項号](?!例|約|件|文|目|俸|令|館|室|機|泊)"
_SUBITEM = r"(?:(?<=号)[ア-ンa-z](?![ァ-ヶーa-z])(?:\([0-9a-z一]{1,4}\))*)?"
_ANNEX = rf"(?:別表|(?:別紙|別記)?(?:第{NUMBER}号)?様式|別記|別紙|別添|別図|付表|書式)"
_NO_LEVEL = "(?!例|約|件|目|俸|令|人|律|記)"
"""What follows 条, 項, 号 where they are no level: 条例, 条約, 条件, 項目, 号俸, 号令."""
_RELATIVE = rf"(?:(?<![事以午直生従目食])[前次]{NUMBER}?{_LEVEL}|前各[項号]|(?:同[条項号章節表]|[各次][条項号]|本条){_NO_LEVEL})"
_INSTRUMENT = r"(?:法律|政令|勅令|条例|規則|告示|訓令|規程|[^、。()第\s]{0,20}[省府庁]?(?:令|規則|告示|訓令))"
_LAW_NUMBER = rf"{ERA}(?:元|{NUMBER})年(?:{NUMBER}月{NUMBER}日)?(?:[^、。()第\s]{{0,12}}[都道府県市区町村])?{_INSTRUMENT}第{NUMBER}号"
_NOTICE = rf"{YEAR}{NUMBER}月(?!額|例){DAY}付け?[^、。()\s第]{{0,12}}第{NUMBER}号"
_FILE_NUMBER = rf"[0-9]{{1,3}}{KANJI}{{1,8}}第{NUMBER}号"
"""A notice is cited by its date and number, 令和6年2月5日付け総福第45号, and bears the number with its year: 6総福第45号."""

RULES = (
    rule(Sort.LAW_NUMBER, ERAS, _LAW_NUMBER, "年第号"),
    rule(Sort.CITATION, YEARS, _NOTICE, "年月付第号"),
    rule(Sort.CITATION, DIGITS, _FILE_NUMBER, "第号"),
    rule(Sort.CITATION, "附第", rf"(?:附則)?(?=第)(?:第?{NUMBER}{_LEVEL}{_BRANCH})+{_SUBITEM}(?:各[号項](?:列記以外の部分)?)?"),
    rule(Sort.CITATION, DIGITS, rf"{ARABIC}[条項]{_WHOLE_BRANCH}(?!例|目|約)"),
    rule(Sort.CITATION, "別様付書", rf"{_ANNEX}(?:第{NUMBER}|{ARABIC}){_BRANCH}号?{_BRANCH}(?:の項)?(?:第{NUMBER}[項号])*"),
    rule(Sort.CITATION, "別", rf"別表(?:の{NUMBER}(?:の{NUMBER})*の項)?"),
    rule(Sort.CITATION, "第", rf"{_ANNEX}(?:第{NUMBER}|{ARABIC}){_BRANCH}号?{_BRANCH}(?:の項)?", "様式"),
    rule(Sort.CITATION, "前次同各本", rf"{_RELATIVE}(?:各[号項](?:列記以外の部分)?)?"),
    rule(Sort.CITATION, "第", rf"第(?:{ARABIC}|一++){_WHOLE_BRANCH}(?=[のにかはをま]|及び|又は|\W|$)"),
)
