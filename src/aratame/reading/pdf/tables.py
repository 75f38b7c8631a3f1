"""Ruled tables of a page, and those that a page break cut in two put together again."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aratame.reading.blocks import TableBlock
from aratame.reading.grids import Cell
from aratame.reading.pdf.lines import NEW_ITEM, goes_on, joined, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.reading.pdf.lines import Glyph, Line

SAME = 3.0
"""Points within which two rules are one (pdfplumber's own tolerance)."""

SHORTEST = 8.0
"""Points below which a vertical rule is no side of a cell but a stroke of a picture."""

Box = tuple[float, float, float, float]


class PdfCell(NamedTuple):
    """A cell's lines and how many rows and columns it covers; `column` is its first, from 0."""

    lines: tuple[Line, ...]
    column: int
    rows: int
    columns: int

    def text(self) -> str:
        """What stands in it, without the line breaks that its width made."""
        return "\n".join(line.strip(" ") for line in joined(self.lines))


class PdfTable(NamedTuple):
    """A table on one page or over several; `top` and `bottom` on the page where it begins."""

    rows: list[list[PdfCell]]
    top: float
    bottom: float
    width: int

    def block(self) -> TableBlock:
        """As `blocks.document_or_table` wants it."""
        return TableBlock([[Cell(cell.text(), cell.rows, cell.columns) for cell in row] for row in self.rows])


def table(boxes: Sequence[Box], letters: Sequence[Glyph]) -> PdfTable:
    """The table whose cells have these boxes (left, top, right, bottom) with the letters that stand in them."""
    lefts = _edges([box[0] for box in boxes] + [box[2] for box in boxes])
    tops = _edges([box[1] for box in boxes] + [box[3] for box in boxes])
    rows: list[list[PdfCell]] = [[] for _ in tops[:-1]]
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        left, top, right, bottom = _place(box[0], lefts), _place(box[1], tops), _place(box[2], lefts), _place(box[3], tops)
        inside = [glyph for glyph in letters if _holds(box, glyph)]
        if top < len(rows):
            rows[top].append(PdfCell(_with_room(lines(inside), box), left, max(1, bottom - top), max(1, right - left)))
    return PdfTable([sorted(row, key=lambda cell: cell.column) for row in rows], tops[0], tops[-1], len(lefts) - 1)


def open_ends(rules: Sequence[tuple[float, float]]) -> list[float]:
    """Where two vertical rules or more (top, bottom) end: a row that a page break cuts often lacks the rule across."""
    ends = Counter(round(end) for rule in rules if rule[1] - rule[0] > SHORTEST for end in rule)
    return [float(end) for end, count in sorted(ends.items()) if count > 1]


def outside(letters: Sequence[Glyph], tables: Sequence[Sequence[Box]]) -> list[Glyph]:
    """The letters that stand in no table."""
    around = [(min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)) for cells in tables]
    return [glyph for glyph in letters if not any(_holds(box, glyph) for box in around)]


def _edges(places: Sequence[float]) -> list[float]:
    """Where rules stand, near ones taken as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > SAME:
            edges.append(place)
    return edges


def _place(edge: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))


def _holds(box: Box, glyph: Glyph) -> bool:
    """Whether the middle of a letter lies in the box."""
    return box[0] <= (glyph.left + glyph.right) / 2 <= box[2] and box[1] <= (glyph.top + glyph.bottom) / 2 <= box[3]


def _with_room(inside: Sequence[Line], box: Box) -> tuple[Line, ...]:
    """The lines with the room that is left on each: a cell has the same margin on its right as on its left."""
    margin = min((line.left for line in inside), default=box[0]) - box[0]
    return tuple(line._replace(room=box[2] - margin - line.right) for line in inside)


def continued(above: PdfTable, below: PdfTable) -> PdfTable | None:
    """`above` with the rows of the next page's first table, a repeated header left out and a row that the page broke put together.

    None where the one below is another table.
    """
    if above.width != below.width:
        return None
    rows = below.rows[_repeated(above, below) :]
    if above.rows and rows and _is_broken(above, rows):
        rows = [_mended(above.rows[-1], rows[0]), *rows[1:]]
        return above._replace(rows=[*above.rows[:-1], *rows])
    return above._replace(rows=[*above.rows, *rows])


def _repeated(above: PdfTable, below: PdfTable) -> int:
    """How many rows at the top of both say the same: the header that comes again."""
    count = 0
    for first, again in zip(above.rows, below.rows, strict=False):
        if [cell.text() for cell in first] != [cell.text() for cell in again]:
            break
        count += 1
    return count


def _is_broken(above: PdfTable, rows: Sequence[Sequence[PdfCell]]) -> bool:
    """Whether the first row below goes on with the last one above.

    It lacks what every other row has in its first column, or a cell stopped in mid-sentence for want of room.
    """
    last, first = above.rows[-1], rows[0]
    pairs = [(upper, lower) for upper in last for lower in first if upper.column == lower.column]
    if len(pairs) != len(last) or len(pairs) != len(first):
        return False
    others = [row[0] for row in (*above.rows, *rows[1:]) if row]
    if not first[0].lines and all(cell.lines for cell in others):
        return True
    return any(_stops_short(upper, lower) for upper, lower in pairs) and not any(_begins(lower) for _, lower in pairs)


def _stops_short(upper: PdfCell, lower: PdfCell) -> bool:
    if not upper.lines or not lower.lines:
        return False
    return not upper.lines[-1].text.endswith(("。", "」", "）", ")")) and goes_on(upper.lines[-1], lower.lines[0])


def _begins(cell: PdfCell) -> bool:
    return bool(cell.lines) and NEW_ITEM.match(cell.lines[0].text) is not None


def _mended(last: Sequence[PdfCell], first: Sequence[PdfCell]) -> list[PdfCell]:
    return [upper._replace(lines=(*upper.lines, *lower.lines)) for upper, lower in zip(last, first, strict=True)]


def is_vertical(letters: Sequence[Glyph]) -> bool:
    """Whether the letters run downwards: in the order of the file most stand right under the one before."""
    downwards = forwards = 0
    for before, letter in pairwise(letters):
        downwards += abs(letter.left - before.left) < letter.size / 4 and 0 < letter.top - before.top < 2 * letter.size
        forwards += abs(letter.top - before.top) < letter.size / 4 and letter.left > before.left
    return downwards > forwards
