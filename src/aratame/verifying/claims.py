"""Rows of a table → claims: what each row quotes of either document and where it stands there.

    before cell  市長は、三十日以内に……      one place in the before document
    after cell   市長は、六十日以内に……      one place in the after document

A short cell (三年) may stand in many places. Of those the one is meant where the documents differ, where no row above has claimed the change yet,
and whose clause the row's 項目 names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from aratame.verifying.folding import Folded, without_space
from aratame.verifying.locating import locate
from aratame.verifying.quotations import parts, quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.model import Change, Diff, Edit, Row, Span, Table
    from aratame.verifying.locating import Located

BEFORE, AFTER = 0, 1


class Quotation(NamedTuple):
    """Words that a cell quotes, without white space, and where they stand; None where they do not."""

    words: str
    located: Located | None


Quoted = tuple[tuple[Quotation, ...], tuple[Quotation, ...]]
"""What the two cells of a row quote."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edit between the documents, with its number among them and its folded spans on either side."""

    number: int
    edit: Edit
    change: Change
    spans: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row says: its quotations on either side, the folded places that they stand for, and the numbers of the edits there."""

    row: Row
    quoted: Quoted
    places: tuple[tuple[Span, ...], tuple[Span, ...]]
    edits: frozenset[int]


class Pages:
    """Both documents folded, and the edits between them. Long tables repeat their cells, so what was found for a cell is kept."""

    def __init__(self, diff: Diff) -> None:
        self._quoted: dict[tuple[int, str], tuple[Quotation, ...]] = {}
        self._fitting: dict[tuple[tuple[str, ...], ...], tuple[Made, ...]] = {}
        self.folded = (Folded(diff.before.text), Folded(diff.after.text))
        edits = ((change, edit) for change in diff.changes for edit in change.edits)
        self.made = tuple(self._made(number, change, edit) for number, (change, edit) in enumerate(edits))
        self._ordered = (sorted(self.made, key=lambda made: made.spans[BEFORE]), sorted(self.made, key=lambda made: made.spans[AFTER]))

    def near(self, side: int, place: Span) -> Iterator[Made]:
        """The edits of which something stands at a folded place of `side` or next to it."""
        ordered = self._ordered[side]
        first = bisect_left(ordered, place.start, key=lambda made: made.spans[side].start)
        last = bisect_right(ordered, place.end, key=lambda made: made.spans[side].start)
        yield from ordered[max(0, first - 1) : last]  # edits do not overlap, so that only the one before can reach in

    def quoted(self, side: int, cell: str) -> tuple[Quotation, ...]:
        """What a cell quotes of the document of `side`."""
        if (side, cell) not in self._quoted:
            self._quoted[side, cell] = tuple(_quoted(cell, self.folded[side]))
        return self._quoted[side, cell]

    def fitting(self, quoted: Quoted) -> tuple[Made, ...]:
        """The edits that what both cells quote may hold."""
        words = tuple(tuple(quotation.words for quotation in side) for side in quoted)
        if words not in self._fitting:
            self._fitting[words] = tuple(_fitting(quoted, self))
        return self._fitting[words]

    def _made(self, number: int, change: Change, edit: Edit) -> Made:
        spans = (self.folded[BEFORE].folded(edit.before.span), self.folded[AFTER].folded(edit.after.span))
        return Made(number, edit, change, spans)


def claims_of(table: Table, pages: Pages) -> tuple[Claim, ...]:
    """The claims of the rows, in order."""
    claims: list[Claim] = []
    claimed: set[int] = set()
    for row in table.rows:
        claim = _claim(row, pages, claimed)
        claimed |= claim.edits
        claims.append(claim)
    return tuple(claims)


def _claim(row: Row, pages: Pages, claimed: set[int]) -> Claim:
    """The claim of a row when the rows above have claimed the edits in `claimed`."""
    quoted = (pages.quoted(BEFORE, row.before), pages.quoted(AFTER, row.after))
    anchor = _anchor(row, quoted, pages, claimed)
    places = tuple(tuple(_places(side, quoted[side], anchor)) for side in (BEFORE, AFTER))
    near = [
        made for side in (BEFORE, AFTER) for place in places[side] for made in pages.near(side, place) if _touches(made.spans[side], place)
    ]
    return Claim(row, quoted, (places[BEFORE], places[AFTER]), frozenset(made.number for made in near))


def _quoted(cell: str, document: Folded) -> Iterator[Quotation]:
    """What a cell quotes of `document`. A piece that does not stand there as a whole is taken part by part if each part does."""
    for piece in quotations(cell):
        whole = without_space(piece)
        located = locate(whole, document)
        if not located or located.drifts:
            apart = [Quotation(words, locate(words, document)) for words in map(without_space, parts(piece))]
            if len(apart) > 1 and all(each.located and not each.located.drifts for each in apart):
                yield from apart
                continue
        yield Quotation(whole, located)


def _anchor(row: Row, quoted: Quoted, pages: Pages, claimed: set[int]) -> Made | None:
    """The edit that the row most likely means: one that fits both cells, not yet claimed, in a clause that the item names.

    None where there is nothing to choose.
    """
    if all(len(quotation.located.spans) == 1 for side in quoted for quotation in side if quotation.located):
        return None
    item = without_space(row.cells.get("item", ""))

    def merit(made: Made) -> tuple[bool, int]:
        clauses = made.change.after or made.change.before
        named = sum(marker in item for marker in clauses[0].path) if item and clauses else 0
        return made.number not in claimed, named

    return max(pages.fitting(quoted), key=merit, default=None)  # of equals, the first


def _fitting(quoted: Quoted, pages: Pages) -> Iterator[Made]:
    """The edits that both cells may hold, in order, looked for from the side on which the words are rarer."""
    spans = [[span for quotation in side if quotation.located for span in quotation.located.spans] for side in quoted]
    rarer = min((side for side in (BEFORE, AFTER) if spans[side]), key=lambda side: len(spans[side]))
    candidates = {made.number: made for span in spans[rarer] for made in pages.near(rarer, span)}
    for number in sorted(candidates):
        if all(_fits(candidates[number].spans[side], quoted[side]) for side in (BEFORE, AFTER)):
            yield candidates[number]


def _fits(span: Span, quoted: Sequence[Quotation]) -> bool:
    """Whether one of the quotations may hold `span`; an empty one goes with a cell that quotes nothing."""
    if not quoted:
        return span.start == span.end
    return any(quotation.located and _holding(quotation.located.spans, span) for quotation in quoted)


def _places(side: int, quoted: Iterable[Quotation], anchor: Made | None) -> Iterable[Span]:
    """A place for each quotation that has any: the one that holds the anchor, else the first behind the last."""
    last = 0
    for quotation in quoted:
        if quotation.located:
            spans = quotation.located.spans
            holding = _holding(spans, anchor.spans[side]) if anchor else None
            behind = bisect_left(spans, last, key=lambda span: span.start)
            chosen = holding or spans[behind if behind < len(spans) else 0]
            last = chosen.end
            yield chosen


def _holding(places: Sequence[Span], span: Span) -> Span | None:
    """Which of `places` holds `span`. They are as long as each other and in order, so that the last one that may begin early enough decides."""
    at = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return places[at] if at >= 0 and span.end <= places[at].end else None


def _touches(span: Span, place: Span) -> bool:
    """Whether some of what stands at `span` stands at `place` too."""
    return max(span.start, place.start) < min(span.end, place.end)
