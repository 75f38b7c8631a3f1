"""The commands: what they answer, with which exit status, and where they put it."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aratame import __version__
from aratame.cli import COMMANDS, progress, run
from aratame.errors import UsageError
from aratame.model import EditKind
from aratame.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

ARATAME = [sys.executable, "-m", "aratame"]
BEFORE = "架空市届出条例\n（届出）\n第一条　市長は、三十日以内に届け出ることができる。\n第二条　住民票の4情報を取り扱う。\n"
AFTER = "架空市届出条例\n（届出）\n第一条　市長は、六十日以内に届け出なければならない。\n第二条　住民票の5情報を取扱う。\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two versions of an ordinance of a city that does not exist."""
    before, after = tmp_path / "旧.txt", tmp_path / "新.txt"
    before.write_text(BEFORE, encoding="utf-8")
    after.write_text(AFTER, encoding="utf-8")
    return str(before), str(after)


@pytest.fixture
def change_table(tmp_path: Path) -> str:
    """A change table with one row that says the same twice."""
    table = tmp_path / "変更箇所.tsv"
    table.write_text(
        "項目\t変更前の記載\t変更後の記載\t提出時期\n①部署\t市民生活局\t市民協働局\t事後\n②期間\t三年\t三年\t事前\n", encoding="utf-8"
    )
    return str(table)


def kinds(answer: str) -> set[str]:
    return {edit["kind"] for change in json.loads(answer)["changes"] for edit in change["edits"]}


def test_diff_answers_in_japanese_on_the_terminal(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *pair]) == 0
    said = capsys.readouterr().out
    assert "第一条" in said
    assert "[-三十日-]{+六十日+}" in said
    assert "数量の変更" in said


def test_diff_answers_in_english_when_asked(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", *pair, "--lang", "en"])
    said = capsys.readouterr().out
    assert "Substantive changes" in said
    assert "quantity" in said


def test_nothing_changed_is_said_in_one_sentence(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", pair[0], pair[0], "--exit-code"]) == 0
    assert "変更はありません。" in capsys.readouterr().out


def test_exit_code_counts_what_the_filters_leave(pair: tuple[str, str]) -> None:
    assert run(["diff", *pair]) == 0
    assert run(["diff", *pair, "--exit-code"]) == 1
    assert run(["diff", *pair, "--exit-code", "--only", "organization"]) == 0


def test_what_the_filters_leave_nothing_of_is_not_called_unchanged(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", *pair, "--only", "organization"])
    said = capsys.readouterr().out
    assert "変更はありません。" not in said.replace("絞り込みに当てはまる変更はありません。", "")
    assert "絞り込みに当てはまる" in said


@pytest.mark.parametrize("kind", ["quantity", "orthography"])
def test_only_and_ignore_choose_kinds(kind: str, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", *pair, "--format", "json"])
    every = kinds(capsys.readouterr().out)
    run(["diff", *pair, "--format", "json", "--only", kind])
    assert kinds(capsys.readouterr().out) == {kind}
    run(["diff", *pair, "--format", "json", "--ignore", kind])
    assert kinds(capsys.readouterr().out) == every - {kind}


def test_substantive_leaves_formal_edits_out(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", *pair, "--format", "json", "--substantive"])
    left = kinds(capsys.readouterr().out)
    assert "quantity" in left
    assert "orthography" not in left


def test_the_nearest_configuration_holds(
    pair: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "aratame.toml").write_text('ignore = ["quantity"]\n', encoding="utf-8")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    run(["diff", *pair, "--format", "json"])
    assert "quantity" not in kinds(capsys.readouterr().out)
    run(["diff", *pair, "--format", "json", "--only", "quantity"])
    assert kinds(capsys.readouterr().out) == {"quantity"}


def test_a_named_configuration_holds_and_its_problems_are_said_at_once(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "other.toml"
    config.write_text('ignore = ["typo"]\nbody = []\n', encoding="utf-8")
    assert run(["diff", *pair, "--config", str(config)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "typo" in said
    assert "body" in said


def test_unchanged_lists_every_clause(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["clauses", pair[0], "--format", "json"])
    clauses = json.loads(capsys.readouterr().out)["clauses"]
    run(["diff", pair[0], pair[0], "--format", "json", "--unchanged"])
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [change["before"][0]["span"] for change in changes] == [clause["span"] for clause in clauses]


def test_an_empty_list_of_unchanged_clauses_has_no_heading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [str(tmp_path / name) for name in ("旧.txt", "新.txt")]
    for name, days in zip(names, ("三十日", "六十日"), strict=True):
        Path(name).write_text(f"第一条　市長は、{days}以内に届け出る。\n", encoding="utf-8")
    run(["diff", *names, "--unchanged"])
    assert "変更のない条項" not in capsys.readouterr().out
    run(["diff", names[0], names[0], "--unchanged"])
    assert "変更のない条項" in capsys.readouterr().out


def test_the_title_of_a_numbered_cell_is_its_number_and_a_bullet_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "表.tsv"
    rows = ["項目\t変更前\t変更後", "①\t・通知カードを廃棄する。\tカードを廃棄する。", "②\t② 三年保存する。\t③ 五年保存する。"]
    table.write_text("\n".join(rows), encoding="utf-8")
    run(["table", str(table)])
    said = capsys.readouterr().out
    assert " 1. 【" in said
    assert " 2. ③　旧 ②　【" in said


def test_table_answers_by_row_with_its_findings(change_table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["table", change_table]) == 0
    said = capsys.readouterr().out
    assert "行1 ①部署 ［事後］" in said
    assert "[-市民生活局-]{+市民協働局+}" in said
    assert "[no-visible-change]" in said


def test_two_change_tables_point_to_the_table_command(change_table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", change_table, change_table]) == 2
    assert "aratame table" in capsys.readouterr().err


def test_clauses_shows_the_tree(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clauses", pair[0]]) == 0
    assert "第一条（届出）" in capsys.readouterr().out


@pytest.mark.parametrize("kind", list(EditKind))
def test_explain_knows_every_kind(kind: EditKind, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", kind]) == 0
    assert "何を見るか" in capsys.readouterr().out


def test_explain_takes_japanese_names_and_rules(capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain", "quantity"])
    english = capsys.readouterr().out
    run(["explain", "数量の変更"])
    assert capsys.readouterr().out == english
    assert run(["explain", "no-visible-change"]) == 0


def test_explain_alone_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain"])
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed[: len(EditKind)] == [str(kind) for kind in EditKind]
    assert "no-visible-change" in listed


def test_demo_needs_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo"]) == 0
    said = capsys.readouterr().out
    assert "before.txt → after.txt" in said
    assert "henko.tsv" in said


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    listed = re.findall(r"^  ([a-z]+) ", said.partition("コマンド:")[2], re.MULTILINE)
    assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("arguments", [["diff", "--help", "--lang", "en"], ["--lang=en", "diff", "--help"]])
def test_help_speaks_the_language_that_was_asked_for(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run(arguments)
    said = capsys.readouterr()
    assert "終了" not in said.out + said.err


@pytest.mark.parametrize(
    ("arguments", "headings"),
    [
        (["diff", "--help"], ["使い方: ", "オプション:", "この説明を示す"]),
        (["--help"], ["使い方: ", "オプション:", "コマンド:", "版の番号を示す"]),
        (["diff", "--help", "--lang", "en"], ["Usage: ", "Options:", "Show this message."]),
    ],
)
def test_the_headings_of_help_speak_it_too(arguments: list[str], headings: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    said = capsys.readouterr().out
    assert [heading for heading in headings if heading not in said] == []


@pytest.mark.parametrize("group", [[], ["git"]])
def test_without_a_command_those_that_there_are_are_listed(group: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(group) == 2
    shown = capsys.readouterr().err
    assert run([*group, "--help"]) == 0
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "-o"], "オプション「-o」に値を指定してください"),
        (["diff", "--exit-code=3"], "オプション「--exit-code」は値を取りません"),
    ],
)
def test_a_wrong_use_of_an_option_is_said_in_japanese(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_full_disk_is_no_fault_of_the_program(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(sys.stdout, "flush", full)
        assert run(["diff", *pair]) == 2
    assert re.fullmatch("aratame: .*空き容量.*\n", capsys.readouterr().err)


@pytest.mark.parametrize("closed", [1, 2])
def test_what_goes_to_a_file_needs_no_open_stream(pair: tuple[str, str], tmp_path: Path, closed: int) -> None:
    to = tmp_path / "答.json"
    program = f"import os, sys\nos.close({closed})\nos.execv(sys.executable, [sys.executable, '-m', 'aratame', *sys.argv[1:]])"
    answer = subprocess.run([sys.executable, "-c", program, "diff", *pair, "-o", str(to)], capture_output=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b"", b"")
    assert kinds(to.read_text(encoding="utf-8")) >= {"quantity", "term"}


def test_report_goes_to_the_file_in_the_format_of_its_suffix(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.json"
    assert run(["diff", *pair, "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["schema_version"] == 1
    assert capsys.readouterr().out == ""
    run(["diff", *pair, "-o", str(target), "--format", "terminal"])
    assert "まとめ" in target.read_text(encoding="utf-8")


def test_a_dash_as_output_is_standard_output(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *pair, "-o", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema_version"] == 1


def test_colour_follows_the_option_no_color_and_the_pipe(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["diff", *pair])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(["diff", *pair, "--color", "always"])
    said = capsys.readouterr().out
    assert "31m" in said  # red, not bold type alone
    assert "32m" in said
    run(["diff", *pair, "--color", "never"])
    assert "\x1b" not in capsys.readouterr().out


def test_no_color_is_respected_on_a_terminal(
    pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(["diff", *pair])
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(["diff", *pair])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(("watched", "patience", "said"), [("tty", 0.01, True), ("tty", 60, False), ("pipe", 0.01, False)])
def test_long_work_is_announced_to_those_who_watch(
    watched: str, patience: float, *, said: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched == "tty")
    with progress.working("ja"):
        time.sleep(0.3)
    shown = capsys.readouterr().err
    assert ("調べています" in shown) == said
    assert shown.endswith("\r\x1b[K") == said


def test_standard_input_is_a_dash(pair: tuple[str, str]) -> None:
    answer = subprocess.run([*ARATAME, "diff", "-", pair[1], "--format", "json"], input=BEFORE.encode(), capture_output=True, check=True)
    assert json.loads(answer.stdout)["before"]["name"] == "-"


def test_a_closed_pipe_ends_it_quietly(pair: tuple[str, str]) -> None:
    with subprocess.Popen([*ARATAME, "diff", *pair], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(timeout=30)
    assert process.returncode == 141


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Children that can be interrupted, also where the tests run in the background: what is ignored here is ignored there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_ends_it_quietly(pair: tuple[str, str]) -> None:
    with subprocess.Popen(
        [*ARATAME, "diff", "-", pair[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b"\n" * 100_000)  # taken by the pipe only once the reader is there
        for _ in range(50):
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):  # one between two reads of the kernel's is seen at the next
                process.wait(timeout=0.5)
                break
        assert process.stderr.read() == b""
    assert process.returncode == 130


def test_write_whole_keeps_permissions_and_links(tmp_path: Path) -> None:
    target, link = tmp_path / "report.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, b"new")
    assert target.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.json", "report.json"]


def test_write_whole_leaves_the_old_file_where_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.json"
    target.write_bytes(b"old")

    def no_space(descriptor: int) -> None:
        raise OSError(28, f"No space left on device {descriptor}")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(UsageError, match=r"report\.json"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]


def test_write_whole_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_whole(tmp_path, b"new")
