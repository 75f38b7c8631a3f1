"""What was found → one HTML file that is read in a browser, from a shared folder, without a network.

The changes as a list, one action one entry; both texts beside each other; the names that changed; what the checks and the
readers have to say. The page filters, searches and jumps by its own script, and is complete without it.
"""

from __future__ import annotations

import re
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import Weight, gather_entries
from aratame.reporting import saying
from aratame.reporting.html.comparison import Compared, Folded, compare
from aratame.reporting.html.listing import Listed, list_entry, list_rename
from aratame.reporting.html.overview import WIDTH, bars, ticks
from aratame.reporting.html.rendering import embedded, render
from aratame.reporting.html.wording import SCRIPTED, WORDS
from aratame.reporting.labels import SEVERITIES
from aratame.reporting.passages import Passage, passages
from aratame.reporting.places import row_title
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aratame.entries import Entry
    from aratame.model import Diff, Finding, Note, TableDiff, Words
    from aratame.reporting import Wishes

CELLS = ("date", "reason")
"""Cells of a table's row that stand above its text; the item and the timing are in its heading."""
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


class View(NamedTuple):
    """What stands where, and how the reader wants it said."""

    passages: Mapping[int | None, Passage]
    wishes: Wishes

    def say(self, words: Words, *values: object, **named: object) -> str:
        """`words` in the report's language, filled in."""
        return words.to(self.wishes.language).format(*values, **named)


class Group(NamedTuple):
    """The entries of one weight."""

    weight: str
    title: str
    entries: Sequence[Listed]


class Section(NamedTuple):
    """A passage on the page; `title` and `cells` (header, text) are those of a table's row."""

    key: str
    title: str
    cells: Sequence[tuple[str, str]]
    compared: Compared


class Said(NamedTuple):
    """A finding or a note: where, how heavy, what."""

    place: str
    severity: str
    text: str


class Head(NamedTuple):
    """What a report is about.

    `names` holds the full names of the files where `title` has them short; `sides` the headers of both sides and `columns` those of
    all columns by role; `notes` and `findings` what readers and checks had to say.
    """

    title: str
    names: str
    sides: tuple[str, str]
    columns: Mapping[str, str]
    notes: Sequence[Said]
    findings: Sequence[Said] = ()


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """What changed between two documents."""
    view = View(passages(diff), wishes)
    notes = [(document.name, note) for document in (diff.before, diff.after) for note in document.notes]
    return _page(view, diff, Head(*_titles(diff.before.name, diff.after.name), ("", ""), {}, _notes(view, notes)))


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """What changed in a before/after table."""
    view = View(passages(answer), wishes)
    columns = {role: one_line(header) for role, header in answer.table.columns.items()}
    sides = columns.get("before", ""), columns.get("after", "")
    notes = _notes(view, [("", note) for note in answer.table.notes])
    findings = [_finding(view, finding) for finding in answer.findings]
    return _page(view, answer, Head(*_titles(answer.table.name), sides, columns, notes, findings))


def _titles(*files: str) -> tuple[str, str]:
    """The names of files without their folders as far as that tells them apart, and the full ones where they are longer."""
    full = " → ".join(map(one_line, files))
    names = [PureWindowsPath(name).name for name in files]  # knows both / and \\
    short = " → ".join(map(one_line, names))
    return (full, "") if len(set(names)) < len(names) or short == full else (short, full)


def _page(view: View, answer: Diff | TableDiff, head: Head) -> str:
    language = view.wishes.language
    entries = gather_entries(answer)
    compared = compare(view, entries)
    by_row = {one.row: one for one in compared}
    words = {name: text.to(language) for name, text in WORDS.items()}
    return render(
        language=language,
        text_language="ja" if any(_JAPANESE.search(text) for one in compared for text in (one.passage.before, one.passage.after)) else "en",
        words=words,
        head=head,
        sides={name: given or words[name] for name, given in zip(("before", "after"), head.sides, strict=True)},
        open=view.wishes.unchanged,
        expand=view.wishes.expand,
        filtered=view.wishes.filtered,
        groups=_groups(view, by_row, entries),
        bars=bars(view),
        ticks=ticks(compared),
        strip_width=WIDTH,
        sections=[_section(view, head.columns, one) for one in compared],
        renames=[list_rename(view, by_row, one) for one in sorted(answer.renames, key=lambda one: (not one.left_behind, -one.count))],
        data=embedded({"words": {name: words[name] for name in SCRIPTED}, "folds": _folds(compared)}),
    )


def _groups(view: View, compared: Mapping[int | None, Compared], entries: Sequence[Entry]) -> list[Group]:
    """The entries by weight, numbered through, as on the terminal."""
    titles = {Weight.SUBSTANTIVE: saying.SUBSTANTIVE, Weight.MOVED: saying.MOVES, Weight.FORMAL: saying.FORMAL}
    numbered = list(enumerate(entries, 1))
    groups = [
        Group(
            "smf"[weight],
            view.say(title),
            [list_entry(view, compared, entry, number) for number, entry in numbered if entry.weight is weight],
        )
        for weight, title in titles.items()
    ]
    return [group for group in groups if group.entries]


def _section(view: View, columns: Mapping[str, str], one: Compared) -> Section:
    if one.row is None or one.passage.row is None:
        return Section("", "", (), one)
    cells = [(columns.get(role, role), one_line(one.passage.row.cells.get(role, ""))) for role in CELLS]
    return Section(f"r{one.row}", one_line(row_title(view, one.row)), [cell for cell in cells if cell[1]], one)


def _folds(compared: Sequence[Compared]) -> dict[str, Sequence[tuple[int, str]]]:
    """The texts of all folded clauses by key; the page's script draws them on demand."""
    return {block.key: block.texts for one in compared for block in one.blocks if isinstance(block, Folded)}


def _notes(view: View, notes: Sequence[tuple[str, Note]]) -> list[Said]:
    return [
        Said(" ".join(one_line(word) for word in (name, note.place) if word), "", one_line(note.words.to(view.wishes.language)))
        for name, note in notes
    ]


def _finding(view: View, finding: Finding) -> Said:
    place = f"{one_line(finding.file)}:{finding.line}:{finding.column}"
    return Said(place, view.say(SEVERITIES[finding.severity]), f"{one_line(finding.message.to(view.wishes.language))} [{finding.rule}]")
