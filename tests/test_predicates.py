"""What is asked before the ladder of predicates is tried says yes wherever the ladder would."""

from __future__ import annotations

import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from itertools import product
from typing import TYPE_CHECKING, Any

from aratame.classifying.predicates import _HOLDS, _LADDER

if TYPE_CHECKING:
    from collections.abc import Iterable

ANYTHING = "\0"
"""A sign that no pattern names."""
ASIDE = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)


def matched(parsed: Iterable[tuple[Any, Any]]) -> set[str]:
    """The texts that a pattern matches, taken apart: what is optional or repeated both not at all and once, looks aside left out."""
    return {"".join(parts) for parts in product(*(_part(op, value) for op, value in parsed))}


def _part(op: Any, value: Any) -> set[str]:
    if op is ops.LITERAL:
        return {chr(value)}
    if op is ops.BRANCH:
        return set().union(*map(matched, value[1]))
    if op is ops.SUBPATTERN:
        return matched(value[3])
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        least, _, repeated = value
        return matched(repeated) | ({""} if not least else set())
    if op is ops.IN:
        return {chr(sign) if kind is ops.LITERAL else ANYTHING for kind, sign in value}
    assert op in ASIDE, op
    return {""}


WORDS = sorted({word for _, source in _LADDER for word in matched(parser.parse(source))})


def test_the_ladder_is_taken_apart() -> None:
    assert {"しなければならない", "することができる", "努める", "この限りでない"} <= set(WORDS)


def test_what_is_asked_first_holds_for_every_predicate_of_the_ladder() -> None:
    assert [word for word in WORDS if not _HOLDS.search(word)] == []
