"""An insertion or deletion among repeated words can stand in several places; a reader sees it in one of them.

The same words are put in whether 「氏名、[氏名の振り仮名、]住所」 or 「氏名[、氏名の振り仮名]、住所」 is marked. After git's diff sliding
(`xdl_change_compact`), with the signs and particles of Japanese in the place of indentation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.lexing import Token
    from aratame.rewording.units import Units

_FARTHEST = 200
"""Words that an insertion is slid at most."""
_MEETING = 24
"""What it is worth that a hunk meets its neighbour over words that say nothing: one edit is seen, not two."""
_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_HANGING = frozenset({Sort.PARTICLE, Sort.AUXILIARY, Sort.SUFFIX})
DOING = frozenset({"する", "し", "さ", "せ", "すれ", "でき", "できる"})
"""Forms of する: behind a noun they make it a verb."""
_VERB = 5
"""What it costs to tear 違反|した: more than to part both ends of what was put in from the nouns behind them (違反した[ときは、当該違反行為をした]者)."""
_POINTERS = frozenset({"当該", "同", "各"})
_MODIFIERS = frozenset({Sort.VERB, Sort.AUXILIARY, Sort.ADJECTIVE, Sort.ADNOMINAL})


def slide(words: Sequence[Token], units: Units, start: int, end: int, room: tuple[int, int]) -> int:
    """How far `words[start:end]`, which stand on one side only, are best moved: negative to the left, 0 to leave them.

    `room` is how many equal words lie free to the left and to the right; counted on the other side, which may part an equal name into more.
    """
    room = min(room[0], start), min(room[1], len(words) - end)
    left = 0
    while left < min(room[0], _FARTHEST) and words[start - left - 1].key == words[end - left - 1].key:
        left += 1
    right = 0
    while right < min(room[1], _FARTHEST) and words[start + right].key == words[end + right].key:
        right += 1
    if not left and not right:
        return 0
    said = units.said
    touching = {-room[0]: room[0] > 0 and said[start] == said[start - room[0]], room[1]: room[1] > 0 and said[end + room[1]] == said[end]}
    return max(
        range(-left, right + 1),
        key=lambda by: (_fit(words, units, start + by, end + by) + _MEETING * touching.get(by, False), by),
    )


def _fit(words: Sequence[Token], units: Units, start: int, end: int) -> int:
    """How well `words[start:end]` reads as something that was put in."""
    first, last = words[start], words[end - 1]
    links = _links(first), _links(last)
    score = 12 * (units.cut[start] + units.cut[end]) + 16 * balanced(words[start:end])
    if last.sort is Sort.STOP or (start and words[start - 1].sort is Sort.STOP):
        score += 12
    if first.sort is Sort.STOP or first.sort is Sort.CLOSE or last.sort is Sort.OPEN:
        score -= 12
    if links[0] != links[1]:
        score += 6
    if last.sort is Sort.COMMA or (links[0] and first.sort is not Sort.COMMA and not links[1]):
        score += 2
    return score - _torn(words, start) - _torn(words, end)


def _links(word: Token) -> bool:
    """Whether a word links items: a sign, a conjunction, や."""
    return word.sort in _LINKS or (word.key == "や" and word.sort is Sort.PARTICLE)


def _torn(words: Sequence[Token], n: int) -> int:
    """How much a border before word n tears: a particle from its noun, a modifier from what it modifies."""
    if not 0 < n < len(words):
        return 0
    last, word = words[n - 1], words[n]
    if word.key in DOING and last.sort is Sort.NOUN:
        return _VERB
    if word.sort in _HANGING or last.key in _POINTERS or (last.sort in _MODIFIERS and word.sort is not Sort.COMMA):
        return 2
    return 1 if last.key == "の" else 0


def balanced(words: Sequence[Token]) -> bool:
    """Whether every bracket that opens in `words` closes in them and the other way round."""
    depth = 0
    for word in words:
        depth += (word.sort is Sort.OPEN) - (word.sort is Sort.CLOSE)
        if depth < 0:
            return False
    return depth == 0


def slid(before: Sequence[Token], after: Sequence[Token], units: tuple[Units, Units], hunk: Hunk, room: tuple[int, int]) -> Hunk:
    """`hunk` in its best place; only what stands on one side can be moved."""
    if hunk.b0 == hunk.b1:
        by = slide(after, units[1], hunk.a0, hunk.a1, room)
    elif hunk.a0 == hunk.a1:
        by = slide(before, units[0], hunk.b0, hunk.b1, room)
    else:
        return hunk
    return Hunk(*(index + by for index in hunk))
