"""Text → tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from aratame.lexing.lexemes import lexemes
from aratame.lexing.morphemes import morphemes
from aratame.lexing.tokens import Sort, Token
from aratame.patterns import lazy

_Piece = tuple[int, int, Sort, str, str]
"""Start, end, sort, part of speech, normal form."""
_Reader = Callable[[str, int, int, int], Iterator[_Piece]]
"""Reads `part[start:end]`; the second argument is where the part stands."""
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
    tokens: list[Token] = []
    at = 0
    for start, end, sort, pos, normal in _pieces(dense, breaks, words=_words if read else _unread):
        first, last = offsets[start], offsets[end - 1] + 1
        if first > at:
            tokens.append(Token(at, first, "", Sort.SPACE))
        tokens.append(Token(first, last, dense[start:end], sort, pos, normal, broken=start in breaks or first > at))
        at = last
    if at < len(text):
        tokens.append(Token(at, len(text), "", Sort.SPACE))
    return tuple(tokens)


def _squeeze(text: str) -> tuple[str, list[int], frozenset[int]]:
    """`text` without white space, the place of each character in `text`, and where words part although nothing is left there."""
    out: list[str] = []
    offsets: list[int] = []
    breaks: set[int] = set()
    at = 0
    for space in _SPACE.finditer(text):
        out.append(text[at : space.start()])
        offsets.extend(range(at, space.start()))
        at = space.end()
        around = (text[space.start() - 1 : space.start()], text[at : at + 1])
        if not _WRAP.fullmatch(space.group()) or all(_WORDS_APART.fullmatch(c) for c in around):
            breaks.add(len(offsets))
    out.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(out), offsets, frozenset(breaks)


def _pieces(dense: str, breaks: frozenset[int], *, words: _Reader) -> Iterator[_Piece]:
    """Lexemes, signs and morphemes of a text without white space, contiguous. No piece goes over a break."""
    borders = [0, *sorted(b for b in breaks if 0 < b < len(dense)), len(dense)]
    for start, end in pairwise(borders):
        yield from _stretches(dense, start, end, words)


def _stretches(dense: str, start: int, end: int, words: _Reader) -> Iterator[_Piece]:
    part = dense[start:end]
    at = 0
    for first, last, sort in lexemes(part):
        yield from words(part, start, at, first)
        yield start + first, start + last, sort, "", ""
        at = last
    yield from words(part, start, at, len(part))


def _words(part: str, offset: int, start: int, end: int) -> Iterator[_Piece]:
    at = start
    for length, sort, pos, normal in morphemes(part[start:end]) if start < end else ():
        yield offset + at, offset + at + length, sort, pos, normal
        at += length


def _unread(_: str, offset: int, start: int, end: int) -> Iterator[_Piece]:
    if start < end:
        yield offset + start, offset + end, Sort.UNREAD, "", ""
