"""A sheet as it is shown: its cells' texts, what is merged, and what was left out; whatever library read it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Note, Words
from aratame.reading.grids import WIDEST, Repeated, padded
from aratame.reading.tables import Grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

SAID = 10
"""Rows or columns that a note names."""


class Merged(NamedTuple):
    """A merged range: first and last row and column, from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(NamedTuple):
    """`cells` by (row, column) from 1, empty and hidden ones left out; `ruled`: the rows with a rule above, as far as that is known."""

    name: str
    cells: Mapping[tuple[int, int], str]
    merged: Sequence[Merged] = ()
    notes: Sequence[Note] = ()
    ruled: AbstractSet[int] = frozenset()

    def place(self) -> str:
        """How notes call the sheet."""
        return f"シート「{self.name}」"

    def length(self) -> int:
        """Code points in all its cells."""
        return sum(map(len, self.cells.values()))

    def grids(self) -> list[Grid]:
        """Its rows as `from_grids` wants them, cut where rows are empty; a part with a row of two cells may go on with the one before."""
        rows = self._rows(once=False)
        numbers = sorted(rows)
        cuts = [0, *(place + 1 for place, (above, below) in enumerate(pairwise(numbers)) if below > above + 1), len(numbers)]
        grids: list[Grid] = []
        for first, end in pairwise(cuts):
            part = padded([rows[number] for number in numbers[first:end]])
            wide = any(sum(bool(cell) for cell in row) > 1 for row in part)
            unruled = {place for place in range(1, end - first) if numbers[first + place] not in self.ruled} if self.ruled else set()
            grids.append(Grid(part, numbers[first:end], continues=bool(grids) and wide, unruled=unruled))
        return grids

    def lines(self) -> list[list[str]]:
        """Its rows as text shows them: every text once, columns without any text left out."""
        rows = self._rows(once=True)
        used = sorted({column for row in rows.values() for column, cell in enumerate(row) if cell})
        return [[rows[number][column] or "" if column < len(rows[number]) else "" for column in used] for number in sorted(rows)]

    def _rows(self, *, once: bool) -> dict[int, list[str | None]]:
        """Row number → cells. Merged downwards: `Repeated`, or empty with `once`; covered by the left neighbour: None."""
        rows: dict[int, list[str | None]] = {}
        for (number, column), text in sorted(self.cells.items()):
            row = rows.setdefault(number, [])
            row.extend([""] * (column - len(row)))
            row[column - 1] = text
        for merged in self.merged:
            text = self.cells.get((merged.first_row, merged.first_column), "")
            last = min(merged.last_column, WIDEST)
            for number in range(merged.first_row, merged.last_row + 1) if text else ():
                if number in rows:
                    row = rows[number]
                    row.extend([""] * (last - len(row)))
                    shown = text if number == merged.first_row else "" if once else Repeated(text)
                    row[merged.first_column - 1 : last] = [shown, *[None] * (last - merged.first_column)]
        return rows


def hidden_notes(sheet: str, rows: Iterable[int], columns: Iterable[str]) -> list[Note]:
    """That hidden rows and columns with text in them were left out; nothing where there are none."""
    notes = []
    for ja, en, names in (("行", "rows", [str(row) for row in rows]), ("列", "columns", list(columns))):
        if names:
            places = "、".join(names[:SAID]) + ("…" if len(names) > SAID else "")
            words = Words(f"非表示の{ja}（{places}）は読んでいません。", f"Hidden {en} ({places.replace('、', ', ')}) left out.")
            notes.append(Note(f"シート「{sheet}」", words))
    return notes


def hidden_sheet(name: str) -> Note:
    """That a hidden sheet was left out."""
    return Note(f"シート「{name}」", Words("非表示のシートは読んでいません。", "A hidden sheet is left out."))
