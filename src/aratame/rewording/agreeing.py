"""Both sides read alike: where a word of one side begins with a particle that the other side read as a word, it is parted.

A slip in a word leads the dictionary astray: 小児|がかる against 小児|が|かかる.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Prefix

from aratame.lexing import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token


def agree(before: Sequence[Token], after: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The words of both sides, parted where the other side shows a particle."""
    b_out: list[Token] = []
    a_out: list[Token] = []
    b_at = a_at = 0
    for block in Indel.opcodes([w.key for w in before], [w.key for w in after]).as_matching_blocks():
        b, a = before[b_at : block.a], after[a_at : block.b]
        shared = Prefix.similarity("".join(w.key for w in b), "".join(w.key for w in a)) if b and a else 0
        b_out.extend(_parted(b, _behind_particle(a, shared)))
        a_out.extend(_parted(a, _behind_particle(b, shared)))
        b_at, a_at = block.a + block.size, block.b + block.size
        b_out.extend(before[block.a : b_at])
        a_out.extend(after[block.b : a_at])
    return b_out, a_out


def _behind_particle(words: Sequence[Token], shared: int) -> int:
    """Where the last particle within the shared beginning ends, counted in characters; 0 where there is none."""
    ends = zip(accumulate(len(word.key) for word in words), words, strict=True)
    return max((end for end, word in ends if end <= shared and word.sort is Sort.PARTICLE), default=0)


def _parted(words: Sequence[Token], place: int) -> Iterator[Token]:
    """`words`, the one that `place` falls into parted there."""
    at = 0
    for word in words:
        cut = place - at
        at += len(word.key)
        if 0 < cut < len(word.key) == word.end - word.start and word.sort is not Sort.AUXILIARY:
            yield word._replace(end=word.start + cut, key=word.key[:cut], sort=Sort.PARTICLE, pos="", normal="")
            yield word._replace(start=word.start + cut, key=word.key[cut:], sort=Sort.VERB, pos="", normal="", broken=False)
        else:
            yield word
