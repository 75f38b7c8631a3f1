"""怪しい文字

何を見るか: 仮名のままの漢字語（「3年いない」は以内、「をしようして」は使用）、形の似た別の字（因の差し替え、意見徴取、能カ、罫線代わりの「一」や「ー」）、一字だけ違う部署名（区政推進課と政推進課）、同じ部を示すⅢとIII。
なぜ大事か: 変換の誤りや読み取り（OCR）の誤りは目では見落としやすく、検索や突合から漏れる。
見ないもの: 「していない」「しようとする」、報告徴取、改称として表に示された部署名、第一課と第二課のような番号違い。
例: 過去3年いないに → 指摘（念のため）。
例: 届け出ていないときは → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.checking.items import read_item
from aratame.checking.near_names import near_names
from aratame.checking.passage import finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.config import Config
    from aratame.model import Finding, Row, TableDiff

RULE = "suspicious-character"

AROUND = 4
"""Characters shown on either side of one."""

_ITEM, _BEFORE, _AFTER = Words("項目", "item"), Words("変更前", "before"), Words("変更後", "after")
_UNIT = "(?:年度?|か月|ヶ月|カ月|箇月|月|週間?|日間?|時間|分間?|秒|回|歳|円|度|％|%|パーセント|割|メートル|キロ|字)"
_LIMIT = rf"(?:[0-9０-９]|[一二三四五六七八九十百千万]){_UNIT}"


class _Slip(NamedTuple):
    """Characters that are hardly meant, and what seems to be meant by the group `wrong`."""

    pattern: re.Pattern[str]
    right: str


_SLIPS = (
    _Slip(re.compile(rf"{_LIMIT}(?P<wrong>いない)(?=[にのでと、。）)]|$)"), "以内"),
    _Slip(re.compile(rf"{_LIMIT}(?P<wrong>いじょう)"), "以上"),
    _Slip(re.compile(rf"{_LIMIT}(?P<wrong>いか)(?=[のとで、。）)]|$)"), "以下"),
    _Slip(re.compile(rf"{_LIMIT}(?P<wrong>みまん)"), "未満"),
    _Slip(re.compile(r"(?<=[をの])(?P<wrong>しよう)(?=して|する|した|しない|しな[けく]|でき|され|させ|すれ|中[のに]|者)"), "使用"),
    _Slip(re.compile(r"(?<![原要起死一病成敗素動誘心業善訴])(?P<wrong>因)(?=の(?:差し?替|追加|修正|変更|削除)|表|面|[0-9０-９①-⑳])"), "図"),
    _Slip(re.compile(r"意見(?:の|を)?(?P<wrong>徴取)"), "聴取"),
    _Slip(re.compile(r"(?<=[能協努効権動魅暴武兵労電圧火水])(?P<wrong>カ)(?![ァ-ヴー所所年国月条ケ])"), "力（ちから）"),
    _Slip(re.compile(r"(?<![一-鿿])(?P<wrong>力)(?=[ァ-ヴ][ァ-ヴー])"), "カ（片仮名）"),
    _Slip(re.compile(r"(?<=[ァ-ヴー])(?P<wrong>口)(?=[ァ-ヴー])"), "ロ（片仮名）"),
    _Slip(re.compile(r"(?<=[ァ-ヴー])(?P<wrong>[工])(?=[ァ-ヴー])"), "エ（片仮名）"),
    _Slip(re.compile(r"(?<=[ァ-ヴー])(?P<wrong>[夕])(?=[ァ-ヴー])"), "タ（片仮名）"),
    _Slip(re.compile(r"(?<=[ァ-ヴ])(?P<wrong>一)(?=[ァ-ヴー])(?!カ所|カ月|カ年|カ国)"), "ー（長音）"),
    _Slip(re.compile(r"(?<=[ぁ-ん一-鿿])(?P<wrong>ヘ)(?=[の一-鿿])(?<!号ヘ)"), "へ（平仮名）"),
)
_DASHES = (
    (re.compile(r"(?<![一-鿿])一(?=[①-⑳<＜]|[ァ-ヴ]{2})"), Words("漢字の「一」", "kanji “一”")),
    (re.compile(r"(?:^|(?<=[\s.．、，)）]))ー(?=\S)"), Words("長音の「ー」", "the long vowel “ー”")),
)
_ROMAN_LETTERS = re.compile(r"\s*[IVX]")


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each character that is hardly meant, row by row, then what only the whole table shows."""
    for row in (answer.row for answer in diff.rows):
        for words in _slips(row):
            yield finding_in(RULE, Severity.HINT, diff.table, row, words)
    yield from _dashes(diff)
    yield from _two_romans(diff)
    for row, words in near_names(diff):
        yield finding_in(RULE, Severity.HINT, diff.table, row, words)


def _slips(row: Row) -> Iterator[Words]:
    """The slips of one row, each writing once."""
    cells = ((_ITEM, row.cells.get("item", "")), (_BEFORE, row.before), (_AFTER, row.after))
    seen: dict[tuple[str, str, str], list[Words]] = {}
    for cell, text in cells:
        for slip in _SLIPS:
            for match in slip.pattern.finditer(text):
                near = text[max(0, match.start("wrong") - AROUND) : match.end("wrong") + AROUND]
                seen.setdefault((match["wrong"], slip.right, " ".join(near.split())), []).append(cell)
    for (wrong, right, near), places in seen.items():
        where, english = "・".join(cell.ja for cell in places), ", ".join(cell.en for cell in places)
        yield Words(
            f"{row.number}行目の{where}の「{wrong}」（…{near}…）は「{right}」の誤りではないか確かめてください。",
            f"Row {row.number}, {english}: check whether “{wrong}” (…{near}…) is a slip for “{right}”.",
        )


def _dashes(diff: TableDiff) -> Iterator[Finding]:
    """Where an item joins its steps with a character that only looks like a dash; once for each character."""
    for pattern, name in _DASHES:
        rows = [answer.row for answer in diff.rows if pattern.search(answer.row.cells.get("item", ""))]
        if rows:
            numbers = _listed(rows)
            words = Words(
                f"{numbers.ja}行目の項目で、つなぎの線に{name.ja}が使われています。ほかの行と同じ「-」にそろえてください。",
                f"Row {numbers.en}: the item uses {name.en} for a dash. Write “-” as in the other rows.",
            )
            yield finding_in(RULE, Severity.HINT, diff.table, rows[0], words)


def _two_romans(diff: TableDiff) -> Iterator[Finding]:
    """Where one part of the statement is written both as Ⅲ and as III; once for each table."""
    items = [(answer.row, answer.row.cells.get("item", "")) for answer in diff.rows]
    parts = [(row, read_item(item).part, bool(_ROMAN_LETTERS.match(item))) for row, item in items]
    letters = {part for _, part, is_letters in parts if part and is_letters}
    signs = {part for _, part, is_letters in parts if part and not is_letters}
    both = letters & signs
    rows = [row for row, part, is_letters in parts if part in both and is_letters]
    if rows:
        numbers = _listed(rows)
        words = Words(
            f"{numbers.ja}行目の項目は部の番号を英字（I、II、…）で書いていますが、同じ部をローマ数字（Ⅰ、Ⅱ、…）で書いた行もあります。どちらかにそろえてください。",
            f"Row {numbers.en}: the part is written in letters (I, II, …), elsewhere in Roman signs (Ⅰ, Ⅱ, …). Write it in one way.",
        )
        yield finding_in(RULE, Severity.HINT, diff.table, rows[0], words)


def _listed(rows: Sequence[Row]) -> Words:
    """The numbers of rows."""
    numbers = [str(row.number) for row in rows]
    return Words("、".join(numbers), ", ".join(numbers))
