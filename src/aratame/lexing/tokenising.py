"""Text → tokens."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from aratame.lexing.blanks import blanks_inside
from aratame.lexing.glossary import first_named, named
from aratame.lexing.morphemes import ends, morphemes
from aratame.lexing.tokens import Sort, Token
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_Piece = tuple[int, int, str, Sort, str, str]
"""Start, end, key, sort, part of speech, normal form."""
_new = tuple.__new__
"""Makes a token of all its fields. The constructor of a named tuple is a Python function, and an edit takes fifty tokens."""
_BLANK, _UNREAD = Sort.SPACE, Sort.UNREAD  # an enum looks a member up by a call
_SPACE = lazy(r"\s+")
_LINE_ENDS = frozenset("\r\n")
_WRAP = lazy(r"[ \t]*(?:\r\n|\n|\r)")
"""White space that may be a line wrapped in the middle of a word; any other parts what stands around it."""
_WORDS_APART = frozenset(
    f"{ascii_letters}{digits}０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ〇一二三四五六七八九十百千"
)
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
        tokens = _spaced(pieces, offsets, (0, len(text)))
    else:
        tokens = [_new(Token, (start, end, key, sort, "", "", False)) for start, end, key, sort, _, _ in pieces]
    return tuple(read_words(text, tokens) if read else tokens)


def first_lexeme(text: str) -> Token | None:
    """The first of `tokenise(text, read=False)` where that is a lexeme or a sign, else None. No lexeme goes over a break, so that ends the search."""
    dense, offsets, breaks = _squeeze(text)
    first = first_named(dense[: breaks[0]] if breaks else dense) if text and not text[0].isspace() else None
    if not first:
        return None
    _, end, sort = first
    return Token(0, offsets[end - 1] + 1 if offsets else end, dense[:end], sort)


def is_parted(text: str, places: Sequence[int]) -> bool:
    """Whether no token of `text` but white space goes over one of the `places`. Words are read only where a stretch of them does."""
    dense, offsets, breaks = _squeeze(text)
    inside = [bisect_left(offsets, place) for place in places] if offsets else places
    for start, end, key, sort, _, _ in _pieces(dense, breaks):
        cut = [place - start for place in inside if start < place < end]
        if cut and (sort is not _UNREAD or not ends(key).issuperset(cut)):
            return False
    return True


def read_words(text: str, tokens: Iterable[Token]) -> list[Token]:
    """`tokens` of `text`, with the words of every stretch that was not read."""
    words: list[Token] = []
    for token in tokens:
        if token.sort is not _UNREAD:
            words.append(token)
            continue
        start, end, key, _, _, _, broken = token
        first = len(words)
        if end - start == len(key):
            words += [
                _new(Token, (start + at, start + last, word, sort, pos, normal, False))
                for at, last, word, sort, pos, normal in morphemes(key)
            ]
        else:
            words += _spaced(morphemes(key), [at for at in range(start, end) if not text[at].isspace()], (start, end))
        if broken:
            words[first] = words[first]._replace(broken=True)
    return words


def _pieces(dense: str, breaks: Sequence[int]) -> list[_Piece]:
    """Lexemes, signs and unread stretches of a text without white space, contiguous. No piece goes over a break."""
    pieces: list[_Piece] = []
    for start, end in pairwise((0, *breaks, len(dense))):
        at = start
        for first, last, sort in named(dense[start:end] if breaks else dense):
            begin, stop = start + first, start + last
            if at < begin:
                pieces.append((at, begin, dense[at:begin], _UNREAD, "", ""))
            pieces.append((begin, stop, dense[begin:stop], sort, "", ""))
            at = stop
        if at < end:
            pieces.append((at, end, dense[at:end], _UNREAD, "", ""))
    return pieces


def _spaced(pieces: Iterable[_Piece], offsets: Sequence[int], place: tuple[int, int]) -> list[Token]:
    """The pieces of a text without white space as tokens of that text, which stands at `place`, with its white space between them."""
    tokens: list[Token] = []
    at, end = place
    for start, stop, key, sort, pos, normal in pieces:
        first, last = offsets[start], offsets[stop - 1] + 1
        if first > at:
            tokens.append(_new(Token, (at, first, "", _BLANK, "", "", False)))
        tokens.append(_new(Token, (first, last, key, sort, pos, normal, first > at)))
        at = last
    if at < end:
        tokens.append(_new(Token, (at, end, "", _BLANK, "", "", False)))
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
        parts = start not in inside and not _wraps(text, start, end)
        if parts and offsets and end < len(text):
            breaks.append(len(offsets))
    out.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(out), offsets, breaks


def _wraps(text: str, start: int, end: int) -> bool:
    """Whether white space only wraps a line in the middle of a word: a line's end that stands between two letters or figures parts them."""
    if text[end - 1] not in _LINE_ENDS or not _WRAP.fullmatch(text, start, end):
        return False
    return text[start - 1 : start] not in _WORDS_APART or text[end : end + 1] not in _WORDS_APART
