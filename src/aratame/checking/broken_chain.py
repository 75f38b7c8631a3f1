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

from aratame.cells import ELISION
from aratame.checking.items import Mark, read_item
from aratame.checking.passage import finding_in
from aratame.model import Severity, Words
from aratame.values import Moment, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding, Row, TableDiff

RULE = "broken-chain"
SHORT = 24
"""A cell of at most so many characters is the item's whole value (a date, a name, なし), so that any difference counts."""
RUN = 4
ALIKE = 0.6
"""Where at least this share of the runs of `RUN` characters of a quotation stands in the older text, it is meant to quote it; below, it quotes
another passage. Errs on the side of silence."""
QUOTED = 20

Place = tuple[int | None, tuple[Mark, ...], str, frozenset[int]]
_HEADING = re.compile(r"^[<＜〈【]([^<>＜＞〈〉【】]+)[>＞〉】]")


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row whose before cell is not what an earlier row left behind for the same item."""
    places: dict[Place, dict[str, Row]] = {}
    for row in (answer.row for answer in diff.rows):
        item = read_item(row.cells.get("item", ""))
        if not item.title and not item.marks:
            continue
        latest = places.setdefault((item.part, item.marks, item.title, item.files), {})
        day = row.cells.get("date", "")
        older = next((each for other, each in reversed(latest.items()) if other != day), None)
        if older and not _is_later(older, row) and _breaks(older.after, row.before):
            yield finding_in(RULE, Severity.WARNING, diff.table, row, _words(older, row))
        latest.pop(day, None)
        latest[day] = row


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
    runs = _runs(old)
    return any(piece not in old and _share(piece, runs) >= ALIKE for piece in ELISION.split(new))


def _runs(text: str) -> frozenset[str]:
    """The runs of `RUN` characters in a text."""
    return frozenset(text[place : place + RUN] for place in range(len(text) - RUN + 1))


def _share(piece: str, runs: frozenset[str]) -> float:
    """How much of a quotation stands in the text of `runs`."""
    own = [piece[place : place + RUN] for place in range(len(piece) - RUN + 1)]
    return sum(run in runs for run in own) / len(own) if own else 0.0


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
    """The words around the first difference on either side, short enough for a message."""
    runs = _runs(old)
    places = range(len(new) - RUN + 1)
    strange = next((place for place in places if new[place : place + RUN] not in runs), 0) if max(len(old), len(new)) > SHORT else 0
    start = old.find(new[strange - 1 : strange - 1 + RUN]) + 1 if strange else 0
    return _abridged(old[start:]), _abridged(new[strange:])


def _abridged(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
