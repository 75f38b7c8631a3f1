"""Text of a document → Markdown that GitHub shows as that text: no table cut, no person called, no issue linked, no tag, no style.

Letters that Markdown or GitHub could act on become character references, which GitHub shows as the letters and acts on no more; references
need no count of backticks and hold in tables as well (GitHub Flavored Markdown, 2.5 and 4.10).
"""

from __future__ import annotations

import re

from aratame.reporting.sanitize import safe

_ACTIVE = re.compile(
    r"[\\`*_\[\]<>#|~@&$]"  # punctuation of Markdown, a mention, an issue, a formula
    r"|:(?=//|[a-z0-9+_-]+:)"  # an address, an emoji
    r"|^\s*[-+=]|^\s*[0-9]+[.)](?=\s)"  # a list, the line under a heading
    r"|\bw(?=ww\.)"
    r"|\b[0-9a-f](?=[0-9a-f]{6,39}\b)",  # what GitHub would link as a commit
    re.MULTILINE,
)


def escaped(text: str) -> str:
    """`text` on one line, as Markdown; a line end is `<br>`.

    >>> escaped("a|b @org #1")
    'a&#124;b &#64;org &#35;1'
    """
    return _ACTIVE.sub(_reference, safe(text)).replace("\n", "<br>")


def _reference(sign: re.Match[str]) -> str:
    """The last letter as a character reference, what stands before it as it is."""
    return f"{sign.group()[:-1]}&#{ord(sign.group()[-1])};"
