"""Marks → clauses: each mark that its number bears out opens one; captions go to the clause after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Clause, ClauseKind, Marker, Span
from aratame.segmenting.grammar import CHILDLESS, PROVISIONS, Evidence, evidence, opened, place
from aratame.segmenting.layout import caption_start, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.grammar import Level
    from aratame.segmenting.markers import Mark

WORDLESS = {"angle", "title", "entries"}
"""Sorts of headings that have no number."""
BARE = {
    ClauseKind.PART,
    ClauseKind.CHAPTER,
    ClauseKind.SECTION,
    ClauseKind.SUBSECTION,
    ClauseKind.DIVISION,
    ClauseKind.HEADING,
    ClauseKind.TOC,
}
"""Kinds whose own text is one line; what stands below it without a number is text of its own."""
ENDING = BARE | {ClauseKind.ELISION}
"""Kinds behind whose clauses text of its own may begin."""
CAPTIONED = {ClauseKind.ARTICLE, ClauseKind.PARAGRAPH}


class Opening(NamedTuple):
    """A clause that is known but for its end."""

    kind: ClauseKind
    marker: Marker | None
    start: int
    parent: int | None


def nest(text: str, marks: Sequence[Mark]) -> tuple[Clause, ...]:
    """The clauses that `marks` open in `text`; their own spans are contiguous and add up to the text.

    In an edition in two languages each has its own articles, and what is numbered below them belongs to the article of its own language.
    """
    openings: list[Opening] = []
    apart = len({mark.english for mark in marks if mark.sort == "article"}) > 1
    stacks: dict[bool, list[Level]] = {False: [], True: []}
    articles: dict[bool, tuple[int, ...]] = {False: (), True: ()}
    gap: Gap | None = Gap(0, None, inline=False)
    for mark in marks:
        language = apart and mark.english
        stack = stacks[language]
        depth, kind = place(stack, mark)
        if not mark.firm and evidence(stack, depth, mark, articles[language]) < Evidence.FIRST:
            continue
        floor = openings[-1].marker.span.end if openings and openings[-1].marker else gap.start if gap else 0
        start = caption_start(text, floor, mark.start) if kind in CAPTIONED else mark.start
        if apart and start < mark.start:  # （目的） and (Purpose), each on its line
            start = caption_start(text, floor, start)
        _fill(text, gap, start, openings)
        parent = stack[depth - 1].position if depth else None
        position = len(openings)
        marker = None if mark.sort in WORDLESS else Marker(text[mark.at : mark.end], Span(mark.at, mark.end))
        openings.append(Opening(kind, marker, start, parent))
        stack[depth:] = [] if mark.sort in CHILDLESS else [opened(stack, depth, kind, mark, position)]
        if mark.sort in PROVISIONS:
            articles[language] = mark.last if mark.sort == "article" else ()
        gap = _gap_after(mark, kind, position, parent)
    _fill(text, gap, len(text), openings)
    if text and not openings:  # nothing but blanks
        openings.append(Opening(ClauseKind.TEXT, None, 0, None))
    return _close(openings, len(text))


class Gap(NamedTuple):
    """A place from which on words without a number are text of its own, under `parent`; `inline` where a title comes first."""

    start: int
    parent: int | None
    inline: bool


def _gap_after(mark: Mark, kind: ClauseKind, position: int, parent: int | None) -> Gap | None:
    """Where plain text begins after the clause of `mark`; None where it belongs to the clause itself."""
    if kind not in ENDING:
        return None
    if kind is ClauseKind.ELISION:
        return Gap(mark.end, parent, inline=False)
    return Gap(mark.reach or mark.end, None if kind is ClauseKind.TOC else position, inline=mark.sort != "angle")


def _fill(text: str, gap: Gap | None, end: int, openings: list[Opening]) -> None:
    """Open a text clause for each paragraph without a number between the gap's start and `end`."""
    if gap is not None:
        starts = paragraphs(text, gap.start, end, inline=gap.inline)
        openings.extend(Opening(ClauseKind.TEXT, None, start, gap.parent) for start in starts)


def _close(openings: Sequence[Opening], length: int) -> tuple[Clause, ...]:
    """The clauses of `openings`, each ending where the next starts; the first starts at 0."""
    clauses: list[Clause] = []
    ends = [opening.start for opening in openings[1:]]
    ends.append(length)
    start = 0
    for position, (kind, marker, _, parent) in enumerate(openings):
        path: tuple[str, ...] = ()
        depth = 0
        if parent is not None:
            above = clauses[parent]
            path = above.path
            depth = above.depth + 1
        if marker is not None:
            path = (*path, marker.text)
        end = ends[position]
        clauses.append(Clause(position, kind, marker, Span(start, end), path, parent, depth))
        start = end
    return tuple(clauses)
