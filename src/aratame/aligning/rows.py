"""Rows of a list: the first cell, where it stands once on either side, says which row of the one is which row of the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aratame.aligning.families import Gap
    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version


def named(matching: Matching, within: list[Gap]) -> list[Link]:
    """Rows of one name that stands once in either list: 「印鑑登録証明書」. Before likeness, which other cells may mislead."""
    return [link for key, link in _over_all(matching, within) if not key.isdecimal()]


def numbered(matching: Matching, within: list[Gap]) -> list[Link]:
    """Rows of one number or, between the same neighbours, of one first cell: months, or sheets, list the same things again.

    Behind likeness: where a row came in, the numbers below it have shifted.
    """
    near = [
        link for gap in within for link in _paired(_once(matching.before, gap.olds, gap.olds), _once(matching.after, gap.news, gap.news))
    ]
    return near + [link for _, link in _over_all(matching, within)]


OF_ROWS = (named, numbered)
"""The finders that have nothing to look for where one of the texts has no tabs."""


def _over_all(matching: Matching, within: list[Gap]) -> list[tuple[str, Link]]:
    """The free rows whose first cell no other row of their list has, by that cell."""
    before, after = matching.before, matching.after
    olds = _once(before, [old for gap in within for old in gap.olds], range(before.size))
    news = _once(after, [new for gap in within for new in gap.news], range(after.size))
    return [(before.key(old), (old, new)) for old, new in _paired(olds, news)]


def _paired(olds: dict[str, int], news: dict[str, int]) -> list[Link]:
    return [(old, news[key]) for key, old in olds.items() if key in news]


def _once(version: Version, free: list[int], among: Iterable[int]) -> dict[str, int]:
    """The rows of `free` by first cell, where it stands once `among` the rows."""
    keys = {version.key(position): position for position in free}
    if not any(keys):
        return {}
    counts = Counter(map(version.key, among))
    return {key: position for key, position in keys.items() if key and counts[key] == 1}
