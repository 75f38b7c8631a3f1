"""One replacement → what kind of edit it is, whether it is substantive, and why. The rules and their order stand in `deciding`.

References and numbers (`references`, `numbering`) are also read by checks of a single document, which must not pay for the rules: what
is named here is imported at its first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aratame.classifying.abbreviations import Abbreviations
    from aratame.classifying.deciding import RULES, classify, explanation
    from aratame.classifying.in_rows import RowNumbering
    from aratame.classifying.listed import ListedNumbering
    from aratame.classifying.numbering import Beyond, Numbering
    from aratame.classifying.subject import Subject, Verdict

__all__ = [
    "RULES",
    "Abbreviations",
    "Beyond",
    "ListedNumbering",
    "Numbering",
    "RowNumbering",
    "Subject",
    "Verdict",
    "classify",
    "explanation",
]

_HOMES = dict.fromkeys(("RULES", "classify", "explanation"), "deciding") | {
    "Abbreviations": "abbreviations",
    "Beyond": "numbering",
    "ListedNumbering": "listed",
    "Numbering": "numbering",
    "RowNumbering": "in_rows",
    "Subject": "subject",
    "Verdict": "subject",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
