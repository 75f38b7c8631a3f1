"""`aratame verify TABLE BEFORE AFTER`: a declared change table, held against the two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.inputs import READING, read_document, read_input, reading_of
from aratame.cli.options import Command, option
from aratame.cli.printing import WRITING, deliver, destination, say
from aratame.cli.progress import working
from aratame.cli.settings import CONFIG, configured
from aratame.errors import UsageError
from aratame.model import Severity, Words

if TYPE_CHECKING:
    from aratame.model import Table

DISAGREED = 1
"""Exit status where table and documents disagree in more than form."""
_AGREED = Words("表と文書は一致しています。\n", "The table and the documents agree.\n")


@click.command(
    cls=Command,
    words=Words(
        "変更箇所の表や新旧対照表を、旧文書・新文書と突き合わせます。",
        "Hold a declared change table against the two documents.",
    ),
)
@click.argument("table")
@click.argument("before")
@click.argument("after")
@option("--before-column", metavar="NAME", ja="変更前の列の見出し", en="Header of the column with the before text.")
@option("--after-column", metavar="NAME", ja="変更後の列の見出し", en="Header of the column with the after text.")
@READING
@CONFIG
@WRITING
def verify(
    table: str, before: str, after: str, *, before_column: str | None, after_column: str | None, config: str | None, **options: Any
) -> int:
    """Where the table and the documents disagree; 1 where they do."""
    settings = configured(config)
    reading, writing = reading_of(options)
    to = destination([table, before, after], **writing)
    if [table, before, after].count("-") > 1:
        raise UsageError(
            "verify: 標準入力は一つだけです。ほかはファイルを指定してください。",
            "verify: there is one standard input; name files for the others.",
        )
    from aratame.engine import diff  # noqa: PLC0415
    from aratame.verifying import verify as held_against  # noqa: PLC0415

    with working(to.wishes.language):
        declared = read_input(table, want="table", before_column=before_column, after_column=after_column, **_of_table(reading))
        documents = (read_document(name, **reading) for name in (before, after))
        found = held_against(cast("Table", declared), diff(*documents, config=settings))
    if not found and to.form == "terminal" and to.path is None:
        say(_AGREED.to(to.wishes.language))
    else:
        deliver(to, lambda report: report.findings_report(found, to.wishes))
    return DISAGREED if any(finding.severity is not Severity.HINT for finding in found) else 0


def _of_table(reading: dict[str, Any]) -> dict[str, Any]:
    """How the table is read: the input format that the user names is that of the documents."""
    return {**reading, "input_format": None}
