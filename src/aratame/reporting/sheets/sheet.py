"""A table to hand in, before it is a file: columns, rows, cells of lines of runs.

    Sheet ─ Column, Column, …
          └ Row ─ Part ─ Cell, Cell, … ─ Line, Line, … ─ Run「この要綱は、」 Run「令和６年４月１日」 (changed) …
                └ Part …                               what of both columns belongs at one height

The layouts (taisho, henko) make sheets; the writers (word, excel, web, markdown, delimited) write any of them.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from aratame.reporting.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What neither XML 1.0 (section 2.2) nor UTF-8 can hold; every other sign stands as it is in the text."""

_BREAK = re.compile("\r\n?|\f")


class Run(NamedTuple):
    """Words on one line; `changed` ones get the line beside them (傍線)."""

    text: str
    changed: bool = False


Line = tuple[Run, ...]
Cell = tuple[Line, ...]


class Column(NamedTuple):
    """A column's header and its share of the page's width."""

    header: str
    share: float


Part = tuple[Cell, ...]
"""Cells in the order of the columns that begin at one height."""

Row = tuple[Part, ...]
"""One row: its parts stand under each other without a rule between them."""


class Sheet(NamedTuple):
    """A whole table with its title and the note above it."""

    title: str
    legend: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def written(text: str) -> str:
    """`text` with signs that no file format can hold made visible, line ends and page breaks as line feeds."""
    return _UNWRITABLE.sub(_picture, _BREAK.sub("\n", text))


def lines_of(runs: Iterable[Run]) -> Cell:
    """Runs with line ends in them → lines; blank lines and the blanks at the end of a line are left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = written(run.text).split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=other)] for other in others]
    return tuple(line for line in map(_tidied, lines) if line)


def plain(text: str) -> Cell:
    """A cell of text in which nothing is marked."""
    return lines_of((Run(text),))


def joined(row: Row) -> Part:
    """The cells of a row as one part."""
    return tuple(tuple(line for cell in column for line in cell) for column in zip(*row, strict=True))


def line_text(line: Line) -> str:
    """The text of a line."""
    return "".join(run.text for run in line)


def cell_text(cell: Cell) -> str:
    """The text of a cell, a line feed between its lines."""
    return "\n".join(map(line_text, cell))


def columns_wide(text: str) -> int:
    """How many half-width columns a text takes."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def _picture(sign: re.Match[str]) -> str:
    shown = sanitize(sign.group())
    return "\ufffd" if shown == sign.group() else shown


def _tidied(line: Sequence[Run]) -> Line:
    """A line without blanks at its end, neighbours of one mark joined."""
    runs = list(_merged(part for run in line for part in _trimmed(run)))
    while runs and not runs[-1].text.rstrip():
        runs.pop()
    if runs:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return tuple(runs)


def _trimmed(run: Run) -> Iterator[Run]:
    """A run; of a changed one the blanks at its ends are no words and are not marked."""
    core = run.text.strip()
    if not run.changed or not core:
        yield Run(run.text)
        return
    start = run.text.index(core)
    yield Run(run.text[:start])
    yield Run(core, changed=True)
    yield Run(run.text[start + len(core) :])


def _merged(line: Iterable[Run]) -> Iterator[Run]:
    """The runs, neighbours of one mark as one, empty ones left out."""
    for changed, runs in groupby((run for run in line if run.text), key=lambda run: run.changed):
        yield Run("".join(run.text for run in runs), changed)
