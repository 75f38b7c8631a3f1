"""Every threshold that a user may set, its default and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from aratame.model import EditKind


@dataclass(frozen=True, slots=True)
class KnownRename:
    """A rename that is known before any text is read."""

    before: str
    after: str
    kind: EditKind
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What a user may set."""

    terms: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    renames: tuple[KnownRename, ...] = ()
