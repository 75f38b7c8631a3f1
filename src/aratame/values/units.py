"""What amounts are counted in, and which units are one unit.

Names of units are written out here because no library knows those of Japanese statutes.
"""

from __future__ import annotations

import string

_LISTED = """
箇年間 か年間 个年間 ヶ年間 ケ年間 カ年間 ヵ年間 箇年 か年 个年 ヶ年 ケ年 カ年 ヵ年 年間(度) 年(度) 箇月間 か月間 个月間 ヶ月間 ケ月間 カ月間 ヵ月間
箇月 か月 个月 ヶ月 ケ月 カ月 ヵ月 月間 月 位(置) 週間 週 営業日 開庁日 労働日 日間 日 時間 分間 秒間 秒 分(の野類担析割離散別布)
回線 回 人 名 件 銭 ドル ユーロ % ％ パーセント 割 厘 倍 個所 箇所 か所 个所 ヶ所 ケ所 カ所 ヵ所 箇 個 台 枚 部(局課署門長) 通 冊 本 室(長) 戸 棟 世帯
階(層級段) 級 点 歳 才 号俸 単位 ポイント 平方キロメートル 平方メートル 立方メートル キロメートル センチメートル ミリメートル メートル
キログラム ミリグラム グラム トン リットル ミリリットル ヘクタール アール 坪 キロワット時 キロワット ワット キロボルト ボルト アンペア デシベル ルクス
㎡ ㎥ ㎞ ㎝ ㎜ ㎏ ℓ ℃ 度(目) 桁 文字 字 世代 ページ 頁 行(政わいうっ) 列 項目 種類 種(別) 組(織合) 班 社(会) 団体 箱 校 園 床 口 株 票 議席 段階 文節 丁目 歩 畳 両 隻
機(関構器) 頭(部) 羽 匹 着 足 食 杯 泊 周期 つ 学級 路線 言語 か国 筆 席 便 コア 基(準本金礎盤幹地づ)
"""
"""A unit, and in brackets the signs with which it is the beginning of a longer word: 年 but not 年度."""
_LATIN = "km cm mm kg mg ha kW GB MB TB bit ビット バイト Mbps Gbps m g t L V A"
_YEN = [f"{size}{large}円" for size in ("", *"十百千") for large in ("", *"万億兆")]
SIGNS = frozenset(f"{_LISTED}{_LATIN}{''.join(_YEN)}").difference(string.whitespace)
"""What units, and the longer words that they begin, are written with."""


def _by_sign() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The units by first sign, the longest first, each with the signs that may not follow it."""
    listed = {unit: frozenset(longer.rstrip(")")) for unit, _, longer in (entry.partition("(") for entry in _LISTED.split())}
    listed |= dict.fromkeys(_LATIN.split(), frozenset(string.ascii_letters)) | dict.fromkeys(_YEN, frozenset())
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for unit in sorted(listed, key=len, reverse=True):
        found[unit[0]] = (*found.get(unit[0], ()), (unit, listed[unit]))
    return found


_UNITS = _by_sign()


def unit_at(text: str, at: int) -> str:
    """The unit that stands in `text` at `at`, the longest that does; "" where none stands.

    >>> unit_at("30日間", 2), unit_at("6年度", 1)
    ('日間', '')
    """
    for unit, longer in _UNITS.get(text[at : at + 1], ()):
        if text.startswith(unit, at) and text[at + len(unit) : at + len(unit) + 1] not in longer:
            return unit
    return ""


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
