"""Answers → findings; one file per check, in the order of `TABLE_CHECKS`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.checking import no_visible_change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aratame.config import Config
    from aratame.model import Finding, TableDiff

TABLE_CHECKS: tuple[Callable[[TableDiff, Config], Iterator[Finding]], ...] = (no_visible_change.check,)


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:
    """What a reviewer of a before/after table should look at, check by check, row by row."""
    for check in TABLE_CHECKS:
        yield from check(diff, config)
