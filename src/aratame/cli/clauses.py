"""`aratame clauses FILE`: one document → its clause tree."""

from __future__ import annotations

from typing import Any

import click

from aratame.cli.inputs import READING, read_document, reading_of
from aratame.cli.options import Command
from aratame.cli.printing import WRITING, deliver, destination
from aratame.cli.progress import working
from aratame.model import Words


@click.command(
    cls=Command,
    words=Words("文書を条項に分け、その構造を示します。", "Cut one document into clauses and show its tree."),
)
@click.argument("file")
@READING
@WRITING
def clauses(file: str, **options: Any) -> None:
    """One document → its clause tree."""
    reading, writing = reading_of(options)
    to = destination([file], **writing)
    from aratame.segmenting import segment  # noqa: PLC0415

    with working(to.wishes.language):
        document = read_document(file, **reading)
        cut = segment(document)
    deliver(to, lambda report: report.clauses_report(document, cut, to.wishes))
