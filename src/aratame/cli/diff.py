"""`aratame diff BEFORE AFTER`: two versions of one document → what changed, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.options import READING, Command, option
from aratame.cli.printing import WRITING, deliver, destination
from aratame.cli.viewing import VIEWING, viewed
from aratame.errors import UsageError
from aratame.model import Status, Words

if TYPE_CHECKING:
    from aratame.model import Document

DIFFERENT = 1
"""Differences are left after the filters, and --exit-code asked to be told."""


@click.command(
    cls=Command,
    words=Words(
        "一つの文書の二つの版を比べ、条項ごとに何が変わったかを示します。",
        "Compare two versions of one document and say what changed, clause by clause.",
    ),
)
@click.argument("before")
@click.argument("after")
@option("--exit-code", is_flag=True, ja="違いがあるとき終了コードを 1 にする", en="End with status 1 where there are differences.")
@VIEWING
@READING
@WRITING
def diff(before: str, after: str, *, exit_code: bool, encoding: str | None, input_format: str | None, **options: Any) -> int:
    """Two versions of one document → what changed; the exit status."""
    if before == after == "-":
        raise UsageError(
            "diff - -: 標準入力は一つだけです。どちらか一方はファイルを指定してください。",
            "diff - -: there is one standard input; name a file for one side.",
        )
    view, writing = viewed(options)
    to = destination([before, after], **writing)
    from aratame import engine  # noqa: PLC0415

    documents = _read(before, after, encoding=encoding, input_format=input_format)
    answer = view.diff(engine.diff(*documents))
    deliver(to, lambda report: report.diff_report(answer, to.wishes))
    different = any(change.status is not Status.UNCHANGED for change in answer.changes)
    return DIFFERENT if exit_code and different else 0


def _read(before: str, after: str, **reading: Any) -> tuple[Document, Document]:
    """Both documents. Raises `UsageError` where both are before/after tables: each of them already is a comparison."""
    from aratame.model import Document, Table  # noqa: PLC0415
    from aratame.reading import read  # noqa: PLC0415

    # Standard input can be read but once, so what comes from there is taken for a document.
    both = [read(name, want="document" if name == "-" else "any", **reading) for name in (before, after)]
    if all(isinstance(one, Table) for one in both):
        raise UsageError(
            f"{before} と {after} はどちらも新旧の表です。表の中の変更は「aratame table {before}」で示します。",
            f"{before} and {after} are both before/after tables; 'aratame table {before}' says what changed in one.",
        )
    old, new = (
        one if isinstance(one, Document) else cast("Document", read(name, want="document", **reading))
        for name, one in zip((before, after), both, strict=True)
    )
    return old, new
