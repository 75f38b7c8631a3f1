"""Page headers, footers and page numbers: lines that stand at the edge of the page and come again on other pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.reading.pdf.lines import Line

EDGE = 0.12
"""Of the page's height, above and below: where headers and footers stand. Text begins at 25 to 30 mm of 297."""

AGAIN = 0.4
"""Of the pages: how many a header stands on; below half, because left and right pages may have different ones."""

PAGE_NUMBER = re.compile(
    r"[-‐－–—―ー\s\u3000]*(?:p(?:age)?\.?|第)?[\s\u3000]*[0-9０-９]{1,4}(?:[\s\u3000]*(?:[/／]|of)[\s\u3000]*[0-9０-９]{1,4})?[\s\u3000]*(?:ページ|頁)?[-‐－–—―ー\s\u3000]*",
    re.IGNORECASE,
)
DIGITS = re.compile("[0-9０-９]+")


class Furniture:
    """What comes again at the edges of the pages."""

    def __init__(self, pages: Sequence[tuple[float, Sequence[Line]]]) -> None:
        """`pages`: each page's height and its lines."""
        counts = Counter(key for height, lines in pages for key in {_key(line) for line in lines if at_edge(line, height)})
        enough = max(2, AGAIN * len(pages))
        self._again = {key for key, count in counts.items() if count >= enough}

    def has(self, line: Line, height: float) -> bool:
        """Whether a line belongs to the page and not to the text."""
        return at_edge(line, height) and (_key(line) in self._again or PAGE_NUMBER.fullmatch(line.text) is not None)


def at_edge(line: Line, height: float) -> bool:
    """Whether a line stands where headers and footers do."""
    return line.bottom < EDGE * height or line.top > (1 - EDGE) * height


def _key(line: Line) -> tuple[str, int]:
    """The same words at the same height, whatever numbers are in them."""
    return DIGITS.sub("0", line.text), round(line.top / 4)


def excerpt(lines: Iterable[Line]) -> str:
    """The different texts among `lines`, for a note."""
    return "／".join(dict.fromkeys(line.text.strip() for line in lines if not PAGE_NUMBER.fullmatch(line.text)))
