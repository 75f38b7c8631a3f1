"""Text → tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from aratame.lexing.blanks import blanks_inside
from aratame.lexing.glossary import named
from aratame.lexing.morphemes import Morpheme, morphemes
from aratame.lexing.tokens import Sort, Token
from aratame.patterns import lazy

_Piece = tuple[int, int, Sort, str, str]
"""Start, end, sort, part of speech, normal form."""
_Reader = Callable[[str], tuple[Morpheme, ...]]
"""Gives the words of a stretch between lexemes."""
_SPACE = lazy(r"\s+")
_WRAP = lazy(r"[ \t]*(?:\r\n|\n|\r)")
"""White space that may be a line wrapped in the middle of a word; any other parts what stands around it."""
_WORDS_APART = lazy(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ〇一二三四五六七八九十百千]")
"""Characters between two of which a blank parts words or figures; elsewhere in Japanese a line's end parts nothing."""


def tokenise(text: str, *, read: bool = True) -> tuple[Token, ...]:
    """The tokens of `text`, contiguous: every code point is in just one of them.

    White space is a token of its own, save inside a word (PDF and old exports wrap lines anywhere), where it belongs to the
    word's token and not to its key. Without `read`, what lies between lexemes is not read: each stretch is one token, and the
    dictionary is not loaded.
    """
    dense, offsets, breaks = _squeeze(text)
    pieces = _pieces(dense, breaks, morphemes if read else _unread)
    if len(dense) == len(text):  # no white space: the pieces are the tokens
        return tuple([Token(start, end, text[start:end], sort, pos, normal) for start, end, sort, pos, normal in pieces])
    tokens: list[Token] = []
    at = 0
    for start, end, sort, pos, normal in pieces:
        first, last = offsets[start], offsets[end - 1] + 1
        if first > at:
            tokens.append(Token(at, first, "", Sort.SPACE))
        tokens.append(Token(first, last, dense[start:end], sort, pos, normal, first > at or start in breaks))
        at = last
    if at < len(text):
        tokens.append(Token(at, len(text), "", Sort.SPACE))
    return tuple(tokens)


def _squeeze(text: str) -> tuple[str, Sequence[int], frozenset[int]]:
    """`text` without white space, the place of each character in `text`, and where words part although nothing is left there."""
    if not _SPACE.search(text):
        return text, range(len(text)), frozenset()
    out: list[str] = []
    offsets: list[int] = []
    breaks: set[int] = set()
    inside = blanks_inside(text)
    at = 0
    for space in _SPACE.finditer(text):
        out.append(text[at : space.start()])
        offsets.extend(range(at, space.start()))
        at = space.end()
        around = (text[space.start() - 1 : space.start()], text[at : at + 1])
        if space.start() in inside:
            continue
        if not _WRAP.fullmatch(space.group()) or all(_WORDS_APART.fullmatch(c) for c in around):
            breaks.add(len(offsets))
    out.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(out), offsets, frozenset(breaks)


def _pieces(dense: str, breaks: frozenset[int], read: _Reader) -> list[_Piece]:
    """Lexemes, signs and morphemes of a text without white space, contiguous. No piece goes over a break."""
    pieces: list[_Piece] = []
    borders = [0, *sorted(b for b in breaks if 0 < b < len(dense)), len(dense)]
    for start, end in pairwise(borders):
        _read_part(dense[start:end], start, read, pieces)
    return pieces


def _read_part(part: str, offset: int, read: _Reader, pieces: list[_Piece]) -> None:
    """Adds the pieces of `part`, which stands at `offset`, to `pieces`."""
    at = 0
    for first, last, sort in (*named(part), (len(part), len(part), None)):
        if at < first:
            place = offset + at
            for length, word, pos, normal in read(part[at:first]):
                pieces.append((place, place + length, word, pos, normal))
                place += length
        if sort:
            pieces.append((offset + first, offset + last, sort, "", ""))
        at = last


def _unread(stretch: str) -> tuple[Morpheme]:
    return (Morpheme(len(stretch), Sort.UNREAD, "", ""),)
