"""What the user has to mend is said in one line that names it, with status 2 and nothing written; hostile text stays text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from aratame.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARATAME = [sys.executable, "-m", "aratame"]
RAW = set(
    map(
        chr,
        [
            *range(0x0A),
            *range(0x0B, 0x20),
            *range(0x7F, 0xA0),
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
            0x200B,
            0x200E,
            0x200F,
            0xFEFF,
        ],
    )
)
"""Characters that command a terminal, turn its text or hide in it; no report may hold one."""


@pytest.fixture
def fine(tmp_path: Path) -> str:
    """A file that is all right."""
    file = tmp_path / "fine.txt"
    file.write_text("第一条　架空市の条例。\n", encoding="utf-8")
    return str(file)


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that must be refused; its one line on standard error."""

    def refuse(*arguments: str) -> str:
        assert run(arguments) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("aratame: ")
        assert said.err.count("\n") == 1
        assert not set(said.err) & RAW
        return said.err

    return refuse


def written(place: Path, name: str, data: bytes) -> str:
    file = place / name
    file.write_bytes(data)
    return str(file)


def test_a_missing_file(refused: Callable[..., str], fine: str) -> None:
    assert "ない.txt" in refused("diff", fine, "ない.txt")


def test_a_folder(refused: Callable[..., str], fine: str, tmp_path: Path) -> None:
    assert str(tmp_path) in refused("diff", fine, str(tmp_path))


def test_an_empty_file(refused: Callable[..., str], fine: str, tmp_path: Path) -> None:
    assert "empty.txt" in refused("diff", fine, written(tmp_path, "empty.txt", b""))


def test_a_binary_file(refused: Callable[..., str], fine: str, tmp_path: Path) -> None:
    assert "picture.txt" in refused("diff", fine, written(tmp_path, "picture.txt", bytes(range(256)) * 8))


def test_an_undecodable_byte_with_its_offset(refused: Callable[..., str], tmp_path: Path, fine: str) -> None:
    file = written(tmp_path, "broken.txt", "第一条　".encode() + b"\xff" + "架空市".encode())
    assert "12" in refused("diff", fine, file, "--encoding", "utf-8")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_table_without_a_before_column_names_the_columns(language: str, refused: Callable[..., str], tmp_path: Path) -> None:
    file = written(tmp_path, "table.tsv", "項目\t備考\n一\t二\n三\t四\n".encode())
    said = refused("table", file, "--lang", language)
    assert "table.tsv" in said
    assert "備考" in said


def test_two_columns_that_could_both_be_before(refused: Callable[..., str], tmp_path: Path) -> None:
    file = written(tmp_path, "table.tsv", "変更前\t変更前の記載\t変更後\n一\t二\t三\n四\t五\t六\n".encode())
    assert "変更前の記載" in refused("table", file)


def test_both_sides_on_standard_input(refused: Callable[..., str]) -> None:
    assert "diff - -" in refused("diff", "-", "-")


@pytest.mark.parametrize("spelling", ["other.json", "../{}/other.json", "link.json"])
def test_output_on_an_input(spelling: str, refused: Callable[..., str], fine: str, tmp_path: Path) -> None:
    other = written(tmp_path, "other.json", "第一条　別の条例。\n".encode())
    (tmp_path / "link.json").symlink_to(other)
    refused("diff", fine, other, "-o", str(tmp_path / spelling.format(tmp_path.name)))
    assert (tmp_path / "other.json").read_text(encoding="utf-8") == "第一条　別の条例。\n"


def test_an_unknown_suffix(refused: Callable[..., str], fine: str, tmp_path: Path) -> None:
    assert ".json" in refused("diff", fine, fine, "-o", str(tmp_path / "report.foo"))
    assert not (tmp_path / "report.foo").exists()


def test_an_output_folder_that_is_not_there(refused: Callable[..., str], fine: str, tmp_path: Path) -> None:
    assert "report.json" in refused("diff", fine, fine, "-o", str(tmp_path / "nowhere" / "report.json"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["dif"],
        ["diff"],
        ["diff", "a"],
        ["diff", "a", "b", "c"],
        ["diff", "a", "b", "--no-such-option"],
        ["diff", "a", "b", "--format", "wordperfect"],
        ["diff", "a", "b", "--only", "no-such-kind"],
        ["diff", "a", "b", "--tracked"],
        ["table"],
        ["explain", "no-such-kind"],
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_wrong_arguments(arguments: list[str], language: str, refused: Callable[..., str]) -> None:
    said = refused(*arguments, "--lang", language)
    assert ("。" in said) == (language == "ja")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_kinds_that_there_are_not_are_named(language: str, refused: Callable[..., str]) -> None:
    said = refused("diff", "a", "b", "--only", "term,no-such-kind", "--lang", language)
    assert all(word in said for word in ("--only", "no-such-kind", "orthography"))


@pytest.mark.parametrize("arguments", [["--lang", "xx"], ["--format"], ["--format", ""]])
def test_wrong_values(arguments: list[str], refused: Callable[..., str]) -> None:
    assert arguments[0] in refused("diff", "a", "b", *arguments)


def test_a_name_with_an_escape_sequence_is_shown_and_not_sent(refused: Callable[..., str], fine: str) -> None:
    assert "␛[31m" in refused("diff", fine, "\x1b[31m赤.txt")


@pytest.mark.parametrize("command", ["diff", "clauses"])
@pytest.mark.parametrize("color", ["always", "never"])
def test_hostile_text_never_reaches_the_terminal_raw(command: str, color: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "\x1b]0;title\x07\x1b[2J\u202eabc\u202c\u2066x\u2069\u200b\u200e\ufeff\x08\x9b31m\x7f\r戻る"
    plain = "第二条　架空市の条例は、市民の権利を守る。\n" * 30  # all control characters and no words would be a binary file
    before = written(tmp_path, "before.txt", f"第一条　安全{hostile}な4情報。\n{plain}".encode())
    after = written(tmp_path, "after.txt", f"第一条　危険{hostile}な5情報{hostile}。\n２　{hostile}\n{plain}".encode())
    run([command, *((before, after) if command == "diff" else (after,)), "--color", color, "--input-format", "text"])
    said = capsys.readouterr().out
    assert said
    ours = said if color == "never" else remove_colours(said)
    assert not set(ours) & RAW


def test_hostile_cells_never_reach_the_terminal_raw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "\x1b[2J\u202eabc\u200b\x9b31m"
    rows = [f"①{hostile}項目{number}\t住民票の4情報{hostile}\t住民票の5情報\t事後{hostile}\t同じ" for number in range(20)]
    rows.append(f"②{hostile}\t同じ{hostile}\t同じ{hostile}\t事前\t{hostile}")
    header = f"項目\t変更前\t変更後\t提出時期\t備考{hostile}"
    file = written(tmp_path, "table.tsv", "\n".join([header, *rows, ""]).encode())
    for options in ([], ["--expand", "--unchanged"], ["--lang", "en"]):
        assert run(["table", file, *options]) == 0
        said = capsys.readouterr().out
        assert "5情報" in said
        assert not set(said) & RAW


def remove_colours(text: str) -> str:
    """The text without the sequences that set colours, which are the report's own."""
    out, rest = [], text
    while "\x1b[" in rest:
        head, _, rest = rest.partition("\x1b[")
        codes, _, rest = rest.partition("m")
        assert set(codes) <= set("0123456789;")
        out.append(head)
    return "".join([*out, rest])


def test_json_on_a_terminal_commands_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = written(tmp_path, "before.txt", "第一条　4情報。\n".encode())
    after = written(tmp_path, "after.txt", "第一条　5情報\x1b[2J\u202e\x9b。\n".encode())
    run(["diff", before, after, "--format", "json", "--input-format", "text"])
    said = capsys.readouterr().out
    assert not set(said) & RAW
    assert "\u202e" in "".join(edit["after"]["text"] for change in json.loads(said)["changes"] for edit in change["edits"])


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "euc_jp"])
def test_a_console_of_another_encoding_gets_replacements(encoding: str, tmp_path: Path) -> None:
    before = written(tmp_path, "before.txt", "第一条　𠮷野の4情報㉑。\n".encode())
    after = written(tmp_path, "after.txt", "第一条　𠮷野の5情報㉑😀。\n".encode())
    answer = subprocess.run(
        [*ARATAME, "diff", before, after], capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert "5" in answer.stdout.decode(encoding)
    assert answer.stderr == b""


def test_json_is_utf_8_on_any_console(tmp_path: Path) -> None:
    before = written(tmp_path, "before.txt", "第一条　4情報。\n".encode())
    after = written(tmp_path, "after.txt", "第一条　5情報😀。\n".encode())
    answer = subprocess.run(
        [*ARATAME, "diff", before, after, "--format", "json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "cp932"},
    )
    assert json.loads(answer.stdout.decode("utf-8"))["schema_version"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "第一条　" + "（" * 10_000 + "）" * 10_000,
        "・" * 100_000,
        "第" + "9" * 5_000 + "条　多い。",
        "第一条　" + "あ" * 200_000,
        "\n" * 10_000,
    ],
    ids=["brackets", "bullets", "digits", "long", "lines"],
)
def test_extreme_text_is_answered(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = written(tmp_path, "before.txt", f"{text}\n".encode()), written(tmp_path, "after.txt", f"{text}\n末尾の文。\n".encode())
    assert run(["diff", before, after]) == 0
    assert len(capsys.readouterr().out) < 20_000


def test_a_short_text_with_escape_sequences_is_a_text_and_stays_harmless(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("第1条　\x1b[31m赤\u202e逆\u200b零\x07。\n", encoding="utf-8")
    (tmp_path / "new.txt").write_text("第1条　\x1b[32m緑\u202e逆\u200b零\x07。\n", encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "aratame", "diff", "old.txt", "new.txt"], cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    shown = run.stdout.decode()
    assert "赤" in shown
    assert not set(shown) & set("\x1b\x07\u202e\u200b")
