"""One rule of the grammar: where it may begin, what it cannot do without, and how far it reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.lexing.tokens import Sort

Reader = Callable[[str, int], int]
"""A view of a text and a place in it → where the lexeme ends that begins there; 0 where none does."""


class Rule(NamedTuple):
    """A sort of lexeme, read by `read` where one of the signs `begins` stands, in a text that has all of the signs `needs`.

    `then` are the signs of which one must follow: behind the number where the lexeme begins with a figure, else behind its first sign;
    with none, anything may. Most rules are never asked, and what is not asked is not compiled.
    """

    sort: Sort
    begins: str
    read: Reader
    needs: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()


def rule(sort: Sort, begins: str, source: str, needs: str = "", *, then: str = "") -> Rule:
    """The rule of a regular expression."""
    pattern = lazy(source)

    def read(view: str, at: int) -> int:
        match = pattern.match(view, at)
        return match.end() if match else 0

    return Rule(sort, begins, read, frozenset(needs), frozenset(then))
