"""Which files changed between two revisions, or between the last commit and what is staged; renames as git sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import ReadError, UsageError
from aratame.repository.git import attempt, git
from aratame.repository.revisions import blob_at, commit_of, from_top, prefix_of, tree_of
from aratame.repository.versions import Blob, FileChange, FileStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_RANGE = re.compile(r"(?P<before>.*?)(?P<dots>\.{2,3})(?P<after>[^.].*|)", re.DOTALL)
_ABSENT = "000000"
"""The mode that git writes for the side on which there is no file."""


_LETTERS = {
    "A": FileStatus.ADDED,
    "D": FileStatus.DELETED,
    "M": FileStatus.MODIFIED,
    "R": FileStatus.RENAMED,
    "T": FileStatus.RETYPED,
    "U": FileStatus.UNMERGED,
}


class Range(NamedTuple):
    """Two revisions as they were typed. `forked`: the first stands for the last commit that it has in common with the second."""

    before: str
    after: str
    forked: bool


def range_of(typed: str) -> Range:
    """The range `A..B` or `A...B`; a side that is left out is HEAD. Raises `UsageError` for what is no range."""
    found = _RANGE.fullmatch(typed)
    if not found:
        raise UsageError(
            f"--git {typed}: 「版..版」の形で指定してください（例: HEAD~1..HEAD）。",
            f"--git {typed}: write REV..REV, such as HEAD~1..HEAD.",
        )
    return Range(found["before"] or "HEAD", found["after"] or "HEAD", found["dots"] == "...")


def between(revisions: Range, paths: Sequence[str], *, folder: Path) -> tuple[FileChange, ...]:
    """The files that changed in `revisions`.

    `paths` are files and folders as seen from `folder`, never patterns; none stands for all. Raises `ReadError` where there is no such
    revision or one of `paths` stands in neither, `UsageError` outside a repository.
    """
    before, after = (commit_of(side, folder=folder) for side in (revisions.before, revisions.after))
    if revisions.forked:
        before = _fork(before, after, revisions, folder)
    wanted = _from_top(paths, folder)
    changes = _listed(["diff-tree", "-r", before, after], wanted, folder)
    for typed, path in zip(paths, wanted, strict=True):
        there = path == "" or any(_lies_in(change, path) for change in changes)
        if not there and not any(blob_at(commit, path, folder=folder) for commit in (before, after)):
            raise ReadError(
                f"{typed}: どちらの版にもありません。名前を確かめてください。", f"{typed}: in neither revision; check the name."
            )
    return changes


def staged(paths: Sequence[str], *, folder: Path) -> tuple[FileChange, ...]:
    """The files whose staged version differs from the last commit; before the first commit, all that are staged.

    `paths` as in `between`, except that one in which nothing is staged is no error.
    """
    wanted = _from_top(paths, folder)
    born = attempt(["rev-parse", "--verify", "--quiet", "HEAD"], folder=folder).returncode == 0
    # The id of a tree without files: by the repository's own hash, which need not be SHA-1.
    before = tree_of("HEAD", folder=folder) if born else git(["hash-object", "-t", "tree", "--stdin"], folder=folder).decode().strip()
    return _listed(["diff-index", "--cached", before], wanted, folder)


def _fork(before: str, after: str, revisions: Range, folder: Path) -> str:
    """The last commit that the two have in common."""
    done = attempt(["merge-base", before, after], folder=folder)
    if done.returncode != 0:
        raise ReadError(
            f"{revisions.before}...{revisions.after}: 二つの版に共通の版がありません。「..」で比べてください。",
            f"{revisions.before}...{revisions.after}: the two have no revision in common; compare them with “..”.",
        )
    return done.stdout.decode().strip()


def _from_top(paths: Sequence[str], folder: Path) -> list[str]:
    """`paths` counted from the top of the repository."""
    prefix = prefix_of(folder)
    return [from_top(path, folder=folder, prefix=prefix) for path in paths]


def _listed(command: Sequence[str], paths: Sequence[str], folder: Path) -> tuple[FileChange, ...]:
    """The answer of a command that lists changed files, as far as they lie in `paths`, counted from the top.

    git is asked for all of them: told a new name only, it would take a renamed file for an added one.
    """
    changes = parsed(git([command[0], "-z", "-M", "--full-index", *command[1:], "--"], folder=folder))
    return tuple(change for change in changes if not paths or any(_lies_in(change, path) for path in paths))


def parsed(listed: bytes) -> tuple[FileChange, ...]:
    """The changes in a raw list that git wrote with -z (git-diff, "Raw output format")."""
    words = iter(listed.decode("utf-8", "surrogateescape").split("\0"))
    changes = []
    for head in words:
        if head:
            *sides, letter = head.removeprefix(":").split(" ")
            old = next(words)
            changes.append(_change(letter[0], sides, old, next(words) if letter[0] in "RC" else old))
    return tuple(changes)


def _lies_in(change: FileChange, place: str) -> bool:
    """Whether either version of the file is `place`, a file or a folder; "" is the top."""
    return any(f"{blob.path}/".startswith(f"{place}/" if place else "") for blob in (change.before, change.after) if blob)


def _change(letter: str, sides: Sequence[str], old: str, new: str) -> FileChange:
    """A changed file: git's letter, the modes and then the ids of both sides, the paths."""
    before = Blob(old, sides[0], sides[2]) if sides[0] != _ABSENT else None
    after = Blob(new, sides[1], sides[3]) if sides[1] != _ABSENT else None
    return FileChange(_LETTERS.get(letter, FileStatus.MODIFIED), before, after)
