"""Styled text → lines that fit, broken as Japanese is set: 。 and 」 never begin a line, 「 never ends one, ABC stays whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOT_FIRST = "。、，．,.！？!?；;：:）)」』】〕］]}〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々‐-+・"
HANG = 2
"""Columns by which a stop may hang over the edge: one wide sign."""
_NOT_LAST = "（(「『【〔［[{〈《"
_UNIT = re.compile(rf"\n|(?:\[-|{{\+|[{re.escape(_NOT_LAST)}])*(?:[0-9A-Za-z][0-9A-Za-z'’.,_/@&%+-]*|[^\n])[{re.escape(_NOT_FIRST)}]*")
"""What is never broken: a word of letters and digits or one other sign, with the brackets and marks that open before and the stops behind it."""


class Run(NamedTuple):
    """A stretch of text in one style (a name of `page.STYLES`)."""

    text: str
    style: str = ""


Line = list[Run]


def wrap(runs: Iterable[Run], width: int) -> list[Line]:
    """`runs` cut into lines of `width` columns (wide characters count two, ambiguous ones one, as rich counts).

    A stop that begins a run, behind a mark, may hang over the edge.
    """
    lines: list[Line] = [[]]
    used = 0
    for text, style in _units(runs):
        if text == "\n":
            lines.append([])
            used = 0
            continue
        for part in _fitting(text, width):
            size = cell_len(part)
            if used and used + size > width + (HANG if part[0] in _NOT_FIRST else 0):
                lines.append([])
                used = 0
                if not part.strip():
                    continue
            _append(lines[-1], part, style)
            used += size
    return lines


def _units(runs: Iterable[Run]) -> Iterator[Run]:
    """The units of each run; one never crosses from one style into another."""
    for run in runs:
        for unit in _UNIT.findall(run.text):
            yield Run(unit, run.style)


def _fitting(unit: str, width: int) -> Iterator[str]:
    """The unit, or its characters where it is wider than a line."""
    if cell_len(unit) <= width:
        yield unit
    else:
        yield from unit


def _append(line: Line, text: str, style: str) -> None:
    """Put `text` at the end of `line`."""
    if line and line[-1].style == style:
        line[-1] = Run(line[-1].text + text, style)
    else:
        line.append(Run(text, style))
