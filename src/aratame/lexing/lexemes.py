"""Lexemes of administrative texts, found before any morpheme: a difference never cuts one of them.

What a lexeme begins with decides which rules of the grammar are asked; most of a text begins none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aratame.lexing.grammar import RULES
from aratame.lexing.grammar.numbers import BEGIN, NUMBER
from aratame.lexing.grammar.signs import SINGLE
from aratame.lexing.grammar.words import SORTS, WORDS
from aratame.lexing.tokens import Sort
from aratame.lexing.view import view
from aratame.patterns import lazy

if TYPE_CHECKING:
    import re

    from aratame.lexing.grammar import Rule

Lexeme = tuple[int, int, Sort]
"""Start, end, sort."""
_BY_SIGN: dict[str, tuple[Rule, ...]] = {}
for _rule in RULES:
    for _sign in _rule.begins:
        _BY_SIGN[_sign] = (*_BY_SIGN.get(_sign, ()), _rule)
_ALONE = {sign: sort for sign, sort in SINGLE.items() if sign not in _BY_SIGN}
"""Signs with which no rule begins."""
_NEXT = lazy(rf"{WORDS}|[{''.join(sorted(filter(str.isalnum, _BY_SIGN)))}_\W]")
_NUMBER = lazy(NUMBER)
_FIGURES = frozenset(BEGIN)


def lexemes(text: str) -> tuple[Lexeme, ...]:
    """The lexemes and signs of `text` (without white space), in order."""
    seen = view(text)
    search = _NEXT.search
    found: list[Lexeme] = []
    match = search(seen)
    while match:
        at = match.end()
        if lexeme := _begun(match, seen):
            found.append(lexeme)
            at = lexeme[1]
        match = search(seen, at)
    return tuple(found)


def first_lexeme(text: str) -> Lexeme | None:
    """The lexeme with which `text` begins; what stands behind it is not looked for."""
    seen = view(text)
    match = _NEXT.match(seen)
    return _begun(match, seen) if match else None


@lru_cache(maxsize=4096)
def _asked(sign: str, ahead: str) -> tuple[Rule, ...]:
    """The rules of lexemes that begin with a sign, of which another follows the sign or the number."""
    return tuple([rule for rule in _BY_SIGN.get(sign, ()) if not rule.then or ahead in rule.then])


def _begun(match: re.Match[str], seen: str) -> Lexeme | None:
    """The lexeme that begins where `_NEXT` matched; a sign that begins none stands for itself."""
    if match.lastindex:
        return *match.span(), SORTS[match.lastindex - 1]
    at = match.start()
    sign = seen[at]
    if sign in _ALONE:
        return at, at + 1, _ALONE[sign]
    number = _NUMBER.match(seen, at) if sign in _FIGURES else None
    behind = number.end() if number else at + 1
    for sort, _, read, needs, _ in _asked(sign, seen[behind : behind + 1]):
        if (not needs or all(map(seen.__contains__, needs))) and (end := read(seen, at)):
            return at, end, sort
    if sign in SINGLE:
        return at, at + 1, SINGLE[sign]
    return None if sign.isalnum() else (at, at + 1, Sort.SIGN)
