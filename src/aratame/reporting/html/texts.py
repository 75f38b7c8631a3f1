"""Pieces of a change → what stands on each side of the page, safe to show, the long unchanged stretches closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.entries import is_space
from aratame.reporting.marks import Mark
from aratame.reporting.quoting import visible_space
from aratame.reporting.sanitize import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.reporting.marks import Piece

CONTEXT = 80
"""Characters of an unchanged stretch that stay open beside a mark: about two lines of a column."""
LONGEST = 800
"""Characters of a mark that are open at first: about a screen of a column."""
LEAST = 60
"""Characters that closing a stretch must hide, to be worth a button."""


class Stretch(NamedTuple):
    """A stretch of one side: `head` and `tail` are open, `rest` between them opens on demand.

    `mark` is "del", "ins" or empty; `kind` that of the marked edit; `formal` whether the edit is.
    """

    head: str
    rest: str = ""
    tail: str = ""
    mark: str = ""
    kind: str = ""
    formal: bool = False


def before_side(pieces: Sequence[Piece]) -> list[Stretch]:
    """The before text, what is gone marked."""
    return _trimmed(_stretches([(piece, piece.before) for piece in pieces], "del"))


def after_side(pieces: Sequence[Piece]) -> list[Stretch]:
    """The after text, what is new marked."""
    return _trimmed(_stretches([(piece, piece.after) for piece in pieces], "ins"))


def _stretches(side: Sequence[tuple[Piece, str]], mark: str) -> Iterator[Stretch]:
    for at, (piece, text) in enumerate(side):
        if piece.mark is Mark.SAME:
            head = CONTEXT if at > 0 or len(side) == 1 else 0
            tail = CONTEXT if at + 1 < len(side) else 0
            # A clause without marks is named by its first words; one that begins unmarked must still show where it begins.
            yield _closed(safe(text), head or CONTEXT // 2, tail)
        elif text and piece.edit is not None:
            # Line ends and blanks alone would be marks that nobody sees.
            shown = visible_space(text) if is_space(piece.edit) and not text.strip() else safe(text)
            closed = _closed(shown, LONGEST, 0)
            yield closed._replace(mark=mark, kind=str(piece.edit.kind), formal=not piece.edit.substantive)


def _trimmed(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches without the line ends before and the blanks behind them, which would be empty lines on the page."""
    out = list(stretches)
    while out and not out[-1].rest and not out[-1].head.rstrip():
        out.pop()
    if out:
        first = out[0]
        out[0] = first._replace(head=first.head.lstrip("\n"))
        last = out[-1]
        out[-1] = last._replace(tail=last.tail.rstrip()) if last.rest else last._replace(head=last.head.rstrip())
    return out


def _closed(text: str, head: int, tail: int) -> Stretch:
    """`text` with all but its first `head` and last `tail` characters closed, where that hides enough."""
    if len(text) < head + tail + LEAST:
        return Stretch(text)
    end = len(text) - tail
    return Stretch(text[:head], text[head:end], text[end:])
