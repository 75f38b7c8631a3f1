"""Edits of a whole document or table → renames, and the places where the old name was left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.config import Config
    from aratame.model import Change, Clause, Rename


class Passage(NamedTuple):
    """What is searched for renames: the changes of one row or document, and its after text with its clauses."""

    row: int | None
    changes: Sequence[Change]
    after: str
    after_clauses: Sequence[Clause]


def gather(passages: Sequence[Passage], config: Config) -> tuple[Rename, ...]:
    """The renames over all passages."""
    return ()
