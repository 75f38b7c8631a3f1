r"""Text → lines with their ends. Only \n, \r\n and \r end a line: str.splitlines would also cut at form feeds and U+2028."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """The lines, joined the text; each but the last ends in its line break."""
    return _LINE.findall(text)
