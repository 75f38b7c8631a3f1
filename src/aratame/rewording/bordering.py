"""No replacement goes over the border of two clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Span
from aratame.rewording.replacement import Replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def cut_at_borders(
    replacements: Iterable[Replacement], before: str, after: str, before_borders: Sequence[int], after_borders: Sequence[int]
) -> Iterator[Replacement]:
    """`replacements`, cut where a clause of either side ends. A border on one side only cuts behind the other side's words."""
    if not before_borders and not after_borders:
        yield from replacements
        return
    for replacement in replacements:
        yield from (r for r in _cut(replacement, before_borders, after_borders) if before[slice(*r.before)] != after[slice(*r.after)])


def _cut(replacement: Replacement, before_borders: Sequence[int], after_borders: Sequence[int]) -> Iterator[Replacement]:
    (b_start, b_end), (a_start, a_end) = replacement
    b_cuts = [p for p in before_borders if b_start < p < b_end]
    a_cuts = [p for p in after_borders if a_start < p < a_end]
    for n in range(max(len(b_cuts), len(a_cuts))):
        b_next = b_cuts[n] if n < len(b_cuts) else b_end
        a_next = a_cuts[n] if n < len(a_cuts) else a_end
        yield Replacement(Span(b_start, b_next), Span(a_start, a_next))
        b_start, a_start = b_next, a_next
    yield Replacement(Span(b_start, b_end), Span(a_start, a_end))
