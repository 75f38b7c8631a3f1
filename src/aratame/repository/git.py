"""Calls git: no shell, nothing that a user wrote where git looks for options, and one clear line where git refuses."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from aratame.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUIET = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""A path is a path and no pattern; reading waits for nobody and asks nobody; messages in one language."""


def git(arguments: Sequence[str], *, folder: Path, stdin: bytes = b"") -> bytes:
    """What `git ARGUMENTS` prints in `folder`. The caller sees to it that `arguments` holds words of a user only behind `--`.

    Raises `UsageError` where there is no git, no repository, or git refuses, with git's last line.
    """
    done = attempt(arguments, folder=folder, stdin=stdin)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = said[-1].removeprefix("fatal: ") if said else f"exit {done.returncode}"
        raise UsageError(f"git {arguments[0]}: git が断りました（{why}）。", f"git {arguments[0]}: git refused ({why}).")
    return done.stdout


def attempt(arguments: Sequence[str], *, folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What became of `git ARGUMENTS`, for callers to whom a refusal is an answer. Raises `UsageError` where git cannot run or outside a repository."""
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, no shell
            ["git", *arguments],  # noqa: S607  the user's own git, wherever it is
            cwd=folder,
            input=stdin,
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise UsageError(f"{folder}: フォルダーがありません。", f"{folder}: no such folder.") from error
        raise UsageError(
            "git が見付かりません。git を入れるか、ファイルの名前を指定してください。", "there is no git; install it, or name files."
        ) from error
    except (OSError, ValueError) as error:  # a NUL in an argument is a ValueError
        raise UsageError(f"git を実行できません（{error}）。", f"git cannot be run ({error}).") from error
    if done.returncode == 128 and b"not a git repository" in done.stderr:
        raise UsageError(
            f"{folder.resolve()}: git のリポジトリではありません。リポジトリの中で実行してください。",
            f"{folder.resolve()}: this is no git repository; run it inside one.",
        )
    return done


def _environment() -> dict[str, str]:
    """Our environment. In a hook git names its folders from where it started the hook, and we may ask from another."""
    ours = {**os.environ, **_QUIET}
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        if name in ours:
            ours[name] = str(Path(ours[name]).absolute())
    if "GIT_DIR" in ours:
        ours.setdefault("GIT_WORK_TREE", str(Path.cwd()))
    return ours
