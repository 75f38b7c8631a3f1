"""Text of a document → Markdown that GitHub shows as that text: no table cut, no person called, no issue linked, no tag, no style.

Letters on which Markdown acts become character references, which need no count of backticks and hold in tables as well (GitHub Flavored
Markdown, 2.5 and 4.10). Mentions, issues, commits, addresses and emoji are looked for in the text as it is shown; a blank of no width
parts them, as the robots that write pull requests do.
"""

from __future__ import annotations

import re

from aratame.reporting.sanitize import safe

_LINKED = re.compile(
    r"[@#](?=\w)|\bGH-(?=[0-9])"  # a mention, an issue
    r"|[0-9a-f]{6}(?=[0-9a-f])"  # a commit
    r"|:(?=//|[a-z0-9+_-]+:)|\bwww(?=\.)",  # an address, an emoji
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"[\\`*_\[\]<>|~&$#]|^\s*[-+=]|^\s*[0-9]+[.)](?=\s)", re.MULTILINE)
"""Punctuation, formulas, and what begins a list or underlines a heading."""
_PARTED = "\u200b"


def escaped(text: str) -> str:
    """`text` on one line, as Markdown; a line end is `<br>`.

    >>> escaped("a|b @org")
    'a&#124;b @&#8203;org'
    """
    parted = _LINKED.sub(rf"\g<0>{_PARTED}", safe(text))
    return _ACTIVE.sub(_reference, parted).replace(_PARTED, f"&#{ord(_PARTED)};").replace("\n", "<br>")


def _reference(sign: re.Match[str]) -> str:
    """The last letter as a character reference, what stands before it as it is."""
    return f"{sign.group()[:-1]}&#{ord(sign.group()[-1])};"
