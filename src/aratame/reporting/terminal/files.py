"""The documents of a repository that changed: each with its own report, then all of them in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.reporting import saying
from aratame.reporting.labels import FILE_STATUSES
from aratame.reporting.sanitize import one_line
from aratame.reporting.terminal.page import Page
from aratame.reporting.terminal.wrapping import Run
from aratame.repository.versions import STAGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aratame.history import FileDiff, RepositoryDiff
    from aratame.model import Diff, Words
    from aratame.reporting import Wishes


def show_files(answer: RepositoryDiff, wishes: Wishes, show: Callable[[Diff, Wishes], str]) -> str:
    """The whole report; `show` makes that of one document."""
    return "\n\n".join(text.rstrip("\n") for text in _parts(answer, wishes, show)) + "\n"


def _parts(answer: RepositoryDiff, wishes: Wishes, show: Callable[[Diff, Wishes], str]) -> Iterator[str]:
    """The head, the documents, the table."""
    head = Page(wishes)
    after = saying.STAGED.to(wishes.language) if answer.after == STAGED else one_line(answer.after)
    head.paragraph([Run(f"{one_line(answer.before)} → {after}", "title")])
    if not answer.files:
        head.paragraph([Run(saying.NO_DOCUMENTS.to(wishes.language))])
    yield head.text()
    for file in answer.files:
        yield _document(file, wishes, show)
    if answer.files or answer.others:
        yield _table(answer, wishes)


def _document(file: FileDiff, wishes: Wishes, show: Callable[[Diff, Wishes], str]) -> str:
    """What changed in one document; of one that came or went only that it did, unless all is wanted."""
    one_sided = file.file.before is None or file.file.after is None
    if file.diff is not None and (wishes.expand or not one_sided):
        return show(file.diff, wishes)
    page = Page(wishes)
    page.paragraph([Run(one_line(file.path), "title")])
    if file.diff is None:
        page.paragraph([Run(one_line(file.problem.to(wishes.language)) if file.problem else "", "warning")])
    else:
        clauses = max(len(file.diff.before_clauses), len(file.diff.after_clauses))
        said = saying.NEW_DOCUMENT if file.file.before is None else saying.OLD_DOCUMENT
        page.paragraph([Run(said.to(wishes.language).format(f"{clauses:,}"))])
    return page.text()


def _table(answer: RepositoryDiff, wishes: Wishes) -> str:
    """A line a document: what became of the file, how many edits, how many of them substantive."""

    def say(words: Words) -> str:
        return words.to(wishes.language)

    page = Page(wishes)
    page.rule(say(saying.DOCUMENTS))
    headers = [say(words) for words in (saying.DOCUMENT, saying.STATUS, saying.COUNT_EDITS, saying.COUNT_SUBSTANTIVE)]
    if answer.files:
        page.table(
            headers, [(one_line(file.path), say(FILE_STATUSES[file.file.status]), *_counts(file)) for file in answer.files], numbers=(2, 3)
        )
    if answer.others:
        page.paragraph([Run(say(saying.OTHER_FILES).format(f"{answer.others:,}"), "quiet")])
    return page.text()


def _counts(file: FileDiff) -> tuple[str, str]:
    """How many edits, and how many of them substantive; a dash where the versions could not be compared."""
    if file.diff is None:
        return "—", "—"
    edits = [edit for change in file.diff.changes for edit in change.edits]
    return f"{len(edits):,}", f"{sum(edit.substantive for edit in edits):,}"
