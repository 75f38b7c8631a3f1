"""An entry in a few words: its edits quoted, what was done named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.entries import Action
from aratame.model import EditKind
from aratame.reporting import saying
from aratame.reporting.labels import ACTIONS, EDIT_KINDS
from aratame.reporting.sanitize import one_line, safe

if TYPE_CHECKING:
    from aratame.entries import Entry
    from aratame.model import Edit, Rename, Span, Words
    from aratame.reporting.telling import Telling

QUOTED = 24
"""Characters of an edit that are quoted in a line about it."""
AROUND = 10
"""Characters shown on either side of a name that was left behind."""


def quote(edit: Edit) -> str:
    """The edit in a few words: 4情報→5情報, ＋氏名の振り仮名、, －及び住民基本台帳カード."""
    old, new = quoted_sides(edit)
    if old and new:
        return f"{old}→{new}"
    return f"＋{new}" if new else f"－{old}"


def quoted_sides(edit: Edit) -> tuple[str, str]:
    """Both sides of the edit in a few words each."""
    return _abridged(edit.before.text), _abridged(edit.after.text)


def entry_labels(entry: Entry) -> list[Words]:
    """What was done and the kinds of the edits, as far as they say more."""
    if entry.action in {Action.ADDED, Action.DELETED, Action.SPACED}:
        return [ACTIONS[entry.action]]
    done = [] if entry.action is Action.REWORDED else [ACTIONS[entry.action]]
    return [*done, *(EDIT_KINDS[kind] for kind in entry.kinds if kind is not EditKind.NUMBER or entry.action is Action.REWORDED)]


def surroundings(text: str, span: Span) -> tuple[str, str, str]:
    """The words before `span`, those at it, and those behind it, each on one line."""
    start, end = span
    head, name, tail = (one_line(safe(part)) for part in (text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]))
    return head, name, tail


def remaining(view: Telling, rename: Rename) -> str:
    """In how many places an old name was left behind; in words where it is in use beside the new one."""
    return view.say(saying.STILL_USED) if rename.still_used else f"{len(rename.left_behind):,}"


def visible_space(text: str) -> str:
    """White space as signs."""
    return one_line(text.replace("\t", "→").replace(" ", "␣").replace("　", "□"))


def _abridged(text: str) -> str:
    """The first words of a text on one line; its white space as signs where there is nothing else."""
    words = one_line(text.strip()) or visible_space(text)
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
