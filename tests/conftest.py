"""How laws are tried, and repositories that a test makes for itself, apart from the user's own git settings."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path


settings.register_profile("here", deadline=None)  # a busy machine is no defect, and the first call compiles patterns
settings.register_profile("ci", deadline=None, derandomize=True)  # the same examples each time: a change fails for what it changed
settings.load_profile("ci" if os.environ.get("CI") else "here")


@dataclass(frozen=True)
class Repository:
    """A git repository in a folder of the test's own, in which the test stands."""

    path: Path

    def git(self, *arguments: str) -> str:
        """What git prints; fails where git does."""
        return subprocess.run(["git", *arguments], cwd=self.path, check=True, capture_output=True, text=True).stdout

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file into the working tree."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def commit(self, message: str = "改正") -> None:
        """Commit all that is in the working tree."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository without commits, the current folder of the test."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PAGER_IN_USE", "GIT_EXTERNAL_DIFF"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    settings = home / "gitconfig"
    settings.write_text("[user]\nname = 架空市\nemail = soumu@example.jp\n[core]\nquotePath = false\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    place = tmp_path / "repo"
    place.mkdir()
    made = Repository(place)
    made.git("init", "--quiet", "--initial-branch=main")
    monkeypatch.chdir(place)
    return made
