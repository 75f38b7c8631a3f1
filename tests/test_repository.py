"""Documents in git: files at a revision, many files between revisions, and what must not reach git as an option."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from aratame.cli import run
from aratame.errors import AratameError, ReadError, UsageError
from aratame.reporting.schema import schema
from aratame.repository.earlier import Earlier
from aratame.repository.listing import between, range_of, staged
from aratame.repository.revisions import is_at_revision, read_named

if TYPE_CHECKING:
    from conftest import Repository

OLD = "架空市届出条例\n第一条　市長は、三十日以内に届け出ることができる。\n第二条　住民票の4情報を取り扱う。\n第三条　雑則\n"
NEW = "架空市届出条例\n第一条　市長は、六十日以内に届け出ることができる。\n第二条　住民票の4情報を取り扱う。\n第三条　雑則\n"


@pytest.fixture
def two(repository: Repository) -> Repository:
    """Two commits: an ordinance changed, one renamed and changed, one went, one came, and a program changed."""
    repository.write("条例.txt", OLD)
    repository.write("規則/旧名.md", OLD.replace("届出条例", "届出規則"))
    repository.write("廃止.txt", "第一条　廃止する。\n")
    repository.write("tool.py", "x = 1\n")
    repository.commit()
    repository.write("条例.txt", NEW)
    repository.write("規則/新名.md", NEW.replace("届出条例", "届出規則"))
    (repository.path / "規則/旧名.md").unlink()
    (repository.path / "廃止.txt").unlink()
    repository.write("新規.txt", "第一条　新設する。\n")
    repository.write("tool.py", "x = 2\n")
    repository.commit()
    return repository


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run([arguments[0], "--format", "json", *arguments[1:]]) == 0
    return json.loads(capsys.readouterr().out)


def edits(found: Any) -> list[tuple[str, str]]:
    return [(edit["before"]["text"], edit["after"]["text"]) for change in found["changes"] for edit in change["edits"]]


# --- one file at a revision


def test_a_file_is_read_at_a_revision_from_the_index_and_from_the_folder(repository: Repository) -> None:
    target = repository.write("条例.txt", "一")
    repository.commit()
    repository.write("条例.txt", "二")
    repository.git("add", ".")
    target.write_text("三", encoding="utf-8")
    assert read_named("HEAD:条例.txt") == "一".encode()
    assert read_named(":条例.txt") == read_named(":0:条例.txt") == "二".encode()
    assert not is_at_revision("条例.txt")


def test_paths_count_from_the_top_unless_they_say_otherwise(two: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two.path / "規則")
    assert read_named("HEAD:条例.txt") == read_named("HEAD:../条例.txt") == NEW.encode()
    assert read_named("HEAD:./新名.md") == read_named("HEAD:規則/新名.md") == read_named(":./新名.md")
    with pytest.raises(ReadError, match=r"HEAD:\./新名\.md"):
        read_named("HEAD:新名.md")


def test_a_file_of_that_name_wins(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("HEAD:条例.txt", OLD)
    assert edits(answer(capsys, "diff", "HEAD:条例.txt", "HEAD:条例.txt")) == []


def test_versions_are_compared_with_each_other_and_with_files(two: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    two.write("案.txt", NEW.replace("六十日", "九十日"))
    assert edits(answer(capsys, "diff", "HEAD~1:条例.txt", "HEAD:条例.txt")) == [("三十日", "六十日")]
    assert edits(answer(capsys, "diff", "HEAD:条例.txt", "案.txt")) == [("六十日", "九十日")]


def test_a_table_at_a_revision(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("変更箇所.tsv", "項目\t変更前の記載\t変更後の記載\n①\t三十日\t六十日\n")
    repository.commit()
    (repository.path / "変更箇所.tsv").unlink()
    assert len(answer(capsys, "table", "HEAD:変更箇所.tsv")["rows"]) == 1


def test_attributes_hold_for_what_is_read(repository: Repository) -> None:
    repository.write(".gitattributes", "*.txt eol=crlf\n")
    repository.write("条例.txt", "一\r\n二\r\n")
    repository.commit()
    assert read_named("HEAD:条例.txt") == "一\r\n二\r\n".encode()


def test_an_earlier_version_is_there_or_not(two: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two.path / "規則")
    earlier = Earlier("HEAD~1", folder=Path())
    assert earlier.of("../条例.txt") == earlier.of(str(two.path / "条例.txt")) == OLD.encode()
    assert earlier.of("../新規.txt") is None
    with pytest.raises(UsageError, match="外"):
        earlier.of("../../条例.txt")


@pytest.mark.parametrize(
    "name", ["--output=x:条例.txt", "-h:条例.txt", "HEAD:-x", ":--stage", "無い:条例.txt", "HEAD\nHEAD:条例.txt", "HEAD:*.txt"]
)
def test_no_name_reaches_git_as_an_option_or_a_pattern(two: Repository, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--", name, "条例.txt"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("aratame: ")
    assert said.count("\n") == 1
    assert not (two.path / "x").exists()


def test_files_that_begin_with_a_dash_are_files(repository: Repository) -> None:
    repository.write("-p", "一")
    repository.commit()
    assert read_named("HEAD:-p") == "一".encode()
    assert [change.after.path for change in staged(["-p"], folder=repository.path) if change.after] == []


def test_a_link_a_folder_a_submodule(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("規則/条例.txt", OLD)
    (repository.path / "リンク.txt").symlink_to("規則/条例.txt")
    repository.commit()
    head = repository.git("rev-parse", "HEAD").strip()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},部品.txt")
    repository.git("commit", "--quiet", "--message", "部品")
    for name, word in (("リンク.txt", "規則/条例.txt"), ("規則", "フォルダー"), ("部品.txt", "サブモジュール")):
        assert run(["diff", f"HEAD:{name}", "規則/条例.txt"]) == 2
        assert word in capsys.readouterr().err


def test_what_git_lfs_keeps_elsewhere_is_no_text(repository: Repository) -> None:
    repository.write("条例.docx", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    repository.commit()
    with pytest.raises(ReadError, match="LFS"):
        read_named("HEAD:条例.docx")


def test_a_repository_without_commits(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("条例.txt", OLD)
    assert run(["diff", "HEAD:条例.txt", "条例.txt"]) == 2
    assert "コミットがありません" in capsys.readouterr().err
    repository.git("add", ".")
    assert [file["status"] for file in answer(capsys, "diff", "--staged")["files"]] == ["added"]


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["diff", "旧:案.txt", "新:案.txt"]) == 2
    assert "旧:案.txt: ファイルがありません" in capsys.readouterr().err
    assert run(["diff", "--staged"]) == 2
    assert "リポジトリではありません" in capsys.readouterr().err


# --- many files


@pytest.mark.usefixtures("two")
def test_every_document_that_changed(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "diff", "--git", "HEAD~1..HEAD")
    assert list(Draft202012Validator(schema("repository")).iter_errors(found)) == []
    assert {(file["before"], file["after"]): file["status"] for file in found["files"]} == {
        ("条例.txt", "条例.txt"): "modified",
        ("規則/旧名.md", "規則/新名.md"): "renamed",
        ("廃止.txt", None): "deleted",
        (None, "新規.txt"): "added",
    }
    by_path = {file["after"]: file["diff"] for file in found["files"]}
    assert edits(by_path["条例.txt"]) == edits(by_path["規則/新名.md"]) == [("三十日", "六十日")]
    assert edits(by_path["新規.txt"]) == [("", "第一条　新設する。\n")]
    assert found["others"] == 1
    assert found["statuses"] == {"added": 1, "deleted": 1, "modified": 1, "renamed": 1}
    assert found["summary"]["edits"]["quantity"] == 2


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("path", ["規則", "規則/新名.md", "規則/旧名.md", "./規則/"])
def test_a_renamed_file_stays_one_under_either_name(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert [file["status"] for file in answer(capsys, "diff", "--git", "HEAD~1..", path)["files"]] == ["renamed"]


def test_absolute_paths_and_paths_from_a_folder(two: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two.path / "規則")
    for path in ("../条例.txt", str(two.path / "条例.txt")):
        assert len(between(range_of("HEAD~1..HEAD"), [path], folder=two.path / "規則")) == 1
    with pytest.raises(UsageError, match="外"):
        staged(["../../x"], folder=two.path / "規則")


def test_three_dots_count_from_where_the_two_parted(two: Repository) -> None:
    two.git("checkout", "--quiet", "-b", "別案", "HEAD~1")
    two.write("条例.txt", NEW.replace("六十日", "九十日"))
    two.commit()
    assert len(between(range_of("main...別案"), [], folder=two.path)) == 1
    assert len(between(range_of("main..別案"), [], folder=two.path)) > 1


@pytest.mark.parametrize("typed", ["HEAD", "--output=x..HEAD", "無い..HEAD", "HEAD..-h", "HEAD^{/\n}..HEAD"])
def test_what_is_no_range_is_said_in_a_line(two: Repository, typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", f"--git={typed}"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (two.path / "x").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--git", "..", "無い.txt"],
        ["--git", "..", "--staged"],
        ["--staged", "--tracked", "条例.txt"],
        ["--staged", "--input-format", "text"],
        ["--git", "HEAD~1..", "--format", "html"],
        ["--git", "HEAD~1..", "-o", "報告.html"],
        ["--git", "HEAD~1..", "--format", "markdown", "-o", "報告.html"],
        ["--git", "HEAD~1..", "--format", "html", "-o", "条例.txt"],
    ],
)
@pytest.mark.usefixtures("two")
def test_what_does_not_go_together(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *arguments]) == 2
    assert capsys.readouterr().err.startswith("aratame: ")


def test_only_what_is_staged_counts(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("条例.txt", OLD)
    repository.commit()
    repository.write("条例.txt", NEW)
    repository.git("add", ".")
    repository.write("条例.txt", "作業中\n")
    (file,) = answer(capsys, "diff", "--staged")["files"]
    assert edits(file["diff"]) == [("三十日", "六十日")]


def test_what_cannot_be_read_stops_nothing(two: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    two.write("条例.txt", OLD)
    two.write("壊れた.docx", b"PK\x03\x04broken")
    (two.path / "新規.txt").unlink()
    (two.path / "新規.txt").symlink_to("条例.txt")
    two.git("add", ".")
    found = {file["after"]: file for file in answer(capsys, "diff", "--staged")["files"]}
    assert found["壊れた.docx"]["diff"] is None
    assert "壊れた.docx" in found["壊れた.docx"]["problem"]
    assert found["新規.txt"]["status"] == "retyped"
    assert "シンボリックリンク" in found["新規.txt"]["problem"]
    assert edits(found["条例.txt"]["diff"]) == [("六十日", "三十日")]
    assert run(["diff", "--staged", "--exit-code"]) == 1
    said = capsys.readouterr().out
    assert "シンボリックリンク" in said
    assert "[-六十日-]{+三十日+}" in said


def test_a_conflict_is_said(two: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    two.git("checkout", "--quiet", "-b", "別案", "HEAD~1")
    two.write("条例.txt", NEW.replace("六十日", "九十日"))
    two.commit()
    subprocess.run(["git", "merge", "--quiet", "main"], cwd=two.path, check=False, capture_output=True)
    found = {file["after"] or file["before"]: file for file in answer(capsys, "diff", "--staged")["files"]}
    assert found["条例.txt"]["status"] == "unmerged"
    assert "競合" in found["条例.txt"]["problem"]
    assert found["条例.txt"]["diff"] is None
    with pytest.raises(AratameError, match="競合"):
        read_named(":条例.txt")


@pytest.mark.usefixtures("two")
def test_the_report_names_every_document_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--git", "HEAD~1..HEAD"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("HEAD~1 → HEAD\n")
    table = said.split("── 文書のまとめ")[1]
    for path, status in (("条例.txt", "変更"), ("規則/新名.md", "名前の変更"), ("廃止.txt", "削除"), ("新規.txt", "追加")):
        assert [line.split()[1] for line in table.splitlines() if line.split()[:1] == [path]] == [status]
    assert "文書でないファイル 1件" in table


def test_other_formats_are_written_one_a_document(two: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--git", "HEAD~1..HEAD", "規則", "条例.txt", "--format", "html", "-o", "報告"]) == 0
    assert capsys.readouterr().out == ""
    assert {path.relative_to(two.path / "報告").as_posix() for path in (two.path / "報告").rglob("*.html")} == {
        "条例.txt.html",
        "規則/新名.md.html",
    }


def test_one_document_makes_one_report(two: Repository) -> None:
    assert run(["diff", "--git", "HEAD~1..HEAD", "条例.txt", "-o", "報告.html"]) == 0
    assert "六十日" in (two.path / "報告.html").read_text(encoding="utf-8")
    assert run(["diff", "--git", "HEAD..HEAD", "-o", "無し.html"]) == 0
    assert not (two.path / "無し.html").exists()


@pytest.mark.usefixtures("two")
def test_a_path_outside_is_said_in_our_words(capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("/etc/passwd", "../x.txt", "規則/../../x.txt"):
        assert run(["diff", f"HEAD:{path}", "条例.txt"]) == 2
        said = capsys.readouterr().err
        assert "リポジトリの外" in said
        assert "git ls-tree" not in said


def test_git_is_asked_as_often_for_two_hundred_paths_as_for_one(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"文書/{number}.txt" for number in range(200)]
    for name in names:
        repository.write(name, OLD)
    repository.commit()
    asked: list[object] = []
    real = subprocess.run

    def watched(arguments: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        asked.append(arguments)
        return real(arguments, check=False, **{name: value for name, value in options.items() if name != "check"})

    monkeypatch.setattr(subprocess, "run", watched)
    for paths in (names[:1], names):
        assert staged(paths, folder=repository.path) == ()
    assert asked[: len(asked) // 2] == asked[len(asked) // 2 :]


@pytest.mark.parametrize("name", ["改\n行.txt", "タブ\t.txt", '引"用%.txt', "[角]*.txt", "x\udcff.txt", " 空白 .txt", "-x.txt"])
def test_any_name_of_a_file(repository: Repository, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = repository.path / name
    target.write_text(OLD, encoding="utf-8")
    repository.commit()
    target.write_text(NEW, encoding="utf-8")
    repository.git("add", "--all")
    (file,) = answer(capsys, "diff", "--staged", "--", name)["files"]
    assert (file["before"], edits(file["diff"])) == (name, [("三十日", "六十日")])
    assert edits(answer(capsys, "diff", "--", f"HEAD:{name}", f":{name}")) == [("三十日", "六十日")]
    assert run(["diff", "--staged"]) == 0
    assert "[-三十日-]{+六十日+}" in capsys.readouterr().out


def test_a_repository_with_other_hashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "--quiet", "--object-format=sha256", "."], check=True)
    (tmp_path / "条例.txt").write_text(OLD, encoding="utf-8")
    subprocess.run(["git", "add", "."], check=True)
    assert [str(change.status) for change in staged([], folder=tmp_path)] == ["added"]


def test_the_top_is_a_path_too(two: Repository) -> None:
    assert between(range_of("HEAD..HEAD"), ["."], folder=two.path) == ()
    assert len(between(range_of("HEAD~1..HEAD"), ["."], folder=two.path)) == 5
