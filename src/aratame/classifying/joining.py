"""A conjunction that a list keeps before its last item: A又はB → A、B又はC. What joins A and B is written otherwise and means the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject

_CONJUNCTIONS = frozenset({"又は", "または", "若しくは", "もしくは", "及び", "および", "並びに", "ならびに"})
_COMMAS = frozenset("、，")
_STOP = "。"


def moved(subject: Subject) -> Words | None:
    """Why a conjunction and a comma that gave way to each other join the same items; None where they do not.

    The evidence is that the sentence has the conjunction once more behind the comma: it stands before the last item again.
    """
    before, after = subject.words
    if not before or not after:
        return _behind_comma(subject)
    rest = subject.before[subject.before_span.end :], subject.after[subject.after_span.end :]
    if before in _CONJUNCTIONS and after in _COMMAS:
        if _count(before, rest[1]) == _count(before, rest[0]) + 1:
            return Words(
                f"列挙に項目が加わり、「{before}」は最後の項目の前に移りました。",
                f"The list grew by an item, and “{before}” stands before the last one again.",
            )
    elif before in _COMMAS and after in _CONJUNCTIONS and _count(after, rest[0]) == _count(after, rest[1]) + 1:
        return Words(
            f"列挙の項目が減り、「{after}」は最後の項目の前に移りました。",
            f"The list lost an item, and “{after}” stands before the last one again.",
        )
    return None


def _behind_comma(subject: Subject) -> Words | None:
    """The same where items have a comma as well: 譲渡し、[又は]転貸し → 譲渡し、転貸し、又は担保に供し."""
    before, after = subject.words
    conjunction = before or after
    if conjunction not in _CONJUNCTIONS or not subject.left.rstrip().endswith(tuple(_COMMAS)):
        return None
    old, new = (
        _count(conjunction, text[span.end :]) for text, span in ((subject.before, subject.before_span), (subject.after, subject.after_span))
    )
    if before and new == old + 1:
        return Words(
            f"列挙に項目が加わり、「{conjunction}」は最後の項目の前に移りました。",
            f"The list grew by an item, and “{conjunction}” stands before the last one again.",
        )
    if after and old == new + 1:
        return Words(
            f"列挙の項目が減り、「{conjunction}」は最後の項目の前に移りました。",
            f"The list lost an item, and “{conjunction}” stands before the last one again.",
        )
    return None


def _count(conjunction: str, text: str) -> int:
    """How often a conjunction stands in what is left of a sentence."""
    return text.partition(_STOP)[0].count(conjunction)
