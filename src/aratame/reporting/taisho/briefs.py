"""How much of each clause of a row is shown: all of it, its number with （略）, or nothing because a range stands for it.

２　（略）        unchanged
２・３　（略）    two neighbours, unchanged
２～５　（略）    more of them
４　（略）        renumbered: the number marked, the text left out
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind
from aratame.reporting.abridging import ELIDED
from aratame.reporting.naming import HEADINGS
from aratame.reporting.taisho.sameness import Sameness, is_unchanged, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Change, Clause
    from aratame.reporting.passages import Passage
    from aratame.reporting.taisho.units import Members

SHORT = 15
"""Characters of a text that is not worth leaving out: a heading says what the changes below it are about."""


class Brief(NamedTuple):
    """`label` stands for the clauses; None where the clause's own marker does."""

    label: str | None = None


NOTHING = Brief("")
"""A range that stands above includes the clause."""


def ranged(first: str, last: str, count: int) -> str:
    """The numbers of `count` neighbours as one: ２, ２・３, ２～５."""
    return first if count == 1 else f"{first}・{last}" if count == 2 else f"{first}～{last}"


def number_of(text: str, clause: Clause) -> str:
    """The clause's marker as it stands in the text, with a dot behind it; empty where it has none."""
    if clause.marker is None:
        return ""
    end = clause.marker.span.end
    return clause.marker.text + (text[end] if text[end : end + 1] in {".", "．"} else "")


def left_out(marker: str) -> str:
    """A marker with （略）."""
    return f"{marker}　{ELIDED}" if marker else ELIDED


def briefs(row: Members, passage: Passage, sameness: Sameness) -> dict[int, Brief]:
    """The clauses of a row that are not shown in full, by position on the after side.

    What came from elsewhere is shown, because nobody would find it, and what changed its order: two numbers with （略） behind them do not
    say which of them went where.
    """
    crossed = _crossed(row.changes)
    at_home = (change for change in row.changes if change.before and change.before[0].position not in row.arrived | crossed)
    here = {clause.position: change for change in at_home for clause in change.after}
    out: dict[int, Brief] = {}
    for position in sorted(here):
        if position in out:
            continue
        change = here[position]
        if sameness.same(position):
            _leave_out(_alike(passage.after_clauses, position, here, sameness), passage, sameness, out)
        elif is_quiet(change) and sameness.same_below(position):
            out[position] = Brief()
            out.update(dict.fromkeys(range(position + 1, position + sameness.sizes[position]), NOTHING))
        elif (is_unchanged(change) or is_quiet(change)) and not _is_short(passage, change):
            out[position] = Brief()
    return out


def _crossed(changes: Sequence[Change]) -> set[int]:
    """The before clauses, by position, that moved within the row, and those that they passed."""
    pairs = [(change.before[0], change.after[0], change.moved) for change in changes if change.before and change.after]
    top = min((new.position for _, new, _ in pairs), default=0)
    moved = [(old, new) for old, new, moved in pairs if moved and new.position != top]
    return {gone.position for gone, _ in moved} | {
        old.position
        for gone, now in moved
        for old, new, _ in pairs
        if old.parent == gone.parent and (old.position < gone.position) is not (new.position < now.position)
    }


def is_quiet(change: Change) -> bool:
    """Whether nothing but the clause's number changed."""
    if change.relation != "1:1" or not (edits := visible(change)):
        return False
    old, new = change.before[0].marker, change.after[0].marker
    if old is None or new is None:
        return False
    return all(
        edit.before.span.start >= old.span.start
        and edit.before.span.end <= old.span.end
        and edit.after.span.start >= new.span.start
        and edit.after.span.end <= new.span.end
        for edit in edits
    )


def _alike(clauses: Sequence[Clause], first: int, here: dict[int, Change], sameness: Sameness) -> list[int]:
    """The clause and the neighbours behind it that are unchanged with all below them, of one kind under one parent."""
    run = [first]
    last = clauses[first]
    while True:
        following = last.position + sameness.sizes[last.position]
        if following not in here or not sameness.same(following) or not sameness.follows(last.position, following):
            return run
        clause = clauses[following]
        if clause.parent != last.parent or clause.kind is not last.kind or (clause.marker is None) is not (last.marker is None):
            return run
        run.append(following)
        last = clause


def _leave_out(run: Sequence[int], passage: Passage, sameness: Sameness, out: dict[int, Brief]) -> None:
    """Put one label for the run on its first clause and nothing on the rest."""
    end = run[-1] + sameness.sizes[run[-1]]
    out.update(dict.fromkeys(range(run[0], end), NOTHING))
    out[run[0]] = Brief(run_label([passage.after_clauses[at] for at in run], passage.after))


def run_label(run: Sequence[Clause], text: str) -> str:
    """What stands for neighbours that did not change: ２～５　（略）; bullets, and lines without a number, are one."""
    first, last = number_of(text, run[0]), number_of(text, run[-1])
    return left_out(first if first == last else ranged(first, last, len(run)))  # ・～・ and 附則～附則 say nothing


def _is_short(passage: Passage, change: Change) -> bool:
    clause = change.after[0]
    own = passage.after[slice(*clause.span)].strip()
    return clause.kind in HEADINGS or clause.kind is ClauseKind.HEADING or len(own) <= SHORT
