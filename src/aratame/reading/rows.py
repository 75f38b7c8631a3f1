"""Rows of cells → the cells of each column, also where a row lacks cells.

A table that lost a column on one page would be read wrongly by position:

    変更日        項目     変更前   変更後   提出時期   理由
    令和7年8月8日  Ⅱ 6.    …       …       事後      記載の修正
    Ⅲ 3.         …       …       事後     記載の修正            ← 項目 under 変更日, 事後 under 変更後

So a short row is slid along the header until what stands in it fits: 事前 and 事後 under 提出時期, a date under 変更日. Rows of one page
lack the same cells.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import TableError
from aratame.model import Note, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aratame.reading.columns import Columns

Cells = tuple[str, ...]

_TIMING = re.compile(r"事[前後](?:・?事[前後])?(?:提出|公表|報告)?|[-－―ー–]")
_DATE = re.compile(
    r"(?:明治|大正|昭和|平成|令和|[MTSHR])?\.?(?:\d{1,4}|元|[〇一二三四五六七八九十]{1,4})[年./-]\d{0,2}[〇一二三四五六七八九十]{0,3}[月./-]?.{0,6}"
    r"|同(?:上|日)|〃|[\"”]"
)


class Placed(NamedTuple):
    """A row's cells under their columns; `line` as the grid has it."""

    cells: Cells
    line: int


def placed(rows: Sequence[Placed], columns: Columns, widest: int, name: str) -> tuple[list[Placed], list[Note]]:
    """The rows of one page with `widest` cells each, with notes on those that were filled. Columns beyond the last header have no name.

    Raises TableError at a row whose before and after cannot be told apart.
    """
    width = columns.width
    whole = [Placed(_trimmed(row.cells, width), row.line) for row in rows]
    choices = {index: _choices(row.cells, columns) for index, row in enumerate(whole) if not width <= len(row.cells) <= widest}
    usual = _usual([(len(whole[index].cells), shifts) for index, shifts in choices.items()])
    filled: list[tuple[int, int]] = []
    answer = []
    for index, (cells, line) in enumerate(whole):
        shift = 0 if index not in choices else _chosen(choices[index], usual.get(len(cells)), columns, len(cells))
        if shift is None:
            raise _untellable(name, line, len(cells), columns)
        if shift:
            filled.append((line, shift))
        answer.append(Placed(("",) * shift + cells + ("",) * (widest - shift - len(cells)), line))
    return answer, list(_notes(filled, columns))


def _trimmed(cells: Cells, width: int) -> Cells:
    """The cells without empty ones beyond the header."""
    size = len(cells)
    while size > width and not cells[size - 1].strip():
        size -= 1
    return cells[:size]


def _choices(cells: Cells, columns: Columns) -> list[int]:
    """How many leading cells may be missing: the numbers with the fewest misfits and, of these, the most fits; none for too many cells."""
    scores = {shift: _score(cells, shift, columns.others) for shift in range(columns.width - len(cells) + 1)}
    best = max(scores.values(), default=None)
    return [shift for shift, score in scores.items() if score == best]


def _score(cells: Cells, shift: int, others: Mapping[str, int]) -> tuple[int, int]:
    """(-misfits, fits) of the cells with `shift` leading ones missing. Dates and 事前/事後 say where they belong; no other cell does."""
    misfits = fits = 0
    for column, cell in enumerate(cells, shift):
        text = unicodedata.normalize("NFKC", cell.strip()) if len(cell) < 40 else cell
        if not text:
            continue
        for role, pattern in (("timing", _TIMING), ("date", _DATE)):
            belongs = others.get(role)
            fitting = pattern.fullmatch(text) is not None
            if column == belongs:
                fits += fitting
                misfits += not fitting
            elif fitting and belongs is not None and ((role == "timing" and len(text) > 1) or column == others.get("item")):
                misfits += 1
    return -misfits, fits


def _usual(choices: Sequence[tuple[int, list[int]]]) -> dict[int, int]:
    """Number of cells → leading cells missing, where all rows of the page that leave no choice agree."""
    sure: dict[int, set[int]] = {}
    for size, shifts in choices:
        if len(shifts) == 1:
            sure.setdefault(size, set()).update(shifts)
    return {size: next(iter(shifts)) for size, shifts in sure.items() if len(shifts) == 1}


def _chosen(shifts: list[int], usual: int | None, columns: Columns, size: int) -> int | None:
    """The one possible choice, else that of the page, else none missing in front where both sides are there; None where nothing settles it."""
    if len(shifts) == 1:
        return shifts[0]
    if usual in shifts:
        return usual
    return 0 if 0 in shifts and max(columns.before, columns.after) < size else None


def _notes(filled: Sequence[tuple[int, int]], columns: Columns) -> Iterator[Note]:
    """One note for each run of rows that were filled alike."""
    runs: list[tuple[int, int, int]] = []
    for line, shift in filled:
        if runs and runs[-1][2] == shift:
            runs[-1] = (runs[-1][0], line, shift)
        else:
            runs.append((line, line, shift))
    positions = {columns.before: "before", columns.after: "after"} | {column: name for name, column in columns.others.items()}
    for first, last, shift in runs:
        headers = [columns.headers[positions[column]] for column in range(shift) if column in positions]
        place = str(first) if first == last else f"{first}-{last}"
        yield Note(
            place,
            Words(
                f"{place}行目は先頭のセルがないので、{'、'.join(headers)}を空として読みました。",
                f"Line {place}: leading cells are missing; read with {', '.join(headers)} left empty.",
            ),
        )


def _untellable(name: str, line: int, size: int, columns: Columns) -> TableError:
    before, after = columns.headers["before"], columns.headers["after"]
    return TableError(
        f"{name}: {line}行目は{before}と{after}を見分けられません（セルが{size}、見出しは{columns.width}）。セルの数を見出しに合わせてください。",
        f"{name}: line {line}: {before} and {after} cannot be told apart ({size} cells under {columns.width} headers); give the row a cell for each header.",
    )
