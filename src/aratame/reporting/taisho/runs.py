"""A clause's text → runs, the words that changed marked; shared by the layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.entries import is_space
from aratame.model import ClauseKind
from aratame.patterns import lazy
from aratame.reporting.marks import Mark
from aratame.reporting.sheets.sheet import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.model import Clause, Span
    from aratame.reporting.marks import Piece

Runs = tuple[Run, ...]

_SENTENCES = {ClauseKind.ARTICLE, ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM}
_ALONE = lazy(r"[.．]?(\s*\n\s*)(?=\S)")
"""What stands behind a number that has a line of its own."""


def runs_of(found: Sequence[Piece]) -> tuple[Runs, Runs]:
    """The pieces of a change as runs of both sides; where only blanks differ, nothing is marked."""
    changed = [piece.mark is Mark.CHANGED and piece.edit is not None and not is_space(piece.edit) for piece in found]
    return (
        tuple(Run(piece.before, changed=mark) for piece, mark in zip(found, changed, strict=True)),
        tuple(Run(piece.after, changed=mark) for piece, mark in zip(found, changed, strict=True)),
    )


def marked(text: str, own: Span, spans: Iterable[Span]) -> Iterator[Run]:
    """The text at `own` with the words at `spans` marked."""
    done = own.start
    for start, end in spans:
        start, end = max(start, done), min(end, own.end)  # noqa: PLW2901  an edit may reach into the next clause
        if start < end:
            yield Run(text[done:start])
            yield Run(text[start:end], changed=True)
            done = end
    yield Run(text[done : own.end])


def on_one_line(runs: Runs, clause: Clause) -> Runs:
    """The runs of a clause with its text on the line of its number, as tables have it; some sources give the number a line of its own."""
    if clause.marker is None or clause.kind not in _SENTENCES:
        return runs
    broken = _ALONE.match("".join(run.text for run in runs), clause.marker.span.end - clause.span.start)
    if broken is None:
        return runs
    start, end = broken.span(1)
    out: list[Run] = []
    at = 0
    for run in runs:
        blank = "\u3000" if at <= start < at + len(run.text) else ""
        out.append(run._replace(text=run.text[: max(0, start - at)] + blank + run.text[max(0, end - at) :]))
        at += len(run.text)
    return tuple(out)
