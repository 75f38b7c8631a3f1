"""Marks → marks without the lines of a table of contents and the insides of appended tables and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.markers import Mark

GROUPS = {"part", "chapter", "section", "subsection", "division"}
ENTRIES = GROUPS | {"dai", "roman", "digit"}
BLOCKS = {"suppl", "table"}


def outside_blocks(marks: Sequence[Mark]) -> list[Mark]:
    """The marks outside 目次, 別表 and 様式; each of these blocks is one mark.

    別表 and 様式 run to the next 附則, 別表 or 様式. Old printings of statutes leave the word 目次 out: there the block
    begins with its first entry.
    """
    begin, end = _contents(marks)
    kept: list[Mark] = []
    table = False
    for place, mark in enumerate(marks):
        if begin < place < end or (table and mark.sort not in BLOCKS):
            continue
        if place == begin and mark.sort != "toc":
            kept.append(mark._replace(sort="entries"))
            continue
        table = mark.sort == "table"
        kept.append(mark)
    return kept


def _contents(marks: Sequence[Mark]) -> tuple[int, int]:
    """Where among `marks` the table of contents begins, and where the first mark after it is; equal where there is none."""
    begin = next((i for i, mark in enumerate(marks) if mark.sort == "toc"), None)
    if begin is None:
        begin = next((i for i, mark in enumerate(marks) if mark.sort in GROUPS or mark.sort == "article"), None)
        if begin is None or marks[begin].sort == "article":
            return -1, -1
        first = begin
    else:
        first = next((i for i in range(begin + 1, len(marks)) if marks[i].sort in ENTRIES), len(marks))
    end = _repeated(marks, first)
    article = next((i for i in range(first, len(marks)) if marks[i].sort == "article"), len(marks))
    if end is None and begin == first:
        return -1, -1
    if end is None or (article < end and _repeated(marks, article) is None):
        if begin == first:
            return -1, -1
        end = article if article < len(marks) else begin + 1
    return begin, end


def _repeated(marks: Sequence[Mark], first: int) -> int | None:
    """Where the mark at `first` stands a second time."""
    if first >= len(marks):
        return None
    key = (marks[first].sort, marks[first].value)
    return next((i for i in range(first + 1, len(marks)) if (marks[i].sort, marks[i].value) == key), None)
