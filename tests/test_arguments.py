"""What is typed → what a command is called with, or one line that says what is wrong and the way out."""

from __future__ import annotations

from typing import Any

import pytest

from aratame.cli import COMMANDS, aratame, run
from aratame.cli import command as command_of
from aratame.cli.arguments import understood
from aratame.cli.helping import help_of
from aratame.cli.options import Group, Operand, Option, command
from aratame.errors import UsageError
from aratame.model import Words


@command(
    Words("試す", "Try."),
    Operand("first"),
    Operand("others", "[FILE]...", many=True, required=False),
    Option("-o", "--output", metavar="FILE", ja="書く所", en="Where."),
    Option("--dry-run", ja="書かない", en="Do not write."),
    Option("--side", choices=("before", "after"), default="after", name="which", ja="側", en="Side."),
    Option("--count", metavar="N", read=lambda _, typed: int(typed), default=1, ja="数", en="How many."),
)
def trial(**values: Any) -> dict[str, Any]:
    """What it was called with."""
    return values


def values(*arguments: str) -> dict[str, Any]:
    call = understood(trial, "trial", arguments)
    assert call.target is trial
    return call.values


USUAL = {"first": "a", "others": (), "output": None, "dry_run": False, "which": "after", "count": 1}


@pytest.mark.parametrize(
    ("arguments", "others"),
    [
        (["a"], {}),
        (["a", "b", "c"], {"others": ("b", "c")}),
        (["-o", "f", "a"], {"output": "f"}),
        (["-of", "a"], {"output": "f"}),
        (["a", "--output=f=g"], {"output": "f=g"}),
        (["a", "--output="], {"output": ""}),
        (["a", "--output", "-"], {"output": "-"}),
        (["a", "--output", "--dry-run"], {"output": "--dry-run"}),
        (["a", "--dry-run", "b"], {"dry_run": True, "others": ("b",)}),
        (["-", "--", "--dry-run", "--"], {"first": "-", "others": ("--dry-run", "--")}),
        (["", "b"], {"first": "", "others": ("b",)}),
        (["a", "--side", "before"], {"which": "before"}),
        (["a", "--side=before", "--side=after"], {}),
        (["a", "--count=7"], {"count": 7}),
        (["新旧.txt", "--output=　"], {"first": "新旧.txt", "output": "　"}),
    ],
)
def test_options_and_operands(arguments: list[str], others: dict[str, Any]) -> None:
    assert values(*arguments) == USUAL | others


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "「FIRST」"),
        (["a", "-o"], "「-o」に値（FILE）"),
        (["a", "--output"], "「--output」に値（FILE）"),
        (["a", "--dry-run=yes"], "「--dry-run」に値は要りません"),
        (["a", "--dryrun"], "もしかして: --dry-run"),
        (["a", "--out", "f"], "オプション「--out」はありません"),
        (["a", "-x"], "オプション「-x」はありません"),
        (["a", "-no", "f"], "オプション「-n」はありません"),
        (["a", "--side", "left"], "before、after のどれか"),
        (["a", "--side="], "before、after のどれか"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_out(arguments: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        values(*arguments)
    assert said in caught.value.words.ja
    assert "「trial --help」" in caught.value.words.ja
    assert "'trial --help'" in caught.value.words.en


def test_help_is_given_whatever_is_missing_but_not_in_place_of_a_value() -> None:
    assert values("--side", "left", "--help") == {"help": True}
    assert values("a", "-o", "--help") == USUAL | {"output": "--help"}
    assert values("--", "--help") == USUAL | {"first": "--help"}


def test_a_command_without_room_for_more_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clauses", "a.txt", "b.txt"]) == 2
    assert "「b.txt」" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["git"], ["無い"], ["git", "無い"], ["--無い"], ["git", "--version"], [""], ["--", "diff"]])
def test_a_group_names_its_commands_or_its_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert ("textconv" if arguments[:1] == ["git"] else "verify") in said.err or "--help" in said.err


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "1.5"])
def test_a_limit_is_a_number_from_1_on(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clauses", "a.txt", f"--max-ratio={number}"]) == 2
    assert "--max-ratio" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option_and_breaks_its_lines(name: str, language: str) -> None:
    target = command_of(name)
    wide, narrow = (help_of(target, f"aratame {name}", language, width) for width in (2000, 60))
    for option in target.options:
        assert option.words.to(language) in wide
        assert all(flag in narrow for flag in option.flags)
    assert "".join(narrow.split()) == "".join(wide.split())
    assert len([line for line in narrow.split("\n") if len(line) > 60]) <= narrow.count("--format [")


def test_help_of_a_group_says_a_line_of_each_command() -> None:
    said = help_of(aratame, "aratame", "en", 200)
    for name in COMMANDS:
        assert f"  {name} " in said
        assert command_of(name).words.en in said
    assert isinstance(command_of("git"), Group)
    assert "--version" not in help_of(command_of("git"), "aratame git", "en", 200)
