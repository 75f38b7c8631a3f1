"""A row of a before/after table → the same row with its changed words marked; nothing of it is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Span
from aratame.reporting.sheets.sheet import lines_of
from aratame.reporting.taisho.blocks import Block
from aratame.reporting.taisho.runs import marked
from aratame.reporting.taisho.sameness import visible

if TYPE_CHECKING:
    from aratame.reporting.passages import Passage


def item_of(passage: Passage) -> str:
    """What the row is about, as its table says."""
    return passage.row.cells.get("item", "") if passage.row else ""


def table_row(passage: Passage) -> Block:
    """Both cells with the words at the edits marked."""
    edits = [edit for change in passage.changes for edit in visible(change)]
    sides = (
        (passage.before, sorted(edit.before.span for edit in edits)),
        (passage.after, sorted(edit.after.span for edit in edits)),
    )
    before, after = (lines_of(marked(text, Span(0, len(text)), spans)) for text, spans in sides)
    return Block(before, after)
