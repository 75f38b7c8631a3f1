"""git's own commands after `aratame git install`, in repositories made by the test."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from aratame.cli import run
from aratame.model import Document
from aratame.reporting.textconv import clause_lines
from aratame.segmenting import segment

if TYPE_CHECKING:
    from conftest import Repository

OLD = "架空市届出条例\n（届出）\n第一条　市長は、三十日以内に届け出ることができる。\n２　前項の届出は、書面による。\n第二条　様式は、市長が定める。\n"
NEW = OLD.replace("三十日", "六十日")


def word(text: str) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(written)
    return written.getvalue()


@pytest.fixture
def installed(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A repository with one text and one Word file, and git told about the program."""
    repository.write("条例.txt", OLD)
    repository.write("条例.docx", word(OLD))
    assert run(["git", "install"]) == 0
    capsys.readouterr()
    repository.commit()
    return repository


def change(repository: Repository) -> None:
    repository.write("条例.txt", NEW)
    repository.write("条例.docx", word(NEW))


# --- installing


def test_installing_twice_changes_nothing(installed: Repository) -> None:
    attributes, config = ((installed.path / name).read_bytes() for name in (".gitattributes", ".git/config"))
    assert run(["git", "install"]) == 0
    assert (installed.path / ".gitattributes").read_bytes() == attributes
    assert (installed.path / ".git/config").read_bytes() == config


@pytest.mark.parametrize("before", [None, b"", b"*.png binary\n", b"*.docx -diff", b"*.txt text\r\n"])
def test_uninstalling_leaves_what_was_there(repository: Repository, before: bytes | None) -> None:
    attributes, config = repository.path / ".gitattributes", repository.path / ".git/config"
    if before is not None:
        attributes.write_bytes(before)
    settings = config.read_bytes()
    assert run(["git", "install"]) == run(["git", "uninstall"]) == 0
    assert (attributes.read_bytes() if attributes.exists() else b"") == (before or b"").rstrip(b"\n") + (b"\n" if before else b"")
    assert config.read_bytes() == settings
    assert run(["git", "uninstall"]) == 0


def test_what_was_written_above_stays_and_ours_holds(repository: Repository) -> None:
    repository.write(".gitattributes", "*.docx -diff\n*.png binary")
    assert run(["git", "install"]) == 0
    assert repository.git("check-attr", "diff", "条例.docx", "図.png") == "条例.docx: diff: aratame\n図.png: diff: unset\n"


def test_other_patterns_take_the_place_of_the_first(repository: Repository) -> None:
    for patterns in (["*.docx"], ["規則/*.txt", "*.xml"]):
        assert run(["git", "install", *patterns]) == 0
    answer = repository.git("check-attr", "diff", "条例.docx", "規則/一.txt", "法.xml")
    assert [line.rsplit(" ", 1)[1] for line in answer.splitlines()] == ["unspecified", "aratame", "aratame"]


@pytest.mark.parametrize("pattern", ["a b", "!*.txt", "#x", "-x", "", "x\ny", '"q"', "[attr]x"])
def test_a_pattern_that_would_say_something_else(repository: Repository, pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git", "install", "--", pattern]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (repository.path / ".gitattributes").exists()


def test_print_only_prints(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git", "install", "--print", "*.docx", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "*.docx diff=aratame\n" in said
    assert not (repository.path / ".gitattributes").exists()
    assert "aratame" not in (repository.path / ".git/config").read_text()
    commands = said.split("# git config\n")[1]
    subprocess.run(["sh", "-e", "-c", commands], check=True)
    assert repository.git("config", "diff.aratame.textconv").strip().endswith("git textconv --lang en")


def test_for_all_repositories_of_a_user(repository: Repository) -> None:
    assert run(["git", "install", "--global"]) == 0
    assert not (repository.path / ".gitattributes").exists()
    assert repository.git("check-attr", "diff", "条例.docx") == "条例.docx: diff: aratame\n"
    assert repository.git("config", "--global", "diff.aratame.command")
    assert run(["git", "uninstall", "--global"]) == 0
    assert repository.git("check-attr", "diff", "条例.docx") == "条例.docx: diff: unspecified\n"


def test_attributes_that_are_a_link_are_left_alone(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    target = repository.path.parent / "outside"
    target.write_text("mine\n")
    (repository.path / ".gitattributes").symlink_to(target)
    assert run(["git", "install"]) == 2
    assert "シンボリックリンク" in capsys.readouterr().err
    assert target.read_text() == "mine\n"


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["git", "install"]) == 2
    assert "リポジトリではありません" in capsys.readouterr().err


# --- git diff


def test_git_diff_speaks_clauses(installed: Repository) -> None:
    change(installed)
    said = installed.git("diff")
    assert said.count("[-三十日-]{+六十日+}") == 2
    assert "数量の変更" in said
    assert "条例.txt\n" in said
    assert "条例.docx\n" in said
    assert "\x1b" not in said


def test_git_diff_in_english_and_in_colour(installed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["git", "install", "--lang", "en"]) == 0
    change(installed)
    installed.git("config", "color.diff", "always")
    monkeypatch.delenv("NO_COLOR", raising=False)
    said = installed.git("diff", "条例.txt")
    assert "Substantive" in said
    assert "\x1b[" in said


def test_what_came_and_what_went_is_listed(installed: Repository) -> None:
    (installed.path / "条例.docx").unlink()
    installed.write("新.md", "第一条　新設する。\n")
    installed.git("add", ".")
    said = installed.git("diff", "--cached")
    assert "-   ２　前項の届出は、書面による。" in said
    assert "+ 第一条　新設する。" in said


def test_a_renamed_file_goes_by_both_names(installed: Repository) -> None:
    installed.git("mv", "条例.txt", "新条例.txt")
    installed.write("新条例.txt", NEW)
    installed.git("add", ".")
    said = installed.git("diff", "--cached", "-M")
    assert "条例.txt → 新条例.txt" in said
    assert "[-三十日-]{+六十日+}" in said


def test_links_and_modes_are_said(installed: Repository) -> None:
    (installed.path / "条例.txt").chmod(0o755)
    (installed.path / "条例.docx").unlink()
    (installed.path / "条例.docx").symlink_to("条例.txt")
    said = installed.git("-c", "core.fileMode=true", "diff")
    assert "100644 → 100755" in said
    assert "+ 条例.txt" in said


def test_a_conflict_is_said(installed: Repository) -> None:
    installed.git("checkout", "-q", "-b", "別案")
    installed.write("条例.txt", OLD.replace("三十日", "九十日"))
    installed.commit()
    installed.git("checkout", "-q", "main")
    change(installed)
    installed.commit()
    subprocess.run(["git", "merge", "-q", "別案"], check=False, capture_output=True)
    assert "条例.txt: 統合の途中で、競合が残っています。" in installed.git("diff", "--cached")
    assert "六十日" in installed.git("diff")


def test_what_cannot_be_read_stops_nothing(installed: Repository) -> None:
    change(installed)
    installed.write("条例.docx", b"PK\x03\x04broken")
    installed.write("aratame.toml", "terms = 3\n")
    said = installed.git("diff")
    assert "条例.docx" in said
    assert "aratame.toml" in said
    installed.git("add", ".")
    installed.commit()
    assert "sha256" in installed.git("log", "-p", "-1")


def test_the_repository_cannot_put_its_own_modules_in(installed: Repository) -> None:
    trap = installed.path.parent / "trap"
    for name in ("aratame", "click", "json"):
        installed.write(f"{name}.py", f"open({str(trap)!r}, 'w')\n")
    change(installed)
    assert "六十日" in installed.git("diff")
    assert "六十日" in installed.git("diff", "--no-ext-diff")
    assert not trap.exists()


# --- git log -p and its like


def test_git_log_compares_clause_by_clause(installed: Repository) -> None:
    change(installed)
    installed.commit()
    said = installed.git("log", "-p", "-1")
    assert said.count("-（届出）　第一条　市長は、三十日以内に届け出ることができる。\n") == 2
    assert said.count("+（届出）　第一条　市長は、六十日以内に届け出ることができる。\n") == 2


def test_a_sheet_is_compared_row_by_row(installed: Repository) -> None:
    for days in ("三十日", "六十日"):
        book, written = openpyxl.Workbook(), io.BytesIO()
        assert book.active is not None
        for row in (("項目", "内容"), ("届出の期間", f"{days}以内に届け出る。"), ("様式", "市長が定める。")):
            book.active.append(row)
        book.save(written)
        installed.write("一覧.xlsx", written.getvalue())
        installed.commit()
    said = installed.git("log", "-p", "-1")
    assert "-届出の期間    三十日以内に届け出る。\n+届出の期間    六十日以内に届け出る。\n" in said
    assert "[-三十日-]{+六十日+}" in installed.git("diff", "HEAD~1", "HEAD")


def test_lines_that_were_wrapped_elsewhere_are_the_same(installed: Repository) -> None:
    installed.write("条例.txt", OLD.replace("以内に", "以内に\n"))
    installed.commit()
    assert "@@" not in installed.git("log", "-p", "-1")
    assert "条例.txt" in installed.git("log", "--stat", "-1", "--no-textconv")


def test_the_hunk_names_the_article(installed: Repository) -> None:
    installed.write("条例.txt", OLD + "".join(f"{number}　事項その{number}\n" for number in range(3, 20)))
    installed.commit()
    installed.write("条例.txt", (installed.path / "条例.txt").read_text(encoding="utf-8").replace("その18", "その十八"))
    said = installed.git("diff", "--no-ext-diff", "条例.txt")
    assert next(line for line in said.splitlines() if line.startswith("@@")).split("@@ ")[-1].startswith("第二条")


def test_difftool(installed: Repository) -> None:
    change(installed)
    (installed.path / "条例.docx").unlink()
    said = installed.git("difftool", "--no-prompt", "--tool=aratame")
    assert "[-三十日-]{+六十日+}" in said
    assert "- 第二条　様式は、市長が定める。" in said


def test_called_by_hand_it_says_who_calls_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git", "external-diff", "a", "b"]) == 2
    assert "aratame git install" in capsys.readouterr().err
    assert run(["git", "無い"]) == 2
    assert "install" in capsys.readouterr().err


def test_the_program_is_named_by_its_full_path(installed: Repository) -> None:
    command = installed.git("config", "diff.aratame.command")
    assert command.startswith(Path(sys.executable).as_posix())


# --- a clause a line


def test_every_clause_is_one_line() -> None:
    document = Document("条例", OLD.replace("書面に", "書面に\n  "))
    lines = clause_lines(document, segment(document)).splitlines()
    assert lines == [
        "架空市届出条例",
        "（届出）　第一条　市長は、三十日以内に届け出ることができる。",
        "  ２　前項の届出は、書面による。",
        "第二条　様式は、市長が定める。",
    ]


def test_a_clause_commands_no_terminal() -> None:
    document = Document("", "第一条　\x1b[31m赤\u202e\ud800\n")
    assert not {"\x1b", "\u202e", "\ud800"} & set(clause_lines(document, segment(document)))
