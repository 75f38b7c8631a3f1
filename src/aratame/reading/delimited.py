"""TSV and CSV → grids, a page block each; or a Document with a clause for each row.

A change table copied out of a PDF is TSV in pages: blank lines between them, the header on the first only, and on some pages every cell
wrapped in `<p>…</p>`, the only thing here that is taken for a tag: `<…における措置>` is a heading.

In CSV an apostrophe before =, +, -, @, a tab or a carriage return is the mark that keeps a spreadsheet from running the cell as a formula
(OWASP, CSV Injection); it is no part of the text. One apostrophe goes, and only there: our own CSV files guard such texts by one more.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import TableError
from aratame.patterns import lazy
from aratame.reading.grids import Cell
from aratame.reading.grids import text_lines as row_lines
from aratame.reading.lines import lines_of
from aratame.reading.lists import line_document
from aratame.reading.recognising import DELIMITERS
from aratame.reading.tables import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Document

_WRAPPED = lazy(r"\s*<p>((?:(?!</p>).)*)</p>\s*", re.DOTALL | re.IGNORECASE)
_GUARDED = lazy("'(?='*[=+\\-@\t\r＝＋－＠].)", re.DOTALL)

csv.field_size_limit(2**31 - 1)  # a cell may be longer than the 128 KiB that the module takes by default


class _Record(NamedTuple):
    """One row: its cells, and the line it begins on."""

    cells: list[str]
    line: int


def grids(text: str, form: str, name: str) -> list[Grid]:
    """The pages of a delimited text; `form` is "tsv" or "csv". Cells are unquoted and taken out of `<p>…</p>`.

    Raises TableError for CSV with a quotation mark that is not closed or not doubled.
    """
    records = _records(text, form)
    if records is None:
        raise TableError(
            f'{name}: 引用符（"）の対応が取れない行があり、CSVとして読めません。表計算ソフトで保存し直してください。',
            f'{name}: a quotation mark (") is not closed or not doubled, so this is no CSV; save it again from the spreadsheet.',
        )
    pages: list[list[_Record]] = [[]]
    for record in records:
        if any(cell.strip() for cell in record.cells):
            pages[-1].append(record)
        elif pages[-1]:
            pages.append([])
    return [_page(records, guarded=form == "csv") for records in pages if records]


def document(text: str, name: str, form: str) -> Document | None:
    """The rows as lines of a Document, as `row_lines` writes them; None where no row has two cells, so that the text is no table."""
    records = _records(text, form)
    if records is None or all(len(record.cells) < 2 for record in records):
        return None
    lines = row_lines([Cell(cell) for cell in record.cells] for record in records)
    return line_document([line + "\n" for line in lines], name=name, format=form)


def _page(records: Sequence[_Record], *, guarded: bool) -> Grid:
    rows = [[_unguarded(_unwrapped(cell)) if guarded else _unwrapped(cell) for cell in record.cells] for record in records]
    return Grid(rows, [record.line for record in records], continues=True)


def _unguarded(cell: str) -> str:
    """The cell without the apostrophe that kept a spreadsheet from running it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _unwrapped(cell: str) -> str:
    """The cell without the one `<p>` that wraps all of it."""
    match = _WRAPPED.fullmatch(cell) if cell.rstrip().endswith(">") else None
    return match[1] if match else cell


def _records(text: str, form: str) -> list[_Record] | None:
    """The rows; None for CSV with broken quotation. In TSV, which people write by hand, a quotation mark that quotes no cell is text."""
    lines = lines_of(text)
    try:
        return list(_parsed(lines, form, quoted=True))
    except csv.Error:
        return list(_parsed(lines, form, quoted=False)) if form == "tsv" else None


def _parsed(lines: Sequence[str], form: str, *, quoted: bool) -> Iterator[_Record]:
    reader = csv.reader(lines, delimiter=DELIMITERS[form], quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE, strict=True)
    line = 1
    for cells in reader:
        yield _Record(cells, line)
        line = reader.line_num + 1
