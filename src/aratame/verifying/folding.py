"""Text → the same text without white space, with a way back: a cell of a table breaks its lines where it likes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from aratame.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = re.compile(r"\S")


class Folded:
    """A text without its white space. Spans of it are called folded; `original` and `folded` lead from one to the other."""

    def __init__(self, text: str) -> None:
        self.source = text
        self._places = [match.start() for match in _SIGN.finditer(text)]
        self.text = "".join(text[place] for place in self._places)
        self.narrow = widthless(self.text)

    def original(self, span: Span) -> Span:
        """Where the folded `span`, which is not empty, stands in the text as given."""
        return Span(self._places[span.start], self._places[span.end - 1] + 1)

    def folded(self, span: Span) -> Span:
        """The folded span of what stands at `span` of the text as given."""
        return Span(bisect_left(self._places, span.start), bisect_left(self._places, span.end))

    def occurrences(self, words: str) -> Iterator[Span]:
        """The folded spans at which `words`, folded already, stand letter for letter."""
        yield from _occurrences(self.text, words)

    def loose_occurrences(self, words: str) -> Iterator[Span]:
        """As `occurrences`, with letters of any width taken for the same."""
        yield from _occurrences(self.narrow, widthless(words))


def without_space(text: str) -> str:
    """`text` without white space, as a `Folded` holds it."""
    return "".join(_SIGN.findall(text))


def widthless(text: str) -> str:
    """`text` with every letter in its ordinary width, and as many letters as before."""
    return "".join(plain if len(plain := unicodedata.normalize("NFKC", sign)) == 1 and not _is_mark(sign) else sign for sign in text)


def _is_mark(sign: str) -> bool:
    """Whether the sign is a number in a circle or a Roman one: another mark, not another width."""
    return unicodedata.category(sign) in {"No", "Nl"}


def _occurrences(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)
