"""The versions that `make` installs are there for every Python that we support."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent


def _needs(name: str, version: str) -> str:
    """The Pythons that a pinned package says it runs on, as far as it is installed in this version."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return ""
    return found["Requires-Python"] if "Requires-Python" in found and found["Version"] == version else ""


def test_every_pin_installs_on_the_first_python_that_we_support() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first = project["requires-python"].removeprefix(">=") + ".0"
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    needed = {line: _needs(*line.split("==")) for line in lines if not line.startswith("#")}
    assert any(needed.values()), "none of the pins is installed"
    assert [line for line, needs in needed.items() if not SpecifierSet(needs).contains(first)] == []
