"""Short names that a document defines: 架空工業株式会社（以下「会社」という。）. Where one gives way to the other, nothing new is named."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from aratame.model import Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_DEFINITION = lazy("以下[^「」（）()]{0,30}「(?P<short>[^「」]{1,20})」と(?:いう|総称|略)")
_BEFORE = 80
"""How far before the definition its bracket may open."""
_LONGEST = 40


class Abbreviations:
    """What the short names of two versions stand for, read when first asked for."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    @cached_property
    def _defined(self) -> dict[str, tuple[str, ...]]:
        """The words before the bracket in which a short name is defined, by the short name."""
        found: dict[str, tuple[str, ...]] = {}
        for text in self._texts:
            for match in _DEFINITION.finditer(text):
                low, high = max(0, match.start() - _BEFORE), match.start()
                start = max(text.rfind("（", low, high), text.rfind("(", low, high))
                if start > 0:
                    found[match["short"]] = (*found.get(match["short"], ()), text[max(0, start - _LONGEST) : start])
        return found

    def stand_for(self, short: str, full: str) -> bool:
        """Whether `short` is defined as the short name of `full`."""
        return any(words.endswith(full) for words in self._defined.get(short, ()))


def abbreviated(subject: Subject, before: str, after: str) -> Words | None:
    """Why one of two names is only the short name of the other; None where no definition says so."""
    short, full = sorted((before, after), key=len)
    if subject.abbreviations is None or not set(short) <= set(full) or not subject.abbreviations.stand_for(short, full):
        return None
    return Words(
        f"「{short}」は「{full}」の略称と定められていて、指すものは同じです。",
        f"“{short}” is defined as the short name of “{full}”; both name the same.",
    )
