"""The command line: one file per command. It parses arguments, calls the engine and prints; nothing heavy is imported before it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

import click

from aratame import __version__
from aratame.cli.failures import guarded
from aratame.cli.options import Group, Option, language_of
from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.cli.options import Command

COMMANDS = ("diff", "table", "clauses", "check", "verify", "explain", "git", "demo")
"""In the order in which `aratame --help` lists them. Each stands under its name in the module of its name."""


def command(name: str) -> Command | Group:
    """The command `name`, one of `COMMANDS`, whose module is imported now."""
    return cast("Command | Group", getattr(import_module(f"aratame.cli.{name}"), name))


class _Commands(Group):
    """All commands. Only the one that is asked for is loaded; `--help`, which says a line of each, loads them all."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks so
        """The names, in the order of `--help`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None where there is none."""
        return command(cmd_name) if cmd_name in COMMANDS else None


aratame = _Commands(
    name="aratame",
    words=Words(
        "日本語の行政文書の二つの版を条項ごとに比べ、何がどう変わったかを示します。",
        "Compare two versions of a Japanese administrative text, clause by clause, and say what kind of change each is.",
    ),
)
click.version_option(__version__, prog_name="aratame", cls=Option, words=Words("版の番号を示す", "Show the version."))(aratame)


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments` and return its exit status: 0, 1 or 2 as the contract says, 130 after Ctrl-C."""
    language = language_of(arguments)
    return guarded(lambda: _invoked(list(arguments), language), language)


def _invoked(arguments: list[str], language: str) -> object:
    """What the command returns. click's own `main` would print a line at Ctrl-C and end with 1 where the reader went away."""
    with aratame.make_context("aratame", arguments, obj=language) as context:
        return aratame.invoke(context)
