"""`aratame demo`: the main job on an example that ships with the package."""

from __future__ import annotations

import click

from aratame.cli.options import LANGUAGE, Command
from aratame.model import Words


@click.command(
    cls=Command,
    words=Words("付属の例で主な使い方を示します。", "Do the main job on an example that ships with the package."),
)
@LANGUAGE
def demo(*, lang: str) -> None:
    """The main job on the packaged example."""
    from aratame.cli.printing import say  # noqa: PLC0415

    say(lang)
