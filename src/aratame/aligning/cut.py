"""What became two clauses, or one, without a word changed: the words decide before any likeness does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from aratame.aligning.version import together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.aligning.families import Gap
    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

SHORTEST = 8
"""Characters of either part: of less it cannot be said where they come from."""


def cut(matching: Matching, within: list[Gap]) -> list[Link]:
    """A clause with the first of two neighbours that together say what it says, word for word; the other one joins it in `halves`.

        旧 ３　資料の提出を求めることができる。 ４　勧告することができる。市長は、これを尊重しなければならない。
        新 ３　勧告することができる。          ４　市長は、これを尊重しなければならない。

    Before likeness, which takes the new ３ for the old one: they are made from one mould, and old ４ is much longer than what is left of it.
    """
    before, after = matching.before, matching.after
    found: list[Link] = []
    for gap in within:
        if gap.olds and len(gap.news) > 1:
            found += list(_wholes(before, gap.olds, after, gap.news))
        if gap.news and len(gap.olds) > 1:
            found += [(old, new) for new, old in _wholes(after, gap.news, before, gap.olds)]
    return found


def _wholes(wholes: Version, ones: list[int], parts: Version, others: list[int]) -> Iterator[Link]:
    """(whole, first part) for each of `ones` that says what two neighbours among `others` say together."""
    said: dict[str, int] = {}
    lengths = {len(wholes.folded(one)) for one in ones}
    for first, second in pairwise(others):
        texts = [parts.folded(first), parts.folded(second)]
        length = len(texts[0]) + len(texts[1])
        if length not in lengths and length + 1 not in lengths:  # with a blank between them, in English
            continue
        if not parts.children[first] and parts.rank(second) == parts.rank(first) + 1 and min(map(len, texts)) >= SHORTEST:
            said.setdefault(together(texts), first)
    for one in ones:
        part = said.get(wholes.folded(one)) if said else None
        if part is not None and wholes.clauses[one].kind is parts.clauses[part].kind:
            yield one, part
