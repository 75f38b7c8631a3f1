"""Tables whose sides are rows, 新 above 旧 → the same tables with the sides as columns.

    区分   定員      報告                     区分   旧        新
    旧     二十人    努める             →     定員   二十人    三十人
    新     三十人    報告する                 報告   努める    報告する

The pair of rows may come again and again below.
"""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from aratame.reading.columns import header_key, named_sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.reading.options import ReadOptions

    Rows = Sequence[Sequence[str | None]]

_LONGEST = 1_000
"""Rows at most: a list of thousands is no table on its side."""


def bands(rows: Rows, options: ReadOptions) -> Iterator[tuple[int, list[list[str]]]]:
    """The first row of each band of rows that holds both sides once, and the band turned upright; none where any band does not."""
    labels = [row[0] or "" if row else "" for row in rows]
    sides = named_sides(labels, options) if len(rows) <= _LONGEST else None
    if sides is None or not sides.before or len(sides.before) != len(sides.after):
        return
    first = min(sides.before[0], sides.after[0])
    again = [place for place in range(first + 1, len(rows)) if header_key(labels[place]) == header_key(labels[first])]
    cuts = list(pairwise([0, *again, len(rows)]))
    if all(sum(begin <= place < end for place in side) == 1 for begin, end in cuts for side in sides):
        for begin, end in cuts:
            yield begin, [[cell or "" for cell in column] for column in zip_longest(*rows[begin:end])]
