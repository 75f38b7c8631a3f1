"""A report → a file, written whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from aratame.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` into `path`: the file holds all of it afterwards, or what it held before.

    The bytes go to a new file in the same folder that then takes the place of the old one, keeping its permissions. A symbolic
    link stays a link; a device or pipe is written as it is. Raises `UsageError` where the place cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            _write_special(target, data)
        else:
            _replace(target, data)
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in the name is a ValueError, a loop of links a RuntimeError
        why = getattr(error, "strerror", None) or error
        raise UsageError(
            f"{path}: 書き込めません（{why}）。-o に書き込める場所を指定してください。",
            f"{path}: cannot be written ({why}); give -o a place that can.",
        ) from error


def _write_special(target: Path, data: bytes) -> None:
    """Write to what is no file: a device or a pipe. A folder raises."""
    with target.open("wb") as stream:
        stream.write(data)


def _replace(target: Path, data: bytes) -> None:
    """Write a neighbour of `target` and put it in its place."""
    neighbour = target.with_name(f".aratame-{os.getpid()}.tmp")
    try:
        with neighbour.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            neighbour.chmod(stat.S_IMODE(target.stat().st_mode))
        neighbour.replace(target)
    except BaseException:  # Ctrl-C too must not leave half a file behind
        neighbour.unlink(missing_ok=True)
        raise
