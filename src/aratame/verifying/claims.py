"""Rows of a table → claims: what each row quotes of either document and where it stands there.

    before cell  市長は、三十日以内に……      one place in the before document
    after cell   市長は、六十日以内に……      one place in the after document

A short cell (三年) may stand in many places. Of those the one is meant where the documents differ, where no row above has claimed the change yet,
and whose clause the row's 項目 names.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Span
from aratame.verifying.folding import Folded, without_space
from aratame.verifying.locating import locate
from aratame.verifying.quotations import parts, quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.model import Change, Clause, Diff, Edit, Row, Table
    from aratame.verifying.locating import Located

BEFORE, AFTER = 0, 1


class Quotation(NamedTuple):
    """Words that a cell quotes, without white space, and where they stand; None where they do not."""

    words: str
    located: Located | None


@dataclass(frozen=True, slots=True)
class Made:
    """An edit between the documents, with its folded spans on either side."""

    edit: Edit
    change: Change
    spans: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row says: its quotations on either side, the folded places that they stand for, and the edits there."""

    row: Row
    quoted: tuple[tuple[Quotation, ...], tuple[Quotation, ...]]
    places: tuple[tuple[Span, ...], tuple[Span, ...]]
    edits: tuple[Made, ...]


class Pages:
    """Both documents folded, and the edits between them."""

    def __init__(self, diff: Diff) -> None:
        self.folded = (Folded(diff.before.text), Folded(diff.after.text))
        self._clauses = (diff.before_clauses, diff.after_clauses)
        self._starts = tuple([clause.span.start for clause in clauses] for clauses in self._clauses)
        self.made = tuple(self._made(change, edit) for change in diff.changes for edit in change.edits)

    def clause_at(self, side: int, folded: int) -> Clause | None:
        """The clause in whose own text a folded place of `side` lies."""
        place = self.folded[side].original(Span(folded, folded + 1)).start
        number = bisect_right(self._starts[side], place) - 1
        return self._clauses[side][number] if number >= 0 else None

    def _made(self, change: Change, edit: Edit) -> Made:
        spans = (self.folded[BEFORE].folded(edit.before.span), self.folded[AFTER].folded(edit.after.span))
        return Made(edit, change, spans)


def claims_of(table: Table, pages: Pages) -> tuple[Claim, ...]:
    """The claims of the rows, in order."""
    claims: list[Claim] = []
    claimed: set[int] = set()
    for row in table.rows:
        claim = _claim(row, pages, claimed)
        claimed |= {id(made) for made in claim.edits}
        claims.append(claim)
    return tuple(claims)


def _claim(row: Row, pages: Pages, claimed: set[int]) -> Claim:
    """The claim of a row when the rows above have claimed the edits in `claimed`."""
    quoted = [tuple(_quoted(cell, folded)) for cell, folded in zip((row.before, row.after), pages.folded, strict=True)]
    anchor = _anchor(row, quoted, pages, claimed)
    places = tuple(tuple(_places(side, quoted[side], anchor)) for side in (BEFORE, AFTER))
    edits = tuple(made for made in pages.made if any(_touches(made.spans[side], places[side]) for side in (BEFORE, AFTER)))
    return Claim(row, (quoted[BEFORE], quoted[AFTER]), (places[BEFORE], places[AFTER]), edits)


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


def _anchor(row: Row, quoted: Sequence[Sequence[Quotation]], pages: Pages, claimed: set[int]) -> Made | None:
    """The edit that the row most likely means: one that fits both cells, not yet claimed, in a clause that the item names."""
    fitting = [made for made in pages.made if all(_fits(made.spans[side], quoted[side]) for side in (BEFORE, AFTER))]
    item = without_space(row.cells.get("item", ""))

    def merit(made: Made) -> tuple[bool, int]:
        clauses = made.change.after or made.change.before
        named = sum(marker in item for marker in clauses[0].path) if item and clauses else 0
        return id(made) not in claimed, named

    return max(fitting, key=merit, default=None)  # of equals, the first


def _fits(span: Span, quoted: Sequence[Quotation]) -> bool:
    """Whether one of the quotations may hold `span`; an empty one goes with a cell that quotes nothing."""
    if not quoted:
        return span.start == span.end
    return any(_holds(place, span) for quotation in quoted if quotation.located for place in quotation.located.spans)


def _places(side: int, quoted: Iterable[Quotation], anchor: Made | None) -> Iterable[Span]:
    """A place for each quotation that has any: the one that holds the anchor, else the first behind the last."""
    last = 0
    for quotation in quoted:
        if quotation.located:
            spans = quotation.located.spans
            holding = [span for span in spans if anchor and _holds(span, anchor.spans[side])]
            behind = [span for span in spans if span.start >= last]
            chosen = (holding or behind or spans)[0]
            last = chosen.end
            yield chosen


def _holds(place: Span, span: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _touches(span: Span, places: Sequence[Span]) -> bool:
    """Whether some of what stands at `span` stands at one of `places` too."""
    return any(max(span.start, place.start) < min(span.end, place.end) for place in places)
