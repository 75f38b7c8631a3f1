"""One sign and the clauses that are open → where it would stand, and how well its number fits there.

The same two questions decide printed lines (`nesting`), where nearly every mark is right, and flattened text
(`flattened`), where a consistent reading has to be chosen among many:

    place     which of the open clauses stay open above the sign, and of what kind it is there
    evidence  how its number follows on the one before it in that place
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind
from aratame.segmenting.markers import NEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.segmenting.markers import Sign

RANKS = {
    "suppl": 0,
    "table": 0,
    "toc": 0,
    "entries": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "subsection": 4,
    "division": 5,
    "article": 6,
}
BELOW = 9
"""The rank of all sorts that are nested by the order in which they appear."""
STRUCTURE = {
    "suppl": ClauseKind.SUPPL_PROVISION,
    "table": ClauseKind.APPDX_TABLE,
    "toc": ClauseKind.TOC,
    "entries": ClauseKind.TOC,
    "part": ClauseKind.PART,
    "chapter": ClauseKind.CHAPTER,
    "section": ClauseKind.SECTION,
    "subsection": ClauseKind.SUBSECTION,
    "division": ClauseKind.DIVISION,
    "article": ClauseKind.ARTICLE,
}
PROVISIONS = {"article", "suppl"}
HEADINGS = {"dai", "roman"}
LISTED = {ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM, ClauseKind.BULLET, ClauseKind.NOTE}
FINE = {"circled", "kana", "paren_kana", "latin", "note"}
"""Sorts that never stand above a block title <…における措置>."""
CHILDLESS = {"toc", "entries", "table", "elision", "absence", "aside"}
"""Sorts that nothing is nested under."""
IN_TWO_ORDERS = {"kana", "paren_kana", "latin", "paren_latin"}
LETTERS = {"latin", "paren_latin"}


class Level(NamedTuple):
    """An open clause. `last` is the last number it names."""

    sort: str
    kind: ClauseKind
    last: tuple[int, ...]
    indent: int = 0
    hashes: int = 0
    english: bool = False


class Evidence(IntEnum):
    """How a number fits its place, from worst to best.

    BACK: not above the number before it. MIDDLE: none before it, and not the first. LATER: numbers are left out between.
    FIRST: the first of a list. NEXT: the one that follows, or the second paragraph, whose first has no number.
    """

    BACK = 0
    MIDDLE = 1
    LATER = 2
    FIRST = 3
    NEXT = 4


def place(stack: Sequence[Level], sign: Sign) -> tuple[int, ClauseKind]:
    """How many levels of `stack` stay open above `sign`, and the kind of clause that it opens there."""
    if sign.hashes:
        above = next((i for i, level in enumerate(stack) if not 0 < level.hashes < sign.hashes), len(stack))
        return above, STRUCTURE.get(sign.sort, ClauseKind.HEADING)
    rank = RANKS.get(sign.sort)
    if rank is not None:
        depth = len(stack)
        while depth and RANKS.get(stack[depth - 1].sort, BELOW) >= rank and not _titled(stack[depth - 1]):
            depth -= 1
        return depth, STRUCTURE[sign.sort]
    floor = len(stack)
    while floor and RANKS.get(stack[floor - 1].sort) is None and not stack[floor - 1].hashes:
        floor -= 1
    same = _same(stack, floor, sign)
    if same is not None:
        return same, stack[same].kind
    return _new(stack, floor, sign)


def opened(stack: Sequence[Level], depth: int, kind: ClauseKind, sign: Sign) -> Level:
    """The level that `sign` opens where `place` put it."""
    last = sign.last
    if sign.sort in IN_TWO_ORDERS:
        before = stack[depth].last if depth < len(stack) and stack[depth].sort == sign.sort else (0, 0)
        last = _in_one_order(before, sign)
    return NEW(Level, (sign.sort, kind, last, sign.indent, sign.hashes, sign.english))


def _in_one_order(before: tuple[int, ...], sign: Sign) -> tuple[int, ...]:
    """The last number of `sign` in the orders in which it follows `before`, 0 in the other: イ after ア is no イ of イロハ."""
    (last, other_last), (now, other_now) = before, sign.value
    first = before == (0, 0)
    fits = now == last + 1 and (last > 0 or first)
    other_fits = other_now == other_last + 1 and (other_last > 0 or first)
    if fits == other_fits:
        return sign.last
    return (sign.last[0], 0) if fits else (0, sign.last[1])


def _titled(level: Level) -> bool:
    """Whether a level is a heading of Markdown's that is no chapter or article: the document's title, a part of a manual."""
    return bool(level.hashes) and level.sort not in RANKS


def _same(stack: Sequence[Level], floor: int, sign: Sign) -> int | None:
    """Where `sign` follows on an open clause of its own sort: the innermost that it is the next number of, or the innermost."""
    innermost: int | None = None
    sort = sign.sort
    for depth in range(len(stack) - 1, floor - 1, -1):
        if stack[depth].sort != sort or not _continues(stack, depth, sign):
            continue
        if follows(stack[depth].last, sign.value):
            return depth
        if innermost is None:
            innermost = depth
    return innermost


def _continues(stack: Sequence[Level], depth: int, sign: Sign) -> bool:
    """Whether `sign` may stand beside the clause of its sort at `depth`, and does not begin a list of its own below it."""
    level = stack[depth]
    if sign.sort in LETTERS:
        return _evidence_in_two_orders(level.last, sign.value) > Evidence.MIDDLE
    if sign.indent < level.indent - 1:
        return not any(other.sort == sign.sort for other in stack[:depth])
    deeper = sign.indent > level.indent + 1
    if not sign.value:
        return not deeper
    if sign.value != (1,) or not level.last >= (1,):
        return True
    below = stack[depth + 1 :]
    free = bool(below) and not any(other.sort in RANKS for other in stack)
    return not (deeper or free or any(other.sort in ("angle", "note") for other in below))


def _new(stack: Sequence[Level], floor: int, sign: Sign) -> tuple[int, ClauseKind]:
    """Where a sign of a sort that is not open yet would stand."""
    sort = sign.sort
    top = len(stack)
    if sort.startswith("bullet"):
        return top, ClauseKind.BULLET
    if sort in ("elision", "absence", "aside", "note"):
        while top > floor and stack[top - 1].kind in (ClauseKind.BULLET, ClauseKind.NOTE):
            top -= 1
        # （略） stands for the clauses that come next; （削る） may stand for the first of a list, and closes nothing.
        leaf = sort == "elision" and top > floor and stack[top - 1].kind in LISTED
        return top - leaf, ClauseKind.ELISION if sort in ("elision", "absence") else ClauseKind.NOTE
    if sort.startswith("annex"):
        return floor, ClauseKind.HEADING
    if sort == "angle" or sort.startswith("block"):
        above = FINE if sort == "angle" else FINE | {"angle"}
        while top > floor and (stack[top - 1].sort in above or stack[top - 1].kind is ClauseKind.BULLET):
            top -= 1
        return top, ClauseKind.HEADING
    if sort in HEADINGS:
        while top > floor and stack[top - 1].sort not in HEADINGS:
            top -= 1
        return top, ClauseKind.HEADING
    if floor and stack[floor - 1].sort in PROVISIONS and not any(level.kind is ClauseKind.HEADING for level in stack[floor:]):
        return _in_provision(stack, floor, sign)
    return top, ClauseKind.ITEM


def _in_provision(stack: Sequence[Level], floor: int, sign: Sign) -> tuple[int, ClauseKind]:
    """Where a number of a sort that is not open yet stands under an article or 附則."""
    sort = sign.sort
    open_kinds = [level.kind for level in stack[floor:]]
    top = len(stack)
    english = stack[floor - 1].english
    if sort == "paren" and english and ClauseKind.PARAGRAPH not in open_kinds:
        return floor, ClauseKind.PARAGRAPH
    if sort == "digit" and not (english and open_kinds) and not _deeper(stack, floor, sign):
        return floor, ClauseKind.PARAGRAPH
    if sort == "circled" and _counts_paragraphs(stack, floor, sign):
        return floor, ClauseKind.PARAGRAPH
    if ClauseKind.ITEM not in open_kinds and ClauseKind.SUBITEM not in open_kinds:
        direct = sort in ("kanji", "paren", "digit", "circled") or (english and sort in LETTERS and sign.value[1] == 1)
        return top, ClauseKind.ITEM if direct else ClauseKind.SUBITEM
    if sort == "kanji":
        first = next(i for i, kind in enumerate(open_kinds) if kind in (ClauseKind.ITEM, ClauseKind.SUBITEM))
        return floor + first, ClauseKind.ITEM
    return top, ClauseKind.SUBITEM


def _counts_paragraphs(stack: Sequence[Level], floor: int, sign: Sign) -> bool:
    """Whether a circled number is a paragraph of an old law, whose first paragraph has none, and not the first of a list."""
    if len(stack) == floor:
        return True
    paragraph = stack[floor].last if stack[floor].kind is ClauseKind.PARAGRAPH else (1,)
    return sign.value > (1,) and follows(paragraph, sign.value)


def _deeper(stack: Sequence[Level], floor: int, sign: Sign) -> bool:
    """Whether a list stands indented under the paragraph that is open, as Markdown nests them."""
    return len(stack) > floor and stack[floor].sort == sign.sort and sign.indent > stack[floor].indent + 1


def evidence(stack: Sequence[Level], depth: int, sign: Sign, article: tuple[int, ...]) -> Evidence:
    """How the number of `sign` follows where `place` put it; `article` is the last article's number, () for none."""
    before: tuple[int, ...] = ()
    if sign.sort == "article":
        before = article
    elif depth < len(stack) and stack[depth].sort == sign.sort:
        before = stack[depth].last
    if not sign.value:
        return Evidence.NEXT
    if sign.sort in IN_TWO_ORDERS:
        return _evidence_in_two_orders(before, sign.value)
    if not before:
        if sign.value[0] == 2 and sign.sort in ("digit", "circled") and depth and stack[depth - 1].sort in PROVISIONS:
            return Evidence.NEXT
        return Evidence.FIRST if sign.value == (1,) else Evidence.MIDDLE
    if follows(before, sign.value):
        return Evidence.NEXT
    return Evidence.LATER if sign.value > before else Evidence.BACK


def follows(before: tuple[int, ...], value: tuple[int, ...]) -> bool:
    """Whether `value` is the very next number: 三 after 二 or 二の四, 二の二 after 二, 二の三 after 二の二.

    >>> follows((2,), (3,)), follows((2, 4), (3,)), follows((2,), (2, 2)), follows((2,), (2, 3))
    (True, True, True, False)
    """
    if len(before) == len(value) == 1:
        return value[0] == before[0] + 1
    shared = 0
    while shared < min(len(before), len(value)) and before[shared] == value[shared]:
        shared += 1
    rest = value[shared:]
    if len(rest) != 1:
        return False
    return rest[0] == (before[shared] + 1 if shared < len(before) else 2)


def _evidence_in_two_orders(before: tuple[int, ...], value: tuple[int, ...]) -> Evidence:
    """As `evidence`, for signs that stand in two orders; 0 stands for no place in one."""
    if not before:
        return Evidence.FIRST if 1 in value else Evidence.MIDDLE
    common = [(last, now) for last, now in zip(before, value, strict=True) if last and now]
    if any(now == last + 1 for last, now in common):
        return Evidence.NEXT
    if 1 in value or not common:
        return Evidence.BACK
    return Evidence.LATER if all(now > last for last, now in common) else Evidence.BACK
