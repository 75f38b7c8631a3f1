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

DIGITS = "[0-9０-９]{1,4}"
DASH = "[-‐－–—―ー]"
SPACE = r"[\s\u3000]*"
MARKED_NUMBER = re.compile(
    rf"(?P<words>.*?){SPACE}(?:{DASH}{SPACE}(?P<dashed>{DIGITS}){SPACE}{DASH}|(?:第{SPACE})?(?P<counted>{DIGITS}){SPACE}(?:ページ|頁)"
    rf"|(?<![a-z])p(?:age)?\.?{SPACE}(?P<named>{DIGITS})|(?P<of>{DIGITS}){SPACE}(?:[/／]|of){SPACE}{DIGITS}){SPACE}",
    re.IGNORECASE,
)
"""A number in a form that only page numbers have (- 3 -, 3ページ, p. 3, 3/12), alone or behind a header's words."""

BARE_NUMBER = re.compile(rf"{SPACE}({DIGITS}){SPACE}")

CLAUSE_HEAD = re.compile(
    "[\\s\u3000]*(?:第[0-9０-９〇一二三四五六七八九十百千]+[編章節款条項]|[①-⑳㉑-㉟]|[（(][0-9０-９〇一二三四五六七八九十ア-ンa-zａ-ｚ]{1,3}[）)]"
    "|[0-9０-９]{1,3}[.．、\\s\u3000]|[〇一二三四五六七八九十百]+[\\s\u3000]|[ア-ン][\\s\u3000])"
)
"""A clause's marker: such a line is text wherever it stands, for a header too many is seen and a clause too few is not."""


class Furniture:
    """What comes again at the edges of the pages: the same words letter for letter, or numbers that count the pages."""

    def __init__(self, pages: Sequence[tuple[float, Sequence[Line]]]) -> None:
        """`pages`: each page's height and its lines."""
        edges = [(number, [line for line in lines if at_edge(line, height)]) for number, (height, lines) in enumerate(pages, start=1)]
        counts = Counter(key for number, lines in edges for key in {_key(line, number) for line in lines})
        starts = Counter(start for number, lines in edges for start in {_start(line, number) for line in lines})
        enough = max(2, AGAIN * len(pages))
        self._again = {key for key, count in counts.items() if count >= enough}
        self._starts = {0, *(start for start, count in starts.items() if count > 1)} - {None}

    def has(self, line: Line, height: float, number: int) -> bool:
        """Whether a line of the page with this number (from 1) belongs to the page and not to the text."""
        if not at_edge(line, height):
            return False
        start = _start(line, number)
        return start in self._starts if start is not None else not CLAUSE_HEAD.match(line.text) and _key(line, number) in self._again


def at_edge(line: Line, height: float) -> bool:
    """Whether a line stands where headers and footers do."""
    return line.bottom < EDGE * height or line.top > (1 - EDGE) * height


def _key(line: Line, number: int) -> tuple[str, int | None, int]:
    """A line's words, what its page number is ahead of the page by (None without one), and its height."""
    marked = MARKED_NUMBER.fullmatch(line.text)
    place = round(line.top / 4)
    return (marked["words"], _written(marked) - number, place) if marked else (line.text, None, place)


def _start(line: Line, number: int) -> int | None:
    """By what a page number that stands alone is ahead of the page; None for any other line."""
    marked = MARKED_NUMBER.fullmatch(line.text)
    if marked and not marked["words"]:
        return _written(marked) - number
    bare = BARE_NUMBER.fullmatch(line.text)
    return int(bare[1]) - number if bare else None


def _written(marked: re.Match[str]) -> int:
    return next(int(text) for name, text in marked.groupdict().items() if name != "words" and text)


def excerpt(lines: Iterable[Line]) -> str:
    """The different texts among `lines`, page numbers left out, for a note."""
    return "／".join(dict.fromkeys(line.text.strip() for line in lines if _start(line, 0) is None))
