"""One entry on the page: its heading, its text with the marks, its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.entries import Action
from aratame.model import EditKind
from aratame.reporting import saying
from aratame.reporting.labels import ACTIONS, EDIT_KINDS
from aratame.reporting.places import clause_title, former_name, place_name, place_names, place_title, run_name, whereabouts
from aratame.reporting.quoting import entry_labels, quote
from aratame.reporting.sanitize import one_line
from aratame.reporting.terminal.marked_text import show_text
from aratame.reporting.terminal.reasons import show_reasons
from aratame.reporting.terminal.view import INDENT
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from aratame.entries import Entry
    from aratame.reporting.terminal.view import View


def show_in_full(view: View, entry: Entry, number: int) -> None:
    """The entry with its text: what the report leads with."""
    several = len(entry.places) > 1
    _heading(view, entry, number)
    if entry.action is Action.MOVED:
        view.page.paragraph([Run(whereabouts(view, entry.first))], indent=INDENT)
    for place in entry.places if view.wishes.expand else entry.places[:1]:
        if several:
            view.page.paragraph([Run(place_title(view, place[0]), "title")], indent=INDENT)
        show_text(view, place)
    if entry.action not in {Action.ADDED, Action.DELETED}:
        show_reasons(view, [edit for edit in entry.edits if edit.kind is not EditKind.NUMBER])
    if several and not view.wishes.expand:
        runs = [Run(view.say(saying.SAME_CHANGE, len(entry.places)), "kind"), Run(place_names(view, entry))]
        view.page.paragraph(runs, indent=INDENT, hang=2)


def show_in_brief(view: View, entry: Entry, number: int) -> None:
    """The entry on a line or two: what is formal."""
    kind = ACTIONS[entry.action] if entry.action is not Action.REWORDED else EDIT_KINDS[entry.kinds[0]]
    view.page.paragraph([_numbered(number), Run(f"{view.say(kind)}　", "kind"), *_brief(view, entry)], hang=INDENT)
    if view.wishes.expand and entry.action in {Action.RENUMBERED, Action.SPACED}:
        for part in entry.places[0]:
            runs = [Run(f"{place_name(view, part)}　", "title"), Run("、".join(map(quote, part.edits)))]
            view.page.paragraph(runs, indent=INDENT, hang=2)


def _brief(view: View, entry: Entry) -> list[Run]:
    """What a line says about the entry."""
    if entry.action is Action.SPACED:
        return [Run(view.say(saying.SPACES, sum(len(part.edits) for part in entry.places[0])))]
    if entry.action is Action.RENUMBERED:
        return [Run(run_name(view, entry.places[0]))]
    reasons = " ".join(dict.fromkeys(one_line(edit.reason.to(view.wishes.language)) for edit in entry.edits))
    return [Run(f"{'、'.join(map(quote, entry.edits))}（{place_names(view, entry)}） "), Run(reasons, "quiet")]


def _heading(view: View, entry: Entry, number: int) -> None:
    """The number of the entry, where it is or what is the same in all its places, what was done and of which kinds."""
    first = entry.first
    several = len(entry.places) > 1
    title = "、".join(map(quote, entry.edits)) if several else clause_title(view, first)
    former = "" if several else former_name(view, first)
    runs = [_numbered(number), Run(title, "title")]
    if former:
        runs.append(Run(f"　{view.say(saying.FORMERLY, former)}", "quiet"))
    runs.append(Run(f"{'　' if title else ''}【{'、'.join(map(view.say, entry_labels(entry)))}】", "kind"))
    view.page.paragraph(runs, hang=INDENT)


def _numbered(number: int) -> Run:
    """The number by which people in a meeting call the entry."""
    return Run(f"{number:>2}. ", "quiet")
