"""Sentences first: a whole sentence that came in or went is an edit of its own, and words are compared within a pair of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from aratame.lexing import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token

_ALIKE = 0.4
"""Sentences that share less of their words are not two versions of one sentence."""
_MOST_PAIRS = 2_500
"""Sentences of a gap compared each with each at most; beyond, the gap is one replacement."""


class Run(NamedTuple):
    """Some words that follow one another: indexes `[start, end)`."""

    start: int
    end: int


def sentence_pairs(before: Sequence[Token], after: Sequence[Token]) -> Iterator[tuple[Run, Run]]:
    """Runs of words that are to be compared, in order, covering both sides; one of a pair may be empty."""
    b_runs, a_runs = _sentences(before), _sentences(after)
    if len(b_runs) <= 1 and len(a_runs) <= 1:
        yield Run(0, len(before)), Run(0, len(after))
        return
    b_keys, a_keys = [_key(before, r) for r in b_runs], [_key(after, r) for r in a_runs]
    for tag, b0, b1, a0, a1 in _gaps(b_keys, a_keys):
        if tag == "equal":
            yield Run(b_runs[b0].start, b_runs[b1 - 1].end), Run(a_runs[a0].start, a_runs[a1 - 1].end)
        else:
            yield from _pair_up((b_runs[b0:b1], b_keys[b0:b1]), (a_runs[a0:a1], a_keys[a0:a1]), b_runs, a_runs, b0, a0)


def _gaps(b_keys: Sequence[tuple[str, ...]], a_keys: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, int, int, int, int]]:
    """Opcodes over sentences; what is replaced and what is put in or taken out beside it is one gap."""
    b = a = 0
    for block in Indel.opcodes(b_keys, a_keys).as_matching_blocks():
        if b < block.a or a < block.b:
            yield "gap", b, block.a, a, block.b
        if block.size:
            yield "equal", block.a, block.a + block.size, block.b, block.b + block.size
        b, a = block.a + block.size, block.b + block.size


def _sentences(words: Sequence[Token]) -> list[Run]:
    """Sentences end with 。 outside brackets."""
    runs: list[Run] = []
    start = depth = 0
    for n, word in enumerate(words):
        depth = max(0, depth + (word.sort is Sort.OPEN) - (word.sort is Sort.CLOSE))
        if word.sort is Sort.STOP and depth == 0:
            runs.append(Run(start, n + 1))
            start = n + 1
    if start < len(words):
        runs.append(Run(start, len(words)))
    return runs


def _key(words: Sequence[Token], run: Run) -> tuple[str, ...]:
    return tuple(w.key for w in words[run.start : run.end])


def _pair_up(
    before: tuple[Sequence[Run], Sequence[tuple[str, ...]]],
    after: tuple[Sequence[Run], Sequence[tuple[str, ...]]],
    b_all: Sequence[Run],
    a_all: Sequence[Run],
    b_first: int,
    a_first: int,
) -> Iterator[tuple[Run, Run]]:
    """Sentences of a gap, matched in order by what they share."""
    (b_runs, b_keys), (a_runs, a_keys) = before, after
    b_at = b_all[b_first].start if b_first < len(b_all) else (b_all[-1].end if b_all else 0)
    a_at = a_all[a_first].start if a_first < len(a_all) else (a_all[-1].end if a_all else 0)
    for b, a in _matches(b_keys, a_keys):
        if b_runs[b].start > b_at or a_runs[a].start > a_at:
            yield Run(b_at, b_runs[b].start), Run(a_at, a_runs[a].start)
        yield b_runs[b], a_runs[a]
        b_at, a_at = b_runs[b].end, a_runs[a].end
    b_end = b_runs[-1].end if b_runs else b_at
    a_end = a_runs[-1].end if a_runs else a_at
    if b_end > b_at or a_end > a_at:
        yield Run(b_at, b_end), Run(a_at, a_end)


def _matches(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """The pairs of alike sentences, in order on both sides, that share most."""
    rows, columns = len(before), len(after)
    if not rows or not columns or rows * columns > _MOST_PAIRS:
        return []
    worth = [[_worth(b, a) for a in after] for b in before]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for b in range(rows - 1, -1, -1):
        for a in range(columns - 1, -1, -1):
            best[b][a] = max(best[b + 1][a], best[b][a + 1], worth[b][a] + best[b + 1][a + 1] if worth[b][a] else 0.0)
    out: list[tuple[int, int]] = []
    b = a = 0
    while b < rows and a < columns:
        if worth[b][a] and best[b][a] == worth[b][a] + best[b + 1][a + 1]:
            out.append((b, a))
            b, a = b + 1, a + 1
        elif best[b][a] == best[b + 1][a]:
            b += 1
        else:
            a += 1
    return out


def _worth(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    similarity = Indel.normalized_similarity(before, after)
    return similarity * (len(before) + len(after)) if similarity >= _ALIKE else 0.0
