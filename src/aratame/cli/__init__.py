"""The command line: one file per command. It parses arguments, calls the engine and prints; nothing heavy is imported before it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aratame import __version__
from aratame.cli.check import check
from aratame.cli.clauses import clauses
from aratame.cli.demo import demo
from aratame.cli.diff import diff
from aratame.cli.explain import explain
from aratame.cli.failures import guarded
from aratame.cli.git import git
from aratame.cli.options import Command, Group, language_of
from aratame.cli.table import table
from aratame.cli.verify import verify
from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: tuple[Command | Group, ...] = (diff, table, clauses, check, verify, explain, git, demo)
"""In the order in which `aratame --help` lists them."""

aratame = Group(
    name="aratame",
    words=Words(
        "日本語の行政文書の二つの版を条項ごとに比べ、何がどう変わったかを示します。",
        "Compare two versions of a Japanese administrative text, clause by clause, and say what kind of change each is.",
    ),
    commands={command.name or "": command for command in COMMANDS},
)
click.version_option(__version__, prog_name="aratame")(aratame)


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments` and return its exit status: 0, 1 or 2 as the contract says, 130 after Ctrl-C."""
    language = language_of(arguments)
    return guarded(lambda: _invoked(list(arguments), language), language)


def _invoked(arguments: list[str], language: str) -> object:
    """What the command returns. click's own `main` would print a line at Ctrl-C and end with 1 where the reader went away."""
    with aratame.make_context("aratame", arguments, obj=language) as context:
        return aratame.invoke(context)
