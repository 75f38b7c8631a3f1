"""写したままの欄

何を見るか: 長い記載（30字以上）が、別の項目の行の反対側の欄と同じもの。項目も前後の記載も同じ行が二つあるもの。別の項目の行と、変更前は違うのに変更後だけが同じもの（念のため）。
なぜ大事か: 表は行を写して作られることが多く、隣の行の記載が残ったおそれがある。
見ないもの: 同じ項目の古い変更後と新しい変更前（そうあるべきもの）、変更前も変更後も同じでファイルだけが違う行、「5情報」のような短い記載。
例: ある行の変更後が、別の項目の行の変更前と一字一句同じ → 指摘。
例: 住基ファイルと送付先ファイルの同じ項目に、同じ変更を書いた → 指摘しない。
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.checking.items import Item, Mark, read_item
from aratame.checking.passage import finding_in
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aratame.config import Config
    from aratame.model import Finding, Row, TableDiff

RULE = "copied-cell"
LONG = 30
"""Characters from which two equal cells are hardly chance; shorter ones (a name, a date) recur in every table. Errs on the side of silence."""


Entry = tuple[int | None, tuple[Mark, ...], str]


class _Cells(NamedTuple):
    """A row with its cells without white space."""

    row: Row
    item: Item
    before: str
    after: str

    @property
    def entry(self) -> Entry:
        """Which item of the form, whatever the file."""
        return self.item.part, self.item.marks, self.item.title

    @property
    def date(self) -> str:
        """When it changed, as written."""
        return self.row.cells.get("date", "")


class _Seen:
    """The rows so far, by what stands in them; of rows of one item, whatever the file, the first is kept."""

    def __init__(self) -> None:
        self.befores: dict[str, dict[Entry, _Cells]] = {}
        self.afters: dict[str, dict[Entry, _Cells]] = {}
        self.rows: dict[tuple[str, str], dict[tuple[Item, str], _Cells]] = {}

    def add(self, cells: _Cells) -> None:
        """Keep a row."""
        self.befores.setdefault(cells.before, {}).setdefault(cells.entry, cells)
        self.afters.setdefault(cells.after, {}).setdefault(cells.entry, cells)
        self.rows.setdefault((cells.before, cells.after), {}).setdefault((cells.item, cells.date), cells)


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each row with a cell that was copied from a row above it."""
    seen = _Seen()
    for answer in diff.rows:
        cells = _Cells(
            answer.row, read_item(answer.row.cells.get("item", "")), "".join(answer.row.before.split()), "".join(answer.row.after.split())
        )
        found = _copied(cells, seen)
        if found:
            severity, words = found
            yield finding_in(RULE, severity, diff.table, answer.row, words)
        seen.add(cells)


def _copied(cells: _Cells, seen: _Seen) -> tuple[Severity, Words] | None:
    """What a row has from one of those above it."""
    twins = seen.rows.get((cells.before, cells.after), {})
    if twins:
        twin = twins.get((cells.item, cells.date)) if cells.item.title else None
        return (Severity.WARNING, _repeated(twin.row.number, cells.row.number)) if twin else None
    for text, others, side in ((cells.before, seen.afters, _BEFORE), (cells.after, seen.befores, _AFTER)):
        source = _source(text, others, cells.entry)
        if source:
            return Severity.WARNING, _across(source.row.number, cells.row.number, side)
    source = _source(cells.after, seen.afters, cells.entry)
    return (Severity.HINT, _alike(source.row.number, cells.row.number)) if source else None


def _source(text: str, rows: Mapping[str, Mapping[Entry, _Cells]], own: Entry) -> _Cells | None:
    """A row of another item in which a long text stands."""
    if len(text) < LONG:
        return None
    return next((cells for entry, cells in rows.get(text, {}).items() if entry != own), None)


def _repeated(a: int, b: int) -> Words:
    return Words(
        f"{b}行目は{a}行目と項目も記載も同じです。二重に書いていないか、別の項目の行を直し忘れていないか確かめてください。",
        f"Row {b} repeats row {a}, item and cells. Check that it was not entered twice, or copied for another item and not adapted.",
    )


def _alike(a: int, b: int) -> Words:
    return Words(
        f"{b}行目の変更後が、別の項目である{a}行目の変更後と同じです（変更前は違います）。写した記載が残っていないか確かめてください。",
        f"Row {b}: the after cell equals that of row {a}, another item, though their before cells differ. Check that it is no copy.",
    )


_BEFORE = (Words("変更前", "before"), Words("変更後", "after"))
_AFTER = (Words("変更後", "after"), Words("変更前", "before"))


def _across(a: int, b: int, sides: tuple[Words, Words]) -> Words:
    """That a cell of row `b` equals the opposite cell of row `a`."""
    own, opposite = sides
    return Words(
        f"{b}行目の{own.ja}が、別の項目である{a}行目の{opposite.ja}と同じです。どちらかに別の行の記載が残っていないか確かめてください。",
        f"Row {b}: the {own.en} cell equals the {opposite.en} cell of row {a}, another item. Check that neither is left from the other.",
    )
