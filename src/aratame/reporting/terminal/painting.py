"""Pieces → styled runs: one text with both sides in it, or one side alone.

Without colour the marks are signs, [-…-]{+…+}; with colour they are struck out in red and underlined in green, which
also tells them apart for those who cannot see the colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.reporting.marks import Mark, Piece
from aratame.reporting.quoting import visible_space
from aratame.reporting.sanitize import safe
from aratame.reporting.terminal.wrapping import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def both(pieces: Iterable[Piece], *, colour: bool) -> list[Run]:
    """One text with what is gone and what is new marked in it."""
    return _trimmed(run for piece in pieces for run in _piece(piece, colour=colour))


def before_side(pieces: Iterable[Piece], *, colour: bool) -> list[Run]:
    """The before text with what is gone marked."""
    return both(
        (piece._replace(after="") if piece.mark is Mark.CHANGED else piece._replace(after=piece.before) for piece in pieces), colour=colour
    )


def after_side(pieces: Iterable[Piece], *, colour: bool) -> list[Run]:
    """The after text with what is new marked."""
    return both((piece._replace(before="") if piece.mark is Mark.CHANGED else piece for piece in pieces), colour=colour)


def _piece(piece: Piece, *, colour: bool) -> Iterator[Run]:
    if piece.mark is not Mark.CHANGED:
        yield Run(safe(piece.after), "folded" if piece.mark is Mark.FOLDED else "")
        return
    for text, style, signs in ((piece.before, "deleted", "[-{}-]"), (piece.after, "inserted", "{{+{}+}}")):
        if text:
            yield from _marked(safe(text), style, "{}" if colour else signs)


def _marked(text: str, style: str, signs: str) -> Iterator[Run]:
    """The words of a mark in its signs; white space around them stays outside, or shows itself where there is nothing else."""
    words = text.strip()
    if not words:
        yield Run(signs.format(visible_space(text)), style)
        return
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    yield Run(lead)
    yield Run(signs.format(words), style)
    yield Run(trail)


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    """The runs without white space at either end, and without empty ones."""
    out = [run for run in runs if run.text]
    if out:
        out[0] = out[0]._replace(text=out[0].text.lstrip())
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    return [run for run in out if run.text]
