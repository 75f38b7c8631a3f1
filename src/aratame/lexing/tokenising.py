"""Text → tokens."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.lexing.blanks import blanks_inside
from aratame.lexing.glossary import named
from aratame.lexing.morphemes import morphemes
from aratame.lexing.tokens import Sort, Token
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_Piece = tuple[int, int, Sort, str, str]
"""Start, end, sort, part of speech, normal form."""
_token = partial(tuple.__new__, Token)
"""A token of all its fields. The constructor of a named tuple is a Python function, and an edit takes fifty tokens."""
_BLANK, _UNREAD = Sort.SPACE, Sort.UNREAD  # an enum looks a member up by a call
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
    pieces = _pieces(dense, breaks)
    if len(dense) < len(text):
        tokens = _spaced(pieces, dense, offsets, (0, len(text)))
    else:
        tokens = [_token((start, end, text[start:end], sort, "", "", False)) for start, end, sort, _, _ in pieces]
    return tuple(read_words(text, tokens) if read else tokens)


def first_token(text: str) -> Token | None:
    """The first of `tokenise(text, read=False)`, None for an empty text. What stands behind the first break is not looked at: no lexeme goes over one."""
    dense, offsets, breaks = _squeeze(text)
    if not dense or text[0].isspace():
        return next(iter(tokenise(text, read=False)), None)
    start, end, sort, _, _ = _pieces(dense[: breaks[0]] if breaks else dense, ())[0]
    return _token((0, offsets[end - 1] + 1 if offsets else end, dense[start:end], sort, "", "", False))


def read_words(text: str, tokens: Iterable[Token]) -> list[Token]:
    """`tokens` of `text`, with the words of every stretch that was not read."""
    words: list[Token] = []
    for token in tokens:
        start, end, key, sort, _, _, broken = token
        if sort is not _UNREAD:
            words.append(token)
        elif end - start == len(key):
            at = 0
            for length, word, pos, normal in morphemes(key):
                words.append(_token((start, start + length, key[at : at + length], word, pos, normal, broken)))
                start, at, broken = start + length, at + length, False
        else:
            offsets = [at for at in range(start, end) if not text[at].isspace()]
            first, *rest = _spaced(_words(key), key, offsets, (start, end))
            words += [first._replace(broken=broken), *rest]
    return words


def _words(stretch: str) -> Iterator[_Piece]:
    """The words of a stretch without white space."""
    at = 0
    for length, sort, pos, normal in morphemes(stretch):
        yield at, at + length, sort, pos, normal
        at += length


def _pieces(dense: str, breaks: Sequence[int]) -> list[_Piece]:
    """Lexemes, signs and unread stretches of a text without white space, contiguous. No piece goes over a break."""
    pieces: list[_Piece] = []
    for start, end in pairwise((0, *breaks, len(dense))):
        at = start
        for first, last, sort in named(dense[start:end]):
            if at < start + first:
                pieces.append((at, start + first, _UNREAD, "", ""))
            at = start + last
            pieces.append((start + first, at, sort, "", ""))
        if at < end:
            pieces.append((at, end, _UNREAD, "", ""))
    return pieces


def _spaced(pieces: Iterable[_Piece], dense: str, offsets: Sequence[int], place: tuple[int, int]) -> list[Token]:
    """The pieces of a text without white space as tokens of that text, which stands at `place`, with its white space between them."""
    tokens: list[Token] = []
    at, end = place
    for start, stop, sort, pos, normal in pieces:
        first, last = offsets[start], offsets[stop - 1] + 1
        if first > at:
            tokens.append(Token(at, first, "", _BLANK))
        tokens.append(_token((first, last, dense[start:stop], sort, pos, normal, first > at)))
        at = last
    if at < end:
        tokens.append(Token(at, end, "", _BLANK))
    return tokens


def _squeeze(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """`text` without white space, the place of each character in `text`, and where words part although nothing is left there."""
    if not _SPACE.search(text):
        return text, (), ()
    out: list[str] = []
    offsets: list[int] = []
    breaks: list[int] = []
    inside = blanks_inside(text)
    at = 0
    for space in _SPACE.finditer(text):
        start, end = space.span()
        out.append(text[at:start])
        offsets.extend(range(at, start))
        at = end
        parts = start not in inside and not (_WRAP.fullmatch(space.group()) and not _words_apart(text, start, end))
        if parts and offsets and end < len(text):
            breaks.append(len(offsets))
    out.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(out), offsets, breaks


def _words_apart(text: str, start: int, end: int) -> bool:
    """Whether white space stands between two letters or figures."""
    return all(_WORDS_APART.fullmatch(c) for c in (text[start - 1 : start], text[end : end + 1]))
