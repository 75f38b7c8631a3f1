"""One edit → finer marks inside it, for those who want them: words or characters that both sides have in common stay unmarked."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aratame.reporting.marks import Divide

LONGEST = 2000
"""Units of an edit on either side beyond which it stays whole: difflib takes their product, and nobody reads marks in so long an edit."""


def divide_by(granularity: str) -> Divide | None:
    """The way to cut edits for "word" or "char"; None for "unit", where they stay whole."""
    if granularity == "unit":
        return None
    units = _words if granularity == "word" else list
    return lambda before, after: _divided(before, after, units)


def _divided(before: str, after: str, units: Callable[[str], Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of before and after texts that add up to both; equal where the sides have the same units."""
    old, new = units(before), units(after)
    if max(len(old), len(new)) > LONGEST:
        yield before, after
        return
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[i:j]), "".join(new[k:m])


def _words(text: str) -> list[str]:
    """The tokens of `text`, as the comparison itself saw them."""
    from aratame.lexing import tokenise  # noqa: PLC0415  needs the dictionary

    return [text[token.start : token.end] for token in tokenise(text)]
