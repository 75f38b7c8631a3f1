"""Articles of which only the number is left: which of them were struck out before, and which are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.aligning.families import number, number_shift
from aratame.model import ClauseKind

if TYPE_CHECKING:
    from aratame.aligning.families import Gap
    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

STEPS = 2
"""By how much the number may be another one than the article would have had: so many moved past it."""


def still_empty(matching: Matching, within: list[Gap]) -> list[Link]:
    """「第六条　削除」 with the 「削除」 of its number, where the one above it or below it was struck out too.

    Before `equal`, which takes the first 「削除」 of two for the one that was there.
    """
    out: list[Link] = []
    for gap in within:
        news = _hollow(matching.after, gap.news)
        olds = _hollow(matching.before, gap.olds) if news else []
        if len(olds) == len(news):
            continue
        numbered = {number(matching.after, new): new for new in news}
        shift = number_shift(matching, gap)
        for old in olds:
            own = number(matching.before, old)
            now = (own[0] + shift, *own[1:]) if isinstance(own, tuple) else own
            if now in numbered:
                out.append((old, numbered[now]))
    return out


def emptied(matching: Matching, within: list[Gap]) -> list[Link]:
    """The 「削除」 of a family with the articles of which nothing else is left: those of the same number, then, where there is one for each, in order.

    An article that says 削除 is only ever left in the place of one that was there; one that moved past it sets the two apart:

        旧 第七条　帳簿を備える。    第八条　報告を求める。
        新 第七条　報告を求める。    第八条　削除

    After `rewritten`, which knows articles by what they still say where they stood.
    """
    before, after = matching.before, matching.after
    news = _hollow(after, [new for gap in within for new in gap.news])
    if not news:
        return []
    olds = {old: gap for gap in within for old in _articles(before, gap.olds)}
    numbered = {number(before, old): old for old in olds}
    links = [(numbered[wanted], new) for new in news if (wanted := number(after, new)) in numbered]
    olds = {old: gap for old, gap in olds.items() if old not in dict(links) and not before.hollow(old)}
    news = [new for new in news if new not in {new for _, new in links}]
    if len(olds) == len(news):
        links += [(old, new) for (old, gap), new in zip(olds.items(), news, strict=True) if _is_near(matching, gap, old, new)]
    return links


def _articles(version: Version, positions: list[int]) -> list[int]:
    return [position for position in positions if version.clauses[position].kind is ClauseKind.ARTICLE]


def _hollow(version: Version, positions: list[int]) -> list[int]:
    return [position for position in _articles(version, positions) if version.hollow(position)]


def _is_near(matching: Matching, gap: Gap, old: int, new: int) -> bool:
    """Whether the new number is nearly the old one, or the one that the old article would have by its neighbours."""
    was, now = number(matching.before, old), number(matching.after, new)
    if isinstance(was, str) or isinstance(now, str):
        return False
    ahead = now[0] - was[0]
    return min(abs(ahead), abs(ahead - number_shift(matching, gap))) <= STEPS
