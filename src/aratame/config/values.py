"""What a user may set, each with what holds where nothing was set."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from aratame.layouts import Layout
from aratame.model import EditKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from aratame.model import Severity

FILE = "aratame.toml"
PROJECT_FILE = "pyproject.toml"
RENAMED = (EditKind.TERM, EditKind.ORGANIZATION, EditKind.CITATION)
"""Kinds of which a rename can be."""

MAX_UNPACKED = 400
"""Megabytes that a Word or Excel file may unpack to: the largest 評価書 and 例規集 with their pictures stay below 100."""
MAX_RATIO = 300
"""Times its size that a part of it may unpack to: sheets of ten thousand alike rows pack to about a hundredth, and a bomb of repeated
bytes comes near a thousandth, the most that deflate can do."""


class KnownRename(NamedTuple):
    """A rename that is known before any text is read; `date` is the day from which the new name holds."""

    before: str
    after: str
    kind: EditKind
    date: dt.date | None = None


class Thresholds(NamedTuple):
    """Numbers on which a decision turns. Both err on the side of silence: one occurrence proves no intention."""

    left_behind: int = 2
    citation_rename: int = 2


class Checks(NamedTuple):
    """Which of the checks are not made, how much others weigh, and the names to use with those to avoid in their place."""

    disable: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    terms: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Config(NamedTuple):
    """What a user may set. A `Config()` is what holds where nothing was set."""

    terms: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    renames: tuple[KnownRename, ...] = ()
    ignore: tuple[EditKind, ...] = ()
    user_dictionaries: tuple[Path, ...] = ()
    thresholds: Thresholds = Thresholds()
    checks: Checks = Checks()
    layout: Layout = Layout()

    @property
    def glossary(self) -> tuple[str, ...]:
        """Every name that is known, each once: no edit cuts one."""
        names = (*self.terms, *self.bodies, *(name for rename in self.renames for name in (rename.before, rename.after)))
        return tuple(dict.fromkeys(names))

    @classmethod
    def load(cls, path: Path) -> Config:
        """The configuration in a TOML file; in a `pyproject.toml`, its table `[tool.aratame]`.

        Raises `ConfigError` with every problem of the file.
        """
        from aratame.config.file import File  # noqa: PLC0415  most runs have none

        return File(path).config()

    @staticmethod
    def find(folder: Path) -> Path | None:
        """The nearest configuration: in `folder` or above it, no higher than the repository that holds it; None where there is none."""
        for place in (folder.resolve(), *folder.resolve().parents):
            if (place / FILE).is_file():
                return place / FILE
            if (place / PROJECT_FILE).is_file() and "tool.aratame" in (place / PROJECT_FILE).read_text(encoding="utf-8", errors="replace"):
                return place / PROJECT_FILE
            if (place / ".git").exists():
                return None
        return None
