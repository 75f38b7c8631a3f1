"""`aratame clauses FILE`: one document → its clause tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.options import READING, Command
from aratame.cli.printing import WRITING, deliver, destination
from aratame.model import Words

if TYPE_CHECKING:
    from aratame.model import Document


@click.command(
    cls=Command,
    words=Words("文書を条項に分け、その構造を示します。", "Cut one document into clauses and show its tree."),
)
@click.argument("file")
@READING
@WRITING
def clauses(file: str, *, encoding: str | None, input_format: str | None, **writing: Any) -> None:
    """One document → its clause tree."""
    to = destination([file], **writing)
    from aratame.reading import read  # noqa: PLC0415
    from aratame.segmenting import segment  # noqa: PLC0415

    document = cast("Document", read(file, want="document", encoding=encoding, input_format=input_format))
    cut = segment(document)
    deliver(to, lambda report: report.clauses_report(document, cut, to.wishes))
