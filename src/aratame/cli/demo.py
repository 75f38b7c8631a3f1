"""`aratame demo`: the main job on an example that ships with the package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.options import Command
from aratame.cli.printing import LOOKS, deliver, destination, say
from aratame.errors import ReadError
from aratame.model import Words

if TYPE_CHECKING:
    from aratame.model import Document, Table


@click.command(
    cls=Command,
    words=Words("付属の例で主な使い方を示します。", "Do the main job on an example that ships with the package."),
)
@LOOKS
def demo(**looks: Any) -> None:
    """Two versions of one guideline, then one change table, each with the command that would be typed."""
    to = destination([], form="terminal", output=None, **looks)
    from aratame import engine  # noqa: PLC0415
    from aratame.reading import read  # noqa: PLC0415

    place = _example()
    before, after = (cast("Document", read(place / name, want="document"))._replace(name=name) for name in ("before.txt", "after.txt"))
    say("$ aratame diff before.txt after.txt\n\n")
    deliver(to, lambda report: report.diff_report(engine.diff(before, after), to.wishes))
    table = cast("Table", read(place / "henko.tsv", want="table"))._replace(name="henko.tsv")
    say("\n\n$ aratame table henko.tsv\n\n")
    deliver(to, lambda report: report.table_report(engine.diff_table(table), to.wishes))


def _example() -> Path:
    """The folder of the example: in the package, or in the checkout that an editable install points to."""
    package = Path(__file__).parents[1]
    for place in (package / "examples" / "flagship", package.parents[1] / "corpora" / "flagship"):
        if place.is_dir():
            return place
    raise ReadError(
        "examples/flagship: 付属の例がありません。aratame を入れ直してください。",
        "examples/flagship: the example is missing; install aratame again.",
    )
