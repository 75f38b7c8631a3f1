"""Only the window around the differences is read: most of a changed clause is as it was."""

from __future__ import annotations

import re
from os.path import commonprefix

_CONTEXT = 12
"""Equal code points kept on either side at least: enough to slide an insertion over the list item beside it."""
_FARTHEST = 120
"""Equal code points kept at most where no sign comes."""
_SIGN = re.compile(r"[、。\n]")


def window(before: str, after: str) -> tuple[int, int, int]:
    """Start (the same on both sides), end in `before` and end in `after` of the part that differs, widened to signs around it."""
    shortest = min(len(before), len(after))
    head = len(commonprefix((before, after)))
    tail = len(commonprefix((before[: head - len(before) - 1 : -1], after[: head - len(after) - 1 : -1]))) if head < shortest else 0
    tail = min(tail, shortest - head)
    start = _start(before, head)
    kept = _kept(before, len(before) - tail)
    return start, len(before) - tail + kept, len(after) - tail + kept


def _start(text: str, head: int) -> int:
    """The end of the last sign that leaves enough context before `head`."""
    lowest = max(0, head - _FARTHEST)
    signs = list(_SIGN.finditer(text, lowest, max(lowest, head - _CONTEXT)))
    return signs[-1].end() if signs else lowest


def _kept(text: str, tail: int) -> int:
    """How much of the equal end of `text` is kept: up to the first sign behind enough context."""
    sign = _SIGN.search(text, min(len(text), tail + _CONTEXT), tail + _FARTHEST)
    return (sign.end() if sign else min(len(text), tail + _FARTHEST)) - tail
