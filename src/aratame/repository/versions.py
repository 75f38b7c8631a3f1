"""The values of this part: a version of a file, and what became of a file."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

STAGED = ":0"
"""What is staged, as git writes it (`:0:path`)."""


class FileStatus(StrEnum):
    """What became of a file, by git's letters."""

    ADDED = "added"
    DELETED = "deleted"
    MODIFIED = "modified"
    RENAMED = "renamed"
    RETYPED = "retyped"
    UNMERGED = "unmerged"


class Blob(NamedTuple):
    """A version of a file in git: its path from the top of the repository, its mode, and the id of its bytes."""

    path: str
    mode: str
    identity: str


class FileChange(NamedTuple):
    """A file that changed. `before` and `after` are None on the side on which there is no file."""

    status: FileStatus
    before: Blob | None
    after: Blob | None
