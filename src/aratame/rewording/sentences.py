"""Sentences first: a whole sentence that came in or went is an edit of its own, and words are compared within a pair of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel, LCSseq, Prefix

from aratame.lexing import Sort
from aratame.rewording.in_order import counterparts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token

_ALIKE = 0.4
"""Sentences that share less of their words are not two versions of one sentence."""
_PART = 0.5
"""A sentence of which so much stands in the neighbour's old text was parted from it."""
_TOPIC = 0.3
"""What it adds to the likeness of two alike sentences that they speak of the same thing: of several, these are two versions of one."""
_SAME_TOPIC = 0.7
_SHORTEST_TOPIC, _LONGEST_TOPIC = 3, 30
"""Words up to the は of a sentence that say what it is about. 市長は is the beginning of too many to tell one from another."""
_ENTRY_ENDS = frozenset({Sort.CLOSE, Sort.ELISION})
_FRAME = frozenset({Sort.OPEN, Sort.CLOSE, Sort.STOP, Sort.ELISION})
"""What sentences are told by; most words are none of it."""
_GROUPS = frozenset("編章節款目")
"""What the numbers of entries in a table of contents count."""

Key = tuple[str, ...]
"""A sentence's words."""


class Run(NamedTuple):
    """Some words that follow one another: indexes `[start, end)`."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many words."""
        return self.end - self.start


def sentence_pairs(before: Sequence[Token], after: Sequence[Token]) -> Iterator[tuple[Run, Run]]:
    """Runs of words that are to be compared, in order, covering both sides; one of a pair may be empty."""
    b_runs, a_runs = _sentences(before), _sentences(after)
    if len(b_runs) <= 1 and len(a_runs) <= 1:
        yield Run(0, len(before)), Run(0, len(after))
        return
    pairs: list[tuple[Run, Run]] = []
    for b, a in _covering(before, after, b_runs, a_runs):
        if pairs and _parted(before, after, pairs[-1], (b, a)):
            last = pairs.pop()
            pairs.append((Run(last[0].start, b.end), Run(last[1].start, a.end)))
        else:
            pairs.append((b, a))
    yield from _behind_leads(before, after, pairs)


def _behind_leads(before: Sequence[Token], after: Sequence[Token], pairs: Sequence[tuple[Run, Run]]) -> Iterator[tuple[Run, Run]]:
    """The pairs, where a sentence came in behind a lead the lead by itself."""
    b_at = a_at = 0
    for n, (b, a) in enumerate(pairs):
        lead = _lead(before, after, (b, a), pairs[n + 1]) if n + 1 < len(pairs) else 0
        if lead:
            b_at, a_at = b.start + lead, a.start + lead
            yield Run(b.start, b_at), Run(a.start, a_at)
        yield Run(max(b_at, b.start), max(b_at, b.end)), Run(max(a_at, a.start), max(a_at, a.end))


def _lead(before: Sequence[Token], after: Sequence[Token], alone: tuple[Run, Run], paired: tuple[Run, Run]) -> int:
    """How many words a sentence that came in has from the one behind it, which lost them: ④許諾　[申請による。ただし、]書面で行う.

    A heading with its blank, or a topic with its 、, stays where it is, and what came in stands behind it.
    """
    if (alone[0].length and alone[1].length) or not (paired[0].length and paired[1].length):
        return 0
    came, old, new = (after, before, after) if alone[1].length else (before, after, before)
    run, kept, rest = (alone[1], paired[0], paired[1]) if alone[1].length else (alone[0], paired[1], paired[0])
    if old[kept.start].key == new[rest.start].key or _begins_entry(came[run.start]):
        return 0
    lead = Prefix.similarity(_key(came, run), _key(old, kept))
    while lead and not (_ends_lead(came, run.start + lead) and _ends_lead(old, kept.start + lead)):
        lead -= 1
    return lead if lead < min(run.length, kept.length) else 0


def _ends_lead(words: Sequence[Token], n: int) -> bool:
    """Whether a heading or a topic ends before word n: a blank, or 、 behind は."""
    if n >= len(words):
        return False
    return words[n].broken or (n > 1 and words[n - 1].sort is Sort.COMMA and words[n - 2].key == "は")


def _covering(before: Sequence[Token], after: Sequence[Token], b_runs: Sequence[Run], a_runs: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """Sentences and their counterparts, and between them what has none."""
    b_at = a_at = 0
    for b, a in counterparts([_key(before, run) for run in b_runs], [_key(after, run) for run in a_runs], _worth):
        if b_runs[b].start > b_at or a_runs[a].start > a_at:
            yield Run(b_at, b_runs[b].start), Run(a_at, a_runs[a].start)
        yield b_runs[b], a_runs[a]
        b_at, a_at = b_runs[b].end, a_runs[a].end
    if b_at < len(before) or a_at < len(after):
        yield Run(b_at, len(before)), Run(a_at, len(after))


def _parted(before: Sequence[Token], after: Sequence[Token], first: tuple[Run, Run], last: tuple[Run, Run]) -> bool:
    """Whether one of two neighbours stands on one side only and is a part of the other's sentence, which was parted in two."""
    alone, paired = (first, last) if not (first[0].length and first[1].length) else (last, first)
    if not (paired[0].length and paired[1].length) or (alone[0].length and alone[1].length):
        return False
    both = _key(before, Run(first[0].start, last[0].end)), _key(after, Run(first[1].start, last[1].end))
    gained = LCSseq.similarity(*both) - LCSseq.similarity(_key(before, paired[0]), _key(after, paired[1]))
    return gained >= _PART * (alone[0].length + alone[1].length)


def _sentences(words: Sequence[Token]) -> list[Run]:
    """Sentences end with 。 outside brackets, and entries of a table of contents with the articles that they name: …（第三条―第五条）."""
    runs: list[Run] = []
    start = depth = 0
    for n, sort in [(n, word.sort) for n, word in enumerate(words) if word.sort in _FRAME]:
        depth = max(0, depth + (sort is Sort.OPEN) - (sort is Sort.CLOSE))
        ends = sort is Sort.STOP or (sort in _ENTRY_ENDS and n + 1 < len(words) and _begins_entry(words[n + 1]))
        if ends and depth == 0:
            runs.append(Run(start, n + 1))
            start = n + 1
    if start < len(words):
        runs.append(Run(start, len(words)))
    return runs


def _begins_entry(word: Token) -> bool:
    """Whether a word is the number of a chapter in a table of contents."""
    return word.broken and word.sort is Sort.CITATION and not _GROUPS.isdisjoint(word.key)


def _key(words: Sequence[Token], run: Run) -> Key:
    """What a sentence is told by: its words; an entry of a table of contents its name, for all numbers shift where a chapter came in."""
    if run.length and _begins_entry(words[run.start]):
        return tuple(w.key for w in words[run.start : run.end] if w.sort is not Sort.CITATION)
    return tuple(w.key for w in words[run.start : run.end])


def _worth(before: Key, after: Key) -> float:
    """How likely two sentences are two versions of one: by their words and their topics; more of long ones, whose words tell more."""
    similarity = Indel.normalized_similarity(before, after)
    if similarity < _ALIKE:
        return 0.0
    return (similarity + _TOPIC * _same_topic(before, after)) * (len(before) + len(after))


def _same_topic(before: Key, after: Key) -> bool:
    """Whether two sentences begin with what is nearly the same topic: USBメモリーによる持ち出しは, USBメモリによる持ち出しは."""
    topics = [_topic(words) for words in (before, after)]
    return all(topics) and Indel.normalized_similarity(*topics) >= _SAME_TOPIC


def _topic(words: Key) -> Key:
    end = words.index("は", 0, _LONGEST_TOPIC) if "は" in words[:_LONGEST_TOPIC] else 0
    return words[: end + 1] if end + 1 >= _SHORTEST_TOPIC else ()
