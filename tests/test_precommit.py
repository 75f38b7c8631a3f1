"""The hooks, run by the real pre-commit framework in a repository of the test's own.

Here the hooks of `.pre-commit-hooks.yaml` call the `aratame` that is being tested (`language: system`), because installing it takes half a
minute. The test marked `hooks` does that too, by `pre-commit try-repo` on this repository; `make hooks` runs it.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest
import yaml

from aratame.repository.documents import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Repository

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
CLAUSES = ("架空市届出要綱", "第一条　市長は、三十日以内に届け出ることができる。", "第二条　届出の様式は、市長が定める。")


def plain(clauses: tuple[str, ...]) -> bytes:
    return "".join(f"{clause}\n" for clause in clauses).encode()


def markdown(clauses: tuple[str, ...]) -> bytes:
    return "\n".join((f"# {clauses[0]}\n", *(f"{clause}\n" for clause in clauses[1:]))).encode()


def word(clauses: tuple[str, ...]) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for clause in clauses:
        document.add_paragraph(clause)
    document.save(written)
    return written.getvalue()


def excel(clauses: tuple[str, ...]) -> bytes:
    book, written = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row, clause in enumerate(clauses, 1):
        book.active.cell(row, 1, clause)
    book.save(written)
    return written.getvalue()


FORMATS: dict[str, Callable[[tuple[str, ...]], bytes]] = {"txt": plain, "md": markdown, "docx": word, "xlsx": excel}


def in_system(hook: dict[str, Any]) -> dict[str, Any]:
    """The hook as it is shipped, calling this environment's program."""
    program = Path(sys.executable).with_name("aratame")
    return hook | {"language": "system", "entry": hook["entry"].replace("aratame", str(program), 1)}


def hooked(repository: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit does in the repository with both hooks."""
    config = repository.path.parent / "config.yaml"
    config.write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [in_system(hook) for hook in HOOKS]}]}), encoding="utf-8")
    return subprocess.run([*PRE_COMMIT, "run", "--config", str(config), *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def staged(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A document in each format, with a change staged and another one that is not."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(repository.path.parent / "pre-commit"))
    for suffix, made in FORMATS.items():
        repository.write(f"要綱.{suffix}", made(CLAUSES))
    repository.write("tool.py", "x = 1\n")
    repository.commit()
    for number, deadline in (("staged", "六十日"), ("working", "九十日")):
        for suffix, made in FORMATS.items():
            repository.write(f"要綱.{suffix}", made(tuple(clause.replace("三十日", deadline) for clause in CLAUSES)))
        if number == "staged":
            repository.git("add", ".")
    return repository


def test_the_hooks_choose_the_files_that_the_program_reads() -> None:
    for hook in HOOKS:
        assert all(re.search(hook["files"], f"規則/要綱{suffix}") for suffix in (*SUFFIXES, *(suffix.upper() for suffix in SUFFIXES)))
        assert not any(re.search(hook["files"], name) for name in ("tool.py", "txt", "要綱.txt.gpg", "要綱.docx~"))


def test_the_names_of_files_are_no_options() -> None:
    assert all(hook["entry"].endswith(" --") for hook in HOOKS)


def test_the_diff_hook_says_what_is_staged(staged: Repository) -> None:
    done = hooked(staged, "aratame-diff")
    assert done.returncode == 0, done.stdout + done.stderr
    for suffix in FORMATS:
        assert f"要綱.{suffix}\n" in done.stdout
    assert done.stdout.count("[-三十日-]{+六十日+}") == len(FORMATS)
    assert "九十日" not in done.stdout
    assert "九十日".encode() in (staged.path / "要綱.txt").read_bytes()


def test_the_diff_hook_is_silent_without_documents(staged: Repository) -> None:
    staged.git("reset", "--quiet", "--hard")
    staged.write("tool.py", "x = 2\n")
    staged.git("add", ".")
    done = hooked(staged, "aratame-diff")
    assert done.returncode == 0
    assert "Skipped" in done.stdout


def test_the_check_hook_stops_a_commit_with_a_finding(staged: Repository) -> None:
    assert hooked(staged, "aratame-check").returncode == 0
    staged.write("変更箇所.tsv", "項目\t変更前\t変更後\n①期間\t三年\t三年\n")
    staged.git("add", "変更箇所.tsv")
    staged.write("変更箇所.tsv", "項目\t変更前\t変更後\n①期間\t三年\t五年\n")
    done = hooked(staged, "aratame-check")
    assert done.returncode == 1
    assert "[no-visible-change]" in done.stdout


def test_a_file_with_a_name_like_an_option(staged: Repository) -> None:
    staged.git("reset", "--quiet", "--hard")
    staged.write("--output=x.txt", plain(CLAUSES))
    staged.git("add", ".")
    done = hooked(staged, "aratame-diff")
    assert done.returncode == 0
    assert "--output=x.txt" in done.stdout
    assert not (staged.path / "x.txt").exists()


@pytest.mark.hooks
def test_the_hooks_as_pre_commit_installs_them(staged: Repository) -> None:
    done = subprocess.run([*PRE_COMMIT, "try-repo", str(ROOT), "--verbose"], cwd=staged.path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("[-三十日-]{+六十日+}") == len(FORMATS)
