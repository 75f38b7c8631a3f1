"""`aratame diff BEFORE AFTER`: two versions of one document → what changed, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from aratame.cli.inputs import LIMITS, READING, read_document, read_input, reading_of
from aratame.cli.options import Command, option
from aratame.cli.printing import WRITING, deliver, destination
from aratame.cli.progress import working
from aratame.cli.settings import CONFIG, configured
from aratame.cli.viewing import VIEWING, viewed
from aratame.errors import UsageError
from aratame.model import Status, Words

if TYPE_CHECKING:
    from aratame.config import Config
    from aratame.filters import Filter
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
@click.argument("names", nargs=-1, metavar="BEFORE AFTER")
@option(
    "--git",
    "commits",
    metavar="REV..REV",
    ja="二つの版の間で変わった文書を全て比べる（続けて PATH… で絞る）",
    en="Compare all documents that changed between two revisions (PATH… narrows).",
)
@option(
    "--staged",
    is_flag=True,
    ja="ステージした文書を最後のコミットと比べる（続けて PATH… で絞る）",
    en="Compare what is staged with the last commit (PATH… narrows).",
)
@option("--exit-code", is_flag=True, ja="違いがあるとき終了コードを 1 にする", en="End with status 1 where there are differences.")
@option(
    "--tracked",
    is_flag=True,
    ja="変更履歴のある一つの Word 文書の前と後を比べる",
    en="Compare the two sides of one Word file's tracked changes.",
)
@VIEWING
@READING
@CONFIG
@WRITING
def diff(
    names: tuple[str, ...], *, commits: str | None, staged: bool, exit_code: bool, tracked: bool, config: str | None, **options: Any
) -> int:
    """Two versions of one document, or of each that changed in a repository → what changed; the exit status."""
    settings = configured(config)
    view, rest = viewed(options, settings)
    reading, writing = reading_of(rest)
    if sum((commits is not None, staged, tracked)) > 1:
        raise UsageError("--git、--staged、--tracked は一つだけ指定してください。", "choose one of --git, --staged and --tracked.")
    if commits is not None or staged:
        from aratame.cli.diff_in_git import diff_in_git  # noqa: PLC0415  two files need no git

        different = diff_in_git(commits, names, config=settings, view=view, reading=reading, writing=writing)
    else:
        different = _diff_two(_files(names, tracked=tracked), settings, view, reading, writing, tracked=tracked)
    return DIFFERENT if exit_code and different else 0


def _diff_two(
    files: tuple[str, str], config: Config, view: Filter, reading: dict[str, Any], writing: dict[str, Any], *, tracked: bool
) -> bool:
    """Report what changed between two files, or by one file's tracked changes; whether anything did."""
    to = destination(files, **writing)
    from aratame import engine  # noqa: PLC0415
    from aratame.reading import read_tracked  # noqa: PLC0415

    with working(to.wishes.language):
        documents = read_tracked(files[0], **{limit: reading[limit] for limit in LIMITS}) if tracked else _read(*files, reading)
        answer = view.diff(engine.diff(*documents, config=config, two_processes=True))
    deliver(to, lambda report: report.diff_report(answer, to.wishes))
    return any(change.status is not Status.UNCHANGED for change in answer.changes)


def _files(names: tuple[str, ...], *, tracked: bool) -> tuple[str, str]:
    """The two files. Raises `UsageError` where there are too few or too many, or where both are standard input."""
    if tracked and len(names) == 1:
        return names[0], names[0]
    if tracked:
        raise UsageError(
            "--tracked: 一つのファイルの変更履歴を比べます。ファイルを一つだけ指定してください。",
            "--tracked compares the two sides of one file; name one file.",
        )
    if len(names) != 2:
        raise UsageError(
            "diff: 変更前と変更後のファイルを一つずつ指定してください（aratame diff 変更前 変更後）。",
            "diff: name one file before and one after (aratame diff BEFORE AFTER).",
        )
    if names == ("-", "-"):
        raise UsageError(
            "diff - -: 標準入力は一つだけです。どちらか一方はファイルを指定してください。",
            "diff - -: there is one standard input; name a file for one side.",
        )
    return names[0], names[1]


def _read(before: str, after: str, reading: dict[str, Any]) -> tuple[Document, Document]:
    """Both documents. Raises `UsageError` where both are before/after tables: each of them already is a comparison."""
    from aratame.model import Document  # noqa: PLC0415

    # Standard input can be read but once, so what comes from there is taken for a document.
    old, new = (read_document(name, **reading) if name == "-" else read_input(name, **reading) for name in (before, after))
    if not isinstance(old, Document) and not isinstance(new, Document):
        raise UsageError(
            f"{before} と {after} はどちらも新旧の表です。表の中の変更は「aratame table {before}」で示します。",
            f"{before} and {after} are both before/after tables; 'aratame table {before}' says what changed in one.",
        )
    return (
        old if isinstance(old, Document) else read_document(before, **reading),
        new if isinstance(new, Document) else read_document(after, **reading),
    )
