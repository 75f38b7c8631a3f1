"""Pairs of clauses → changes: passes by what is equal, and has the edits of the rest found."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from aratame.aligned import Aligned, Side, aligned
from aratame.lexing import words_added
from aratame.model import Change, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.classifying import Beyond
    from aratame.config import Config
    from aratame.edits import Comparison
    from aratame.model import Edit, Pair
    from aratame.sharing import Copy

_WORTH_JOINING = 200
"""Pairs that differ. A copy that is ahead finds the edits of fewer before this process has loaded what that takes."""


def compare(before: Side, after: Side, config: Config, copy: Copy | None = None) -> tuple[Change, ...]:
    """Every clause of both sides in exactly one change, unchanged clauses too. A `copy` of this process may help."""
    return changes_of(aligned(before, after), config, copy=copy)


def changes_in_rows(rows: Sequence[tuple[Side, Side, str]], config: Config) -> Iterator[tuple[Change, ...]]:
    """The changes of each row of a table, given as its sides and its item. What one row shows to be renumbered another row may cite."""
    from aratame.across_items import Cell, ItemRow, listed  # noqa: PLC0415  two documents have no rows
    from aratame.across_rows import AlignedRow, beyond  # noqa: PLC0415

    found = [aligned(before, after) for before, after, _ in rows]
    whole = listed(
        [ItemRow(Cell(*row.before), Cell(*row.after), row.pairs, item) for row, (_, _, item) in zip(found, rows, strict=True)]
    ) or beyond([AlignedRow(*row.before, *row.after, row.pairs) for row in found])
    return (changes_of(row, config, outside) for row, outside in zip(found, whole, strict=True))


def changes_of(found: Aligned, config: Config, outside: Beyond | None = None, copy: Copy | None = None) -> tuple[Change, ...]:
    """The changes of two aligned sides; `outside` is what other rows of a table show. A `copy` of this process may help."""
    changes, left = _passed_by(found)
    pairs, find = [found.pairs[number] for number in left], _Finder(found, config, outside)
    with words_added(config.user_dictionaries, config.glossary):
        edits = _shared(copy, found, left, pairs, find) if copy else map(find, pairs)
        made = map(partial(_change, found), pairs, edits)
        return tuple([change or next(made) for change in changes])


def _shared(copy: Copy, found: Aligned, left: Sequence[int], pairs: Sequence[Pair], find: _Finder) -> list[tuple[Edit, ...]]:
    """The edits of `pairs`, whose numbers are `left`, with the help of a copy of this process."""
    from aratame.packing import packed, unpacked_edits  # noqa: PLC0415

    copy.tell((packed(found), left))
    heard = partial(unpacked_edits, before=found.before.text, after=found.after.text)
    return copy.share(find, pairs, heard, joining=len(pairs) >= _WORTH_JOINING)


class _Finder:
    """Finds the edits of a pair. What that takes is loaded with the first one: a copy of this process may do them all."""

    def __init__(self, found: Aligned, config: Config, outside: Beyond | None) -> None:
        self._given = found, config, outside

    @cached_property
    def _comparison(self) -> Comparison:
        from aratame.edits import compared  # noqa: PLC0415

        return compared(*self._given)

    def __call__(self, pair: Pair) -> tuple[Edit, ...]:
        from aratame.edits import edits_of  # noqa: PLC0415

        return edits_of(self._comparison, pair)


def _passed_by(found: Aligned) -> tuple[list[Change | None], list[int]]:
    """The changes of the pairs that say what they said where they said it, and the numbers of all others, which have None for a change.

    Nearly all of a statute is such: it is seen here, without a call.
    """
    (before, old_clauses), (after, new_clauses), pairs = found
    unchanged, new = Status.UNCHANGED, tuple.__new__  # a named tuple's own constructor is a Python function
    changes: list[Change | None] = []
    left: list[int] = []
    for number, (olds, news, moved, renumbered) in enumerate(pairs):
        if len(olds) == 1 == len(news) and not (moved or renumbered):
            one, other = old_clauses[olds[0]], new_clauses[news[0]]
            (start, end), (first, last) = one.span, other.span
            if last - first == end - start and before[start:end] == after[first:last]:
                changes.append(new(Change, (unchanged, (one,), (other,), (), False, False)))
                continue
        changes.append(None)
        left.append(number)
    return changes, left


def _change(found: Aligned, pair: Pair, edits: tuple[Edit, ...]) -> Change:
    """What became of a pair of clauses that is not plainly unchanged."""
    old, new = found.before.chosen(pair.before), found.after.chosen(pair.after)
    status = Status.MODIFIED if old and new else Status.DELETED if old else Status.ADDED
    return Change(status, old, new, edits, pair.moved, pair.renumbered)
