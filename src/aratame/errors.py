"""The exceptions that a caller may meet. Each says what, where and what to do, in both languages.

AratameError
├── ReadError      a file cannot be read: missing, binary, undecodable, damaged
├── TableError     a table has no before or after column, or a row whose sides cannot be told apart
├── ConfigError    the configuration is wrong; every problem at once
└── UsageError     what was asked for cannot be done: `diff - -`, an unknown suffix, `-o` on an input
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Sequence


class AratameError(Exception):
    """Something that the user has to mend. `words` is one line in both languages; str() gives the Japanese one."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(ja)
        self.words = Words(ja, en)


class ReadError(AratameError):
    """A file cannot be read."""


class TableError(AratameError):
    """A table is no before/after table, or a row of it cannot be understood."""


class UsageError(AratameError):
    """The arguments ask for something that cannot be done."""


class ConfigError(AratameError):
    """The configuration is wrong. `problems` holds every problem that was found."""

    def __init__(self, problems: Sequence[Words]) -> None:
        super().__init__("；".join(p.ja for p in problems), "; ".join(p.en for p in problems))
        self.problems = tuple(problems)
