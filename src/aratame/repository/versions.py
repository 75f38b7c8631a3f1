"""The values of this part: a version of a file, and what became of a file."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from aratame.repository.documents import is_document

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

    @property
    def is_document(self) -> bool:
        """Whether either version is a file that the program reads."""
        return any(is_document(blob.path) for blob in (self.before, self.after) if blob)
