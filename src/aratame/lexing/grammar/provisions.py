"""Citations: provisions by their numbers and by their place (前項), annexes, notices, and the numbers of laws."""

from aratame.lexing.grammar.dates import DAY, ERA, ERAS, ERAS_GO_ON, YEAR, YEARS, YEARS_GO_ON
from aratame.lexing.grammar.numbers import ARABIC, BEGIN, DIGITS, NUMBER
from aratame.lexing.grammar.rule import Rule, rule
from aratame.lexing.tokens import Sort
from aratame.patterns import KANJI, lazy, not_before, not_behind

_ONE_BRANCH = rf"[のノ]{NUMBER}{not_before('条項号編章節款目部団括般環切連定割')}(?!分の)"
"""第三条の二, but 第三条の一部, 第四号の一団の土地, 第五項の三分の一: what follows makes the number a word or an amount."""
_BRANCH = f"(?:{_ONE_BRANCH})*"
_WHOLE_BRANCH = f"{_BRANCH}(?!{_ONE_BRANCH})"
"""Where something must not follow: 第三条の二 with what follows it is not read as 第三条."""
_LEVEL = f"[編章節款目条項号]{not_before('例約件文目俸令館室機泊')}"
_SUBITEM = r"(?:(?<=号)[ア-ンa-z](?![ァ-ヶーa-z])(?:\([0-9a-z一]{1,4}\))*)?"
_ANNEX = rf"(?:別表|(?:別紙|別記)?(?:第{NUMBER}号)?様式|別記|別紙|別添|別図|付表|書式)"
_NO_LEVEL = not_before("例約件目俸令人律記")
"""What follows 条, 項, 号 where they are no level: 条例, 条約, 条件, 項目, 号俸, 号令."""
_RELATIVE = rf"(?:{not_behind('事以午直生従目食')}[前次]{NUMBER}?{_LEVEL}|前各[項号]|(?:同[条項号章節表]|[各次][条項号]|本条){_NO_LEVEL})"
_INSTRUMENT = r"(?:法律|政令|勅令|条例|規則|告示|訓令|規程|[^、。()第\s]{0,20}[省府庁]?(?:令|規則|告示|訓令))"
_LAW_NUMBER = rf"{ERA}(?:元|{NUMBER})年(?:{NUMBER}月{NUMBER}日)?(?:[^、。()第\s]{{0,12}}[都道府県市区町村])?{_INSTRUMENT}第{NUMBER}号"
_NOTICE = rf"{YEAR}{NUMBER}月(?!額|例){DAY}付け?[^、。()\s第]{{0,12}}第{NUMBER}号"
_FILE_NUMBER = rf"[0-9]{{1,3}}{KANJI}{{1,8}}第{NUMBER}号"
"""A notice is cited by its date and number, 令和6年2月5日付け総福第45号, and bears the number with its year: 6総福第45号."""

_SHORTEST, _LONGEST = 2, 11
"""Figures and kanji before the 第 of a file number."""
_FILED = lazy(_FILE_NUMBER)
_BARE = lazy(rf"第(?:{ARABIC}|一++){_WHOLE_BRANCH}(?=[のにかはをま]|及び|又は|\W|$)")
_NUMBER = lazy(NUMBER)
_BEHIND_BARE = frozenset("のノにかはをま及又")
_BEHIND_RELATIVE = BEGIN + "編章節款目条項号各表"
"""What stands behind 前, 次, 同, 各 and 本 in a citation."""
_ANNEX_NUMBERED = rf"{_ANNEX}(?:第{NUMBER}|{ARABIC}){_BRANCH}号?{_BRANCH}(?:の項)?"


def _file_number(view: str, at: int) -> int:
    """6総福第45号. Most numbers have no 第 behind them."""
    match = _FILED.match(view, at) if "第" in view[at + _SHORTEST : at + _LONGEST + 1] else None
    return match.end() if match else 0


def _bare(view: str, at: int) -> int:
    """第九 of 別表第八及び第九, but 第一種."""
    number = _NUMBER.match(view, at + 1)
    behind = view[number.end() : number.end() + 1] if number else ""
    if not number or ((behind.isalnum() or behind == "_") and behind not in _BEHIND_BARE):
        return 0
    match = _BARE.match(view, at)
    return match.end() if match else 0


RULES = (
    rule(Sort.LAW_NUMBER, ERAS, _LAW_NUMBER, "年第号", then=ERAS_GO_ON),
    rule(Sort.CITATION, YEARS, _NOTICE, "年月付第号", then=YEARS_GO_ON),
    Rule(Sort.CITATION, DIGITS, _file_number, frozenset("第号")),
    rule(
        Sort.CITATION,
        "附第",
        rf"(?:附則)?(?=第)(?:第?{NUMBER}{_LEVEL}{_BRANCH})+{_SUBITEM}(?:各[号項](?:列記以外の部分)?)?",
        then="則" + BEGIN,
    ),
    rule(Sort.CITATION, DIGITS, rf"{ARABIC}[条項]{_WHOLE_BRANCH}{not_before('例目約')}", then="条項"),
    *(
        rule(Sort.CITATION, sign, rf"{_ANNEX_NUMBERED}(?:第{NUMBER}[項号])*", then=then)
        for sign, then in (("別", "表紙記添図"), ("様", "式"), ("付", "表"), ("書", "式"))
    ),
    rule(Sort.CITATION, "別", rf"別表(?:の{NUMBER}(?:の{NUMBER})*の項)?", then="表"),
    rule(Sort.CITATION, "第", _ANNEX_NUMBERED, "様式", then=BEGIN),
    rule(Sort.CITATION, "前次同各本", rf"{_RELATIVE}(?:各[号項](?:列記以外の部分)?)?", then=_BEHIND_RELATIVE),
    Rule(Sort.CITATION, "第", _bare, then=frozenset(BEGIN)),
)
