"""Long stretches that did not change → （略） with a little context around what did.

この要綱は、（略）利用者の[-4情報-]{+5情報+}を適正に管理（略）
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from aratame.reporting.marks import Mark, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from aratame.model import Edit

CONTEXT = 20
"""Characters of context: a phrase on either side, about half a line."""
SLACK = 12
"""How far a border of a sentence or word may be looked for beyond the context, and what folding must at least save."""
LONGEST = 600
"""Characters of one edit that are shown: what a screen of 80 columns holds. --expand shows all."""
_STOPS = "。、，．！？；：）」』】\n"


def fold(pieces: Sequence[Piece], own: AbstractSet[Edit], elided: str) -> list[Piece]:
    """`pieces` with everything far from the edits in `own` left out; `elided` is what stands in its place.

    Edits that are not in `own` are left out too, save where they stand in the context of one that is.
    """
    shown = [piece.edit is not None and piece.edit in own for piece in pieces]
    near = [piece.mark is Mark.CHANGED and (shown[at] or _is_near(pieces, shown, at)) for at, piece in enumerate(pieces)]
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        if near[at] or shown[at]:
            out.append(piece)
            continue
        head, tail = at > 0 and (near[at - 1] or shown[at - 1]), at + 1 < len(pieces) and (near[at + 1] or shown[at + 1])
        for part in _cut(piece, elided, head=head, tail=tail):
            if not (out and part.mark is out[-1].mark is Mark.FOLDED):
                out.append(part)
    return out


def _is_near(pieces: Sequence[Piece], shown: Sequence[bool], at: int) -> bool:
    """Whether the piece stands in the context of a shown one."""
    for step in (-1, 1):
        distance, other = 0, at + step
        while 0 <= other < len(pieces) and distance <= CONTEXT:
            if shown[other]:
                return True
            distance += max(len(pieces[other].before), len(pieces[other].after))
            other += step
    return False


def _cut(piece: Piece, elided: str, *, head: bool, tail: bool) -> Iterator[Piece]:
    """What is left of an unchanged piece: its `head` behind a shown piece, its `tail` before one, all of it where little is saved."""
    if piece.mark is not Mark.SAME:
        yield Piece(Mark.FOLDED, elided, elided)
        return
    keep = CONTEXT * (head + tail) + SLACK
    if len(piece.after) <= keep and (head or tail):
        yield piece
        return
    old_head, old_tail = _ends(piece.before, head=head, tail=tail)
    new_head, new_tail = (old_head, old_tail) if piece.before == piece.after else _ends(piece.after, head=head, tail=tail)
    if head:
        yield piece._replace(before=old_head, after=new_head)
    yield Piece(Mark.FOLDED, elided, elided)
    if tail:
        yield piece._replace(before=old_tail, after=new_tail)


def _ends(text: str, *, head: bool, tail: bool) -> tuple[str, str]:
    """The first and the last words of `text`, as far as they are wanted, cut where a sentence, phrase or word ends."""
    start = _border(text, range(CONTEXT, CONTEXT + SLACK)) if head else 0
    end = _border(text, range(len(text) - CONTEXT, len(text) - CONTEXT - SLACK, -1)) if tail else len(text)
    return text[:start], text[end:]


def _border(text: str, places: range) -> int:
    """The first of `places` that stands behind a stop, else the first between two words, else the first."""
    inside = [at for at in places if 0 < at < len(text)]
    stops = (at for at in inside if text[at - 1] in _STOPS and text[at] not in _STOPS)
    words = (at for at in inside if _script(text[at - 1]) != _script(text[at]) and _script(text[at]) != "HIRAGANA")
    return next(stops, next(words, inside[0] if inside else 0))


def _script(sign: str) -> str:
    """HIRAGANA, KATAKANA, CJK, LATIN, …: the first word of the character's name."""
    return unicodedata.name(sign, "?").split()[0].split("-")[0]


def shorten(pieces: Sequence[Piece], elided: str) -> list[Piece]:
    """`pieces` with the middle of each very long edit left out; `elided` takes the number of characters that are not shown."""
    out: list[Piece] = []
    for piece in pieces:
        longest = max(len(piece.before), len(piece.after))
        if longest <= LONGEST or piece.mark is Mark.FOLDED:
            out.append(piece)
            continue
        head, tail = LONGEST * 2 // 3, LONGEST // 3
        cut = elided.format(f"{longest - LONGEST:,}")
        out.append(piece._replace(before=piece.before[:head], after=piece.after[:head]))
        out.append(Piece(Mark.FOLDED, cut if len(piece.before) > LONGEST else "", cut if len(piece.after) > LONGEST else ""))
        out.append(piece._replace(before=piece.before[head:][-tail:], after=piece.after[head:][-tail:]))
    return out
