"""Where a change is, in words: the clause as it is cited, the row of a table, from where to where a clause moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.entries import is_own_number
from aratame.model import ClauseKind
from aratame.reporting import saying
from aratame.reporting.passages import predecessor
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aratame.entries import Entry, Part
    from aratame.model import Clause
    from aratame.reporting.telling import Telling

HEADED = 40
"""Characters of a heading that tell a clause from one of the same name: the date and number of an ordinance fit."""
LISTED = 8
"""Places that are named before the others are counted; --expand names all."""


def clause_title(view: Telling, part: Part) -> str:
    """The clause as it is cited; empty where a table's cell is all one text that has no number."""
    passage, change = view.passages[part.row], part.change
    alone = passage.row is not None and len(passage.before_clauses) <= 1 and len(passage.after_clauses) <= 1
    numbered = any(clause.marker and clause.kind is not ClauseKind.BULLET for clause in change.after or change.before)
    return "" if alone and not numbered else passage.title(change)


def former_name(view: Telling, part: Part) -> str:
    """What the clause was called where that differs from what it is called now; empty where it has no title to stand beside."""
    return one_line(view.passages[part.row].former_title(part.change)) if clause_title(view, part) else ""


def row_title(view: Telling, number: int) -> str:
    """A row of a table: its number, what it is about, when it is to be handed in."""
    row = view.passages[number].row
    cells = row.cells if row else {}
    timing = f"［{cells['timing']}］" if cells.get("timing") else ""
    return " ".join(one_line(text) for text in (view.say(saying.ROW, number), cells.get("item", ""), timing) if text)


def place_title(view: Telling, part: Part) -> str:
    """A place above its text: the clause, in a table after the row's title."""
    clause = clause_title(view, part)
    return clause if part.row is None else f"{row_title(view, part.row)} {clause}".rstrip()


def place_name(view: Telling, part: Part) -> str:
    """A place in a list of places: the clause, in a table after the row's number."""
    if part.row is None:
        return clause_title(view, part)
    clause = (part.change.after or part.change.before)[0]
    return " ".join((view.say(saying.ROW, part.row), *((one_line("".join(clause.path)),) if clause.path else ())))


def place_names(view: Telling, entry: Entry) -> str:
    """The names of an entry's places, the first few of them."""
    names = list(dict.fromkeys(place_name(view, place[0]) for place in entry.places))
    limit = len(names) if view.wishes.expand else LISTED
    more = view.say(saying.AND_MORE, len(names) - limit) if len(names) > limit else ""
    return "、".join(names[:limit]) + more


def run_name(view: Telling, parts: Sequence[Part]) -> str:
    """A run of renumbered clauses by its first and last, and how many references follow it."""
    own = [part for part in parts if any(is_own_number(part, edit) for edit in part.edits)]
    followed = sum(len(part.edits) for part in parts) - len(own)
    tail = f"　{view.say(saying.FOLLOWED, followed)}" if followed else ""
    row = f"{view.say(saying.ROW, own[0].row)} " if own[0].row is not None else ""
    (first, new_first), (last, new_last) = _both_names(view, own[0]), _both_names(view, own[-1])
    if len(own) == 1:
        return f"{row}{first} → {new_first}{tail}"
    return row + view.say(saying.RUN, first=first, last=last, new_first=new_first, new_last=new_last, count=len(own)) + tail


def whereabouts(view: Telling, part: Part) -> str:
    """From where to where a clause moved; without the places where both are called the same even by their headings."""
    passage, change = view.passages[part.row], part.change
    old, new = change.before[0], change.after[0]
    left, right = predecessor(passage.before_clauses, old), predecessor(passage.after_clauses, new)
    places = [_standing(view, left, old, passage.before_name), _standing(view, right, new, passage.after_name)]
    if places[0] == places[1] and left and right:
        places = [
            _standing(view, left, old, lambda clause: _heading(passage.before, clause)),
            _standing(view, right, new, lambda clause: _heading(passage.after, clause)),
        ]
    if places[0] == places[1]:
        return view.say(saying.MOVED_ALONE)
    return view.say(saying.MOVED, before=places[0], after=places[1])


def _standing(view: Telling, neighbour: Clause | None, clause: Clause, name: Callable[[Clause], str]) -> str:
    """Where a clause stands: behind which sibling, or first under which parent."""
    if neighbour is None:
        return view.say(saying.HEAD)
    return view.say(saying.HEAD_OF if neighbour.position == clause.parent else saying.BEHIND, name(neighbour))


def _heading(text: str, clause: Clause) -> str:
    """The first line of a clause's own text, which tells 附則（令和五年条例第一号） from the others."""
    own = text[slice(*clause.span)].strip()
    return one_line(own.splitlines()[0][:HEADED] if own else "")


def _both_names(view: Telling, part: Part) -> tuple[str, str]:
    passage = view.passages[part.row]
    return passage.before_name(part.change.before[0]), passage.after_name(part.change.after[0])
