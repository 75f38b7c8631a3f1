"""Rows of cells → the cells of each column, also where a row lacks cells.

A table that lost a column on one page would be read wrongly by position:

    変更日        項目     変更前   変更後   提出時期   理由
    令和7年8月8日  Ⅱ 6.    …       …       事後      記載の修正
    Ⅲ 3.         …       …       事後     記載の修正            ← 項目 under 変更日, 事後 under 変更後

So the cells of a short row are put where they fit: 事前 and 事後 under 提出時期, a date under 変更日. Cells are taken to be missing in front
or at the end, and in between only where that fits nowhere. Where several ways fit and differ in what is before and what is after, the
other rows of the page decide, which lack the same cells; then the rule of CSV that what is missing is missing at the end. Else nobody
can tell, and the row is an error.
"""

from __future__ import annotations

import unicodedata
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import TableError
from aratame.model import Note, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aratame.reading.columns import Columns

Cells = tuple[str, ...]

Places = tuple[int, ...]
"""The column of each cell of a row."""

_TIMING = lazy(r"事[前後](?:・?事[前後])?(?:提出|公表|報告)?")
_DATE = lazy(
    r"(?:明治|大正|昭和|平成|令和|[MTSHR])?\.?(?:\d{1,4}|元|[〇一二三四五六七八九十]{1,4})[年./-]\d{0,2}[〇一二三四五六七八九十]{0,3}[月./-]?.{0,6}"
    r"|同(?:上|日)|〃|[\"”]"
)
_EMPTY = lazy(r"[-‐－―ー–—]?")
_LONGEST_SORT = 40
"""Code points of a date or a timing at most."""
_MOST_WAYS = 1_000
"""Ways to put a short row with gaps that are tried; in a wider table, none."""


class Placed(NamedTuple):
    """A row's cells under their columns; `line` as the grid has it."""

    cells: Cells
    line: int


def placed(rows: Sequence[Placed], columns: Columns, widest: int, name: str) -> tuple[list[Placed], list[tuple[int, Places]]]:
    """The rows of one page with `widest` cells each, and the lines of those that were filled. Columns beyond the last header have no name.

    Raises TableError at a row whose before and after cannot be told apart.
    """
    width = columns.width
    whole = [Placed(_trimmed(row.cells, width), row.line) for row in rows]
    sorts = {index: tuple(map(_sort, row.cells)) for index, row in enumerate(whole) if not width <= len(row.cells) <= widest}
    ways = {alike: _choices(alike, columns) for alike in dict.fromkeys(sorts.values())}
    choices = {index: ways[alike] for index, alike in sorts.items()}
    usual = _usual(ways.values())
    moved: list[tuple[int, Places]] = []
    answer = []
    for index, (cells, line) in enumerate(whole):
        places: Places | None = tuple(range(len(cells)))
        if index in choices:
            places = _chosen(choices[index], usual.get(len(cells)), columns)
        if places is None:
            raise _untellable(name, line, len(cells), columns)
        if places and places[-1] >= len(places):
            moved.append((line, places))
        answer.append(Placed(_put(cells, places, widest), line))
    return answer, moved


def _put(cells: Cells, places: Places, widest: int) -> Cells:
    """The cells in their columns, empty ones between them."""
    full = [""] * widest
    for cell, column in zip(cells, places, strict=True):
        full[column] = cell
    return tuple(full)


def _trimmed(cells: Cells, width: int) -> Cells:
    """The cells without empty ones beyond the header."""
    size = len(cells)
    while size > width and not cells[size - 1].strip():
        size -= 1
    return cells[:size]


def _choices(sorts: Sequence[str], columns: Columns) -> list[Places]:
    """The columns that cells of these sorts may have: the ways that no cell forbids and, of these, those that most cells ask for."""
    width, size = columns.width, len(sorts)
    roles = {column: role for role, column in columns.others.items()}
    side_by_side = [tuple(range(first, first + size)) for first in range(width - size + 1)]
    return _fitting(sorts, side_by_side, roles) or (
        _fitting(sorts, combinations(range(width), size), roles) if comb(width, size) <= _MOST_WAYS else []
    )


def _fitting(sorts: Sequence[str], ways: Iterable[Places], roles: Mapping[int, str]) -> list[Places]:
    """The ways that have the most fits, of those without a misfit."""
    known = set(roles.values())
    scores = {way: _fits(sorts, [roles.get(column, "") for column in way], known) for way in ways}
    best = max((score for score in scores.values() if score is not None), default=None)
    return [way for way, score in scores.items() if score is not None and score == best]


def _sort(cell: str) -> str:
    """Either "timing" or "date" for a cell that says where it belongs, "" for an empty one, else "text"."""
    if len(cell) > _LONGEST_SORT:
        return "text"
    text = unicodedata.normalize("NFKC", cell.strip())
    if _EMPTY.fullmatch(text):
        return ""
    if _TIMING.fullmatch(text):
        return "timing"
    return "date" if _DATE.fullmatch(text) else "text"


def _fits(sorts: Sequence[str], roles: Sequence[str], known: set[str]) -> int | None:
    """How many cells of these sorts ask for their columns' roles; None where one forbids it. `known` are the roles that the table has.

    A column of dates or timings holds nothing else, a timing stands nowhere else; a date may be what changes, but is no item.
    """
    fits = 0
    for sort, role in zip(sorts, roles, strict=True):
        if role in {"timing", "date"} and sort not in {role, ""}:
            return None
        if sort in known and role != sort and (sort == "timing" or role == "item"):
            return None
        fits += bool(sort) and sort == role
    return fits


def _usual(choices: Iterable[Sequence[Places]]) -> dict[int, Places]:
    """Number of cells → their columns, where all rows of the page that leave no choice agree."""
    sure: dict[int, set[Places]] = {}
    for ways in choices:
        if len(ways) == 1:
            sure.setdefault(len(ways[0]), set()).add(ways[0])
    return {size: next(iter(ways)) for size, ways in sure.items() if len(ways) == 1}


def _chosen(ways: Sequence[Places], usual: Places | None, columns: Columns) -> Places | None:
    """The way that all rules leave; None where before and after cannot be told apart."""
    if usual in ways:
        return usual
    sides = {tuple(way.index(side) if side in way else None for side in (columns.before, columns.after)) for way in ways}
    if len(sides) == 1:
        return ways[0]
    at_the_end = tuple(range(len(ways[0]))) if ways else ()
    return at_the_end if at_the_end in ways and max(columns.before, columns.after) < len(at_the_end) else None


def notes_on(moved: Sequence[tuple[int, Places]], columns: Columns, numbers: Mapping[int, int]) -> Iterator[Note]:
    """One note for each run of rows that lack the same cells. `numbers` gives, for a line, the row's number in the table."""
    runs: list[tuple[int, int, Places]] = []
    for line, places in moved:
        if runs and runs[-1][2] == places:
            runs[-1] = (runs[-1][0], line, places)
        else:
            runs.append((line, line, places))
    names = {columns.before: "before", columns.after: "after"} | {column: name for name, column in columns.others.items()}
    for first, last, places in runs:
        headers = [columns.headers[names[column]] for column in range(columns.width) if column not in places and column in names]
        place = _stretch(first, last)
        where = Words(f"ファイルの{place}行目", f"Line {place} of the file")
        if first in numbers and last in numbers:
            row = _stretch(numbers[first], numbers[last])
            where = Words(f"表の{row}行目（{where.ja}）", f"Row {row} of the table (line {place} of the file)")
        yield Note(
            place,
            Words(
                f"{where.ja}はセルが足りないので、{'、'.join(headers)}を空として読みました。",
                f"{where.en}: cells are missing; read with {', '.join(headers)} left empty.",
            ),
        )


def _stretch(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _untellable(name: str, line: int, size: int, columns: Columns) -> TableError:
    before, after = columns.headers["before"], columns.headers["after"]
    return TableError(
        f"{name}: {line}行目は{before}と{after}を見分けられません（セルが{size}、見出しは{columns.width}）。セルの数を見出しに合わせてください。",
        f"{name}: line {line}: {before} and {after} cannot be told apart ({size} cells under {columns.width} headers); give the row a cell for each header.",
    )
