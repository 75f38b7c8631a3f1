"""Rows of a list: the first cell, where it stands once in either list, says which row of the one is which row of the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aratame.aligning.families import Gap
    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version


def named(matching: Matching, within: list[Gap]) -> list[Link]:
    """Rows of one name: 「印鑑登録証明書」, whatever its other cells say. Before likeness, which other cells may mislead."""
    return [link for key, link in _keyed(matching, within) if not key.isdecimal()]


def numbered(matching: Matching, within: list[Gap]) -> list[Link]:
    """Rows of one number, which are left. Behind likeness: where a row came in, the numbers below it have shifted."""
    return [link for key, link in _keyed(matching, within) if key.isdecimal()]


def _keyed(matching: Matching, within: list[Gap]) -> list[tuple[str, Link]]:
    """The free rows of one first cell, by that cell."""
    olds = _once(matching.before, [old for gap in within for old in gap.olds])
    news = _once(matching.after, [new for gap in within for new in gap.news])
    return [(key, (old, news[key])) for key, old in olds.items() if key in news]


def _once(version: Version, free: list[int]) -> dict[str, int]:
    """The free rows whose first cell no other row has, settled or free."""
    if not any(version.key(position) for position in free):
        return {}
    counts = Counter(map(version.key, range(version.size)))
    return {key: position for position in free if (key := version.key(position)) and counts[key] == 1}
