"""新旧対照表: both versions of every provision that changed, beside each other, the changed words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Diff
from aratame.reporting.passages import passages
from aratame.reporting.sheets.sheet import Column, Sheet, plain
from aratame.reporting.taisho.arrivals import HEADER
from aratame.reporting.taisho.rows import taisho_rows, title_of
from aratame.reporting.taisho.table import item_of, table_row

if TYPE_CHECKING:
    from aratame.layouts import Layout
    from aratame.model import TableDiff
    from aratame.reporting.sheets.sheet import Part, Row
    from aratame.reporting.taisho.blocks import Block

NAME = "新旧対照表"
LEGEND = "（傍線の部分は改正部分）"


def sheet(answer: Diff | TableDiff, layout: Layout) -> Sheet:
    """The table of a diff; of a before/after table the same rows with their items, the changed words marked."""
    before, after = layout.headers
    texts = (Column(after, 0.5), Column(before, 0.5)) if layout.new == "left" else (Column(before, 0.5), Column(after, 0.5))
    every = passages(answer)
    if isinstance(answer, Diff):
        found = taisho_rows(every[None])
        noted = any(block.note for row in found for block in row)
        rows = tuple(tuple((*_part(block, layout), block.note) if noted else _part(block, layout) for block in row) for row in found)
        columns = (*(column._replace(share=0.43) for column in texts), Column(HEADER, 0.14)) if noted else texts
        return Sheet(f"{title_of(every[None])}{NAME}", LEGEND, columns, rows)
    items = {number: item_of(passage) for number, passage in every.items()}
    if not any(items.values()):
        return Sheet(NAME, LEGEND, texts, tuple((_part(table_row(passage), layout),) for passage in every.values()))
    listed = (Column(answer.table.columns.get("item", "項目"), 0.2), *(column._replace(share=0.4) for column in texts))
    return Sheet(
        NAME, LEGEND, listed, tuple(_with_item(items[number], _part(table_row(passage), layout)) for number, passage in every.items())
    )


def _part(block: Block, layout: Layout) -> Part:
    return (block.after, block.before) if layout.new == "left" else (block.before, block.after)


def _with_item(item: str, part: Part) -> Row:
    return ((plain(item), *part),)
