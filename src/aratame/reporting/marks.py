"""A change → pieces of its text, each the same on both sides or an edit: what the marks are drawn from.

Characters stand here as in the document; `paint` makes them safe.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from aratame.model import Change, Clause, Edit
    from aratame.reporting.passages import Passage

    Divide = Callable[[str, str], Iterator[tuple[str, str]]]


class Mark(Enum):
    """What a piece is."""

    SAME = "same"
    CHANGED = "changed"
    FOLDED = "folded"


class Piece(NamedTuple):
    """A stretch of both sides. `edit` is the edit it belongs to; what is FOLDED shows its `after`, a word of ours."""

    mark: Mark
    before: str
    after: str
    edit: Edit | None = None


class _Side:
    """The own texts of a change's clauses on one side, joined, and where a span of the document lies in them."""

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self.text = "".join(text[slice(*clause.span)] for clause in clauses)
        self._clauses = clauses

    def place(self, position: int) -> int:
        """The place in the joined text of a code point of the document."""
        offset = 0
        for clause in self._clauses:
            if position <= clause.span.end:
                return offset + max(0, position - clause.span.start)
            offset += clause.span.end - clause.span.start
        return offset


def pieces(passage: Passage, change: Change, edits: AbstractSet[Edit], divide: Divide | None = None) -> list[Piece]:
    """The text of a change in order, those of its edits that are in `edits` marked.

    `divide` cuts an edit finer: it yields pairs of before and after texts, of which equal ones are left unmarked.
    """
    before, after = _Side(passage.before, change.before), _Side(passage.after, change.after)
    out: list[Piece] = []
    b_done = a_done = 0
    for edit in change.edits:
        if edit not in edits:
            continue
        b_start, b_end = (before.place(at) for at in edit.before.span)
        a_start, a_end = (after.place(at) for at in edit.after.span)
        out.append(Piece(Mark.SAME, before.text[b_done:b_start], after.text[a_done:a_start]))
        b_done, a_done = b_end, a_end
        out += _edited(before.text[b_start:b_end], after.text[a_start:a_end], edit, divide)
    out.append(Piece(Mark.SAME, before.text[b_done:], after.text[a_done:]))
    return [piece for piece in out if piece.before or piece.after]


def _edited(before: str, after: str, edit: Edit, divide: Divide | None) -> Iterator[Piece]:
    """The pieces of one edit."""
    if divide is None or not before or not after:
        yield Piece(Mark.CHANGED, before, after, edit)
        return
    for old, new in divide(before, after):
        yield Piece(Mark.SAME if old == new else Mark.CHANGED, old, new, edit)
