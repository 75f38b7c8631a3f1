"""Why each edit of an entry is of its kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from aratame.reporting import saying
from aratame.reporting.labels import EDIT_KINDS
from aratame.reporting.quoting import quote
from aratame.reporting.sanitize import one_line
from aratame.reporting.terminal.view import INDENT
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Edit, EditKind
    from aratame.reporting.terminal.view import View

LISTED = 6
"""Reasons that are given before the others are counted; --expand gives all."""


def show_reasons(view: View, edits: Sequence[Edit]) -> None:
    """A line a reason; edits that share one share the line. An edit is quoted where the reason does not and it is not alone."""
    lines = _lines(view, edits)
    limit = len(lines) if view.wishes.expand else LISTED
    for (kind, reason), same in lines[:limit]:
        quotes = "" if len(edits) == 1 or all(_speaks_for(edit, reason) for edit in same) else "、".join(map(quote, same)) + "　"
        view.page.paragraph(
            [Run("・"), Run(f"{view.say(EDIT_KINDS[kind])}　", "kind"), Run(quotes), Run(reason, "quiet")], indent=INDENT, hang=2
        )
    if len(lines) > limit:
        rest = sum(len(same) for _, same in lines[limit:])
        view.page.paragraph([Run(f"・{view.say(saying.AND_MORE_EDITS, rest)}", "quiet")], indent=INDENT, hang=2)


def _lines(view: View, edits: Sequence[Edit]) -> list[tuple[tuple[EditKind, str], list[Edit]]]:
    """The edits by kind and reason, in the order in which they first come."""
    lines: dict[tuple[EditKind, str], list[Edit]] = defaultdict(list)
    for edit in edits:
        lines[edit.kind, one_line(edit.reason.to(view.wishes.language))].append(edit)
    return list(lines.items())


def _speaks_for(edit: Edit, reason: str) -> bool:
    """Whether the reason quotes the edit."""
    return all(one_line(excerpt.text.strip()) in reason for excerpt in (edit.before, edit.after))
