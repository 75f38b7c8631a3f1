"""What a check found."""

from enum import StrEnum
from typing import NamedTuple

from aratame.model.texts import Words


class Severity(StrEnum):
    """How much a finding weighs; a hint does not fail a check."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Finding(NamedTuple):
    """What a check found. `line` and `column` count from 1, in code points; `row` is None outside tables."""

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    row: int | None
    message: Words
