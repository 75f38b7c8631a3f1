"""PATH… → the files that `check` looks at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from aratame.errors import ReadError
from aratame.repository.documents import is_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENED = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")


def checked_files(paths: Sequence[str]) -> tuple[str, ...]:
    """The files named, and those of a known suffix in the folders named and below, by name; each once, in the order of `paths`.

    Hidden files and folders are left out, and so are links that lead out of the folder or to another folder. Raises `ReadError` for a path
    that is not there.
    """
    found: dict[str, None] = {}
    for path in paths:
        found |= dict.fromkeys(_files(path))
    return tuple(found)


def refuse_special(name: str) -> None:
    """Raises `ReadError` for what is there and is no regular file: a named pipe nobody writes to would be waited for without end.

    What the shell has opened for us (`/dev/stdin`, `/dev/fd/63` for `<(…)`) has a writer.
    """
    if name == "-" or name.startswith(_OPENED):
        return
    path = Path(name)
    if path.exists() and not path.is_file():
        raise ReadError(f"{name}: 普通のファイルではありません。", f"{name}: this is no regular file.")


def _files(path: str) -> Iterator[str]:
    try:
        is_folder = path != "-" and Path(path).is_dir()
    except ValueError as error:  # a NUL in the name
        raise ReadError(f"{path}: 名前に使えない文字があります。", f"{path}: the name has a character that cannot be.") from error
    except OSError as error:
        raise ReadError(f"{path}: 開けません（{error.strerror}）。", f"{path}: cannot be opened ({error.strerror}).") from error
    if is_folder:
        yield from _below(path)
    else:
        yield path


def _below(folder: str) -> Iterator[str]:
    """The documents in a folder and below, in the order of their names."""
    top = Path(folder).resolve()
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place) / name
            if not name.startswith(".") and is_document(name) and _lies_in(path, top):
                yield str(path)


def _lies_in(path: Path, top: Path) -> bool:
    """Whether a file is one, and no link out of the folder."""
    if not path.is_symlink():
        return path.is_file()
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # leads nowhere, or in a circle
        return False
    return target.is_file() and target.is_relative_to(top)
