"""How alike clauses are; the only door to rapidfuzz in aligning.

A score is rapidfuzz's normalised Indel similarity of the folded own texts without markers: twice the characters (in English, the words) of a
longest common subsequence, over all characters. Two unrelated provisions score about 0.35, because they share their particles.
"""

from __future__ import annotations

from collections import defaultdict
from operator import add
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, LCSseq

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.aligning.version import Version

Candidate = tuple[float, int, int]
"""Score, before position, after position."""

LONGEST = 4_000
"""Characters (or words) of a clause that are compared: a table of a megabyte is told by its beginning and its end."""
ALL_PAIRS = 100_000
"""Pairs up to which every clause is compared with every other."""
ALL_AGAINST_ALL = 2_000_000_000
"""Products of characters up to which that is done; rapidfuzz does about 40 in a nanosecond."""
ALL_WINDOWS = 10_000_000
"""The same for `contained`, which looks at every window of the longer text."""
PART = 8
"""Characters of a text that can be known again inside another."""
COMMON = 12
"""A word that stands in more clauses than this leads to none of them."""
TRIED = 4
"""Candidates that are scored for one clause."""
MOST = 10_000
"""Clauses that are indexed; where more are left, the longest: texts so different are not told apart by their short clauses."""
_WORD = lazy(r"[^\W\u3041-\u309f_]+|[\u3041-\u309f]{4,}")


def units(text: str) -> Sequence[str]:
    """What of a folded text is compared: its characters, or its words where blanks part them; of long texts the beginning and the end."""
    whole: Sequence[str] = text.split(" ") if " " in text else text
    return whole if len(whole) <= LONGEST else [*whole[: LONGEST // 2], *whole[-LONGEST // 2 :]]


def likeness(left: str, right: str) -> float:
    """How alike two folded texts are, from 0 to 1."""
    return Indel.normalized_similarity(units(left), units(right))


def differ_by(left: str, right: str, most: int) -> int:
    """How many characters have to be taken out and put in to make one folded text the other; more than `most` is not counted on."""
    return Indel.distance(units(left), units(right), score_cutoff=most)


def may_differ_by(whole: str, parts: Sequence[str], most: int) -> bool:
    """Whether `differ_by` may find `most` or less between a folded text and several put together: their lengths tell, for a fraction of the cost.

    Not where blanks part words, or where only the beginning and the end are compared.
    """
    length = sum(map(len, parts))
    return abs(length - len(whole)) <= most or max(length, len(whole)) > LONGEST or " " in whole or " " in "".join(parts)


def common_order(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Indices of equal texts in a longest common subsequence of two lists of texts."""
    return [
        (step.src_start + offset, step.dest_start + offset)
        for step in LCSseq.opcodes(left, right)
        if step.tag == "equal"
        for offset in range(step.src_end - step.src_start)
    ]


def most_alike(text: str, others: Sequence[str], cutoff: float) -> str | None:
    """The first of the `others` that is most like `text`, letter for letter; None where none reaches `cutoff`."""
    found = process.extractOne(text, others, scorer=Indel.normalized_similarity, score_cutoff=cutoff)
    return found and found[0]


def candidates(before: Version, olds: Sequence[int], after: Version, news: Sequence[int], cutoff: float) -> list[Candidate]:
    """The pairs of these clauses that reach `cutoff`: all of them where they are few, else those that share rare words."""
    left = [units(before.folded(old)) for old in olds]
    right = [units(after.folded(new)) for new in news]
    if len(left) * len(right) > ALL_PAIRS or sum(map(len, left)) * sum(map(len, right)) > ALL_AGAINST_ALL:
        return indexed(before, olds, after, news, cutoff)
    if len(left) == 1 == len(right):  # most are, and `extract` takes longer to begin than to compare
        score = Indel.normalized_similarity(left[0], right[0], score_cutoff=cutoff)
        return [(score, olds[0], news[0])] if score >= cutoff else []
    return [
        (found, old, news[index])
        for old, text in zip(olds, left, strict=True)
        for _, found, index in process.extract(text, right, scorer=Indel.normalized_similarity, score_cutoff=cutoff, limit=None)
    ]


def contained(before: Version, olds: Sequence[int], after: Version, news: Sequence[int], cutoff: float) -> list[Candidate]:
    """The pairs of which one is, nearly, a part of the other: a proviso was added that is longer than all the rest."""
    left = [units(before.folded(old)) for old in olds]
    right = [units(after.folded(new)) for new in news]
    if len(left) * len(right) > ALL_PAIRS or sum(map(len, left)) * sum(map(len, right)) > ALL_WINDOWS:
        return []
    return [
        (found / 100, old, news[index])
        for old, text in zip(olds, left, strict=True)
        for _, found, index in process.extract(text, right, scorer=fuzz.partial_ratio, score_cutoff=100 * cutoff, limit=None)
        if min(len(text), len(right[index])) >= PART
    ]


def indexed(before: Version, olds: Sequence[int], after: Version, news: Sequence[int], cutoff: float) -> list[Candidate]:
    """The pairs that reach `cutoff` among those that share rare words: for every clause the few that share the most."""
    olds, news = _longest(before, olds), _longest(after, news)
    places: dict[str, list[int]] = defaultdict(list)
    for new in news:
        for word in _words(after.folded(new)):
            places[word].append(new)
    out: list[Candidate] = []
    for old in olds:
        text = units(before.folded(old))
        for new in _nearest(before.folded(old), places):
            found = Indel.normalized_similarity(text, units(after.folded(new)), score_cutoff=cutoff)
            if found >= cutoff:
                out.append((found, old, new))
    return out


def best(found: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Links out of candidates: the highest score first, of equals the first in the before and then in the after text."""
    olds: set[int] = set()
    news: set[int] = set()
    out: list[tuple[int, int]] = []
    for _, old, new in sorted(found, key=lambda candidate: (-candidate[0], candidate[1], candidate[2])):
        if old not in olds and new not in news:
            olds.add(old)
            news.add(new)
            out.append((old, new))
    return out


def _nearest(text: str, places: dict[str, list[int]]) -> list[int]:
    """The clauses that share the most rare words with `text`, the rarer the more; of equals the first."""
    votes: dict[int, float] = defaultdict(float)
    for word in _words(text):
        holders = places.get(word)
        if holders and len(holders) <= COMMON:
            rareness = 1 / len(holders)
            for new in holders:
                votes[new] += rareness
    return [new for _, new in sorted([(-vote, new) for new, vote in votes.items()])[:TRIED]]


def _words(text: str) -> list[str]:
    """Runs of kanji, katakana and letters, alone and with the run that follows; each once, in order."""
    runs = _WORD.findall(text[:LONGEST])
    return list(dict.fromkeys([*runs, *map(add, runs, runs[1:])]))


def _longest(version: Version, positions: Sequence[int]) -> Sequence[int]:
    """At most MOST of the clauses, the longest, in document order."""
    if len(positions) <= MOST:
        return positions
    return sorted(sorted(positions, key=lambda position: (-len(version.bodies[position]), position))[:MOST])
