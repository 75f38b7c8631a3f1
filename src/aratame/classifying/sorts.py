"""What the form of a piece of text shows it to be: a proviso, a sentence, a remark in brackets, an item of a list, a condition."""

from __future__ import annotations

from aratame.model import Words
from aratame.patterns import lazy

ITEM = Words("列挙の項目", "an item of a list")
_BLANKS = " 　\t\r\n"
_PROVISOS = ("ただし、", "但し、")
_FURTHER = ("この場合において、", "この場合は、", "なお、", "また、")
_KANJI = frozenset("〇一二三四五六七八九十百")
_ARTICLE = lazy("第[^第条]{1,6}[編章節款条](?:の[^の]{1,3})*")
_SIGN = lazy(r"[（(](?P<inside>[^（）()\s]{1,3})[）)]|[①-⑳]")
_BULLETS = ("・", "※", "●", "◆", "■", "□", "* ", "- ")
_INNER_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_JOINS = ("及び", "並びに", "又は", "若しくは", "、", "・")
_NOUNS_IN_KANA = ("もの", "こと", "とき", "ところ", "ほか", "など")
_NO_ITEM = ("を", "が", "は", "へ", "に", "で", "と", "から", "まで", "より", "の")
"""Particles: what an item of a list does not begin with."""
_HOW = ("ところにより", "により", "に基づき", "に従い", "に応じ", "に応じて", "を経て", "の上", "の上で")
_IF = ("とき", "ときは", "ときに", "場合", "場合は", "場合に", "場合において", "場合においては", "限り")


def sort(text: str) -> Words:
    """What a piece of text is; nothing but words where its form shows nothing.

    A 。 inside brackets ends no sentence; what begins with a marker is a provision; only nouns in a row are items of a list.
    """
    start, outside = text.lstrip(_BLANKS), _outside(text).strip(_BLANKS)
    if text.strip(_BLANKS) in (*_PROVISOS, *_FURTHER):
        return Words("文をつなぐ語", "a word that joins sentences")
    if start.startswith(_PROVISOS):
        return Words("ただし書", "a proviso")
    if start.startswith(_FURTHER):
        return Words("後段の文", "a further sentence")
    if not outside.strip("、"):
        return Words("括弧書", "a remark in brackets")
    if _marked(start):
        return Words("条項", "a clause")
    if start.startswith(_BULLETS) and not outside.endswith(_JOINS):
        return Words("項目", "a bullet or note")
    if outside.endswith("。") and outside[0] not in "。、）)":
        return Words("文", "a sentence")
    if _is_item(outside) or _is_item(text.strip(_BLANKS)):
        return ITEM
    if outside.rstrip("、").endswith(_HOW):
        return Words("方法や根拠を示す句", "a phrase that says how or by what")
    if outside.rstrip("、").endswith(_IF):
        return Words("条件を示す句", "a condition")
    return Words("", "words")


def _marked(text: str) -> bool:
    """Whether a text begins with the number of a provision and has more behind it: 第三条　…, ２　…, (1) …, 一　…."""
    sign = _SIGN.match(text)
    if sign and len(sign.group()) < len(text.rstrip()):
        return not sign["inside"] or _is_number(sign["inside"]) or (len(sign["inside"]) == 1 and "ア" <= sign["inside"] <= "ン")
    head, blank, rest = text.replace("　", " ").partition(" ")
    if not blank or not rest.strip():
        return False
    return _is_number(head.rstrip(".．")) or bool(_ARTICLE.fullmatch(head))


def _is_number(text: str) -> bool:
    return text.isdecimal() or (bool(text) and _KANJI.issuperset(text))


def _outside(text: str) -> str:
    """A text without its brackets and what they hold."""
    if "（" not in text and "(" not in text:
        return text
    shorter = _INNER_BRACKETS.sub("", text)
    return shorter if shorter == text else _outside(shorter)


def _is_item(text: str) -> bool:
    """Whether a text is nouns in a row with what joins them to a list: 及び添付書類, ・郵送."""
    rest = _unjoined(text)
    return bool(rest) and rest != text and _ends_as_noun(rest) and not rest.startswith(_NO_ITEM)


def _unjoined(text: str) -> str:
    """A text without the joining words that it begins with, or else with which it ends."""
    rest = text
    while joined := next((word for word in _JOINS if rest.startswith(word)), ""):
        rest = rest.removeprefix(joined).lstrip(_BLANKS)
    if rest != text:
        return rest
    joined = next((word for word in _JOINS if text.endswith(word)), "")
    return text.removesuffix(joined)


def _ends_as_noun(text: str) -> bool:
    """Whether a text ends in a noun, as far as its last letters tell."""
    core = text.rstrip("）)」』")
    return core.endswith(_NOUNS_IN_KANA) or (core[-1:].isalnum() and not "ぁ" <= core[-1] <= "ん")
