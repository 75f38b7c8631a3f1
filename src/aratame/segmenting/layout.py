"""What lines say without numbers: captions above an article, paragraphs of plain text, lines that were only wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = " \t\u3000\u00a0\r\n"
SENTENCE_END = frozenset("。．！？!?」』：:")
WRAPPED = 20
"""A line shorter than this many characters was not wrapped: no page is narrower."""
PARTICLES = frozenset("のにをがはでとへや（(、")
LINE = lazy(r"[^\r\n]+")
BRACKETS = frozenset("（()）")
BRACKET = lazy("[（()）]")
CLOSING = frozenset("）)")
WORD = lazy(r"\w")
LONGEST_CAPTION = 80
"""Characters of a caption with its brackets; the longest in force names two statutes whose provisions do not apply."""
NO_CAPTION = lazy("以下|法律第|令第|条例第|規則第|ときは|場合に(?:は|あつ|あっ)|。|^削除$")
"""What stands in brackets inside sentences, and in no caption."""
NESTED = lazy("[（(][^（()）]*[)）]")


def caption_start(text: str, floor: int, start: int) -> int:
    """Where the caption （…） before `start` begins, or `start` where there is none; never before `floor`.

    Printed captions have a line to themselves, long ones several. Where line breaks are gone, or the caption was drawn to the
    end of the line before, a short bracket without a sentence in it is one.
    """
    end = start
    while end > floor and text[end - 1] in BLANKS:
        end -= 1
    if text[end - 1 : end] not in CLOSING:  # so it is before nearly every paragraph
        return start
    begin = _bracket_start(text, max(floor, end - LONGEST_CAPTION), end)
    if begin is None:
        return start
    broken = _is_broken(text[end:start])
    line = begin
    while line > floor and text[line - 1] in BLANKS:
        line -= 1
    if broken and (not line or _is_broken(text[line:begin])):
        return begin
    if (broken and text[line - 1] != "。") or NO_CAPTION.search(NESTED.sub("", text[begin + 1 : end - 1])):
        return start
    return begin


def _is_broken(blanks: str) -> bool:
    """Whether a line ends among some blanks."""
    return "\n" in blanks or "\r" in blanks


def _bracket_start(text: str, floor: int, end: int) -> int | None:
    """Where the bracket that closes right before `end` opens, None where it does not open behind `floor`."""
    _, opening, words = text[floor : end - 1].rpartition("（")
    if opening and BRACKETS.isdisjoint(words):  # no bracket within the bracket: nearly every caption
        return end - 2 - len(words)
    depth = 0
    for bracket in reversed(list(BRACKET.finditer(text, floor, end))):
        depth += 1 if bracket[0] in CLOSING else -1
        if depth == 0:
            return bracket.start()
    return None


def paragraphs(text: str, floor: int, end: int, *, inline: bool) -> Iterator[int]:
    """Where the paragraphs of plain text between `floor` and `end` start; `inline` when `floor` lies on a heading's line.

    A paragraph goes on over a line that was wrapped: one that does not end a sentence, with no blank line behind it, and
    that is long or goes on with a particle. A line without a word begins none.
    """
    before = ""
    last = floor
    for line in LINE.finditer(text, floor, end):
        words = line[0].strip()
        if not words or (before and not WORD.search(words)):  # a rule or an ornament ends what it stands below
            continue
        gap = text[last : line.start()].replace("\r\n", "\n")
        open_ended = bool(before) and len(gap) < 2 and before[-1] not in SENTENCE_END
        joined = open_ended and (len(before) >= WRAPPED or words[0] in PARTICLES)
        if not joined and not (inline and line.start() == floor):
            yield line.end() - len(line[0].lstrip())
        before = words
        last = line.end()
