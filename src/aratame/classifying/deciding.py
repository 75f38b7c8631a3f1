"""One replacement → what kind of edit it is, whether it is substantive, and why.

`RULES` is the precedence, written once: the first rule that can name its evidence decides. What the user stated comes first; formal
claims come next because they say that nothing changed; then what is exact (numbers, provisions, values); then what is read from words; `rewording`
last, because a plain label costs less trust than a wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying import (
    addition,
    blank,
    citation,
    contact,
    date,
    declared,
    deletion,
    modality,
    modern,
    number,
    organization,
    orthography,
    politeness,
    quantity,
    rewording,
    term,
)
from aratame.model import EditKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from aratame.classifying.subject import Subject, Verdict

RULES: tuple[Callable[[Subject], Verdict | None], ...] = (
    declared.verdict,
    orthography.verdict,
    number.verdict,
    blank.verdict,
    contact.verdict,
    modality.verdict,
    modern.verdict,
    politeness.verdict,
    addition.verdict,
    deletion.verdict,
    citation.verdict,
    date.verdict,
    quantity.verdict,
    organization.verdict,
    term.verdict,
)

LONG = 2000
"""Replaced words that are longer are no name, date or provision; they are looked at as text alone, as clauses without a partner are."""

_TEXT_RULES = (orthography.verdict, addition.verdict, deletion.verdict)

_MODULES = {
    EditKind.ADDITION: addition,
    EditKind.DELETION: deletion,
    EditKind.TERM: term,
    EditKind.ORGANIZATION: organization,
    EditKind.CITATION: citation,
    EditKind.DATE: date,
    EditKind.QUANTITY: quantity,
    EditKind.NUMBER: number,
    EditKind.MODALITY: modality,
    EditKind.ORTHOGRAPHY: orthography,
    EditKind.REWORDING: rewording,
}


def classify(subject: Subject) -> Verdict:
    """What the first rule that speaks says of a replacement."""
    (start, end), (first, last) = subject.before_span, subject.after_span
    paired = subject.before_clauses and subject.after_clauses
    for rule in RULES if paired and end - start <= LONG and last - first <= LONG else _TEXT_RULES:
        verdict = rule(subject)
        if verdict:
            return verdict
    return rewording.verdict(subject)


def explanation(kind: EditKind) -> str:
    """What a kind means, in the words of its module: what it looks at, why, what it does not look at, examples."""
    return (_MODULES[kind].__doc__ or "").strip()
