"""The files of a folder → what they were at a revision. git says once which have changed, and only those are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.repository.git import attempt, git
from aratame.repository.listing import parsed
from aratame.repository.revisions import LINK, SUBMODULE, commit_of, from_top, prefix_of, read_blob

if TYPE_CHECKING:
    from pathlib import Path

_UNBORN = ("HEAD", "@")
"""Names of the commit that a new repository does not have yet."""
_CHANGED = ("diff", "--raw", "-z", "--no-abbrev", "-M", "--no-relative", "--no-ext-diff", "--ignore-submodules=all")


class Earlier:
    """The versions that the files of the repository around `folder` have at `revision`.

    A file that git sees as renamed is held against what it was called then. Before the first commit every file is new. Files of a submodule
    belong to another repository, in which `revision` means nothing: they have no earlier version. Raises `ReadError` where there is no such
    revision, `UsageError` outside a repository.
    """

    def __init__(self, revision: str, *, folder: Path) -> None:
        self.revision = revision
        self._folder = folder
        self._prefix = prefix_of(folder)
        unborn = revision in _UNBORN and attempt(["rev-parse", "--verify", "--quiet", "HEAD"], folder=folder).returncode != 0
        listed = b"" if unborn else git([*_CHANGED, commit_of(revision, folder=folder), "--"], folder=folder)
        self._changed = {(change.after or change.before).path: change.before for change in parsed(listed) if change.before}

    def of(self, path: str) -> bytes | None:
        """The bytes of the file at `path`, as seen from the folder; None where it has not changed, was not there yet, or was no file.

        Raises `UsageError` where `path` lies outside the repository.
        """
        blob = self._changed.get(from_top(path, folder=self._folder, prefix=self._prefix))
        if blob is None or blob.mode in {LINK, SUBMODULE}:
            return None
        return read_blob(blob, f"{self.revision}:{blob.path}", folder=self._folder)
