"""What lines say without numbers: captions above an article, paragraphs of plain text, lines that were only wrapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = " \t\u3000\u00a0\r\n"
SENTENCE_END = frozenset("。．！？!?」』：:")
WRAPPED = 20
"""A line shorter than this many characters was not wrapped: no page is narrower."""
PARTICLES = frozenset("のにをがはでとへや（(、")
LINE = re.compile(r"[^\r\n]+")
BREAK = re.compile("[\r\n]")
LONGEST_CAPTION = 62
INLINE_CAPTION = re.compile(r"[（(](?![^（()）]*(?:以下|法律第|令第|条例第|規則第))[^（()）。]{1,60}[)）]\Z")


def caption_start(text: str, floor: int, start: int) -> int:
    """Where the caption （…） before `start` begins, or `start` where there is none; never before `floor`.

    Printed captions have a line to themselves. Where line breaks are gone, a short bracket without a full stop is one.
    """
    end = start
    while end > floor and text[end - 1] in BLANKS:
        end -= 1
    if end == floor or text[end - 1] not in "）)":
        return start
    if not BREAK.search(text, end, start):
        inline = INLINE_CAPTION.search(text, max(floor, end - LONGEST_CAPTION), end)
        return inline.start() if inline else start
    line = max(text.rfind("\n", floor, end), text.rfind("\r", floor, end)) + 1
    if not line and floor:
        return start
    words = text[line:end].lstrip()
    return end - len(words) if words[0] in "（(" else start


def paragraphs(text: str, floor: int, end: int, *, inline: bool) -> Iterator[int]:
    """Where the paragraphs of plain text between `floor` and `end` start; `inline` when `floor` lies on a heading's line.

    A paragraph goes on over a line that was wrapped: one that does not end a sentence, with no blank line behind it, and
    that is long or goes on with a particle.
    """
    before = ""
    last = floor
    for line in LINE.finditer(text, floor, end):
        words = line[0].strip()
        if not words:
            continue
        gap = text[last : line.start()].replace("\r\n", "\n")
        open_ended = bool(before) and len(gap) < 2 and before[-1] not in SENTENCE_END
        joined = open_ended and (len(before) >= WRAPPED or words[0] in PARTICLES)
        if not joined and not (inline and line.start() == floor):
            yield line.end() - len(line[0].lstrip())
        before = words
        last = line.end()
