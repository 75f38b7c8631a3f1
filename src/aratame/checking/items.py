"""The item column of a 変更箇所 table → which item of the statement a row is about, however it was abbreviated.

    Ⅰ 基本情報 6. 情報提供ネットワークシステムによる情報連携※ ②法令上の根拠   =   I 基本情報 6. -②法令上の根拠

The marks (part, number, リスク, circled number) name the place; what stands behind the last of them is its title; captions in between
are left out by those who know the form. Numbers in brackets, (1)住民基本台帳ファイル or (1. 住基), name the file and not the item.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aratame.numerals import ordinal, value

JOINERS = "-－ー―‐–—−一"
"""Signs that join the steps of an item; kanji 一 and long vowel ー are typed for a dash as well."""

Mark = tuple[str, int]
_PART = re.compile(r"\s*(?P<part>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4}(?![A-Za-z])|[ＩＶＸ]{1,4})(?![.．])")
_MARK = re.compile(
    r"(?P<number>\d{1,2})[.．](?!\d)|(?P<circled>[①-⑳])|(?P<named>リスク|システム|委託事項|提供先|移転先|提供・移転先|別添)(?P<count>\d{1,2})"
)
_FILE = re.compile(r"[（(]\s*(\d{1,2})\s*(?:[.．]\s*[^（）()]*)?[）)]")
_EXCEPTION = re.compile(r"※\s*[（(]([^（）()]*)を除く。?[）)]")
_NOT_TITLE = re.compile(rf"[\s{re.escape(JOINERS)}・、，（）()\[\]※:：]")


class Item(NamedTuple):
    """Which item: the part (Ⅲ → 3), the marks below it in order, the title behind the last mark, the numbers of the files.

    `starred` says that the item itself carries ※; `excepted` holds the marks that it takes out again.
    """

    part: int | None
    marks: tuple[Mark, ...]
    title: str
    files: frozenset[int]
    starred: bool
    excepted: tuple[Mark, ...]

    def has(self, kind: str, *numbers: int) -> bool:
        """Whether a mark of this kind with one of these numbers stands in the item."""
        return any(name == kind and number in numbers for name, number in self.marks)


@lru_cache(maxsize=4096)
def read_item(text: str) -> Item:
    """The item that a cell of the column 項目 names.

    >>> read_item("I 基本情報 6. -②法令上の根拠").marks == read_item("Ⅰ 基本情報 6. 情報連携※ ②法令上の根拠").marks
    True
    """
    exception = _EXCEPTION.search(text)
    bare = _EXCEPTION.sub(" ", text)
    part = _PART.match(bare)
    files = frozenset(int(number) for number in _FILE.findall(bare))
    rest = _FILE.sub(" ", bare[part.end() :] if part else bare)
    found = list(_MARK.finditer(rest))
    title = rest[found[-1].end() :] if found else rest
    excepted = tuple(_mark(match) for match in _MARK.finditer(exception[1])) if exception else ()
    marks = tuple(dict.fromkeys(_mark(match) for match in found))
    return Item(ordinal(part["part"]) if part else None, marks, _NOT_TITLE.sub("", title), files, "※" in text, excepted)


def _mark(match: re.Match[str]) -> Mark:
    if match["named"]:
        return match["named"], int(match["count"])
    if match["circled"]:
        return "circled", value(match["circled"]) or 0
    return "number", int(match["number"])
