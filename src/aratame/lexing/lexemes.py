"""Lexemes of administrative texts, found before any morpheme: a difference never cuts one of them.

What a lexeme begins with decides which rules of the grammar are asked; most of a text begins none.
"""

from __future__ import annotations

from aratame.lexing.grammar import RULES
from aratame.lexing.grammar.signs import SINGLE
from aratame.lexing.grammar.words import SORTS, WORDS
from aratame.lexing.tokens import Sort
from aratame.lexing.view import view
from aratame.patterns import lazy

Lexeme = tuple[int, int, Sort]
"""Start, end, sort."""
_BY_SIGN = {sign: tuple(rule for rule in RULES if sign in rule.begins) for rule in RULES for sign in rule.begins}
_ALONE = {sign: sort for sign, sort in SINGLE.items() if sign not in _BY_SIGN}
"""Signs with which no rule begins."""
_NEXT = lazy(rf"{WORDS}|[{''.join(sorted(filter(str.isalnum, _BY_SIGN)))}]|[^\w\s]|_")


def lexemes(text: str) -> tuple[Lexeme, ...]:
    """The lexemes and signs of `text` (without white space but between Latin words or figures), in order."""
    seen = view(text)
    signs = frozenset(seen)
    found: list[Lexeme] = []
    at = 0
    while match := _NEXT.search(seen, at):
        start, at = match.span()
        if match.lastindex:
            found.append((start, at, SORTS[match.lastindex - 1]))
        elif seen[start] in _ALONE:
            found.append((start, at, _ALONE[seen[start]]))
        elif lexeme := _read(seen, start, signs):
            found.append(lexeme)
            at = lexeme[1]
    return tuple(found)


def _read(seen: str, at: int, signs: frozenset[str]) -> Lexeme | None:
    """The lexeme that begins at `at`; a sign that begins none stands for itself."""
    sign = seen[at]
    for sort, _, read, needs in _BY_SIGN.get(sign, ()):
        if needs <= signs and (end := read(seen, at)):
            return at, end, sort
    if sign in SINGLE:
        return at, at + 1, SINGLE[sign]
    return None if sign.isalnum() else (at, at + 1, Sort.SIGN)
