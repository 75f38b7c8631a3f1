"""`aratame check PATH…`: what reviewers should look at, as a linter says it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aratame.cli.checked_files import checked_files, refuse_special
from aratame.cli.inputs import READING, read_input, reading_of
from aratame.cli.options import Command, option
from aratame.cli.printing import WRITING, deliver, destination, say
from aratame.cli.progress import working
from aratame.cli.settings import CONFIG, configured
from aratame.errors import AratameError, ReadError, UsageError
from aratame.model import Document, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.config import Config
    from aratame.model import Finding
    from aratame.repository.earlier import Earlier

FOUND = 1
"""Exit status where something was found that weighs more than a hint."""

NOTHING_FOUND = Words("指摘はありません。", "No findings.")


@click.command(
    cls=Command,
    words=Words(
        "文書や変更箇所の表を点検し、見直すところを挙げます。",
        "Say what a reviewer of documents and change tables should look at.",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@option(
    "--against",
    metavar="REV",
    ja="git のこの版とも比べ、改め忘れや番号のずれを点検する",
    en="Also compare with this revision in git, for names and numbers left behind.",
)
@READING
@CONFIG
@WRITING
def check(paths: tuple[str, ...], *, against: str | None, config: str | None, **options: Any) -> int:
    """Findings in files and folders; 1 where one is an error or a warning."""
    settings = configured(config)
    earlier = _earlier(against)
    reading, writing = reading_of(options)
    to = destination(paths, **writing)
    found: list[Finding] = []
    problems: list[Words] = []
    with working(to.wishes.language):
        for name in checked_files(paths):
            try:
                found.extend(_checked(name, earlier, settings, reading))
            except AratameError as error:
                problems.append(error.words)
    if not found and to.form == "terminal" and to.path is None:
        if not problems:  # what could not be read may have some; the hook of pre-commit runs often and finds little: rich can stay away
            say(f"{NOTHING_FOUND.to(to.wishes.language)}\n")
    else:
        deliver(to, lambda report: report.findings_report(found, to.wishes))
    if problems:  # said when the findings of the other files are
        raise ReadError(" ".join(problem.ja for problem in problems), " ".join(problem.en for problem in problems))
    return FOUND if any(finding.severity is not Severity.HINT for finding in found) else 0


def _checked(name: str, earlier: Earlier | None, config: Config, reading: dict[str, Any]) -> Iterator[Finding]:
    """The findings in one file, in the order of its lines."""
    refuse_special(name)
    given = read_input(name, want="any", **reading)
    if not isinstance(given, Document):
        from aratame.engine import diff_table  # noqa: PLC0415  most files are no tables

        found = list(diff_table(given, config=config).findings)
    else:
        from aratame.checking import check_document  # noqa: PLC0415  not for --help

        found = list(check_document(given, config))
        if earlier is not None:
            found.extend(_against(given, earlier, config, reading))
    yield from sorted(found, key=lambda finding: (finding.line, finding.column))


def _earlier(revision: str | None) -> Earlier | None:
    """What the files were at the revision to compare with; None where there is none."""
    if revision is None:
        return None
    if not revision:
        raise UsageError("--against: git の版を指定してください（例: HEAD）。", "--against: name a revision in git, such as HEAD.")
    from aratame.repository.earlier import Earlier  # noqa: PLC0415  only with --against

    return Earlier(revision, folder=Path())


def _against(document: Document, earlier: Earlier, config: Config, reading: dict[str, Any]) -> Iterator[Finding]:
    """The findings that only the earlier version shows; none where the file was not there yet or has not changed."""
    path = Path(document.name)
    if not path.is_file():
        raise UsageError(
            f"--against: {document.name} はフォルダーにあるファイルではありません。ファイルを指定してください。",
            f"--against: {document.name} is no file in a folder; name one.",
        )
    data = earlier.of(document.name)
    if not data or data == path.read_bytes():
        return
    from aratame.reading import ReadOptions, read_bytes  # noqa: PLC0415  only with --against

    options = {name: value for name, value in reading.items() if name != "input_format"}
    name = f"{earlier.revision}:{document.name}"
    before = read_bytes(data, name, ReadOptions(want="document", **options), input_format=reading["input_format"])
    assert isinstance(before, Document)
    if before.text == document.text:
        return
    from aratame.checking import check_pair  # noqa: PLC0415
    from aratame.engine import diff  # noqa: PLC0415

    yield from check_pair(diff(before, document, config=config), config)
