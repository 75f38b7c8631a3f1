"""The comparison → what is seen at a glance: where in the document the changes lie, and how many there are of which kind."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import EditKind
from aratame.reporting.labels import EDIT_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.reporting.html.comparison import Compared, Shown
    from aratame.reporting.telling import Telling

WIDTH = 240
"""Ticks that the strip has room for: about one for every four pixels of a page."""


class Tick(NamedTuple):
    """Changes at one place of the strip: its place, the heaviest weight, the key of the first change and the titles of all."""

    at: int
    weight: str
    key: str
    title: str


class Bar(NamedTuple):
    """The edits of one kind: all of them, the substantive ones, and both as hundredths of the longest bar."""

    kind: str
    label: str
    total: int
    substantive: int
    length: int
    substantive_length: int


def ticks(compared: Sequence[Compared]) -> list[Tick]:
    """Where the changes lie, counted in characters of the after texts, one after the other."""
    lengths = [max(1, len(one.passage.after)) for one in compared]
    starts = accumulate(lengths, initial=0)
    places: dict[int, list[Shown]] = {}
    for start, one in zip(starts, compared, strict=False):
        for block in one.changed:
            places.setdefault(min(WIDTH - 1, (start + block.position) * WIDTH // sum(lengths)), []).append(block)
    return [_tick(at, blocks) for at, blocks in sorted(places.items())]


def _tick(at: int, blocks: Sequence[Shown]) -> Tick:
    heaviest = min(blocks, key=lambda block: "smf".index(block.weight))
    titles = [f"{block.sign} {block.title}".strip() for block in blocks]
    return Tick(at, heaviest.weight, heaviest.key, "、".join(titles[:3]) + ("…" if len(titles) > 3 else ""))


def bars(view: Telling) -> list[Bar]:
    """The kinds that occur, in the contract's order."""
    edits = [edit for passage in view.passages.values() for change in passage.changes for edit in change.edits]
    every, real = Counter(edit.kind for edit in edits), Counter(edit.kind for edit in edits if edit.substantive)
    longest = max(every.values(), default=1)
    return [
        Bar(
            str(kind),
            view.say(EDIT_KINDS[kind]),
            every[kind],
            real[kind],
            -(-every[kind] * 100 // longest),
            -(-real[kind] * 100 // longest),
        )
        for kind in EditKind
        if every[kind]
    ]
