"""What a spreadsheet program would run instead of show, and how a text file keeps it from that.

A cell that begins with = + - @, a tab or a carriage return is taken for a formula when a CSV file is opened; the full-width forms are taken
for them by some input methods (OWASP, CSV Injection). A sign alone is none: - stands in many cells for nothing. In a CSV file such a text gets an apostrophe in front, the sign by which spreadsheets
themselves mark text; so does one that already begins with apostrophes and such a sign, so that taking one away gives the text back.
"""

from __future__ import annotations

import re

_FORMULA = re.compile("[=+\\-@\t\r＝＋－＠].", re.DOTALL)
_GUARDED = re.compile("'*[=+\\-@\t\r＝＋－＠].", re.DOTALL)
GUARD = "'"


def begins_like_formula(text: str) -> bool:
    """Whether a spreadsheet program might run the text."""
    return _FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """`text` as a CSV file may hold it; `reading` takes the guard off again.

    >>> guarded("=1+1"), guarded("'=1"), guarded("'90年代"), guarded("-")
    ("'=1+1", "''=1", "'90年代", '-')
    """
    return GUARD + text if _GUARDED.match(text) else text
