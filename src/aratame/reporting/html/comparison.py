"""An answer → the comparison on the page: changed clauses in document order, what lies between them folded.

Compared   the whole of two documents, or a row of a table
  Shown    a changed clause, or an unchanged one above a changed one, which says what the changed one is about
  Folded   clauses that did not change, kept as data and drawn when somebody opens them
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import Part, is_own_number
from aratame.model import ClauseKind, Status
from aratame.reporting.html.texts import Stretch, after_side, before_side
from aratame.reporting.labels import EDIT_KINDS
from aratame.reporting.marks import pieces
from aratame.reporting.places import clause_title, former_name, whereabouts
from aratame.reporting.quoting import entry_labels, quoted_sides
from aratame.reporting.sanitize import one_line, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aratame.entries import Entry
    from aratame.model import Change, Edit
    from aratame.reporting.passages import Passage
    from aratame.reporting.telling import Telling

DEEPEST = 6
"""Levels that the tree of clauses indents; below, it would leave no room for names."""


class Reason(NamedTuple):
    """Why an edit is of its kind: the kind's name, both sides in a few words, the sentence."""

    label: str
    before: str
    after: str
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause on the page, found under `key`. `name` is short, for the tree; `tokens` is empty where nothing changed."""

    key: str
    depth: int
    title: str
    name: str
    before: Sequence[Stretch]
    after: Sequence[Stretch]
    position: int
    tokens: tuple[str, ...] = ()
    sign: str = ""
    former: str = ""
    moved: str = ""
    labels: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()

    folded = False

    @property
    def weight(self) -> str:
        """The heaviest of "s", "m" and "f" among its tokens; empty where nothing changed."""
        weights = {token[-1] for token in self.tokens}
        return next((weight for weight in "smf" if weight in weights), "")


@dataclass(frozen=True, slots=True)
class Folded:
    """Neighbours that did not change: depth and text of each. `name` is that of the first and the last, `depth` that of the highest."""

    key: str
    depth: int
    name: str
    texts: tuple[tuple[int, str], ...]

    sign = weight = ""
    tokens = ()
    folded = True


@dataclass(frozen=True, slots=True)
class Compared:
    """One passage on the page. `before_keys` and `after_keys` say under which key each clause is found, by its position."""

    row: int | None
    passage: Passage
    blocks: tuple[Shown | Folded, ...]
    before_keys: Mapping[int, str] = field(repr=False)
    after_keys: Mapping[int, str] = field(repr=False)

    @property
    def changed(self) -> list[Shown]:
        """The changed clauses."""
        return [block for block in self.blocks if isinstance(block, Shown) and block.tokens]

    def key_of(self, change: Change) -> str:
        """Where a change is found."""
        return self.after_keys[change.after[0].position] if change.after else self.before_keys[change.before[0].position]


def tokens_of(edits: Sequence[Edit], *, moved: bool) -> tuple[str, ...]:
    """What the filters ask of a change: "kind/weight" of each edit, "/m" where it moved, "/f" where only its shape changed."""
    tokens = [f"{edit.kind}/{'s' if edit.substantive else 'f'}" for edit in edits] + ["/m"] * moved
    return tuple(dict.fromkeys(tokens or ["/f"]))


def compare(view: Telling, entries: Sequence[Entry]) -> list[Compared]:
    """Every passage of the answer as the page shows it; keys are unique on the page."""
    told: dict[int, list[tuple[int, Entry]]] = defaultdict(list)
    for number, entry in enumerate(entries, 1):
        for change in dict.fromkeys(id(part.change) for place in entry.places for part in place):
            told[change].append((number, entry))
    keys = (f"{at}" for at in count(1))
    return [_compared(view, row, passage, told, keys) for row, passage in view.passages.items()]


def _compared(
    view: Telling, row: int | None, passage: Passage, told: Mapping[int, list[tuple[int, Entry]]], keys: Iterator[str]
) -> Compared:
    wanted = _wanted(passage.changes)
    blocks: list[Shown | Folded] = []
    before_keys: dict[int, str] = {}
    after_keys: dict[int, str] = {}
    for run in _runs(passage.changes, wanted):
        if id(run[0]) in wanted:
            block: Shown | Folded = _shown(view, Part(row, run[0], run[0].edits), told.get(id(run[0]), []), f"c{next(keys)}")
        else:
            block = _folded(passage, run, f"f{next(keys)}")
        blocks.append(block)
        for at, change in enumerate(run):
            key = block.key if isinstance(block, Shown) else f"{block.key}-{at}"
            before_keys.update((clause.position, key) for clause in change.before)
            after_keys.update((clause.position, key) for clause in change.after)
    return Compared(row, passage, tuple(blocks), before_keys, after_keys)


def _runs(changes: Sequence[Change], wanted: set[int]) -> Iterator[list[Change]]:
    """The changes in order: each wanted one alone, those between them together."""
    run: list[Change] = []
    for change in changes:
        if id(change) not in wanted:
            run.append(change)
            continue
        if run:
            yield run
        run = []
        yield [change]
    if run:
        yield run


def _wanted(changes: Sequence[Change]) -> set[int]:
    """The changes that are shown, by identity: what changed, and everything above it."""
    before = {clause.position: change for change in changes for clause in change.before}
    after = {clause.position: change for change in changes for clause in change.after}
    wanted: set[int] = set()
    for change in changes:
        above: Change | None = change if change.status is not Status.UNCHANGED else None
        while above is not None and id(above) not in wanted:
            wanted.add(id(above))
            clause, side = (above.after[0], after) if above.after else (above.before[0], before)
            above = side.get(clause.parent) if clause.parent is not None else None
    return wanted


def _folded(passage: Passage, run: Sequence[Change], key: str) -> Folded:
    first, last = (one_line(passage.title(change)) for change in (run[0], run[-1]))
    name = first if len(run) == 1 else f"{first} 〜 {last}"
    texts = tuple((change.after[0].depth, safe(passage.after[slice(*change.after[0].span)]).lstrip("\n").rstrip()) for change in run)
    return Folded(key, min(DEEPEST, *(depth for depth, _ in texts)), name, texts)


def _shown(view: Telling, part: Part, told: Sequence[tuple[int, Entry]], key: str) -> Shown:
    change, passage = part.change, view.passages[part.row]
    clause = (change.after or change.before)[0]
    found = pieces(passage, change, frozenset(change.edits))
    changed = change.status is not Status.UNCHANGED
    title = one_line(clause_title(view, part))
    return Shown(
        key,
        min(clause.depth, DEEPEST),
        title,
        _short(passage, change) or title,
        before_side(found) if change.before else (),
        after_side(found) if change.after else (),
        _position(change),
        tokens_of(change.edits, moved=change.moved) if changed else (),
        _sign(change) if changed else "",
        former_name(view, part),
        whereabouts(view, part) if change.moved else "",
        tuple(dict.fromkeys(view.say(label) for _, entry in told for label in entry_labels(entry))),
        tuple(number for number, _ in told),
        tuple(_reasons(view, part)),
    )


def _short(passage: Passage, change: Change) -> str:
    """What tells a clause from its siblings: its number and caption; its first words where it has no number."""
    clause = (change.after or change.before)[0]
    if clause.marker and clause.kind is not ClauseKind.BULLET:
        return one_line(clause.marker.text) + passage.caption(change)
    _, quoted, words = passage.title(change).partition("「")
    return quoted + words


def _position(change: Change) -> int:
    """Where the change stands in the after text; where it would stand, if it is gone."""
    return change.after[0].span.start if change.after else change.edits[0].after.span.start


def _sign(change: Change) -> str:
    """What became of the clause, as one sign; the page's legend explains it."""
    if not (change.before and change.after):
        return "＋" if change.after else "－"
    if change.moved:
        return "⇄"
    return "●" if any(edit.substantive for edit in change.edits) else "○"


def _reasons(view: Telling, part: Part) -> Iterator[Reason]:
    """Why each edit is of its kind, save a clause's own new number and a whole clause, which their headings tell."""
    if not (part.change.before and part.change.after):
        return
    for edit in part.edits:
        if not is_own_number(part, edit):
            yield Reason(view.say(EDIT_KINDS[edit.kind]), *quoted_sides(edit), one_line(edit.reason.to(view.wishes.language)))
