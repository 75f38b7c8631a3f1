"""Marks → clauses: each mark that its number bears out opens one; captions go to the clause after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Clause, ClauseKind, Marker, Span
from aratame.segmenting.grammar import PROVISIONS, Evidence, evidence
from aratame.segmenting.layout import caption_start, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.markers import Mark
    from aratame.segmenting.open_clauses import Open

    Opening = tuple[ClauseKind, Marker | None, int, int | None]
    """A clause that is known but for its end: kind, marker, start, the parent's position."""

NEW = tuple.__new__
"""Makes a named tuple in a fraction of the time, without the Python function that its class would call; for the tens of thousands only."""
WORDLESS = {"angle", "title", "entries"}
"""Sorts of headings that have no number."""


class Edition:
    """What is open in one language of a text: the clauses, their positions in the list of all, the last article's number."""

    __slots__ = ("article", "open", "positions")

    def __init__(self, outermost: Open) -> None:
        self.open = outermost
        self.positions: list[int] = []
        self.article: tuple[int, ...] = ()


def nest(text: str, marks: Sequence[Mark], outermost: Open) -> tuple[Clause, ...]:
    """The clauses that `marks` open in `text`; their own spans are contiguous and add up to the text. `outermost` is an `Open` of none.

    In an edition in two languages each has its own articles, and what is numbered below them belongs to the article of its own language.
    """
    openings: list[Opening] = []
    apart = len({mark.sign.english for mark in marks if mark.sign.sort == "article"}) > 1
    editions = (Edition(outermost), Edition(outermost))
    gap: Gap | None = Gap(0, None, inline=False)
    floor = 0
    headed = False  # whether the outermost items stand under a caption each: （施行期日） １　… （失効） ２　…
    for mark in marks:
        sign, start, at, end, firm, reach = mark
        edition = editions[apart and sign.english]
        kind, depth, then, captioned, ending = edition.open[sign]
        if not firm and evidence(edition.open.levels, depth, sign, edition.article) < Evidence.FIRST:
            continue
        if captioned or (kind is ClauseKind.ITEM and not openings):  # what stands over the first number is no remark on a clause above it
            start = caption_start(text, floor, start)
            headed = not captioned and start < mark.start
            if apart and start < mark.start:  # （目的） and (Purpose), each on its line
                start = caption_start(text, floor, start)
        elif headed and kind is ClauseKind.ITEM and not depth:
            caption = caption_start(text, floor, start)
            start = caption if text[floor:caption].rstrip().endswith("。") else start
        if gap is not None:
            _fill(text, gap, start, openings)
        positions = edition.positions
        parent = positions[depth - 1] if depth else None
        position = len(openings)
        marker = None if sign.sort in WORDLESS else NEW(Marker, (text[at:end], NEW(Span, (at, end))))
        openings.append((kind, marker, start, parent))
        positions[depth:] = (position,)  # what is childless, too: the next clause stands no deeper and takes its place
        edition.open = then
        if sign.sort in PROVISIONS:
            edition.article = sign.last if sign.sort == "article" else ()
        floor = (reach or end) if marker is None else end
        gap = _gap_after(mark, kind, position, parent) if ending else None
    if gap is not None:
        _fill(text, gap, len(text), openings)
    if text and not openings:  # nothing but blanks
        openings.append((ClauseKind.TEXT, None, 0, None))
    return _close(openings, len(text))


class Gap(NamedTuple):
    """A place from which on words without a number are text of its own, under `parent`; `inline` where a title comes first."""

    start: int
    parent: int | None
    inline: bool


def _gap_after(mark: Mark, kind: ClauseKind, position: int, parent: int | None) -> Gap:
    """Where plain text begins after the clause of `mark`, behind whose kind it may begin."""
    if kind is ClauseKind.ELISION:
        return Gap(mark.end, parent, inline=False)
    return Gap(mark.reach or mark.end, None if kind is ClauseKind.TOC else position, inline=mark.sign.sort != "angle")


def _fill(text: str, gap: Gap, end: int, openings: list[Opening]) -> None:
    """Open a text clause for each paragraph without a number between the gap's start and `end`."""
    openings.extend((ClauseKind.TEXT, None, start, gap.parent) for start in paragraphs(text, gap.start, end, inline=gap.inline))


def _close(openings: Sequence[Opening], length: int) -> tuple[Clause, ...]:
    """The clauses of `openings`, each ending where the next starts; the first starts at 0."""
    clauses: list[Clause] = []
    ends = [start for _, _, start, _ in openings[1:]]
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
            path += (marker.text,)
        end = ends[position]
        clauses.append(NEW(Clause, (position, kind, marker, NEW(Span, (start, end)), path, parent, depth)))
        start = end
    return tuple(clauses)
