"""Lets git's own commands call the program: lines in the attributes file, settings in git's configuration; and takes them out again.

    *.docx diff=aratame                          .gitattributes: which files
    diff.aratame.command   … git external-diff   what `git diff` shows
    diff.aratame.textconv  … git textconv        what `git log -p`, `git show` and `git blame` compare line by line
    difftool.aratame.cmd   … git difftool …      `git difftool -t aratame`

Attributes travel with the repository; the configuration does not, because git lets no repository name programs to run.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from aratame.errors import UsageError
from aratame.repository.documents import SUFFIXES
from aratame.repository.git import attempt, git
from aratame.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

PATTERNS = tuple(f"*{suffix}" for suffix in SUFFIXES)
"""The files that git is told to compare with the program, unless the user names others."""
_SECTIONS = ("diff.aratame", "difftool.aratame")
_BEGIN, _END = "# >>> aratame git install", "# <<< aratame git install"
_BLOCK = re.compile(rb"^%b\r?\n(?:.*\n)*?%b(?:\r?\n|\Z)" % (_BEGIN.encode(), _END.encode()), re.MULTILINE)


def attribute_lines(patterns: Sequence[str]) -> str:
    """The lines for the attributes file, between two comments by which they are found again.

    Raises `UsageError` for a pattern that the file cannot hold on a line as it is.
    """
    for pattern in patterns:
        if not pattern or re.search(r"\s", pattern) or pattern[0] in '#!"-[':
            raise UsageError(
                f"「{pattern}」は .gitattributes に書けません。*.docx や docs/*.txt のように書いてください。",
                f"“{pattern}” cannot stand in .gitattributes; write *.docx or docs/*.txt.",
            )
    return "\n".join([_BEGIN, *(f"{pattern} diff=aratame" for pattern in patterns), _END]) + "\n"


def settings(language: str) -> dict[str, str]:
    """Git's settings by their names. The program is named by its full path: git may be run where no `aratame` is on the path.

    `-P` keeps the folder in which git stands, a stranger's repository perhaps, off the path of Python's modules.
    """
    program = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m aratame git"
    spoken = "" if language == "ja" else f" --lang {language}"
    return {
        "diff.aratame.command": f"{program} external-diff{spoken}",
        "diff.aratame.textconv": f"{program} textconv{spoken}",
        # The article, or the nearest clause that stands under none, goes above each hunk.
        "diff.aratame.xfuncname": "^( *(（[^ ]*　)?第.*|[^ ].*)$",
        "difftool.aratame.cmd": f'{program} difftool{spoken} "$LOCAL" "$REMOTE" "$MERGED"',
    }


def attributes_file(*, everywhere: bool, folder: Path) -> Path:
    """The attributes file of the repository around `folder`, or with `everywhere` the user's own.

    Raises `UsageError` where there is no repository, or where the file is a link, which git would not read.
    """
    if everywhere:
        told = attempt(["config", "--global", "--type=path", "--get", "core.attributesFile"], folder=folder).stdout
        home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return Path(os.fsdecode(told.rstrip(b"\n"))) if told.strip() else home / "git" / "attributes"
    path = Path(os.fsdecode(git(["rev-parse", "--show-toplevel"], folder=folder).rstrip(b"\n"))) / ".gitattributes"
    if path.is_symlink():
        raise UsageError(
            f"{path}: シンボリックリンクなので git は読みません。ファイルにしてください。",
            f"{path}: git does not read this file while it is a link.",
        )
    return path


def install(patterns: Sequence[str], *, language: str, everywhere: bool, folder: Path) -> Path:
    """Write the lines and the settings; the attributes file that holds the lines. A second time changes nothing.

    Raises `UsageError` where git refuses or a file cannot be written.
    """
    lines = attribute_lines(patterns).encode()
    path = attributes_file(everywhere=everywhere, folder=folder)
    old = path.read_bytes() if path.exists() else b""
    # Of several lines on one file the last one holds, so that ours stand at the end, or where they stood.
    new = (
        _BLOCK.sub(lambda _: lines, old, count=1)
        if _BLOCK.search(old)
        else old + (b"\n" if old and not old.endswith(b"\n") else b"") + lines
    )
    for name, value in settings(language).items():
        git(["config", _scope(everywhere=everywhere), "--replace-all", name, value], folder=folder)
    if new != old:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, new)
    return path


def uninstall(*, everywhere: bool, folder: Path) -> Path:
    """Take out what `install` wrote and nothing else; the attributes file, which is gone if it held nothing else."""
    path = attributes_file(everywhere=everywhere, folder=folder)
    old = path.read_bytes() if path.exists() else b""
    new = _BLOCK.sub(b"", old)
    for section in _SECTIONS:  # git refuses where there is no such section
        attempt(["config", _scope(everywhere=everywhere), "--remove-section", section], folder=folder)
    if new != old and new:
        write_whole(path, new)
    elif new != old:
        path.unlink()
    return path


def instructions(patterns: Sequence[str], *, language: str, everywhere: bool, folder: Path) -> str:
    """What `install` would do, for someone who does it by hand: the lines, then the commands."""
    lines = attribute_lines(patterns)
    scope = _scope(everywhere=everywhere)
    commands = [f"git config {scope} {name} {shlex.quote(value)}" for name, value in settings(language).items()]
    return f"# {attributes_file(everywhere=everywhere, folder=folder)}\n{lines}\n# git config\n" + "\n".join(commands) + "\n"


def _scope(*, everywhere: bool) -> str:
    return "--global" if everywhere else "--local"
