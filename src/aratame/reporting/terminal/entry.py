"""One entry on the page: its heading, its text with the marks, its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import Action, is_own_number
from aratame.model import EditKind
from aratame.reporting.labels import ACTIONS, EDIT_KINDS
from aratame.reporting.passages import predecessor
from aratame.reporting.sanitize import one_line
from aratame.reporting.terminal import painting, saying
from aratame.reporting.terminal.folding import fold, shorten
from aratame.reporting.terminal.marks import Mark, pieces
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aratame.entries import Entry, Part
    from aratame.model import Clause, Edit, Words
    from aratame.reporting import Wishes
    from aratame.reporting.passages import Passage
    from aratame.reporting.terminal.marks import Divide, Piece
    from aratame.reporting.terminal.page import Page

INDENT = 4
PLACES = 8
"""Places that are named before the others are counted; --expand names all."""
CLAUSES = 10
"""Clauses of an added or deleted tree that are shown before the others are counted."""
QUOTED = 24
"""Characters of an edit that are quoted in a line about it."""


class View(NamedTuple):
    """What printing an entry needs."""

    page: Page
    passages: Mapping[int | None, Passage]
    wishes: Wishes
    divide: Divide | None = None

    def say(self, words: Words, *values: object, **named: object) -> str:
        """`words` in the report's language, filled in."""
        return words.to(self.wishes.language).format(*values, **named)


def show_in_full(view: View, entry: Entry, number: int) -> None:
    """The entry with its text: what the report leads with, and everything with --expand."""
    view.page.blank()
    _heading(view, entry, number)
    if entry.action is Action.MOVED:
        _whereabouts(view, entry.first)
    shown = entry.places if view.wishes.expand else entry.places[:1]
    for place in shown:
        if len(entry.places) > 1:
            view.page.paragraph([Run(_where(view, place[0]), "title")], indent=INDENT)
        _text(view, place)
    _reasons(view, entry)
    if len(entry.places) > 1 and not view.wishes.expand:
        _places(view, entry)


def show_in_brief(view: View, entry: Entry, number: int) -> None:
    """The entry on a line or two: what is formal."""
    kind = ACTIONS[entry.action] if entry.action is not Action.REWORDED else EDIT_KINDS[entry.kinds[0]]
    runs = [_numbered(number), Run(f"{view.say(kind)}　", "kind"), *_brief(view, entry)]
    view.page.paragraph(runs, hang=INDENT)
    if view.wishes.expand and entry.action in {Action.RENUMBERED, Action.SPACED}:
        for part in entry.places[0]:
            quotes = "、".join(_quote(edit) for edit in part.edits)
            view.page.paragraph([Run(f"{_where(view, part)}　", "title"), Run(quotes)], indent=INDENT, hang=2)


def _brief(view: View, entry: Entry) -> list[Run]:
    """What a line says about the entry."""
    if entry.action is Action.SPACED:
        return [Run(view.say(saying.SPACES, sum(len(part.edits) for part in entry.places[0])))]
    if entry.action is Action.RENUMBERED:
        return [Run(_run(view, entry.places[0]))]
    reasons = "".join(dict.fromkeys(one_line(edit.reason.to(view.wishes.language)) for edit in entry.edits))
    quotes = "" if entry.action is not Action.REWORDED else "、".join(_quote(edit) for edit in entry.edits)
    return [Run(f"{quotes}（{_named_places(view, entry)}） "), Run(reasons, "quiet")]


def _heading(view: View, entry: Entry, number: int) -> None:
    """The number of the entry, where it is, what was done and of which kinds."""
    first, passage = entry.first, view.passages[entry.first.row]
    if len(entry.places) > 1 and entry.action is Action.REWORDED:
        title = "、".join(_quote(edit) for edit in entry.edits)
    else:
        title = _where(view, first)
    former = passage.former_title(first.change)
    aside = f"　{view.say(saying.FORMERLY, former)}" if former and len(entry.places) == 1 else ""
    done = [] if entry.action is Action.REWORDED else [view.say(ACTIONS[entry.action])]
    kinds = [view.say(EDIT_KINDS[kind]) for kind in entry.kinds if _adds(entry, kind)]
    labels = "、".join(dict.fromkeys([*done, *kinds]))
    runs = [_numbered(number), Run(title, "title"), Run(aside, "quiet"), Run(f"　【{labels}】", "kind")]
    view.page.paragraph(runs, hang=INDENT)


def _numbered(number: int) -> Run:
    """The number by which people in a meeting call the entry."""
    return Run(f"{number:>2}. ", "quiet")


def _adds(entry: Entry, kind: EditKind) -> bool:
    """Whether the kind says more than the action does."""
    return entry.action not in {Action.ADDED, Action.DELETED, Action.RENUMBERED} and not (
        kind is EditKind.NUMBER and entry.action is Action.MOVED
    )


def _where(view: View, part: Part) -> str:
    """Where a change is: the clause as it is cited; in a table the row with its item and timing first."""
    passage = view.passages[part.row]
    title = passage.title(part.change)
    if passage.row is None:
        return title
    cells = passage.row.cells
    head = " ".join(
        one_line(text)
        for text in (view.say(saying.ROW, passage.row.number), cells.get("item", ""), _bracketed(cells.get("timing", "")))
        if text
    )
    alone = len(passage.before_clauses) <= 1 and len(passage.after_clauses) <= 1
    return head if alone else f"{head} {title}"


def _bracketed(text: str) -> str:
    return f"［{text}］" if text else ""


def _quote(edit: Edit) -> str:
    """The edit in a few words: 4情報→5情報, ＋氏名の振り仮名、, −及び住民基本台帳カード."""
    old, new = (_abridged(excerpt.text) for excerpt in (edit.before, edit.after))
    if old and new:
        return f"{old}→{new}"
    return f"＋{new}" if new else f"－{old}"


def _abridged(text: str) -> str:
    words = one_line(text.strip()) or painting.visible_space(text)
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"


def _text(view: View, place: Sequence[Part]) -> None:
    """The text of one place, side by side where the page is wide."""
    limit = len(place) if view.wishes.expand else CLAUSES
    for part in place[:limit]:
        _part(view, part, depth=_depth(part) - _depth(place[0]))
    if len(place) > limit:
        view.page.paragraph([Run(view.say(saying.CLAUSES_MORE, len(place) - limit), "quiet")], indent=INDENT)


def _depth(part: Part) -> int:
    clause: Clause = (part.change.after or part.change.before)[0]
    return clause.depth


def _part(view: View, part: Part, *, depth: int) -> None:
    """The marked text of one change; nothing where only its number changed, which the heading says."""
    own = [edit for edit in part.edits if not is_own_number(part, edit)]
    if not own:
        return
    wishes, passage, indent = view.wishes, view.passages[part.row], INDENT + 2 * depth
    marked = [edit for edit in part.change.edits if not is_own_number(part, edit)]
    found = _without_caption(pieces(passage, part.change, marked, view.divide), passage.caption(part.change))
    if not wishes.expand:
        found = shorten(fold(found, own, view.say(saying.ELIDED)), saying.CUT_OFF.to(wishes.language))
    if not view.page.wide:
        view.page.paragraph(painting.both(found, colour=wishes.colour), indent=indent)
        return
    left = painting.before_side(found, colour=wishes.colour) or [Run(view.say(saying.NOWHERE_BEFORE), "quiet")]
    right = painting.after_side(found, colour=wishes.colour) or [Run(view.say(saying.NOWHERE_AFTER), "quiet")]
    view.page.columns(left, right, indent=indent)


def _without_caption(found: list[Piece], caption: str) -> list[Piece]:
    """The pieces without the caption that the heading has already, where it did not change."""
    if not caption or found[0].mark is not Mark.SAME:
        return found
    old, new = found[0].before.lstrip(), found[0].after.lstrip()
    if not (old.startswith(caption) and new.startswith(caption)):
        return found
    return [found[0]._replace(before=old.removeprefix(caption).lstrip(), after=new.removeprefix(caption).lstrip()), *found[1:]]


def _reasons(view: View, entry: Entry) -> None:
    """Why each edit is of its kind; an edit is quoted where there are several."""
    if entry.action in {Action.ADDED, Action.DELETED}:
        return
    edits = [edit for edit in entry.edits if _adds(entry, edit.kind)]
    for edit in edits:
        label, reason = view.say(EDIT_KINDS[edit.kind]), one_line(edit.reason.to(view.wishes.language))
        quote = "" if _speaks_for_itself(edit, reason) or len(edits) == 1 else f"{_quote(edit)}　"
        view.page.paragraph([Run("・"), Run(f"{label}　", "kind"), Run(quote), Run(reason, "quiet")], indent=INDENT, hang=2)


def _speaks_for_itself(edit: Edit, reason: str) -> bool:
    """Whether the reason quotes the edit."""
    return all(one_line(excerpt.text.strip()) in reason for excerpt in (edit.before, edit.after))


def _places(view: View, entry: Entry) -> None:
    """Where else the same was done."""
    view.page.paragraph(
        [Run(view.say(saying.SAME_CHANGE, len(entry.places)), "kind"), Run(_named_places(view, entry))], indent=INDENT, hang=2
    )


def _named_places(view: View, entry: Entry) -> str:
    """The names of the places, the first few of them."""
    limit = len(entry.places) if view.wishes.expand else PLACES
    names = list(dict.fromkeys(_where(view, place[0]) for place in entry.places))
    more = view.say(saying.AND_MORE, len(names) - limit) if len(names) > limit else ""
    return "、".join(names[:limit]) + more


def _whereabouts(view: View, part: Part) -> None:
    """From where to where a clause moved."""
    passage, change = view.passages[part.row], part.change
    old = _standing(view, predecessor(passage.before_clauses, change.before[0]), change.before[0], passage.before_name)
    new = _standing(view, predecessor(passage.after_clauses, change.after[0]), change.after[0], passage.after_name)
    view.page.paragraph([Run(view.say(saying.MOVED, before=old, after=new))], indent=INDENT)


def _standing(view: View, neighbour: Clause | None, clause: Clause, name: Callable[[Clause], str]) -> str:
    """Where a clause stands: behind which sibling, or first under which parent."""
    if neighbour is None:
        return view.say(saying.HEAD)
    words = saying.HEAD_OF if neighbour.position == clause.parent else saying.BEHIND
    return view.say(words, name(neighbour))


def _run(view: View, parts: Sequence[Part]) -> str:
    """A run of renumbered clauses by its first and last."""
    own = [part for part in parts if any(is_own_number(part, edit) for edit in part.edits)]
    names = [_names(view, part) for part in own]
    followed = sum(len(part.edits) for part in parts) - len(own)
    tail = f"　{view.say(saying.FOLLOWED, followed)}" if followed else ""
    if len(names) == 1:
        return f"{names[0][0]} → {names[0][1]}{tail}"
    (first, new_first), (last, new_last) = names[0], names[-1]
    return view.say(saying.RUN, first=first, last=last, new_first=new_first, new_last=new_last, count=len(names)) + tail


def _names(view: View, part: Part) -> tuple[str, str]:
    passage = view.passages[part.row]
    return passage.before_name(part.change.before[0]), passage.after_name(part.change.after[0])
