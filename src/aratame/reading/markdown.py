"""Markdown → the grids of its tables (GitHub Flavored Markdown, section 4.10), or a Document with a clause for each row."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from aratame.reading.grids import Cell, text_lines
from aratame.reading.lines import lines_of
from aratame.reading.lists import is_list, line_document
from aratame.reading.tables import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.model import Document

_RULE = re.compile(r"(?:\|\s*)?:?-+:?(?:\s*\|\s*:?-+:?)*(?:\s*\|)?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CELL = re.compile(r"((?:\\.|[^|\\]|\\$)*)(\||$)")
_ESCAPED = re.compile(r"\\([\\|])")
_HASHES = re.compile(r"^#{1,6}\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MARK = re.compile(r"</?(?:ins|del|u)>|&#8203;", re.IGNORECASE)
"""What shows a text and is none of it: the line beside changed words, the blank of no width that keeps `@name` from calling somebody."""
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
"""A character reference (2.5 of the same specification); an ampersand without a semicolon is text."""


def grids(text: str) -> list[Grid]:
    r"""The tables outside code blocks; `\|` is a pipe, `<br>` a line break, `&lt;` its letter; underlines and strikings are no text."""
    if "|" not in text or "-" not in text:
        return []
    lines = [line.rstrip("\r\n") for line in lines_of(text)]
    return list(_tables(lines))


def document(text: str, name: str) -> Document | None:
    """A text that is a list of data alone, as lines with a tab between cells and a clause for each row; None for any other text."""
    found = grids(text)
    rows = {line: row for grid in found for line, row in zip(grid.lines, grid.rows, strict=True)}
    rules = {grid.lines[0] + 1 for grid in found}
    lines: list[str] = []
    for number, line in enumerate(lines_of(text), 1):
        if number in rows:
            lines += text_lines([[Cell(cell or "") for cell in rows[number]]])
        elif number not in rules and line.strip():
            lines.append(_HASHES.sub("", line.strip()))
    return line_document([line + "\n" for line in lines], name=name, format="markdown") if found and is_list(found, lines) else None


def _tables(lines: list[str]) -> Iterator[Grid]:
    start = 0
    while start < len(lines) - 1:
        fence = _FENCE.match(lines[start])
        if fence:
            start = _behind_fence(lines, start, fence[1])
        elif _begins_table(lines[start], lines[start + 1]):
            end = start + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            places = [start, *range(start + 2, end)]
            yield Grid([_cells(lines[place]) for place in places], [place + 1 for place in places])
            start = end
        else:
            start += 1


def _begins_table(header: str, rule: str) -> bool:
    return "|" in header and _RULE.fullmatch(rule.strip()) is not None and len(_cells(header)) == len(_cells(rule))


def _behind_fence(lines: list[str], start: int, fence: str) -> int:
    """The index behind a code block; a block that nobody closes runs to the end."""
    for place in range(start + 1, len(lines)):
        bare = lines[place].strip()
        if bare.startswith(fence) and not bare.strip(fence[0]):
            return place + 1
    return len(lines)


def _cells(line: str) -> list[str]:
    """The cells of a row, without the pipes at its ends."""
    line = line.strip()
    pieces = _CELL.findall(line)
    # The last match is always the empty one at the end of the line, or the text behind the last pipe.
    texts = [text for text, end in pieces if end] + [text for text, end in pieces if not end and text]
    inner = texts[1:] if line.startswith("|") else texts
    return [_shown(cell.strip()) for cell in inner]


def _shown(cell: str) -> str:
    """The text of a cell as a page shows it; references come last, for `&lt;ins&gt;` is text."""
    bare = _MARK.sub("", _BREAK.sub("\n", _ESCAPED.sub(r"\1", cell)))
    return _REFERENCE.sub(lambda found: html.unescape(found.group()), bare)
