"""Lists whose items are paired by their places: the first with the first, the second with the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from aratame.lexing import Token
    from aratame.rewording.lists.items import List
    from aratame.rewording.sides import Sides

    Lists = Callable[[Sequence[Token], int, int], Iterable[List]]


def side_by_side(sides: Sides, hunk: Hunk, lists: Lists, versions: Callable[[List, List], bool]) -> list[Hunk]:
    """The items, place by place, of every list before and the first after, in order, of which `versions` says that they are two of one.

    `lists` finds them on either side of `hunk`. Those that stand on both sides as they are stayed.
    """
    olds = list(lists(sides.before, hunk.b0, hunk.b1))
    news = list(lists(sides.after, hunk.a0, hunk.a1)) if olds else []
    kept = {_keys(old) for old in olds}.intersection(map(_keys, news))
    rest = [new for new in news if _keys(new) not in kept]
    out: list[Hunk] = []
    for old in (old for old in olds if _keys(old) not in kept):
        n = next((n for n, new in enumerate(rest) if len(old) == len(new) and versions(old, new)), None)
        if n is not None:
            out += [Hunk(b.start, b.end, a.start, a.end) for b, a in zip(old, rest[n], strict=True)]
            rest = rest[n + 1 :]
    return out


def crossed(old: List, new: List) -> bool:
    """Whether what changed in one place stands in another on the other side, so that words alone would take it for the same."""
    olds, news = _keys(old), _keys(new)
    return any(b != a and (b in news or a in olds) for b, a in zip(olds, news, strict=True))


def _keys(each: List) -> tuple[str, ...]:
    return tuple([item.key for item in each])
