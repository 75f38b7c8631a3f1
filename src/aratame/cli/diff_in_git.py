"""`aratame diff --git REV..REV [PATH…]` and `aratame diff --staged [PATH…]`: every document that changed in a repository → what changed in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aratame.cli.printing import deliver, destination
from aratame.cli.progress import working
from aratame.errors import ReadError, UsageError
from aratame.reporting import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from aratame.cli.printing import Destination
    from aratame.config import Config
    from aratame.filters import Filter
    from aratame.history import RepositoryDiff
    from aratame.model import Diff
    from aratame.reporting import Wishes
    from aratame.repository.versions import FileChange

WHOLE = ("terminal", "json")
"""Reports that hold many documents; the others are written one by one into the folder that -o names."""


def diff_in_git(
    revisions: str | None, paths: Sequence[str], *, config: Config, view: Filter, reading: dict[str, Any], writing: dict[str, Any]
) -> bool:
    """Report what changed in `revisions` (None: in what is staged) under `paths` (none: everywhere); whether anything did."""
    options = {name: value for name, value in reading.items() if name != "input_format"}
    if reading["input_format"] is not None:
        raise UsageError(
            "--input-format は --git・--staged と一緒には使えません。形式はファイルごとに判定します。",
            "--input-format goes with neither --git nor --staged: each file's format is recognised.",
        )
    to = destination(paths, **writing)
    names, changes = _changes(revisions, paths)
    is_file = to.form not in WHOLE and not _is_folder(to)
    if is_file and (not _is_report(to) or sum(change.is_document for change in changes) > 1):
        raise UsageError(
            f"--format {to.form}: 文書ごとに一つの報告を書きます。-o でフォルダーを指定してください。",
            f"--format {to.form} makes one report a document; name a folder with -o.",
        )
    with working(to.wishes.language):
        from aratame.history import compare_files  # noqa: PLC0415
        from aratame.reading import ReadOptions  # noqa: PLC0415

        answer = compare_files(*names, changes, folder=Path(), config=config, options=ReadOptions(want="document", **options), view=view)
    if to.form in WHOLE:
        deliver(to, lambda report: report.repository_report(answer, to.wishes))
    else:
        _deliver_each(answer, to, one=is_file)
    return any(file.different for file in answer.files)


def _is_folder(to: Destination) -> bool:
    """Whether `to` is a folder or can become one; a new name with the suffix of a report is meant for a file."""
    return to.path is not None and (to.path.is_dir() or not (to.path.exists() or _is_report(to)))


def _is_report(to: Destination) -> bool:
    """Whether `to` is named as reports are, of whatever format."""
    return to.path is not None and any(to.path.suffix.lower() in form.suffixes for form in FORMATS.values())


def _changes(revisions: str | None, paths: Sequence[str]) -> tuple[tuple[str, str], tuple[FileChange, ...]]:
    """What reports call the two states, and the files that changed between them."""
    from aratame.repository import listing  # noqa: PLC0415
    from aratame.repository.versions import STAGED  # noqa: PLC0415

    if revisions is None:
        return ("HEAD", STAGED), listing.staged(paths, folder=Path())
    sides = listing.range_of(revisions)
    return (sides.before, sides.after), listing.between(sides, paths, folder=Path())


def _deliver_each(answer: RepositoryDiff, to: Destination, *, one: bool) -> None:
    """One report a document, under the document's path in the folder `to.path`, or at `to.path` itself where there is but `one`.

    Raises `UsageError` where a path leads out of the folder, as only a forged commit could hold one, and `ReadError` in the end for the documents
    that could not be compared.
    """
    assert to.path is not None
    suffix = next(iter(FORMATS[to.form].suffixes), "")
    for file in answer.files:
        target = to.path if one else to.path / f"{file.path}{suffix}"
        if not target.resolve().is_relative_to(to.path.resolve()):
            raise UsageError(f"{file.path}: フォルダーの外を指す名前です。", f"{file.path}: leads out of the folder.")
        if file.diff is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            deliver(to._replace(path=target), partial(_diff_report, file.diff, to.wishes))
    problems = [file.problem for file in answer.files if file.problem]
    if problems:
        raise ReadError(" ".join(problem.ja for problem in problems), " ".join(problem.en for problem in problems))


def _diff_report(diff: Diff, wishes: Wishes, report: ModuleType) -> str | bytes:
    made: str | bytes = report.diff_report(diff, wishes)
    return made
