"""Counters behind Arabic figures: ８文字, 3校. A table, for a pattern of so many words takes a millisecond to compile."""

_COUNTERS = frozenset(
    "文字 世代 項目 種類 団体 議席 段階 丁目 学級 路線 言語 か国 ページ ポイント コア バイト ビット 頁 桁 箱 戸 筆 ℃ kbps Mbps Gbps".split()  # noqa: SIM905
)
_BESIDE_WORDS = frozenset("行列基班社校園床口株票歩畳両隻機頭羽匹着足食杯席問便度組")
"""Counters that words begin with, too (校長, 口座, 行う): they are told by what may stand behind an amount."""
_BEHIND = frozenset("、。()/・まがをにでとはのへか 　\n\r")
_BEHIND_WORDS = ("以上", "以下", "以内", "未満", "程度", "ずつ", "及び", "又は")
COUNTERS_BEGIN = frozenset({*_BESIDE_WORDS, *(counter[0] for counter in _COUNTERS)})
"""Signs that a counter begins with."""
_LONGEST = max(map(len, _COUNTERS))


def counter_end(view: str, figures_end: int) -> int:
    """Where the counter ends that stands behind figures; 0 where none does."""
    sign = view[figures_end : figures_end + 1]
    if sign not in COUNTERS_BEGIN:
        return 0
    for length in range(_LONGEST, 0, -1):
        if (counter := view[figures_end : figures_end + length]) in _COUNTERS:
            return figures_end + len(counter)  # at the end of a text a slice is shorter
    end = figures_end + 1
    free = end == len(view) or view[end] in _BEHIND or view.startswith(_BEHIND_WORDS, end)
    return end if sign in _BESIDE_WORDS and free else 0
