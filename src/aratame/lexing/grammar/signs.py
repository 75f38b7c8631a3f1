"""Signs: markers of items, check boxes, elisions, brackets and points."""

from __future__ import annotations

from itertools import chain

from aratame.lexing.grammar.rule import Rule, rule
from aratame.lexing.tokens import Sort
from aratame.numerals import CIRCLED, PARENTHESISED, ROMAN

_RUNS = ("㋐㋾", "⒈⒛", "⒜⒵", "Ⓐⓩ", "㊀㊉")
_MARKERS = frozenset(chain(CIRCLED, PARENTHESISED, ROMAN, *(map(chr, range(ord(run[0]), ord(run[1]) + 1)) for run in _RUNS)))
_ARROWS = frozenset("⇒→➡")
_IN_BRACKETS = r"(?<![A-Za-z])\((?:[0-9]{1,3}|一{1,3}|[ア-ン]|[ivx]{1,4}|[a-z])\)"
_ELIDED = "(?:略|同左|同上|中略|以下略|後略|前略|新設|削る|削除|省略)"


def _marker(view: str, at: int) -> int:
    """A marker, and what it became: ⑤⇒⑥."""
    end = at + 1
    while view[end : end + 1] in _ARROWS and view[end + 1 : end + 2] in _MARKERS:
        end += 2
    return end


RULES = (
    rule(Sort.ELISION, "([〔", rf".{_ELIDED}[)\]〕]"),
    rule(Sort.CHECK_BOX, "[", r"\[[○◯一●レ✓✔☑]?\]"),
    Rule(Sort.MARKER, "".join(sorted(_MARKERS)), _marker),
    rule(Sort.MARKER, "(", _IN_BRACKETS),
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
