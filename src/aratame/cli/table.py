"""`aratame table FILE`: one before/after table → what changed, row by row, and across the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.inputs import READING, read_input, reading_of
from aratame.cli.options import Command, option
from aratame.cli.printing import WRITING, deliver, destination
from aratame.cli.progress import working
from aratame.cli.settings import CONFIG, configured
from aratame.cli.viewing import VIEWING, viewed
from aratame.model import Words

if TYPE_CHECKING:
    from aratame.model import Table


@click.command(
    cls=Command,
    words=Words(
        "変更箇所の一覧や新旧対照表を読み、行ごとに何が変わったかを示します。",
        "Read one before/after table and say what changed, row by row and across the rows.",
    ),
)
@click.argument("file")
@option("--before-column", metavar="NAME", ja="変更前の列の見出し", en="Header of the column with the before text.")
@option("--after-column", metavar="NAME", ja="変更後の列の見出し", en="Header of the column with the after text.")
@VIEWING
@READING
@CONFIG
@WRITING
def table(file: str, *, before_column: str | None, after_column: str | None, config: str | None, **options: Any) -> None:
    """One before/after table → what changed."""
    settings = configured(config)
    view, rest = viewed(options, settings)
    reading, writing = reading_of(rest)
    to = destination([file], **writing)
    from aratame.engine import diff_table  # noqa: PLC0415

    with working(to.wishes.language):
        given = read_input(file, want="table", before_column=before_column, after_column=after_column, **reading)
        answer = view.table(diff_table(cast("Table", given), config=settings))
    deliver(to, lambda report: report.table_report(answer, to.wishes))
