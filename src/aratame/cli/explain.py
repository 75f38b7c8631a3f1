"""`aratame explain KIND_OR_RULE`: what a kind of edit or a check means, in the words of its own documentation."""

from __future__ import annotations

import click

from aratame.cli.options import LANGUAGE, Command
from aratame.model import Words


@click.command(
    cls=Command,
    words=Words("変更の種類や点検項目の意味を示します。", "Say what a kind of edit or a check means."),
)
@click.argument("name", required=False, metavar="[KIND_OR_RULE]")
@LANGUAGE
def explain(name: str | None, *, lang: str) -> None:
    """What `name` means; without a name, the list of all."""
    from aratame.cli.printing import say  # noqa: PLC0415

    say(f"{name}{lang}\n")
