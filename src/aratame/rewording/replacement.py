"""What rewording answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from aratame.model import Span


class Replacement(NamedTuple):
    """The words at `before` gave way to those at `after`; one of the spans may be empty. Code points of the two texts given."""

    before: Span
    after: Span


class Hunk(NamedTuple):
    """A difference in words: `before[b0:b1]` against `after[a0:a1]`, indexes into two lists of words."""

    b0: int
    b1: int
    a0: int
    a1: int

    def turned(self) -> Hunk:
        """The same difference read backwards."""
        return Hunk(self.a0, self.a1, self.b0, self.b1)
