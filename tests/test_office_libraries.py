"""Each office library is loaded for its own files alone; that texts load none is in test_startup."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from pathlib import Path

LIBRARIES = ("lxml", "openpyxl", "pdfplumber", "pdfminer", "xlrd", "docx")


def loaded(*arguments: str) -> set[str]:
    """Which of the libraries a run of the command has loaded when it ends."""
    program = (
        "import sys\n"
        "from aratame.cli import run\n"
        "status = run(sys.argv[1:])\n"
        f"print(*[name for name in {LIBRARIES!r} if name in sys.modules], file=sys.stderr)\n"
        "sys.exit(status)"
    )
    run = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True)
    return set(run.stderr.decode().split())


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("before", "第１条　四情報を提供する。"), ("after", "第１条　五情報を提供する。")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(tmp_path / f"{name}.docx"))
    return str(tmp_path / "before.docx"), str(tmp_path / "after.docx")


def test_word_files_load_lxml_alone(pair: tuple[str, str]) -> None:
    assert loaded("diff", *pair) == {"lxml"}
