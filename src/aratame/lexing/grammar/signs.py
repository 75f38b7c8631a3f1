"""Signs: markers of items, check boxes, elisions, brackets and points."""

from __future__ import annotations

from itertools import chain
from string import ascii_lowercase

from aratame.lexing.grammar.numbers import DIGITS, KANJI
from aratame.lexing.grammar.rule import Rule, rule
from aratame.lexing.tokens import Sort
from aratame.numerals import CIRCLED, PARENTHESISED, ROMAN

_RUNS = ("㋐㋾", "⒈⒛", "⒜⒵", "Ⓐⓩ", "㊀㊉")
_MARKERS = frozenset(chain(CIRCLED, PARENTHESISED, ROMAN, *(map(chr, range(ord(run[0]), ord(run[1]) + 1)) for run in _RUNS)))
_ARROWS = frozenset("⇒→➡")
_IN_BRACKETS = r"(?<![A-Za-z])\((?:[0-9]{1,3}|一{1,3}|[ア-ン]|[ivx]{1,4}|[a-z])\)"
_ELIDED = frozenset("略 同左 同上 中略 以下略 後略 前略 新設 削る 削除 省略".split())  # noqa: SIM905
_LENGTHS = sorted({len(word) for word in _ELIDED})
_ELIDED_END = frozenset(")]〕")


def _marker(view: str, at: int) -> int:
    """A marker, and what it became: ⑤⇒⑥."""
    end = at + 1
    while view[end : end + 1] in _ARROWS and view[end + 1 : end + 2] in _MARKERS:
        end += 2
    return end


def _elision(view: str, at: int) -> int:
    """（略）, 〔削除〕."""
    ends = (at + 1 + length for length in _LENGTHS)
    return next((end + 1 for end in ends if view[end : end + 1] in _ELIDED_END and view[at + 1 : end] in _ELIDED), 0)


RULES = (
    Rule(Sort.ELISION, "([〔", _elision, then=frozenset(word[0] for word in _ELIDED)),
    rule(Sort.CHECK_BOX, "[", r"\[[○◯一●レ✓✔☑]?\]"),
    Rule(Sort.MARKER, "".join(sorted(_MARKERS)), _marker),
    rule(Sort.MARKER, "(", _IN_BRACKETS, then=ascii_lowercase + DIGITS + KANJI + "".join(map(chr, range(ord("ア"), ord("ン") + 1)))),
    rule(Sort.STOP, ".", r"(?<![0-9])\."),
)
SINGLE = {
    sign: sort
    for sort, signs in (
        (Sort.CHECK_BOX, "□■☐☑☒"),
        (Sort.OPEN, "(「『〔【〈《<[{“"),
        (Sort.CLOSE, ")」』〕】〉》>]}”"),
        (Sort.COMMA, "、,;"),
        (Sort.STOP, "。!?"),
        (Sort.DOT, "・･"),
    )
    for sign in signs
}
"""Signs that are told by themselves. Any other is a `Sort.SIGN`."""
