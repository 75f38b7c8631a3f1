"""`REV:path` → the bytes that the file has at that revision.

The path counts from the top of the repository, or from where the user stands if it begins with `./` or `../`, as for git; it may be absolute.
`:path` is what is staged. Names of revisions go to git on its standard input, so that none is ever taken for an option.
"""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path

from aratame.errors import ReadError, UsageError
from aratame.repository.git import attempt, git
from aratame.repository.versions import Blob

LINK, SUBMODULE, FOLDER = "120000", "160000", "040000"
"""What git writes for the mode of what is no file."""

_NAME = re.compile(r"(?P<revision>(?:[^:{]|\{[^}]*\}|\{)*):(?P<path>.+)", re.DOTALL)
"""Revision and path; braces hold dates with colons: `main@{2024-04-01 12:00}:文書.txt`."""
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_POINTER = b"version https://git-lfs.github.com/spec/"


def is_at_revision(name: str) -> bool:
    """Whether `name` is `REV:path` or `:path`. A file of that name wins, and so does a drive's letter."""
    if not _NAME.fullmatch(name) or _DRIVE.match(name):
        return False
    try:
        return not Path(name).exists()
    except (OSError, ValueError):  # too long, or a NUL
        return True


def read_named(name: str, *, folder: Path = Path()) -> bytes:
    """The bytes of `REV:path` or `:path` in the repository around `folder`, as git would check the file out.

    Raises `ReadError` where there is no such revision, no such file in it, or where it is a folder, a submodule or a link;
    `UsageError` outside a repository.
    """
    found = _NAME.fullmatch(name)
    if not found:
        raise UsageError(f"{name}: 「版:パス」の形ではありません。", f"{name}: not of the form REV:path.")
    revision = found["revision"]
    path = found["path"] if revision else found["path"].removeprefix("0:")  # git's own name for what is staged is `:0:path`
    is_from_here = path.startswith(("./", "../")) or Path(path).is_absolute()
    path = from_top(path, folder=folder, prefix=None if is_from_here else "")
    blob = blob_at(revision, path, folder=folder)
    if blob is None:
        raise _missing(name, revision, path, folder)
    return read_blob(blob, name, folder=folder)


def blob_at(revision: str, path: str, *, folder: Path) -> Blob | None:
    """What stands at `path`, counted from the top, at `revision` ("" for what is staged); None where nothing does."""
    if revision == "":
        return _staged(path, folder)
    listed = git(["ls-tree", "-z", "--full-tree", tree_of(revision, folder=folder), "--", path], folder=folder)
    for entry in _entries(listed):
        head, _, name = entry.partition("\t")
        mode, _, identity = head.split(" ")
        if name == path:
            return Blob(name, mode, identity)
    return None


def tree_of(revision: str, *, folder: Path) -> str:
    """The id of the tree of `revision`. Raises `ReadError` where there is no such revision."""
    return _identity(revision, "tree", folder)


def commit_of(revision: str, *, folder: Path) -> str:
    """The id of the commit `revision`. Raises `ReadError` where there is no such revision."""
    return _identity(revision, "commit", folder)


def read_blob(blob: Blob, name: str, *, folder: Path) -> bytes:
    """The bytes of `blob` as git would check it out: line ends, encoding and LFS by the attributes of its path. `name` is for messages.

    Raises `ReadError` where it is no file.
    """
    if blob.mode == SUBMODULE:
        ja, en = "サブモジュールです。その中のファイルを指定してください。", "this is a submodule; name a file inside it."
        raise ReadError(f"{name}: {ja}", f"{name}: {en}")
    if blob.mode == FOLDER:
        raise ReadError(f"{name}: フォルダーです。ファイルを指定してください。", f"{name}: this is a folder; name a file.")
    if blob.mode == LINK:
        target = git(["cat-file", "blob", blob.identity], folder=folder).decode("utf-8", "replace")
        raise ReadError(
            f"{name}: 「{target}」へのシンボリックリンクです。リンク先を指定してください。",
            f"{name}: this is a symbolic link to “{target}”; name that.",
        )
    data = git(["cat-file", "--filters", f"--path={blob.path}", blob.identity], folder=folder)
    if data.startswith(_POINTER):
        raise ReadError(
            f"{name}: 中身は Git LFS にあり、ここには取り出されていません。git lfs pull をしてください。",
            f"{name}: its content is kept by Git LFS and is not here; run git lfs pull.",
        )
    return data


def from_top(path: str, *, folder: Path, prefix: str | None = None) -> str:
    """`path`, as seen from `folder`, counted from the top of the repository; "" for the top itself.

    `prefix` saves asking git for `prefix_of(folder)` again. Raises `UsageError` where `path` lies outside the repository.
    """
    near = os.path.relpath(Path(path).parent.resolve() / Path(path).name, folder.resolve()) if Path(path).is_absolute() else path
    found = posixpath.normpath(posixpath.join(prefix_of(folder) if prefix is None else prefix, near.replace(os.sep, "/")))
    if found == ".." or found.startswith("../"):
        raise UsageError(f"{path}: リポジトリの外にあります。", f"{path}: lies outside the repository.")
    return "" if found == "." else found


def prefix_of(folder: Path) -> str:
    """The path of `folder` from the top of its repository, with a slash behind it; "" for the top."""
    return git(["rev-parse", "--show-prefix"], folder=folder).decode("utf-8", "surrogateescape").rstrip("\n")


def _identity(revision: str, kind: str, folder: Path) -> str:
    """The id of the tree or commit that `revision` names, asked on standard input."""
    if "\n" not in revision and "\0" not in revision:
        asked = f"{revision}^{{{kind}}}\n".encode("utf-8", "surrogateescape")
        words = git(["cat-file", "--batch-check"], folder=folder, stdin=asked).decode("utf-8", "replace").split()
        if len(words) == 3 and words[1] == kind:
            return words[0]
    if attempt(["rev-parse", "--verify", "--quiet", "HEAD"], folder=folder).returncode != 0:
        raise ReadError(f"{revision}: このリポジトリにはまだコミットがありません。", f"{revision}: the repository has no commits yet.")
    raise ReadError(f"{revision}: そのような版はありません。git log で確かめてください。", f"{revision}: no such revision; see git log.")


def _staged(path: str, folder: Path) -> Blob | None:
    """What is staged at `path`. Raises `ReadError` where a merge has left it open."""
    here = prefix_of(folder)
    near = posixpath.relpath(path, here) if here else path
    for entry in _entries(git(["ls-files", "--stage", "--full-name", "-z", "--", near], folder=folder)):
        head, _, name = entry.partition("\t")
        mode, identity, stage = head.split(" ")
        if name == path and stage != "0":
            raise ReadError(
                f":{path}: 統合の途中です。競合を解いて git add をしてください。",
                f":{path}: in the middle of a merge; resolve it and git add.",
            )
        if name == path:
            return Blob(name, mode, identity)
    return None


def _entries(listed: bytes) -> list[str]:
    """The entries of a list that git wrote with -z."""
    return [entry.decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry]


def _missing(name: str, revision: str, path: str, folder: Path) -> ReadError:
    """Says that there is no such file, and where it is if the user meant one beside him."""
    near = posixpath.normpath(posixpath.join(prefix_of(folder), path))
    if near != path and blob_at(revision, near, folder=folder):
        return ReadError(
            f"{name}: ファイルがありません。「{revision}:./{path}」のことですか。",
            f"{name}: no such file; did you mean “{revision}:./{path}”?",
        )
    return ReadError(
        f"{name}: その版にこのファイルはありません。名前を確かめてください。", f"{name}: no such file at that revision; check the name."
    )
