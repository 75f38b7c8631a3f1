"""What printing anything of a report needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aratame.model import Words
    from aratame.reporting import Wishes
    from aratame.reporting.marks import Divide
    from aratame.reporting.passages import Passage
    from aratame.reporting.terminal.page import Page

INDENT = 4
"""Columns by which what belongs to an entry stands in."""


class View(NamedTuple):
    """The page, what stands where, and how the reader wants it."""

    page: Page
    passages: Mapping[int | None, Passage]
    wishes: Wishes
    divide: Divide | None = None

    def say(self, words: Words, *values: object, **named: object) -> str:
        """`words` in the report's language, filled in."""
        return words.to(self.wishes.language).format(*values, **named)
