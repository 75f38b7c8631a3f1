"""What saying anything about an answer needs, whatever it is said on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aratame.model import Words
    from aratame.reporting import Wishes
    from aratame.reporting.passages import Passage


class Telling(Protocol):
    """What stands where, and how the reader wants it said."""

    @property
    def passages(self) -> Mapping[int | None, Passage]:
        """The passages of the answer by row number."""

    @property
    def wishes(self) -> Wishes:
        """How the reader wants the report."""

    def say(self, words: Words, *values: object, **named: object) -> str:
        """`words` in the report's language, filled in."""
