"""Text → the view of it that the grammar reads, character for character.

All kanji digits are 一, also with the 、 of thousands (一、五〇〇円), the カ of カ月 is always large and full-width signs are narrow, so
that the grammar names each sign once: a set of twenty kanji at every place where a number may stand took longer to compile than most
texts take to compare.
"""

from aratame.patterns import lazy

_PLAIN = (
    dict.fromkeys("〇二三四五六七八九十百千万億兆壱弐参拾", "一")
    | dict.fromkeys("ヵヶケ", "カ")
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
)
_BULLET = lazy("^〇(?![〇一二三四五六七八九十百千・．.、，,点%％]|[件人名回円年月日](?![員名格間分程])|個(?!人))")
"""The zero of kanji numbers as a mark before an item: 〇個人番号の利用. Elsewhere it is a figure."""
_LEFT_FREE = frozenset("_＿○◯●")
_TOLD = lazy(f"[{''.join(sign for sign in _PLAIN if sign < '！')}{''.join(sorted(_LEFT_FREE - _PLAIN.keys()))}！-～]")
"""What the view may have another sign for; most of a text is none of it, and to make a set of all its signs costs more than to look for these."""
_FREE = lazy(r"[_＿]{2,}|[○◯●]{2,}|[_＿○◯●](?=[年月日条項号])")
"""A place left free for a number, as in specimens and drafts: ＿＿日以内, ○○円. The view has a number there."""
_THOUSANDS = lazy("(?<!一)一{1,3}(?:[、,]一{3})+(?!一)")
_BY_PLACE = frozenset("〇一二三四五六七八九、，,")
"""What a number by place is written with; 一、千五百 are two numbers."""


def view(text: str) -> str:
    """`text` as the grammar reads it."""
    signs = frozenset(_TOLD.findall(text))
    if "〇" in signs:
        text = _BULLET.sub("○", text)
    seen = text if signs.isdisjoint(_LEFT_FREE) else _FREE.sub(lambda free: "一" * len(free.group()), text)
    for sign in signs:  # in any order: no sign becomes one of them
        seen = seen.replace(sign, _PLAIN.get(sign, sign))
    if "、一一一" not in seen and ",一一一" not in seen:
        return seen
    return _THOUSANDS.sub(
        lambda number: "一" * len(number.group()) if _BY_PLACE.issuperset(text[slice(*number.span())]) else number.group(), seen
    )
