"""Files that changed in a repository → what changed in each: `Diff`s side by side, in the order in which git lists the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aratame.engine import diff
from aratame.errors import AratameError
from aratame.model import Document, Status, Words
from aratame.reading import ReadOptions, read_bytes
from aratame.repository.revisions import read_blob
from aratame.repository.versions import FileStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from aratame.config import Config
    from aratame.filters import Filter
    from aratame.model import Diff
    from aratame.repository.versions import Blob, FileChange

_IN_CONFLICT = Words(
    "統合の途中で、競合が残っています。競合を解いて git add をしてください。",
    "In the middle of a merge, with conflicts; resolve them and git add.",
)
"""Of such a file git has no staged version."""


@dataclass(frozen=True, slots=True)
class FileDiff:
    """What changed in one file. `diff` is None where the versions cannot be compared, and `problem` says why.

    A side on which the file does not exist is an empty document.
    """

    file: FileChange
    diff: Diff | None
    problem: Words | None = None

    @property
    def path(self) -> str:
        """The newest path of the file."""
        blob = self.file.after or self.file.before
        return blob.path if blob else ""

    @property
    def different(self) -> bool:
        """Whether anything is left to be shown."""
        return self.diff is None or any(change.status is not Status.UNCHANGED for change in self.diff.changes)


@dataclass(frozen=True, slots=True)
class RepositoryDiff:
    """What changed in the documents between two states of a repository. `others` counts the changed files that are no documents."""

    before: str
    after: str
    files: tuple[FileDiff, ...]
    others: int


def compare_files(
    before: str, after: str, changes: Sequence[FileChange], *, folder: Path, config: Config, options: ReadOptions, view: Filter
) -> RepositoryDiff:
    """What changed in those of `changes` that are documents, as far as `view` wants it.

    `before` and `after` are what reports call the two states. A table is compared as a document. What cannot be read is said in the answer and stops
    nothing.
    """
    documents = [change for change in changes if change.is_document]
    files = tuple(_compared(change, folder, config, options, view) for change in documents)
    return RepositoryDiff(before, after, files, len(changes) - len(documents))


def _compared(change: FileChange, folder: Path, config: Config, options: ReadOptions, view: Filter) -> FileDiff:
    if change.status is FileStatus.UNMERGED:
        return FileDiff(change, None, _IN_CONFLICT)
    try:
        old, new = (_document(blob, folder, options) for blob in (change.before, change.after))
        return FileDiff(change, view.diff(diff(old, new, config=config)))
    except AratameError as error:
        return FileDiff(change, None, error.words)


def _document(blob: Blob | None, folder: Path, options: ReadOptions) -> Document:
    """The version `blob` of a file; without text where there is none."""
    data = read_blob(blob, blob.path, folder=folder) if blob else b""
    if not blob or not data:
        return Document(blob.path if blob else "", "")
    document = read_bytes(data, blob.path, options)
    assert isinstance(document, Document)
    return document
