"""Pieces of a change → fewer: what is the same on both sides gives way to （略）, at the same places on both sides.

Both sides are cut alike, so that whoever compares the two columns again finds the same edits and no others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.model import ClauseKind
from aratame.reporting.marks import Mark, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Clause

ELIDED = "（略）"
KEPT = 30
"""Characters that stay on either side of a change; as many again may follow to the next mark of punctuation."""
_LISTING = {ClauseKind.APPDX_TABLE, ClauseKind.TOC}
_STOP = re.compile(r"[。、）」\n]")


def by_lines(clause: Clause, text: str) -> bool:
    """Whether each line of a clause says something by itself: of an appended table, a table of contents, a text that holds a table."""
    return clause.kind in _LISTING or "\t" in text[slice(*clause.span)]


def without_lines(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, whole lines between the first and the last of an equal stretch as one line （略）.

    For tables, forms and tables of contents, whose lines each say something. In a sentence that was wrapped （略） would stand for the
    middle of it. Between two changes as much stays as of a sentence: whoever compares the columns again takes less for one passage.
    """
    for at, piece in enumerate(pieces):
        first, middle, last = _lines(piece, KEPT if 0 < at < len(pieces) - 1 else 0)
        yield _kept(piece, f"{first}{ELIDED}\n{last}") if len(middle) > 1 else piece


def without_words(pieces: Sequence[Piece], marker: int, most: int) -> Iterator[Piece]:
    """The pieces of a text of more than `most` characters, the middles of long equal stretches as （略）.

    `marker` is how many characters at the beginning stay in any case.
    """
    if sum(max(len(piece.before), len(piece.after)) for piece in pieces) <= most:
        yield from pieces
        return
    for at, piece in enumerate(pieces):
        text = piece.before
        head = text[: _end_of(text, KEPT)] if at else text[:marker]
        tail = text[_start_of(text, KEPT) :] if at + 1 < len(pieces) else _blank_end(text)
        short = len(head) + len(tail) + 2 * len(ELIDED) >= len(text)
        yield piece if short or piece.before != piece.after else _kept(piece, f"{head}{ELIDED}{tail}")


def _kept(piece: Piece, text: str) -> Piece:
    return Piece(Mark.SAME, text, text, piece.edit)


def _lines(piece: Piece, kept: int) -> tuple[str, Sequence[str], str]:
    """The rest of the line before, whole lines, the beginning of the line behind, with lines of `kept` characters; none where the sides differ."""
    lines = piece.before.splitlines(keepends=True) if piece.before == piece.after else []
    start, end = 1, len(lines) - 1
    while start < end and sum(map(len, lines[:start])) < kept:
        start += 1
    while start < end and sum(map(len, lines[end:])) < kept:
        end -= 1
    return ("".join(lines[:start]), lines[start:end], "".join(lines[end:])) if end - start > 1 else ("", (), "")


def _end_of(text: str, kept: int) -> int:
    """Where to leave off behind a change."""
    stop = _STOP.search(text, kept, 2 * kept)
    return stop.end() if stop else min(kept, len(text))


def _start_of(text: str, kept: int) -> int:
    """Where to go on before a change: behind the mark of punctuation that comes first among the characters that may stay."""
    start = max(0, len(text) - 2 * kept)
    stop = _STOP.search(text, start, max(start, len(text) - kept))
    return stop.end() if stop else max(0, len(text) - kept)


def _blank_end(text: str) -> str:
    return text[len(text.rstrip()) :]
