"""The steps in order: window → words → sentences → hunks → units → spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort, Token, tokenise
from aratame.model import Span
from aratame.rewording.agreeing import agree
from aratame.rewording.bordering import cut_at_borders
from aratame.rewording.sentences import sentence_pairs
from aratame.rewording.shaping import Sides, shape
from aratame.rewording.spacing import weave
from aratame.rewording.units import units
from aratame.rewording.window import window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.rewording.replacement import Replacement


def reword(before: str, after: str, *, before_borders: Sequence[int] = (), after_borders: Sequence[int] = ()) -> tuple[Replacement, ...]:
    """What of `before` gave way to what of `after`, in order, apart; between the replacements both sides are equal letter for letter.

    `before` and `after` are the joined own texts of a change's clauses, `before_borders` and `after_borders` the offsets at
    which one clause ends and the next begins; no replacement goes over one. Offsets count code points.
    """
    if before == after:
        return ()
    left, b_end, a_end = window(before, after)
    b_words, a_words = agree(_words(before[left:b_end]), _words(after[left:a_end]))
    both = units(b_words), units(a_words)
    pairs = sentence_pairs(b_words, a_words)
    hunks = [hunk for b, a in pairs for hunk in shape(Sides(b_words, a_words, both, b, a))]
    found = weave((before[left:b_end], b_words), (after[left:a_end], a_words), hunks)
    moved = (_shift(r, left) for r in found)
    return tuple(cut_at_borders(moved, before, after, before_borders, after_borders))


def _words(text: str) -> list[Token]:
    return [token for token in tokenise(text) if token.sort is not Sort.SPACE]


def _shift(replacement: Replacement, by: int) -> Replacement:
    return replacement._replace(
        before=Span(replacement.before.start + by, replacement.before.end + by),
        after=Span(replacement.after.start + by, replacement.after.end + by),
    )
