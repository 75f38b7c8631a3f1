"""Marks → marks without those that are lines of a table of contents, and without those inside appended tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aratame.segmenting.markers import Mark

GROUPS = {"part", "chapter", "section", "subsection", "division"}
BLOCK_ENDS = {"suppl", "table"}


def without_contents(marks: list[Mark]) -> list[Mark]:
    """The marks that stand outside 目次, 別表 and 様式."""
    kept: list[Mark] = []
    listed: Mark | None = None
    inside = ""
    for mark in marks:
        if inside == "toc":
            if listed is None and mark.sort in GROUPS:
                listed = mark
                continue
            repeated = listed is not None and (mark.sort, mark.value) == (listed.sort, listed.value)
            if not repeated and (mark.sort in GROUPS or mark.sort == "suppl"):
                continue
        elif inside == "table" and mark.sort not in BLOCK_ENDS:
            continue
        inside = mark.sort if mark.sort in ("toc", "table") else ""
        listed = None
        kept.append(mark)
    return kept
