"""What dates and amounts look like, and which units are one unit.

Names of units and eras are written out here because no library knows those of Japanese statutes.
"""

from __future__ import annotations

from aratame.patterns import lazy

ERAS = {
    era: year
    for eras, year in (("明治 M ㍾", 1868), ("大正 T ㍽", 1912), ("昭和 S ㍼", 1926), ("平成 H ㍻", 1989), ("令和 R ㋿", 2019))
    for era in eras.split()
}
"""First years. An era's letter stands for it only before a number and a dot, a slash or 年 (R6.3, S63年)."""

_KANJI = "〇一二三四五六七八九"
NUMBER = rf"(?:\d{{1,3}}(?:[,，]\d{{3}})++|\d{{1,40}}+|[{_KANJI}]{{1,3}}(?:、[{_KANJI}]{{3}})++(?![{_KANJI}十百千])|[{_KANJI}十百千壱弐参拾]{{1,40}}+)"
"""Possessive, and no longer than a number that anyone counted to: a run of five thousand digits must cost no time."""

_DIGITS = r"\d〇一二三四五六七八九十百千壱弐参拾"
_START = rf"(?<![{_DIGITS}])"
LARGE = rf"(?:{NUMBER}(?:[.．・][\d〇一二三四五六七八九]+)?(?:[千百]?[万億兆](?:{NUMBER})?)*)"

LETTERS = str.maketrans("ＭＴＳＨＲ", "MTSHR")
_ERA = r"(?:明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿])"
_LETTER = r"(?<![A-Za-zＡ-Ｚ])[MTSHRＭＴＳＨＲ](?=\d{1,2}(?:[.．/／年]|$))"
_RELATIVE = r"(?:前々?|翌々?|当|本|同|毎|各|昨|今|来|その)"
_YEAR = rf"(?:(?P<era>{_ERA}|{_LETTER})\s?(?P<era_year>元|{NUMBER})|西暦?(?P<ad>{NUMBER})|{_START}(?P<plain>[12１２]\d{{3}}|[一二][〇一二三四五六七八九千][〇一二三四五六七八九百千十]+)|(?P<relative>{_RELATIVE}))"
DATE = lazy(
    rf"(?=[{_DIGITS}明大昭平令西㍾㍽㍼㍻㋿MTSHRＭＴＳＨＲ前翌当本同毎各昨今来そ年月末午正])(?:"
    rf"{_YEAR}\s?(?P<unit>年度|年)(?:\s?(?P<month>{NUMBER})\s?月(?!間)(?:\s?(?P<day>{NUMBER}|末)\s?日)?)?"
    rf"|(?P<dot_era>{_ERA}|{_LETTER})(?P<dot_year>元|\d{{1,2}})[.．/／](?P<dot_month>\d{{1,2}})(?:[.．/／](?P<dot_day>\d{{1,2}}))?"
    rf"|{_START}(?P<iso_year>[12][0-9]{{3}})[-/.](?P<iso_month>[0-9]{{1,2}})(?:[-/.](?P<iso_day>[0-9]{{1,2}}))?(?![0-9])"
    rf"|(?P<beside>[前翌当同毎各本]月|(?<=月))(?P<beside_day>{NUMBER}日(?!間)|末日?)|(?P<last>(?:年度?|月)の?末日?|月末|年度?末|末日)"
    rf"|{_START}(?P<only_month>{NUMBER})\s?月(?!間|[額給例])(?:\s?(?P<only_day>{NUMBER}|末)\s?日)?"
    rf"|(?P<noon>午前|午後|正午)(?:(?P<hour>{NUMBER})時(?:(?P<half>半)|(?P<minute>{NUMBER})分)?)?"
    rf"|{_START}(?P<clock_hour>{NUMBER})時(?!間)(?:(?P<clock_half>半)|(?P<clock_minute>{NUMBER})分)?"
    r"|(?P<colon_hour>[0-2０-２]?\d)[:：](?P<colon_minute>[0-5０-５]\d))"
)
"""What a date begins with is told first, and so for amounts: running text has little of it, and the rest costs next to nothing."""
PERIOD_FOLLOWS = lazy(r"(?:以[内上下]|を(?:超|こ)え|未満|に満たない|間|を経過|ごと|毎に|分|の期間|前までに|の猶予)")
"""What follows a month that is a length: 六月以内, 三月を経過した日."""

_UNITS = (
    r"(?:[箇か个ヶケカヵ]年間?|年間?(?!度)|[箇か个ヶケカヵ]月間?|月間|月|位(?!置)|週間|週|営業日|開庁日|労働日|日間|日|時間|分間|秒間|秒|分(?![の野類担析割離散別布])"
    r"|回線|回|人|名|件|[十百千]?[万億兆]?円|銭|ドル|ユーロ|[%％]|パーセント|割|厘|倍|個所|[箇か个ヶケカヵ]所|[箇個]|台|枚|部(?![局課署門長])|通|冊|本|室(?![長])|戸|棟|世帯"
    r"|階(?!層|級)|級|点|歳|才|号俸|単位|ポイント|平方キロメートル|平方メートル|立方メートル|キロメートル|センチメートル|ミリメートル|メートル"
    r"|キログラム|ミリグラム|グラム|トン|リットル|ミリリットル|ヘクタール|アール|坪|キロワット時|キロワット|ワット|キロボルト|ボルト|アンペア|デシベル|ルクス"
    r"|[㎡㎥㎞㎝㎜㎏ℓ℃]|(?:km|cm|mm|kg|mg|ha|kW|GB|MB|TB|bit|ビット|バイト|Mbps|Gbps|m|g|t|L|V|A)(?![A-Za-z])"
    r"|度(?!目)|桁|文字|字|世代|ページ|頁|行(?![政わいうっ])|列|項目|種類|種(?!別)|組(?!織|合)|班|社(?!会)|団体|箱|校|園|床|口|株|票|議席|段階|文節|丁目|歩|畳|両|隻|機(?![関構器])|頭(?!部)|羽|匹|着|足|食|杯|泊|周期|つ)"
)
_FRACTION = rf"(?P<below>{NUMBER})分の(?P<above>{NUMBER}(?:[.．・][\d〇一二三四五六七八九]++(?!分))?)"
_PART = rf"{LARGE}\s?{_UNITS}"
_BOUNDED = rf"{NUMBER}(?=以上|以下|以内|未満|を超え)"
_TENTHS = rf"(?P<tenths>{NUMBER})割(?:(?P<hundredths>{NUMBER})分)?(?:(?P<thousandths>{NUMBER})厘)?"
_WHOLE = r"(?P<whole>過半数|半数|全数|全員|全額|半額|倍額|同額|多数|若干名|数[人名回件日個]|全部|毎[年月週日]度?|隔[年月週日]|半年間?|半日)"
AMOUNT = lazy(
    rf"(?=[{_DIGITS}過半全倍同多若数毎隔]){_START}(?!十分(?![間以])|一部(?!ずつ))(?:{_FRACTION}|{_TENTHS}|{_WHOLE}|(?:{_PART})+(?:半(?![期数分]))?|{_BOUNDED})"
)
PART = lazy(rf"(?P<number>{LARGE})\s?(?P<unit>{_UNITS})")

_UNIT_FAMILIES = """
日 1 日 日間
日 7 週 週間
か月 12 年 年間 箇年 か年 ヶ年 ケ年 カ年 ヵ年 个年 箇年間 か年間 ヶ年間 ケ年間 カ年間 ヵ年間 个年間
か月 1 月 月間 箇月 か月 ヶ月 ケ月 カ月 ヵ月 个月 箇月間 か月間 ヶ月間 ケ月間 カ月間 ヵ月間 个月間
分 60 時間
分 1 分 分間
秒 1 秒 秒間
円 1 円
円 10 十円
円 100 百円
円 1000 千円
円 10000 万円
円 100000 十万円
円 1000000 百万円
円 10000000 千万円
円 100000000 億円
円 1000000000 十億円
円 10000000000 百億円
円 100000000000 千億円
円 1000000000000 兆円
% 1 % ％ パーセント
か所 1 箇所 か所 ヶ所 ケ所 カ所 ヵ所 个所 個所
個 1 箇 個 つ
人 1 人 名
歳 1 歳 才
メートル 1 メートル m
平方メートル 1 平方メートル ㎡
ページ 1 ページ 頁
"""
SAME_UNIT = {
    name: (unit, int(size)) for unit, size, *names in (line.split() for line in _UNIT_FAMILIES.strip().splitlines()) for name in names
}
"""Units of one sort and how many of the first they hold: 1年6か月 = 18か月, 千円 = 1000円."""
