"""Signs that PDF fonts put in place of ordinary letters → those letters: ⾏ → 行, ⻑ → 長, ﬁ → fi.

Never NFKC on everything: ① and Ⅲ must stay, and so must 神 (U+FA19), which names are written with.
"""

from __future__ import annotations

import re
import unicodedata

SUPPLEMENT = dict(
    zip(
        "⺁⺄⺈⺊⺌⺎⺐⺒⺓⺛⺝⺟⺠⺧⺩⺬⺶⺽⻁⻂⻃⻄⻆⻌⻍⻎⻑⻗⻘⻝⻢⻣⻤⻨⻩⻫⻭⻯⻱⻲",
        "厂乙刀卜小兀尢巳幺旡月母民牛王示羊臼虎衤覀西角辶辶辶長雨青食马骨鬼麦黄斉歯竜龜亀",
        strict=True,
    )
)
"""CJK Radicals Supplement that stand for whole letters (Unicode, EquivalentUnifiedIdeograph.txt); NFKC knows two of them."""

KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
DUPLICATES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xF900, 0xFA0C)}
"""Copies that Unicode has for a Korean standard; they look the same. Those from U+FA0C on are variants, which look different."""

LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
BLANKS = {"\u00a0": " ", "\u00ad": "", "\ufeff": "", "\u200b": ""}
ORDINARY = str.maketrans(SUPPLEMENT | KANGXI | DUPLICATES | LIGATURES | BLANKS)

WITHOUT_CODE = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0b-\x1f\ufffd]")
"""What a glyph becomes whose font does not say which letter it is."""

UNKNOWN = "〓"
"""The sign that Japanese printing puts where a letter is missing."""


def ordinary(text: str) -> str:
    """`text` with ordinary letters, and 〓 for each glyph without one.

    >>> ordinary("⾏政⻑は①の(cid:7)")
    '行政長は①の〓'
    """
    return WITHOUT_CODE.sub(UNKNOWN, text.translate(ORDINARY))
