"""What was found → Markdown for a pull request: the summary, each entry with its text marked, the names that changed.

Marks are `<del>` and `<ins>`, which GitHub renders and which hold in every place, as ~~ and ** do not between letters without blanks.
Everything from the documents is escaped: it calls nobody, links nothing and ends no table.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import Action, Weight, gather_entries, is_space
from aratame.model import Diff, EditKind
from aratame.reporting import saying
from aratame.reporting.github import escaped
from aratame.reporting.labels import EDIT_KINDS, SEVERITIES
from aratame.reporting.marks import Mark, pieces
from aratame.reporting.passages import passages
from aratame.reporting.places import clause_title, former_name, place_names, place_title, row_title, run_name, whereabouts
from aratame.reporting.quoting import entry_labels, quote, remaining, surroundings
from aratame.reporting.terminal.folding import fold, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aratame.entries import Entry, Part
    from aratame.model import Finding, Note, Place, Rename, TableDiff, Words
    from aratame.reporting import Wishes
    from aratame.reporting.marks import Piece
    from aratame.reporting.passages import Passage

_TITLES = {Weight.SUBSTANTIVE: saying.SUBSTANTIVE, Weight.MOVED: saying.MOVES, Weight.FORMAL: saying.FORMAL}


class _View(NamedTuple):
    """What stands where, and how the reader wants it said."""

    passages: Mapping[int | None, Passage]
    wishes: Wishes

    def say(self, words: Words, *values: object, **named: object) -> str:
        """`words` in the report's language, filled in."""
        return words.to(self.wishes.language).format(*values, **named)


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """What changed between two documents."""
    names = dict.fromkeys(escaped(document.name) for document in (diff.before, diff.after))
    notes = [(document.name, note) for document in (diff.before, diff.after) for note in document.notes]
    return _joined(_page(_View(passages(diff), wishes), diff, " → ".join(names), notes))


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """What changed in a before/after table."""
    view = _View(passages(answer), wishes)
    blocks = [*_page(view, answer, escaped(answer.table.name), [("", note) for note in answer.table.notes])]
    if answer.findings:
        blocks += [f"## {view.say(saying.FINDINGS)}", _findings(view, answer.findings)]
    return _joined(blocks)


def findings_report(findings: Sequence[Finding], wishes: Wishes) -> str:
    """The findings of a check, a line each."""
    return _joined([_findings(_View({}, wishes), findings)])


def _joined(blocks: Sequence[str] | Iterator[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _page(view: _View, answer: Diff | TableDiff, title: str, notes: Sequence[tuple[str, Note]]) -> Iterator[str]:
    """The blocks of the report."""
    entries = gather_entries(answer)
    yield f"# {title}"
    if not entries:
        yield view.say(saying.NOTHING_LEFT if view.wishes.filtered else saying.NOTHING)
    else:
        counts = Counter(entry.weight for entry in entries)
        yield "　".join(view.say(saying.COUNT, view.say(words), counts[weight]) for weight, words in _TITLES.items() if counts[weight])
        yield _counts(view)
    numbered = list(enumerate(entries, 1))
    for weight, words in _TITLES.items():
        mine = [(number, entry) for number, entry in numbered if entry.weight is weight]
        if mine:
            yield f"## {view.say(words)}"
        if weight is Weight.FORMAL:
            yield "\n".join(f"{number}. {_in_brief(view, entry)}" for number, entry in mine)
            continue
        for number, entry in mine:
            yield from _in_full(view, entry, number)
    if answer.renames:
        yield from _renames(view, answer.renames)
    if notes:
        yield f"## {view.say(saying.NOTES)}"
        yield "\n".join(
            f"- {escaped(f'{name} {note.place}'.strip())}: {escaped(note.words.to(view.wishes.language))}" for name, note in notes
        )


def _counts(view: _View) -> str:
    """How many edits of which kind."""
    edits = [edit for passage in view.passages.values() for change in passage.changes for edit in change.edits]
    every, real = Counter(edit.kind for edit in edits), Counter(edit.kind for edit in edits if edit.substantive)
    rows = [(view.say(EDIT_KINDS[kind]), f"{every[kind]:,}", f"{real[kind]:,}") for kind in EditKind if every[kind]]
    rows.append((view.say(saying.TOTAL), f"{every.total():,}", f"{real.total():,}"))
    return _table([view.say(words) for words in (saying.COUNT_KIND, saying.COUNT_EDITS, saying.COUNT_SUBSTANTIVE)], rows, numbers=2)


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: int) -> str:
    """A table of which the last `numbers` columns are set to the right."""
    rule = ["---"] * (len(headers) - numbers) + ["---:"] * numbers
    return "\n".join(f"| {' | '.join(row)} |" for row in (headers, rule, *rows))


def _in_full(view: _View, entry: Entry, number: int) -> Iterator[str]:
    """An entry under its own heading: where, what kinds, the text, the reasons, the other places."""
    several = len(entry.places) > 1
    title = "、".join(map(quote, entry.edits)) if several else place_title(view, entry.first)
    former = "" if several else former_name(view, entry.first)
    head = f"{title}　{view.say(saying.FORMERLY, former)}" if former else title
    yield f"### {number}. {escaped(head)}【{'、'.join(map(view.say, entry_labels(entry)))}】"
    if entry.action is Action.MOVED:
        yield escaped(whereabouts(view, entry.first))
    for place in entry.places if view.wishes.expand else entry.places[:1]:
        if several:
            yield f"**{escaped(place_title(view, place[0]))}**"
        yield "\n>\n".join(f"> {text}" for part in place if (text := _text(view, part)))
    if entry.action not in {Action.ADDED, Action.DELETED}:
        reasons = dict.fromkeys(
            (edit.kind, edit.reason.to(view.wishes.language)) for edit in entry.edits if edit.kind is not EditKind.NUMBER
        )
        yield "\n".join(f"- {view.say(EDIT_KINDS[kind])}: {escaped(reason)}" for kind, reason in reasons)
    if several and not view.wishes.expand:
        yield view.say(saying.SAME_CHANGE, len(entry.places)) + escaped(place_names(view, entry))


def _text(view: _View, part: Part) -> str:
    """The text of a change with its marks, what is far from them left out."""
    own = frozenset(edit for edit in part.edits if not is_space(edit))
    if not own:
        return ""
    every = frozenset(edit for edit in part.change.edits if not is_space(edit))
    found = pieces(view.passages[part.row], part.change, every)
    if not view.wishes.expand:
        found = shorten(fold(found, own, view.say(saying.ELIDED)), saying.CUT_OFF.to(view.wishes.language))
    return "".join(map(_marked, found)).removesuffix("<br>")


def _marked(piece: Piece) -> str:
    if piece.mark is not Mark.CHANGED:
        return escaped(piece.after.rstrip("\n") if piece.after.endswith("\n\n") else piece.after)
    sides = (("del", piece.before.strip()), ("ins", piece.after.strip()))
    return "".join(f"<{tag}>{escaped(words)}</{tag}>" for tag, words in sides if words)


def _in_brief(view: _View, entry: Entry) -> str:
    """What is formal, on one line."""
    label = view.say(entry_labels(entry)[0]) if entry_labels(entry) else view.say(EDIT_KINDS[entry.kinds[0]])
    if entry.action is Action.SPACED:
        return f"{label}　{view.say(saying.SPACES, sum(len(part.edits) for part in entry.places[0]))}"
    if entry.action is Action.RENUMBERED:
        return f"{label}　{escaped(run_name(view, entry.places[0]))}"
    return (
        f"{label}　{escaped('、'.join(map(quote, entry.edits)))}（{escaped(place_names(view, entry) or clause_title(view, entry.first))}）"
    )


def _renames(view: _View, renames: Sequence[Rename]) -> Iterator[str]:
    """The names that changed, and where the old ones still stand."""
    yield f"## {view.say(saying.RENAMES)}"
    headers = [view.say(words) for words in (saying.COUNT_KIND, saying.OLD_NAME, saying.NEW_NAME, saying.TIMES, saying.STILL)]
    order = sorted(renames, key=lambda one: (not one.left_behind, -one.count))
    rows = [
        (view.say(EDIT_KINDS[one.kind]), escaped(one.before), escaped(one.after), f"{one.count:,}", remaining(view, one)) for one in order
    ]
    yield _table(headers, rows, numbers=2)
    yield "\n".join(_left_behind(view, place) for one in order for place in one.left_behind)
    others = [(one.before, "、".join(one.contradicts)) for one in order if one.contradicts]
    yield "\n".join(f"- {view.say(saying.CONTRADICTS, before=escaped(before), others=escaped(names))}" for before, names in others)


def _left_behind(view: _View, place: Place) -> str:
    passage, spot = view.passages[place.row], place.after
    assert spot is not None
    row = f"{row_title(view, place.row)} " if place.row is not None else ""
    head, name, tail = surroundings(passage.after, spot.span)
    where = f"{row}{passage.after_name(passage.after_clauses[spot.clause])}"
    return f"- {view.say(saying.LEFT_BEHIND)}: {escaped(where)}「…{escaped(head)}**{escaped(name)}**{escaped(tail)}…」"


def _findings(view: _View, findings: Sequence[Finding]) -> str:
    return "\n".join(
        f"- {escaped(f'{one.file}:{one.line}:{one.column}')} {view.say(SEVERITIES[one.severity])}: "
        f"{escaped(one.message.to(view.wishes.language))} ({one.rule})"
        for one in findings
    )
