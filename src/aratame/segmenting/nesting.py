"""Marks → clauses: each mark that its number bears out opens one; captions go to the clause after them."""

from __future__ import annotations

from itertools import count, pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Clause, ClauseKind, Marker, Span
from aratame.segmenting.grammar import Evidence, evidence
from aratame.segmenting.layout import caption_start, paragraphs
from aratame.segmenting.markers import NEW

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aratame.segmenting.markers import Mark
    from aratame.segmenting.open_clauses import Open

    Above = tuple[int | None, tuple[str, ...]]
    """What a clause stands under: its parent's position and path."""
    Opening = tuple[ClauseKind, Marker | None, int, int | None, tuple[str, ...], int]
    """A clause that is known but for its end: kind, marker, start, the parent's position, path, depth."""

# What is asked of every mark; a class with a metaclass is slow to give its members.
ARTICLE, ITEM, SUPPL_PROVISION = ClauseKind.ARTICLE, ClauseKind.ITEM, ClauseKind.SUPPL_PROVISION
OUTSIDE: Above = (None, ())


class Edition:
    """What is open in one language of a text: the clauses, what stands under each by its depth, the last article's number.

    What stood under clauses that are closed again is left where it is: nothing asks for it before another takes its place.
    """

    __slots__ = ("above", "article", "open")

    def __init__(self, outermost: Open) -> None:
        self.open = outermost
        self.above = {0: OUTSIDE}
        self.article: tuple[int, ...] = ()


def nest(text: str, marks: Sequence[Mark], outermost: Open) -> tuple[Clause, ...]:
    """The clauses that `marks` open in `text`; their own spans are contiguous and add up to the text. `outermost` is an `Open` of none.

    In an edition in two languages each has its own articles, and what is numbered below them belongs to the article of its own language.
    """
    openings: list[Opening] = []
    apart = len({mark.sign.english for mark in marks if mark.sign.sort == "article"}) > 1
    editions = (Edition(outermost), Edition(outermost))
    gap: Gap | None = Gap(0, OUTSIDE, 0, inline=False)
    floor = 0
    headed = False  # whether the outermost items stand under a caption each: （施行期日） １　… （失効） ２　…
    for mark in marks:
        sign, start, at, end, firm, reach = mark
        edition = editions[apart and sign.english]
        kind, depth, then, captioned, numbered, ending = edition.open[sign]
        if not firm and evidence(edition.open.levels, depth, sign, edition.article) < Evidence.FIRST:
            continue
        if captioned or (kind is ITEM and not openings):  # what stands over the first number is no remark on a clause above it
            start = caption_start(text, floor, start)
            headed = not captioned and start < mark.start
            if apart and start < mark.start:  # （目的） and (Purpose), each on its line
                start = caption_start(text, floor, start)
        elif headed and kind is ITEM and not depth:
            caption = caption_start(text, floor, start)
            start = caption if text[floor:caption].rstrip().endswith("。") else start
        if gap is not None:
            _fill(text, gap, start, openings)
        parent, path = edition.above[depth]
        marker = None
        if numbered:
            words = text[at:end]
            marker = NEW(Marker, (words, NEW(Span, (at, end))))
            path += (words,)
        # What is childless, too: the next clause stands no deeper and takes its place.
        edition.above[depth + 1] = (len(openings), path)
        openings.append((kind, marker, start, parent, path, depth))
        edition.open = then
        if kind is ARTICLE:
            edition.article = sign.last
        elif kind is SUPPL_PROVISION:
            edition.article = ()
        floor = end if numbered else reach or end
        gap = _gap_after(mark, kind, edition.above, depth) if ending else None
    if gap is not None:
        _fill(text, gap, len(text), openings)
    if text and not openings:  # nothing but blanks
        openings.append((ClauseKind.TEXT, None, 0, *OUTSIDE, 0))
    return _close(openings, len(text))


class Gap(NamedTuple):
    """A place from which on words without a number are text of its own, under what is `above` it; `inline` where a title comes first."""

    start: int
    above: Above
    depth: int
    inline: bool


def _gap_after(mark: Mark, kind: ClauseKind, above: Mapping[int, Above], depth: int) -> Gap:
    """Where plain text begins after the clause of `mark`, the innermost of those `above`, behind whose kind it may begin."""
    if kind is ClauseKind.ELISION:
        return Gap(mark.end, above[depth], depth, inline=False)
    start, inline = mark.reach or mark.end, mark.sign.sort != "angle"
    return Gap(start, OUTSIDE, 0, inline) if kind is ClauseKind.TOC else Gap(start, above[depth + 1], depth + 1, inline)


def _fill(text: str, gap: Gap, end: int, openings: list[Opening]) -> None:
    """Open a text clause for each paragraph without a number between the gap's start and `end`."""
    starts = paragraphs(text, gap.start, end, inline=gap.inline)
    openings.extend((ClauseKind.TEXT, None, start, *gap.above, gap.depth) for start in starts)


def _close(openings: Sequence[Opening], length: int) -> tuple[Clause, ...]:
    """The clauses of `openings`, each ending where the next starts; the first starts at 0."""
    if not openings:
        return ()
    kinds, markers, starts, parents, paths, depths = zip(*openings, strict=True)
    borders = (0, *starts[1:], length)
    spans = map(NEW, repeat(Span), pairwise(borders))
    return tuple(map(NEW, repeat(Clause), zip(count(), kinds, markers, spans, paths, parents, depths, strict=False)))
