"""What is not asked for is not loaded: starting is most of what a small comparison costs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = {"docx", "openpyxl", "xlrd", "pdfplumber", "pypdfium2", "pdfminer", "lxml", "selectolax"}
HEAVY = {"sudachipy", "rich", "jinja2", "rapidfuzz", "diff_match_patch", *OFFICE}
OTHERS = {
    "aratame.checking",
    "aratame.repository",
    "aratame.verifying",
    "aratame.reading.tables",
    "aratame.cli.check",
    "csv",
    "html",
    "zipfile",
}
"""What two texts need nothing of: other commands, git, tables, archives."""
SLOW = {"dataclasses", "decimal", "fractions"}
"""Modules of Python's own that nothing needs before values are compared. Sudachi loads the first."""


def loaded(*arguments: str) -> set[str]:
    """The modules that a run of the command has loaded at its end, and Python had not at its start."""
    program = (
        "import sys\nthere = set(sys.modules)\nfrom aratame.cli import run\nstatus = run(sys.argv[1:])\n"
        "print(*sorted(set(sys.modules) - there), file=sys.stderr)\nsys.exit(status)"
    )
    answer = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True)
    return set(answer.stderr.decode().split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["diff", "--help"], ["table", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(*arguments) & (HEAVY | SLOW) == set()


def test_a_check_of_a_text_loads_nothing_heavy(tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    file.write_text("第一条　この条例は、架空市の市民の権利を定める。\n", encoding="utf-8")
    assert loaded("check", str(file)) & (HEAVY | SLOW) == set()


def test_identical_files_are_answered_without_the_dictionary(tmp_path: Path) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    for file in (before, after):
        file.write_text("第一条　この条例は、架空市の市民の権利を定める。\n２　市長は、前項の権利を守る。\n", encoding="utf-8")
    assert loaded("diff", str(before), str(after), "--format", "json") & (HEAVY | SLOW) == set()


def test_texts_load_no_office_library(tmp_path: Path) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    before.write_text("第一条　4情報を定める。\n", encoding="utf-8")
    after.write_text("第一条　5情報を定める。\n", encoding="utf-8")
    used = loaded("diff", str(before), str(after), "--format", "json")
    assert "sudachipy" in used  # the measure works
    assert used & (OFFICE | {"rich"}) == set()


def test_two_texts_load_no_other_command(tmp_path: Path) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    before.write_text("第一条　4情報を定める。\n", encoding="utf-8")
    after.write_text("第一条　5情報を定める。\n", encoding="utf-8")
    used = loaded("diff", str(before), str(after), "--format", "json")
    assert {"aratame.cli.diff", "aratame.reading.plain", "aratame.changes"} <= used  # the measure works
    assert used & OTHERS == set()
