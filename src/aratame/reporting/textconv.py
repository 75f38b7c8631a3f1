"""A document → text in which each clause is one line, for tools that compare line by line.

    第二条　この要綱において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
      一　利用者　第六条の決定を受けた者をいう。

Lines that were wrapped elsewhere give the same text. A clause names itself only and not its parents, so that a new article does not
change every line below it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.reporting.sanitize import one_line, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Clause, Document

_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+\s*")
_BREAK_IN_JAPANESE = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000]*[\r\n]+\s*(?=[^\x00-\x7f])")
"""A line end inside Japanese stands for nothing, elsewhere for a blank."""


def clause_lines(document: Document, clauses: Sequence[Clause]) -> str:
    """The text of `document`, a clause a line, indented by depth; every line ends with a line feed."""
    return "".join(f"{'  ' * clause.depth}{_line(document.text, clause)}\n" for clause in clauses)


def _line(text: str, clause: Clause) -> str:
    """A clause on one line. A caption above its number, and a number on a line of its own, keep a blank between them and what follows."""
    start, end = clause.span
    if clause.marker is None:
        return _joined(text[start:end])
    first, last = clause.marker.span
    words = text[last:end].lstrip()
    gap = text[last : end - len(words)] if words else ""
    number = one_line(text[first:last]) + ("　" if "\n" in gap or "\r" in gap else gap)
    return "　".join(filter(None, (_joined(text[start:first]), number + _joined(words))))


def _joined(text: str) -> str:
    return one_line(safe(_BREAK.sub(" ", _BREAK_IN_JAPANESE.sub("", text.strip()))))
