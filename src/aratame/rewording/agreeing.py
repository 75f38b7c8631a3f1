"""Both sides read alike: the dictionary parts the same letters otherwise where other words stand beside them.

全損|した against 全|損し|、又は…: where both sides part equal letters at the same place, the after side is read as the before side. 小児|がかる
against 小児|が|かかる, where a slip led astray: what begins with a particle on one side and not on the other is parted.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Postfix, Prefix

from aratame.lexing import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token


_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_DOES = "し"
_LINKED = 3
"""Words of a verb with another linked to it, at least."""
_STEM_ENDS = frozenset("えけげせぜてでねへべめれいきぎしじちにひびみり")
"""What the stem of a verb ends with that only takes る."""


def agree(before: Sequence[Token], after: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The words of both sides, parted alike where they have the same letters."""
    before, after = _done_alike(before, after), _done_alike(after, before)
    b_keys, a_keys = _keys(before), _keys(after)
    head = next((n for n, (b, a) in enumerate(zip(b_keys, a_keys, strict=False)) if b != a), min(len(b_keys), len(a_keys)))
    shared = Prefix.similarity("".join(b_keys[head:]), "".join(a_keys[head:]))
    if head < len(b_keys) and len(b_keys[head]) <= shared:
        after = [*after[:head], *_begun_alike(before[head:], after[head:], shared)]
        a_keys = _keys(after)
    b_out: list[Token] = []
    a_out: list[Token] = []
    b_at = a_at = 0
    for block in Indel.opcodes(b_keys, a_keys).as_matching_blocks():
        if b_at < block.a or a_at < block.b:
            b, a = _agreed(before[b_at : block.a], after[a_at : block.b])
            b_out += b
            a_out += a
        b_at, a_at = block.a + block.size, block.b + block.size
        b_out += before[block.a : b_at]
        a_out += after[block.b : a_at]
    return b_out, a_out


def _done_alike(words: Sequence[Token], others: Sequence[Token]) -> Sequence[Token]:
    """`words`, each noun in し (転貸し) parted where the others have its noun and し as two words: 転貸|してはならない."""
    nouns = [n for n, word in enumerate(words) if word.sort is Sort.NOUN and word.key[-1] == _DOES and len(word.key) > 1]
    if not nouns:
        return words
    acts = {noun.key for noun, does in pairwise(others) if does.key == _DOES and does.sort is Sort.VERB}
    out = list(words)
    for n in [n for n in nouns[::-1] if words[n].key[:-1] in acts and words[n].end - words[n].start == len(words[n].key)]:
        out[n : n + 1] = [
            words[n]._replace(end=words[n].end - 1, key=words[n].key[:-1], normal=""),
            words[n]._replace(start=words[n].end - 1, key=_DOES, sort=Sort.VERB, pos="動詞,非自立可能", normal="", broken=False),
        ]
    return out


def _keys(words: Sequence[Token]) -> list[str]:
    return [word.key for word in words]


def _begun_alike(before: Sequence[Token], after: Sequence[Token], shared: int) -> Iterator[Token]:
    """`after`, parted as `before` is as far as both begin with the same letters, `shared` of them: 市|長|等 and 市長|その他の|長, whose 長 is not that of 市長."""
    ends = {end: n for n, end in enumerate(accumulate(len(word.key) for word in before), 1) if end <= shared}
    b_at = a_at = 0
    for n, end in enumerate(accumulate(len(word.key) for word in after), 1):
        if end not in ends:
            continue
        one, other = before[b_at : ends[end]], after[a_at:n]
        yield from other if len(one) == len(other) == 1 else _retold(one, other)
        b_at, a_at = ends[end], n
    yield from after[a_at:]


def _agreed(before: Sequence[Token], after: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    if not before or not after or (before[0].key[0] != after[0].key[0] and before[-1].key[-1] != after[-1].key[-1]):
        return list(before), list(after)
    if verbs := _verb_parted(before, after):
        return verbs
    if verbs := _verb_parted(after, before):
        return verbs[1], verbs[0]
    head = _same_ends(_keys(before), _keys(after), Prefix.similarity(_letters(before), _letters(after)))
    b, a = before[head[0] :], after[head[1] :]
    tail = _same_ends(_keys(b[::-1]), _keys(a[::-1]), Postfix.similarity(_letters(b), _letters(a)))
    b_middle, a_middle = b[: len(b) - tail[0]], a[: len(a) - tail[1]]
    shared = Prefix.similarity(_letters(b_middle), _letters(a_middle))
    return (
        [*before[: head[0]], *_parted(b_middle, _behind_particle(a_middle, shared)), *b[len(b) - tail[0] :]],
        [
            *_retold(before[: head[0]], after[: head[1]]),
            *_parted(a_middle, _behind_particle(b_middle, shared)),
            *_retold(b[len(b) - tail[0] :], a[len(a) - tail[1] :]),
        ],
    )


def _verb_parted(one: Sequence[Token], other: Sequence[Token]) -> tuple[list[Token], list[Token]] | None:
    """A verb and the same with another linked to it, both parted before their last る: 求め|る, 求め|、又は質問させ|る."""
    if len(one) > 1 or len(other) < _LINKED or one[0].key[:-1] != other[0].key or other[1].sort not in _LINKS:
        return None
    if not (one[0].key.endswith("る") and other[-1].key.endswith("る") and other[-1].key[-2:-1] in _STEM_ENDS):
        return None
    whole = all(word.end - word.start == len(word.key) for word in (one[0], other[-1]))
    return ([*_before_ending(one[0])], [*other[:-1], *_before_ending(other[-1])]) if whole else None


def _before_ending(word: Token) -> Iterator[Token]:
    """A verb parted before its last sign."""
    yield word._replace(end=word.end - 1, key=word.key[:-1], normal="")
    yield word._replace(start=word.end - 1, key=word.key[-1], sort=Sort.AUXILIARY, pos="助動詞,*", normal="", broken=False)


def _letters(words: Sequence[Token]) -> str:
    return "".join(_keys(words))


def _same_ends(before: Sequence[str], after: Sequence[str], shared: int) -> tuple[int, int]:
    """How many words of either side cover the same letters, of the first `shared`, up to a place where both are parted."""
    places = {end: n + 1 for n, end in enumerate(accumulate(map(len, after)))}
    ends = [(n + 1, places[end]) for n, end in enumerate(accumulate(map(len, before))) if end <= shared and end in places]
    return ends[-1] if ends else (0, 0)


def _retold(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Token]:
    """`before` in the place of `after`, which has the same letters; `after` itself where white space stands inside."""
    if not before or any(words[-1].end - words[0].start != len(_letters(words)) for words in (before, after)):
        yield from after
        return
    by = after[0].start - before[0].start
    yield before[0]._replace(start=after[0].start, end=before[0].end + by, broken=after[0].broken)
    yield from (word._replace(start=word.start + by, end=word.end + by) for word in before[1:])


def _behind_particle(words: Sequence[Token], shared: int) -> int:
    """Where the last particle within the shared beginning ends, counted in letters; 0 where there is none."""
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
