"""The command line: one file per command. It parses arguments, calls the engine and prints; nothing heavy is imported before it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from aratame import __version__
from aratame.cli.arguments import understood
from aratame.cli.failures import guarded
from aratame.cli.options import HELP, Group, Option, language_of
from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.cli.options import Command

COMMANDS = ("diff", "table", "clauses", "check", "verify", "explain", "git", "demo")
"""In the order in which `aratame --help` lists them. Each stands under its name in the module of its name."""
VERSION = Option("--version", ja="版の番号を示す", en="Show the version.")


def command(name: str) -> Command | Group:
    """The command `name`, one of `COMMANDS`, whose module is imported now: only `--help`, which says a line of each, needs them all."""
    return cast("Command | Group", getattr(import_module(f"aratame.cli.{name}"), name))


aratame = Group(
    Words(
        "日本語の行政文書の二つの版を条項ごとに比べ、何がどう変わったかを示します。",
        "Compare two versions of a Japanese administrative text, clause by clause, and say what kind of change each is.",
    ),
    COMMANDS,
    command,
    (VERSION, HELP),
)


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments` and return its exit status: 0, 1 or 2 as the contract says, 130 after Ctrl-C."""
    language = language_of(arguments)
    return guarded(lambda: _answered(arguments, language), language)


def _answered(arguments: Sequence[str], language: str) -> object:
    """What the command that is asked for returns; its help or the version said where they are asked for."""
    target, path, values = understood(aratame, "aratame", arguments)
    if not (isinstance(target, Group) or HELP.name in values):
        return target.function(**values)
    from aratame.cli.printing import say, terminal_width  # noqa: PLC0415

    if VERSION.name in values:
        say(f"aratame, version {__version__}\n")
    else:
        from aratame.cli.helping import help_of  # noqa: PLC0415

        say(help_of(target, path, language, terminal_width()))
    return 0
