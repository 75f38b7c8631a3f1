"""What was found → the report that is read on a screen: what matters first and in full, what is formal folded to a line each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aratame.entries import Weight, gather_entries
from aratame.model import Status
from aratame.reporting import saying
from aratame.reporting.labels import SEVERITIES
from aratame.reporting.naming import caption
from aratame.reporting.passages import passages
from aratame.reporting.places import row_title
from aratame.reporting.sanitize import one_line
from aratame.reporting.terminal.entry import show_in_brief, show_in_full
from aratame.reporting.terminal.files import show_files
from aratame.reporting.terminal.granularity import divide_by
from aratame.reporting.terminal.page import Page
from aratame.reporting.terminal.summary import show_notes, show_summary
from aratame.reporting.terminal.view import View
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.entries import Entry
    from aratame.history import RepositoryDiff
    from aratame.model import Clause, Diff, Document, Finding, TableDiff
    from aratame.reporting import Wishes

OPENING = 60
"""Characters of a clause that stand in the tree of `clauses`: about a line."""


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """What changed between two documents."""
    view = View(Page(wishes), passages(diff), wishes, divide_by(wishes.granularity))
    names = dict.fromkeys(one_line(document.name) for document in (diff.before, diff.after))
    view.page.paragraph([Run(" → ".join(names), "title")])
    _body(view, diff)
    show_notes(view, [(document.name, note) for document in (diff.before, diff.after) for note in document.notes])
    return view.page.text()


def repository_report(answer: RepositoryDiff, wishes: Wishes) -> str:
    """What changed in the documents of a repository: each document's own report, then all of them in a table."""
    return show_files(answer, wishes, diff_report)


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """What changed in a before/after table."""
    view = View(Page(wishes), passages(answer), wishes, divide_by(wishes.granularity))
    columns = " → ".join(one_line(answer.table.columns.get(side, "")) for side in ("before", "after"))
    view.page.paragraph([Run(one_line(answer.table.name), "title"), Run(f"　{columns}", "quiet")])
    _body(view, answer)
    if answer.findings:
        view.page.rule(view.say(saying.FINDINGS))
        _findings(view, answer.findings)
    show_notes(view, [("", note) for note in answer.table.notes])
    return view.page.text()


def clauses_report(document: Document, clauses: Sequence[Clause], wishes: Wishes) -> str:
    """The clause tree of a document, each clause on a line."""
    view = View(Page(wishes), {}, wishes)
    for clause in clauses:
        own = document.text[clause.span.start : clause.span.end]
        marker = one_line(clause.marker.text) if clause.marker else ""
        if clause.marker:
            own = document.text[clause.marker.span.end : clause.span.end].lstrip(".．、 　")
        words = one_line(" ".join(own[: OPENING * 2].split()))
        title = f"{marker}{caption(document.text, clause)}"
        view.page.line([Run("  " * clause.depth), Run(title, "title"), Run(" " if title else ""), Run(words, "quiet")])
    show_notes(view, [("", note) for note in document.notes])
    return view.page.text()


def findings_report(findings: Sequence[Finding], wishes: Wishes) -> str:
    """The findings of a check, a line each."""
    view = View(Page(wishes), {}, wishes)
    _findings(view, findings)
    return view.page.text()


def _body(view: View, answer: Diff | TableDiff) -> None:
    """The entries by weight, and the summary; one sentence where there is nothing."""
    entries = gather_entries(answer)
    if not entries:
        view.page.blank()
        view.page.paragraph([Run(view.say(saying.NOTHING_LEFT if view.wishes.filtered else saying.NOTHING))])
    else:
        _entries(view, entries)
    if view.wishes.unchanged:
        _unchanged(view)
    if entries:
        show_summary(view, answer.renames)


def _entries(view: View, entries: Sequence[Entry]) -> None:
    """What matters and what moved in full, numbered through; what is formal in brief."""
    titles = {Weight.SUBSTANTIVE: saying.SUBSTANTIVE, Weight.MOVED: saying.MOVES, Weight.FORMAL: saying.FORMAL}
    counts = Counter(entry.weight for entry in entries)
    heads = [view.say(saying.COUNT, view.say(title), counts[weight]) for weight, title in titles.items() if counts[weight]]
    view.page.paragraph([Run("　".join(heads), "quiet")])
    last: Entry | None = None
    for number, entry in enumerate(entries, 1):
        if last is None or entry.weight is not last.weight:
            view.page.rule(view.say(titles[entry.weight]))
            last = None
        if entry.weight is Weight.FORMAL:
            if last is None:
                view.page.blank()
            show_in_brief(view, entry, number)
        else:
            view.page.blank()
            _row_heading(view, entry, last)
            show_in_full(view, entry, number)
        last = entry


def _row_heading(view: View, entry: Entry, last: Entry | None) -> None:
    """In a table, the row above the first of its entries."""
    row = entry.first.row
    if row is not None and len(entry.places) == 1 and (last is None or len(last.places) > 1 or last.first.row != row):
        view.page.paragraph([Run(row_title(view, row), "row")], hang=2)


def _unchanged(view: View) -> None:
    """The names of the clauses that did not change, if there are any."""
    unchanged = {
        row: [passage.title(change) for change in passage.changes if change.status is Status.UNCHANGED]
        for row, passage in view.passages.items()
    }
    if any(unchanged.values()):
        view.page.rule(view.say(saying.UNCHANGED))
    for row, names in unchanged.items():
        if names:
            head = f"{view.say(saying.ROW, row)} " if row is not None else ""
            view.page.paragraph([Run(head, "title"), Run("、".join(names))], indent=1, hang=2)


def _findings(view: View, findings: Iterable[Finding]) -> None:
    for finding in findings:
        place = f"{one_line(finding.file)}:{finding.line}:{finding.column}: "
        message = one_line(finding.message.to(view.wishes.language))
        runs = [
            Run(place, "quiet"),
            Run(f"{view.say(SEVERITIES[finding.severity])} ", "warning"),
            Run(f"{message} "),
            Run(f"[{finding.rule}]", "quiet"),
        ]
        view.page.paragraph(runs, indent=1, hang=2)
