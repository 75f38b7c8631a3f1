"""Letters with their places → lines, and lines → text in which the page's line breaks are gone.

A PDF knows letters and places, neither blanks nor paragraphs. A line goes on in the next one where the next one's first
letters had found no room on it; otherwise its writer ended it.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from aratame.reading.pdf.glyphs import ordinary

if TYPE_CHECKING:
    from collections.abc import Sequence

BLANK = "\u3000"
LATIN_GAP = 0.2
"""Of a letter's size: between Latin letters that much is a blank (a word space is 0.25 to 0.33)."""
WIDE_GAP = 0.8
"""Of a letter's size: between Japanese letters that much is a blank; justified lines stay below 0.3."""
ASKEW = 0.1
"""Slope up to which a line is level: a page that was not put straight has 0.05, a stamp across it 0.5 and more."""
DOUBLED = 0.2
"""Of a letter's size: the same letter that near is printed twice to look bold."""
READING_SIZE = 0.6
"""Of the line below: letters up to that size over it are a reading (ruby is set at half the size)."""
SLACK = 0.6
"""Letters: how much room a full line may have beside what its next word takes, for margins are measured, not known."""

EDGE_LINES = 3
"""Lines that must reach the same right edge for it to be the margin, and not the end of the longest line."""

LEFTMOST = 0.6
"""Of the page's width: no margin on the right stands farther left; short lines may well be equally long."""

NOT_FIRST = "、。，．・：；？！」』）］】〕〉》ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％"
"""Letters that cannot begin a line (JIS X 4051, 行頭禁則); the one before them moves down with them."""

FIRST_WORD = re.compile(rf"[!-~]+|.[{NOT_FIRST}]*", re.DOTALL)
NEW_ITEM = re.compile(
    "[\u3000・※○●■◇◆□]|[①-⑳㉑-㉟]|[（(][0-9０-９一二三四五六七八九十ア-ンa-zａ-ｚ]{1,3}[）)]|第[0-9０-９一二三四五六七八九十百千]+[条章節款編]"
    "(の[0-9０-９一二三四五六七八九十]+)*[\u3000 ]|[0-9０-９]{1,3}[.．\u3000]|[一二三四五六七八九十百]+\u3000|[ア-ン]\u3000|[（(][^（）()]+[）)]$"
)
"""What begins a line of its own even behind a full one."""


class Line(NamedTuple):
    """A line as it stands on a page; places in points from the upper left corner. `room`: points that are left on it, None unknown."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    room: float | None = None


class Glyph(NamedTuple):
    """A letter with its place."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def is_upright(matrix: Sequence[float]) -> bool:
    """Whether the baseline runs to the right: pdfminer's own `upright` takes what stands at 45 degrees for upright."""
    along, upwards = matrix[0], matrix[1]
    return along > 0 and abs(upwards) < along * ASKEW


def lines(letters: Sequence[Glyph]) -> list[Line]:
    """The lines that the letters make up, from top to bottom; readings over a word left out."""
    rows: list[list[Glyph]] = []
    greatest: Glyph | None = None  # of the last row: it says where the row's middle is, for signs of footnotes stand higher
    for letter in sorted(letters, key=_middle):
        if greatest is None or not _is_beside(greatest, letter):
            rows.append([letter])
            greatest = letter
            continue
        rows[-1].append(letter)
        greatest = letter if letter.size > greatest.size else greatest
    found = [line for line in map(_line, rows) if line.text.strip()]
    return [line for line, below in zip_longest(found, found[1:]) if below is None or not _reads(line, below)]


def _middle(letter: Glyph) -> float:
    return (letter.top + letter.bottom) / 2


def _is_beside(greatest: Glyph, letter: Glyph) -> bool:
    """Whether a letter stands on the line of another, and the other is not part of a reading above it."""
    reading = greatest.size <= READING_SIZE * letter.size and greatest.bottom <= letter.top + letter.size / 4
    return abs(_middle(letter) - _middle(greatest)) < letter.size / 2 and not reading


def _reads(line: Line, below: Line) -> bool:
    """Whether `line` is the reading of a word in the line below it."""
    close = -below.size / 2 < below.top - line.bottom < below.size / 3
    over = line.left >= below.left - line.size and line.right <= below.right + line.size
    return line.size <= READING_SIZE * below.size and close and over and re.fullmatch(r"[ぁ-ゖァ-ヺー\s\u3000]+", line.text) is not None


def _line(row: list[Glyph]) -> Line:
    row.sort(key=lambda glyph: glyph.left)
    pieces = [row[0].text]
    for before, letter in pairwise(row):
        if letter.text == before.text and letter.left - before.left < DOUBLED * letter.size:
            continue
        if before.text.strip() and letter.text.strip():
            pieces.append(_gap(before, letter))
        pieces.append(letter.text)
    size = max(glyph.size for glyph in row)
    inked = [glyph for glyph in row if glyph.text.strip()] or row
    top, bottom = min(glyph.top for glyph in row), max(glyph.bottom for glyph in row)
    return Line(ordinary("".join(pieces)).rstrip(), inked[0].left, inked[-1].right, top, bottom, size)


def _gap(before: Glyph, letter: Glyph) -> str:
    """The blank between two letters, if what lies between them is one."""
    gap = (letter.left - before.right) / max(letter.size, 1)
    if before.text.isascii() and letter.text.isascii():
        return " " if gap > LATIN_GAP else ""
    return BLANK if gap > WIDE_GAP else ""


def right_margin(text: Sequence[Line], width: float) -> float:
    """Where lines of a text on pages of this width end: the edge that many reach, else as far from the right as they begin from the left."""
    reached = max(line.right for line in text)
    many = sum(reached - line.right < line.size for line in text) >= EDGE_LINES
    return reached if many and reached > LEFTMOST * width else max(reached, width - min(line.left for line in text))


def joined(written: Sequence[Line]) -> list[str]:
    """The lines as their writer ended them: those that only the page's width broke are put together."""
    out: list[str] = []
    above: Line | None = None
    for line in written:
        if above is not None and goes_on(above, line):
            out[-1] += _seam(out[-1], line.text) + line.text
        else:
            out.append(line.text)
        above = line
    return out


def goes_on(above: Line, below: Line) -> bool:
    """Whether the line below goes on with what the line above says: its first word had no room up there, and it begins nothing new."""
    if above.room is None or NEW_ITEM.match(below.text):
        return False
    ended = above.text.endswith("。") and below.left > above.left + below.size / 2  # the next paragraph, indented
    return not ended and above.room < _width(below) + SLACK * below.size


def _width(line: Line) -> float:
    """How wide the first word of a line is, in points."""
    word = FIRST_WORD.match(line.text)
    return sum(line.size / 2 if sign.isascii() else line.size for sign in word[0]) if word else 0.0


def _seam(above: str, below: str) -> str:
    """A blank between two Latin words, nothing between Japanese letters."""
    return " " if above[-1:].isascii() and below[:1].isascii() and above[-1:].isalnum() and below[:1].isalnum() else ""
