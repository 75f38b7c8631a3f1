"""The steps in order: rows → cells → window → words → sentences → hunks → units → spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix, Prefix

from aratame.lexing import read_words, remembered, tokenise
from aratame.model import Span
from aratame.rewording.agreeing import agree
from aratame.rewording.bordering import cut_at_borders
from aratame.rewording.cells import cells
from aratame.rewording.lexical import lexical
from aratame.rewording.replacement import Replacement
from aratame.rewording.sentences import sentence_pairs
from aratame.rewording.shaping import shape
from aratame.rewording.sides import Sides
from aratame.rewording.spacing import weave
from aratame.rewording.table_rows import rows
from aratame.rewording.units import units
from aratame.rewording.window import windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.window import Window


def reword(before: str, after: str, *, before_borders: Sequence[int] = (), after_borders: Sequence[int] = ()) -> tuple[Replacement, ...]:
    """What of `before` gave way to what of `after`, in order, apart; between the replacements both sides are equal letter for letter.

    `before` and `after` are the joined own texts of a change's clauses, `before_borders` and `after_borders` the offsets at
    which one clause ends and the next begins; no replacement goes over one. Offsets count code points.
    """
    if before == after:
        return ()
    found = (
        _shift(replacement, b_start, a_start)
        for b_row, b_at, a_row, a_at in rows(before, after)
        if b_row != a_row
        for b_cell, b_start, a_cell, a_start in cells(b_row, b_at, a_row, a_at)
        if b_cell != a_cell
        for window in windows(b_cell, a_cell)
        for replacement in _in_window(b_cell, a_cell, window)
    )
    return tuple(cut_at_borders(found, before, after, before_borders, after_borders))


def _in_window(before: str, after: str, window: Window) -> Iterator[Replacement]:
    b, a = before[window.b0 : window.b1], after[window.a0 : window.a1]
    found = _in_words(b, a) if window.readable else (_whole(b, a),)
    return (_shift(replacement, window.b0, window.a0) for replacement in found)


def _whole(before: str, after: str) -> Replacement:
    """Everything but the equal ends."""
    head = Prefix.similarity(before, after)
    tail = min(Postfix.similarity(before, after), min(len(before), len(after)) - head)
    return Replacement(Span(head, len(before) - tail), Span(head, len(after) - tail))


@remembered(1024)
def _in_words(before: str, after: str) -> tuple[Replacement, ...]:
    """What gave way between two windows. One amendment rewords many clauses alike, so answers are kept."""
    return tuple(_compared(before, after))


def _compared(before: str, after: str) -> Iterator[Replacement]:
    b_dense, a_dense = "".join(before.split()), "".join(after.split())
    if b_dense == a_dense:
        return weave((before, ()), (after, ()), ())
    b_spaced, a_spaced = len(b_dense) < len(before), len(a_dense) < len(after)
    b_words, a_words = _but_space(tokenise(before, read=False), b_spaced), _but_space(tokenise(after, read=False), a_spaced)
    hunks = lexical(b_words, a_words)
    if hunks is None:
        b_words, a_words = agree(_but_space(read_words(before, b_words), b_spaced), _but_space(read_words(after, a_words), a_spaced))
        both = units(b_words), units(a_words)
        hunks = [hunk for b, a in sentence_pairs(b_words, a_words) for hunk in shape(Sides(b_words, a_words, both, b, a))]
    return weave((before, b_words), (after, a_words), hunks)


def _but_space(tokens: Sequence[Token], spaced: bool) -> Sequence[Token]:  # noqa: FBT001
    return [token for token in tokens if token.key] if spaced else tokens


def _shift(found: Replacement, b_by: int, a_by: int) -> Replacement:
    if not b_by and not a_by:
        return found
    b, a = found
    return Replacement(Span(b.start + b_by, b.end + b_by), Span(a.start + a_by, a.end + a_by))
