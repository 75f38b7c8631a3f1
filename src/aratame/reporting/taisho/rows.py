"""A diff → the rows of a 新旧対照表, by the rules of the trade; what both columns say where, and which words are marked.

A row is an article or, elsewhere, the top clause; rows that did not change stand together as one:

    改正後                         改正前
    第１条～第３条　（略）           第１条～第３条　（略）
    （委託）                        （新設）
    第４条　市長は、…

Renumbered clauses with the same text, and provisions that moved, stand beside each other at the place of the after text; what came from
another article says so in a column for remarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import ClauseKind
from aratame.reporting.sheets.sheet import plain
from aratame.reporting.taisho.blocks import Block, blocks
from aratame.reporting.taisho.briefs import run_label
from aratame.reporting.taisho.sameness import Sameness
from aratame.reporting.taisho.units import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Change, Clause
    from aratame.reporting.passages import Passage

TaishoRow = tuple[Block, ...]
"""A row of the table, cut where both columns may be cut."""


def taisho_rows(passage: Passage) -> list[TaishoRow]:
    """The rows of the table. An unchanged title has none: it stands over the table."""
    sameness = Sameness(passage)
    rows: list[TaishoRow] = []
    same: list[Clause] = []
    for row in rows_of(passage):
        top = _same_top(row.changes, passage.after_clauses, sameness)
        if top is None:
            rows += _left_out(same, passage.after)
            same = []
            rows.append(blocks(row, passage, sameness))
        elif not same or not (same[-1] is top or _goes_on(same[-1], top, sameness)):
            rows += _left_out(same, passage.after)
            same = [top]
        elif same[-1] is not top:
            same.append(top)
    return [blocks for blocks in [*rows, *_left_out(same, passage.after)] if any(block.before or block.after for block in blocks)]


def title_of(passage: Passage) -> str:
    """The document's own title in the after text; empty where it has none."""
    first = passage.after_clauses[0] if passage.after_clauses else None
    if first is None or not is_title(first):
        return ""
    words = " ".join(passage.after[slice(*first.span)].split())
    return words if len(words) <= _LONGEST_TITLE and not words.endswith("。") else ""


def is_title(clause: Clause) -> bool:
    """Whether a clause stands where a title does."""
    return clause.position == 0 and clause.kind is ClauseKind.TEXT


_LONGEST_TITLE = 60


def _same_top(changes: Sequence[Change], clauses: Sequence[Clause], sameness: Sameness) -> Clause | None:
    """The outermost clause around an unchanged row in which nothing changed; None where something in the row did."""
    first = next((change for change in changes if change.before and change.after), None)
    if first is None:
        return None
    top = first.after[0]
    if not sameness.same(top.position) or sameness.sizes[top.position] < len(changes):
        return None
    while top.parent is not None and sameness.same(top.parent):
        top = clauses[top.parent]
    return top


def _goes_on(last: Clause, top: Clause, sameness: Sameness) -> bool:
    """Whether two unchanged clauses are named as one range."""
    if last.position in sameness.named or top.position in sameness.named:
        return False
    alike = last.kind is top.kind and last.parent == top.parent and (last.marker is None) is (top.marker is None)
    return alike and sameness.follows(last.position, top.position)


def _left_out(same: Sequence[Clause], text: str) -> Iterator[TaishoRow]:
    """One row for clauses that did not change."""
    if not same or (is_title(same[0]) and len(same) == 1):
        return
    cell = plain(run_label(same, text))
    yield (Block(cell, cell),)
