"""Marks → clauses: which mark opens a clause, of what kind, under which parent."""

from __future__ import annotations

import re
from typing import NamedTuple

from aratame.model import Clause, ClauseKind, Marker, Span
from aratame.segmenting.markers import Mark  # noqa: TC001

RANKS = {"suppl": 0, "table": 0, "part": 1, "chapter": 2, "section": 3, "subsection": 4, "division": 5, "article": 6}
KINDS = {
    "suppl": ClauseKind.SUPPL_PROVISION,
    "table": ClauseKind.APPDX_TABLE,
    "toc": ClauseKind.TOC,
    "part": ClauseKind.PART,
    "chapter": ClauseKind.CHAPTER,
    "section": ClauseKind.SECTION,
    "subsection": ClauseKind.SUBSECTION,
    "division": ClauseKind.DIVISION,
    "article": ClauseKind.ARTICLE,
    "bullet": ClauseKind.BULLET,
    "note": ClauseKind.NOTE,
    "elision": ClauseKind.ELISION,
}
HEADINGS = {"dai", "roman", "angle", "markdown"}
CAPTION = re.compile(r"[ \t\u3000]*[（(][^\r\n]*[）)][ \t\u3000]*(?:\r\n|\r|\n)\s*\Z")


class Level(NamedTuple):
    """An open clause: its sort, its number, its indentation, its place in the list of clauses."""

    sort: str
    kind: ClauseKind
    value: tuple[int, ...] | None
    indent: int
    position: int


class Opening(NamedTuple):
    """A clause that is known but for its end."""

    kind: ClauseKind
    marker: Marker | None
    start: int
    parent: int | None


def nest(text: str, marks: list[Mark]) -> tuple[Clause, ...]:
    """The clauses that `marks` open in `text`; their own spans are contiguous and add up to the text."""
    if not text:
        return ()
    lawful = any(mark.sort in ("article", "suppl") for mark in marks)
    openings: list[Opening] = []
    stack: list[Level] = []
    if not marks or text[: marks[0].start].strip():
        openings.append(Opening(ClauseKind.TEXT, None, 0, None))
    for mark in marks:
        _open(text, mark, openings, stack, lawful=lawful)
    return _close(openings, len(text))


def _open(text: str, mark: Mark, openings: list[Opening], stack: list[Level], *, lawful: bool) -> None:
    rank = RANKS.get(mark.sort)
    if rank is not None:
        while stack and RANKS.get(stack[-1].sort, 9) >= rank:
            stack.pop()
        kind = KINDS[mark.sort]
    else:
        kind = _dynamic(mark, stack, lawful=lawful)
    parent = stack[-1].position if stack else None
    start = mark.start
    if openings and kind in (ClauseKind.ARTICLE, ClauseKind.PARAGRAPH):
        start = _caption(text, openings[-1].marker.span.end if openings[-1].marker else openings[-1].start, start)
    position = len(openings)
    openings.append(Opening(kind, Marker(text[mark.at : mark.end], Span(mark.at, mark.end)), start, parent))
    stack.append(Level(mark.sort, kind, mark.value, mark.indent, position))


def _caption(text: str, floor: int, start: int) -> int:
    """Where the caption on the line before `start` begins, or `start`."""
    end = start
    while end > floor and text[end - 1] in "\r\n 　\t":
        end -= 1
    if text[end - 1] not in "）)":
        return start
    line = max(text.rfind("\n", floor, end), text.rfind("\r", floor, end)) + 1
    if line <= floor or text[line:end].lstrip()[:1] not in "（(":
        return start
    return line


def _dynamic(mark: Mark, stack: list[Level], *, lawful: bool) -> ClauseKind:
    """The kind of a mark below the articles; pops what it closes."""
    sort = mark.sort
    for depth in range(len(stack) - 1, -1, -1):
        level = stack[depth]
        if level.sort == sort:
            del stack[depth:]
            return level.kind
        if RANKS.get(level.sort) is not None:
            break
    kinds = {level.kind for level in stack}
    under = bool(stack) and bool({ClauseKind.ARTICLE, ClauseKind.SUPPL_PROVISION} & kinds)
    if sort in KINDS:
        return KINDS[sort]
    if sort in HEADINGS:
        return ClauseKind.HEADING
    if not (lawful and under):
        return ClauseKind.ITEM
    if sort in ("digit", "circled") and not (sort == "circled" and ClauseKind.ITEM in kinds):
        while stack and stack[-1].kind in (ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM):
            stack.pop()
        return ClauseKind.PARAGRAPH
    if sort == "kanji":
        while stack and stack[-1].kind in (ClauseKind.ITEM, ClauseKind.SUBITEM):
            stack.pop()
        return ClauseKind.ITEM
    if sort == "paren" and ClauseKind.ITEM not in kinds and ClauseKind.SUBITEM not in kinds:
        return ClauseKind.ITEM
    return ClauseKind.SUBITEM


def _close(openings: list[Opening], length: int) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    last = len(openings) - 1
    for position, (kind, marker, start, parent) in enumerate(openings):
        end = openings[position + 1].start if position < last else length
        path: tuple[str, ...] = ()
        depth = 0
        if parent is not None:
            path = clauses[parent].path
            depth = clauses[parent].depth + 1
        if marker is not None:
            path = (*path, marker.text)
        clauses.append(Clause(position, kind, marker, Span(start if position else 0, end), path, parent, depth))
    return tuple(clauses)
