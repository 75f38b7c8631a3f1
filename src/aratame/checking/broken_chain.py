"""つながらない記載

何を見るか: 同じ項目が何度も変更された表で、前回の変更後の記載と今回の変更前の記載が食い違うもの。
なぜ大事か: 表に載せ忘れた変更があるか、古い版を写したおそれがある。
見ないもの: 同じ日の行どうし、同じ項目の別の段落を引いた行、前回の記載の一部だけを引いた行、（略）に隠れて比べられない部分。
例: 前回の変更後「⑰⇒⑱証明書発行要求」／今回の変更前「⑨⇒⑩証明書発行要求」 → 指摘。
例: 前回の変更後「令和6年4月1日」／今回の変更前「令和6年4月1日」 → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.elision import ELISION
from aratame.checking.items import read_item
from aratame.checking.passage import finding_in
from aratame.model import Severity, Words
from aratame.values import Moment, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.checking.items import Item
    from aratame.config import Config
    from aratame.model import Finding, Row, TableDiff

RULE = "broken-chain"
SHORT = 24
"""A cell of at most so many characters is the item's whole value (a date, a name, なし), so that any difference counts."""
ALIKE = 75
"""From this likeness (0 to 100) on, the newer before is meant to quote the passage; below it quotes another one. Errs on the side of silence."""
QUOTED = 20

_HEADING = re.compile(r"^[<＜〈【]([^<>＜＞〈〉【】]+)[>＞〉】]")


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row whose before cell is not what an earlier row left behind for the same item."""
    rows = [(read_item(answer.row.cells.get("item", "")), answer.row) for answer in diff.rows]
    for number, (item, row) in enumerate(rows):
        older = _predecessor(rows[:number], item, row)
        if older and _breaks(older.after, row.before):
            yield finding_in(RULE, Severity.WARNING, diff.table, row, _words(older, row))


def _predecessor(rows: list[tuple[Item, Row]], item: Item, row: Row) -> Row | None:
    """The latest row above that changed the same item on an earlier day; None where the table does not say when it changed."""
    if not item.title and not item.marks:
        return None
    earlier = [each for other, each in rows if other.same_place(item) and each.cells.get("date") != row.cells.get("date")]
    return earlier[-1] if earlier and not _is_later(earlier[-1], row) else None


def _is_later(older: Row, row: Row) -> bool:
    """Whether a table that lists the newest first says that the row above is the newer."""
    days = [next((each.value for each in find(one.cells.get("date", "")) if isinstance(each.value, Moment)), None) for one in (older, row)]
    return days[0] is not None and days[1] is not None and _day(days[0]) > _day(days[1])


def _day(moment: Moment) -> tuple[int, int, int]:
    return moment.year or 0, moment.month or 0, moment.day or 0


def _breaks(after: str, before: str) -> bool:
    """Whether an older after and a newer before quote one passage and do not agree on it."""
    old, new = ("".join(text.split()) for text in (after, before))
    headings = _HEADING.match(old), _HEADING.match(new)
    if headings[0] and headings[1] and headings[0][1] != headings[1][1]:
        return False
    if not old or not new or _holds(old, new) or _holds(new, old):
        return False
    if len(old) <= SHORT and len(new) <= SHORT:
        return not ELISION.search(old + new)
    from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415  most tables need no likeness

    longest = max(ELISION.split(new), key=len)
    return len(longest) > SHORT // 2 and partial_ratio(longest, old) >= ALIKE


def _holds(whole: str, quoted: str) -> bool:
    """Whether all that is quoted, elisions aside, stands in the whole."""
    return all(piece in whole for piece in ELISION.split(quoted))


def _words(older: Row, row: Row) -> Words:
    old, new = _differing("".join(older.after.split()), "".join(row.before.split()))
    return Words(
        f"{row.number}行目の変更前「{new}」が、同じ項目を変更した{older.number}行目の変更後「{old}」と合いません。"
        "間の変更が抜けていないか、古い版から写していないか確かめてください。",
        f"Row {row.number}: its before cell (“{new}”) is not what row {older.number} made of the same item (“{old}”). "
        "Check that no change in between was left out and that it was not taken from an old version.",
    )


def _differing(old: str, new: str) -> tuple[str, str]:
    """The words around the first difference of the passage on either side, short enough for a message."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415  only for a finding

    place = partial_ratio_alignment(new, old)
    if place:
        new, old = new[place.src_start : place.src_end], old[place.dest_start : place.dest_end]
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    low = max(0, start - 3)
    return _abridged(old[low:]), _abridged(new[low:])


def _abridged(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
