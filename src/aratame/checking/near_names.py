"""Names of units that differ by one character left out: 区政推進課 and 政推進課 in one table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Row, TableDiff

_UNIT = re.compile(r"[一-鿿々ァ-ヴー]+?(?:局|部(?![分会])|課(?![税題程])|室(?!内)|係(?![るりわ])|センター|機構|協会|事務所)")
_BORDER = re.compile(r"^.+[都道府県市区町村](?=.{3,}$)")
SHORTEST = 4
"""Characters of the shorter name; with fewer, one character makes another name (市民課, 市課)."""
_TELLING = frozenset("一二三四五六七八九十東西南北上下左右大小中新旧内外前後第総副正本各同両全他当該")
"""Characters that tell two units apart."""


def near_names(diff: TableDiff) -> Iterator[tuple[Row, Words]]:
    """Each row with a name of which another in the table has one character more, unless the table itself renames one to the other."""
    named = [(answer.row, _names(answer.row)) for answer in diff.rows]
    known = dict.fromkeys(name for _, names in named for name in sorted(names))
    renamed = {
        (edit.before.text, edit.after.text)
        for answer in diff.rows
        for change in answer.changes
        for edit in change.edits
        if edit.kind is EditKind.ORGANIZATION
    }
    for long in known:
        for short in sorted(_lacking_one(long) & known.keys()):
            if not any(short in old + new and long in old + new for old, new in renamed):
                yield from _shorter(short, long, named)


def _shorter(short: str, long: str, named: Sequence[tuple[Row, frozenset[str]]]) -> Iterator[tuple[Row, Words]]:
    """Each row with the shorter of two names."""
    others = [str(row.number) for row, names in named if long in names]
    for row, names in named:
        if short in names:
            yield (
                row,
                Words(
                    f"{row.number}行目の「{short}」は、{'、'.join(others)}行目の「{long}」と一字だけ違います。脱字ではないか確かめてください。",
                    f"Row {row.number}: “{short}” differs by one character from “{long}” in row {', '.join(others)}. Check for a slip.",
                ),
            )


def _names(row: Row) -> frozenset[str]:
    """The names of units in a row's cells, each level of a chain by itself."""
    return frozenset(name for text in (row.before, row.after) for name in _UNIT.findall(text) if len(name) >= SHORTEST)


def _lacking_one(name: str) -> frozenset[str]:
    """What is left of a name without one of its characters, those aside that tell units apart."""
    return frozenset(name[:place] + name[place + 1 :] for place, sign in enumerate(name) if sign not in _TELLING)
