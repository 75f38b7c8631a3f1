"""Office libraries are loaded where such a file is read, and nowhere else."""

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
        "import sys, atexit\n"
        f"atexit.register(lambda: print(*[name for name in {LIBRARIES!r} if name in sys.modules], file=sys.stderr))\n"
        "from aratame.__main__ import main\n"
        "sys.exit(main())"
    )
    run = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True)
    return set(run.stderr.decode().split())


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("before", "第１条　四情報を提供する。"), ("after", "第１条　五情報を提供する。")):
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(tmp_path / f"{name}.docx"))
    return str(tmp_path / "before"), str(tmp_path / "after")


def test_help_and_texts_load_none(pair: tuple[str, str]) -> None:
    before, after = pair
    assert loaded("--help") == set()
    assert loaded("diff", before + ".txt", after + ".txt") == set()


def test_word_files_load_lxml_alone(pair: tuple[str, str]) -> None:
    before, after = pair
    assert loaded("diff", before + ".docx", after + ".docx") == {"lxml"}
