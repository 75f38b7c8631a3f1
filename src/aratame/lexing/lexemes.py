"""Lexemes of administrative texts, found before any morpheme: a difference never cuts one of them.

Sources: the e-Gov law schema for the levels of a provision (編章節款目条項号), the drafting rules for dates, periods and law
numbers (令和六年法律第十号 stands in brackets behind the name), the forms of the 特定個人情報保護評価 for check boxes.

The patterns read a view of the text in which all kanji digits are 一, the カ of カ月 is always large and full-width signs are narrow,
so that they name each sign once: a set of twenty kanji at every place where a number may stand took longer to compile than most
texts take to compare.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aratame.lexing.tokens import Sort
from aratame.numerals import CIRCLED, PARENTHESISED, ROMAN
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = (
    dict.fromkeys(map(ord, "〇二三四五六七八九十百千万億兆壱弐参拾"), "一")
    | dict.fromkeys(map(ord, "ヵヶケ"), "カ")
    | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
)
_BLANK = lazy(r"[_＿]{2,}|[○◯●]{2,}|[_＿○◯●](?=[年月日条項号])")
"""A place left free for a number, as in specimens and drafts: ＿＿日以内, ○○円. The view has a number there."""
_KANJI = "一"
_ARABIC = r"[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+"
_NUMBER = rf"(?:{_ARABIC}{_KANJI}*+|{_KANJI}++)"
_BRANCH = rf"(?:[のノ]{_NUMBER}(?![条項号編章節款目]))*+"

_ERA = "(?:明治|大正|昭和|平成|令和)"
_YEAR = rf"(?:(?:{_ERA}|西暦)(?:元|{_NUMBER})年|[12][0-9]{{3}}年|[前翌当同毎本昨今来]年)"
_MONTH = rf"{_NUMBER}月(?!額|例)"
_DAY = rf"(?:{_NUMBER}日(?!間)|末日?)"
_WEEKDAY = r"(?:\([日月火水木金土](?:曜日?)?(?:・祝日?)?\))?"
_SHORT_ERA = rf"(?:{_ERA}|(?<![A-Za-z0-9])[MTSHR])\.?[0-9]{{1,2}}"
_DATES = (
    rf"{_YEAR}度?{_MONTH}{_DAY}{_WEEKDAY}|{_YEAR}{_MONTH}|{_YEAR}度(?:[上下]半期|末|中)?|{_YEAR}末?(?![0-9])",
    rf"{_NUMBER}月{_DAY}{_WEEKDAY}|{_MONTH}(?!以|間|[をの]超)",
    rf"{_SHORT_ERA}(?:[./年][0-9]{{1,2}}){{1,2}}[月日]?(?![0-9])|{_SHORT_ERA}年度?",
    r"[12][0-9]{3}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9])",
)

_DOCUMENT_NUMBER = rf"{_YEAR}{_MONTH}{_DAY}付け?[^、。()\s第]{{0,12}}第{_NUMBER}号"
_FILE_NUMBER = rf"[0-9]{{1,3}}[一-鿿]{{1,8}}第{_NUMBER}号"
"""A notice is cited by its date and number, 令和6年2月5日付け総福第45号, and bears the number with its year: 6総福第45号."""

_LEVEL = "[編章節款目条項号](?!例|約|件|文|目|俸|令|館|室|機|泊)"
_STEP = rf"{_NUMBER}{_LEVEL}{_BRANCH}"
_SUBITEM = r"(?:(?<=号)[ア-ンa-z](?![ァ-ヶーa-z])(?:\([0-9a-z一]{1,4}\))*+)?"
_ANNEX = rf"(?:別表|(?:別紙|別記)?(?:第{_NUMBER}号)?様式|別記|別紙|別添|別図|付表|書式)"
_NO_LEVEL = "(?!例|約|件|目|俸|令|人|律|記)"
"""What follows 条, 項, 号 where they are no level: 条例, 条約, 条件, 項目, 号俸, 号令."""
_RELATIVE = (
    rf"(?<![事以午直生従目食])[前次]{_NUMBER}?{_LEVEL}|前各[項号]|同[条項号章節表]{_NO_LEVEL}|[各次][条項号]{_NO_LEVEL}|本条{_NO_LEVEL}"
)
_CITATIONS = (
    rf"(?:附則)?第{_STEP}(?:第?{_STEP})*+{_SUBITEM}(?:各[号項])?",
    rf"{_ARABIC}[条項]{_BRANCH}(?!例|目|約)",
    rf"{_ANNEX}(?:第{_NUMBER}|{_ARABIC}){_BRANCH}号?{_BRANCH}(?:の項)?",
    rf"(?:{_RELATIVE})(?:各[号項])?",
    rf"第(?:{_ARABIC}|一++){_BRANCH}(?=[のにかはをま]|及び|又は|\W|$)",
)

_INSTRUMENT = "(?:法律|政令|勅令|条例|規則|告示|訓令|規程|[^、。()第\\s]{0,20}[省府庁]?(?:令|規則|告示|訓令))"
_LAW_NUMBER = rf"{_ERA}(?:元|{_NUMBER})年(?:{_NUMBER}月{_NUMBER}日)?(?:[^、。()第\s]{{0,12}}[都道府県市区町村])?{_INSTRUMENT}第{_NUMBER}号"


def _unless(words: str) -> str:
    """Not where one of `words` begins; "日本常" stands for 日本 and 日常."""
    return "(?!" + "|".join(word[0] + sign for word in words.split() for sign in word[1:]) + ")"


_NO_UNITS = _unless(
    "年度金齢次額末少代報利率 日本常程付額当数曜中 週末休 回答収復線避数 人事権件格口員工材命 名称義前簿古 件数名 個人別々 点検"
)
_NO_COUNTS = _unless("分野類担析割離散 時期点 部局長署門分 通知信常り 本人市町法件")
"""Words that begin as a unit does. Said once, as words: a set of signs behind each unit takes far longer to compile."""
_TIME = "か年間?|箇年間?|カ年間?|年間|年生|年|か月間?|箇月間?|カ月間?|週間|日間|時間|分間|秒間|泊|営業日|開庁日|勤務日|日|週|秒"
_COUNT = "回|人|名|円|件|個|箇所|か所|カ所|歳|世帯|級|号俸|単位|メートル|キロメートル|センチメートル|ミリメートル|平方メートル|立方メートル|ヘクタール|キログラム|グラム|トン|リットル|パーセント|キロワット|ワット|ボルト|倍|割|点"
_UNIT = f"{_NO_UNITS}(?:{_TIME}|{_COUNT})"
_ARABIC_COUNT = rf"{_NO_COUNTS}(?:%|分|時|部|枚|台|通|本|冊|点|室|棟|区画|字|語|版|つ|[kmcKMG]?[mgB]\b|㎡|㎥|㎞|㎏|km2?|m2|kg)"
_CLOCK = rf"(?:午前|午後)?{_NUMBER}時(?!間|点|期|効|価|季|刻)(?:半|{_NUMBER}分(?!間))?"
_LONG_TIME = rf"{_NUMBER}(?:か年|箇年|カ年|年)(?:間)?{_NUMBER}(?:か月|箇月|カ月|月)間?(?:{_NUMBER}日間?)?|{_NUMBER}時間{_NUMBER}分間?|{_NUMBER}分{_NUMBER}秒|{_NUMBER}割{_NUMBER}分(?:{_NUMBER}厘)?"
_AMOUNT = rf"(?<!第)(?:{_LONG_TIME}|{_NUMBER}{_UNIT}|{_ARABIC}(?:一*円|{_ARABIC_COUNT}))"
_EACH = "(?:ごとに?|毎に?)"
_FRACTION = rf"{_NUMBER}分の{_NUMBER}"
_QUANTITIES = (
    rf"(?<!第){_NUMBER}{_UNIT}(?:以上|超|を超え){_NUMBER}{_UNIT}(?:未満|以下|以内)",
    rf"(?:毎?[年月週日]|半年に|年間)(?:{_NUMBER}(?:回|時間|件|度|日間|割|パーセント)|{_ARABIC}(?:パーセント|%|回|時間))|[年月週]{_NUMBER}日",
    rf"{_AMOUNT}{_EACH}(?:{_AMOUNT})?",
    rf"(?<!第){_FRACTION}|{_CLOCK}|半[日月年](?!々)|{_AMOUNT}(?:周期|毎[秒時分])?",
)
"""Limits (10万人以上30万人未満) first: of a range that changed, no end pairs with the other end of the new one."""

_ENGLISH_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ENGLISH_DATE = rf"(?<![A-Za-z]){_ENGLISH_MONTH}(?:[0-9]{{1,2}},)?[12][0-9]{{3}}(?![0-9])"
_ENGLISH_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ENGLISH_ONES = "one|two|three|four|five|six|seven|eight|nine"
_ENGLISH_NUMBER = (
    rf"(?:{_ARABIC}|{_ENGLISH_TENS}(?:-(?:{_ENGLISH_ONES}))?|{_ENGLISH_ONES}|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
_ENGLISH_UNIT = "(?:(?:business|calendar)?days?|weeks?|months?|years?|hours?|minutes?|times?|persons?|people|yen|percent)"
_ENGLISH_AMOUNT = rf"(?<![A-Za-z0-9]){_ENGLISH_NUMBER}{_ENGLISH_UNIT}(?![A-Za-z])"
_ENGLISH_CITATION = (
    r"(?<![A-Za-z])(?:Articles?|[Pp]aragraphs?|[Ii]tems?|[Ss]ubitems?|Chapters?|Sections?)"
    r"(?:[0-9]{1,4}(?:-[0-9]{1,3})*|\((?:[0-9]{1,3}|[ivx]{1,5}|[a-z])\)|[IVXLC]{1,6}(?![A-Za-z]))"
)
_NO_AMOUNTS = "時間[外割帯]|月[次報例]|[日週][次報]|年次|分科|部会|回[覧議]"
"""Behind a marker and a blank these begin an item: 1 時間外勤務, 2 月次計画."""
_BESIDE_FIGURES = (
    rf"(?<=[0-9０-９])[ ](?!{_NO_AMOUNTS})(?=[一-鿿カヶヵか%％])|(?<=[0-9０-９][万億])[ ](?=円)|(?:明治|大正|昭和|平成|令和|西暦)[ ](?=[0-9０-９元])"
    r"|[年月][ ](?=[0-9０-９]{1,2}[ ]?[月日])"
)
_INSIDE = lazy(
    rf"{_BESIDE_FIGURES}"
    rf"|\b{_ENGLISH_MONTH}[ ](?:[0-9]{{1,2}},[ ])?(?=[12][0-9]{{3}}\b)"
    rf"|\b{_ENGLISH_NUMBER}[ ](?:(?:business|calendar)[ ])?(?={_ENGLISH_UNIT}\b)"
    r"|\b(?:Articles?|[Pp]aragraphs?|[Ii]tems?|[Ss]ubitems?|Chapters?|Sections?)[ ](?=[0-9(IVXLC])",
)
"""Where a narrow blank stands inside an amount, a date or a citation: 令和 6 年 4 月 1 日, 500 万円, April 1, 2022. A wide one parts."""

_SIGNS = "".join((*CIRCLED, *PARENTHESISED)) + ROMAN + "㋐-㋾⒈-⒛⒜-⒵Ⓐ-ⓩ㊀-㊉"
_IN_BRACKETS = r"(?<![A-Za-z])\((?:[0-9]{1,3}|一{1,3}|[ア-ン]|[ivx]{1,4}|[a-z])\)"
_BRACKETED = "(?:略|同左|同上|中略|以下略|後略|前略|新設|削る|削除|省略)"
_POSTPOSITIONS = (
    "によ(?:る|り|って|つて|れば)",
    "に関(?:する|し|して)",
    "に対(?:する|し|して)",
    "において|における|おける",
    "について|につき|につい(?!て)",
    "に際し|に応じ|に応じて",
    "をもつ?っ?て|とともに",
)

_CONJUNCTIONS = (
    "及び|並びに|又は|若しくは|または|ならびに|もしくは|(?<![おを])および(?!ま)|あるいは|その他の?|"
    "(?<=、)(?:ただし|但し|なお|かつ|且つ)|(?:ただし|但し)(?=、)"
)
_STATED = r"(?:なし|あり|有り|無し|(?<![一-鿿])(?:有|無|可|不可)|○|◯|×|はい|いいえ|未実施|実施済)(?!\w)"

_KANA_PATTERNS = (
    (Sort.CONJUNCTION, _CONJUNCTIONS),
    (Sort.YES_NO, _STATED),
    (Sort.PARTICLE, "|".join(_POSTPOSITIONS)),
)
_PATTERNS = (
    (Sort.ELISION, rf"[(\[〔]{_BRACKETED}[)\]〕]"),
    (Sort.CHECK_BOX, r"\[[○◯一●レ✓✔☑]?\]|[□■☐☑☒]"),
    (Sort.LAW_NUMBER, _LAW_NUMBER),
    (Sort.CITATION, f"{_DOCUMENT_NUMBER}|{_FILE_NUMBER}"),
    (Sort.CITATION, "|".join(_CITATIONS)),
    (Sort.CITATION, _ENGLISH_CITATION),
    (Sort.DATE, _ENGLISH_DATE),
    (Sort.QUANTITY, _ENGLISH_AMOUNT),
    (Sort.QUANTITY, "|".join(_QUANTITIES[:2])),
    (Sort.DATE, rf"毎年{_MONTH}(?:{_DAY})?|" + "|".join(_DATES)),
    (Sort.QUANTITY, "|".join(_QUANTITIES[2:])),
    (Sort.TERM, rf"(?<!第)(?:[0-9]++|{_KANJI})情報(?!通信|処理|提供|公開|機器|システム)"),
    (Sort.NOUN, rf"第{_NUMBER}(?:次|期|回|版|種|類|級|位|段階|四半期)"),
    (Sort.MARKER, f"[{_SIGNS}](?:[⇒→➡][{_SIGNS}])*+|{_IN_BRACKETS}"),
    (Sort.NUMBER, "(?<![0-9])[0-9]{2,5}[-‐―][0-9]{1,4}[-‐―][0-9]{3,4}(?![0-9])"),
    (Sort.LATIN, r"[A-Za-z][A-Za-z0-9]*+(?:[-/.&'’_+][A-Za-z0-9]++)*+"),
    (Sort.NUMBER, rf"{_ARABIC}|(?<!\w){_KANJI}++(?!\w)"),
    (Sort.CONJUNCTION, _CONJUNCTIONS),
    (Sort.YES_NO, _STATED),
    (Sort.OPEN, r"[(「『〔【〈《<\[{“]"),
    (Sort.CLOSE, r"[)」』〕】〉》>\]}”]"),
    (Sort.COMMA, "[、,;]"),
    (Sort.STOP, r"[。!?]|(?<![0-9])\."),
    (Sort.DOT, "[・･]"),
    (Sort.SIGN, r"[^\w\s]|_"),
)
_FIRST_KANA = "あいおかそたとなはにまもを"
_FIRST = f"0-9A-Za-z{_SIGNS}一明大昭平令西前翌当同毎本昨今来各次第附別様書付年月週日半午及並又若但且有無可不未実_"
"""What lexemes begin with that begin with no sign. Told first, the other characters cost next to nothing."""
_SORTS = tuple(sort for sort, _ in (*_KANA_PATTERNS, *_PATTERNS))


def _either(patterns: Iterable[tuple[Sort, str]]) -> str:
    """One group per sort; no pattern has a group of its own, so `lastindex` tells the sort."""
    return "|".join(f"({pattern})" for _, pattern in patterns)


_LEXEME = lazy(rf"(?=[{_FIRST_KANA}])(?:{_either(_KANA_PATTERNS)})|(?=[{_FIRST}]|[^\w\s])(?:{_either(_PATTERNS)})")


@lru_cache(maxsize=4096)
def lexemes(text: str) -> tuple[tuple[int, int, Sort], ...]:
    """The lexemes and signs of `text` (without white space but between Latin words or figures), in order, as start, end, sort.

    Both sides of a change repeat most of their text, so answers are kept.
    """
    return tuple((match.start(), match.end(), _SORTS[(match.lastindex or 1) - 1]) for match in _LEXEME.finditer(_view(text)))


def blanks_inside(text: str) -> frozenset[int]:
    """Where blanks stand that part nothing, because they are part of an amount, a date or a citation."""
    return frozenset(at for match in _INSIDE.finditer(text) for at in range(*match.span()) if text[at] == " ")


def _view(text: str) -> str:
    """`text` as the patterns read it, character for character."""
    return _BLANK.sub(lambda blank: _KANJI * len(blank.group()), text).translate(_PLAIN)
