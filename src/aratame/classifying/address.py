"""One address: what stands below and above it, and how a drafter says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.references import ORDER, Address
from aratame.model import ClauseKind
from aratame.numerals import IROHA, marker_value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.model import Clause

LEVEL_OF = {
    ClauseKind.PART: "part",
    ClauseKind.CHAPTER: "chapter",
    ClauseKind.SECTION: "section",
    ClauseKind.SUBSECTION: "subsection",
    ClauseKind.DIVISION: "division",
    ClauseKind.ARTICLE: "article",
    ClauseKind.PARAGRAPH: "paragraph",
    ClauseKind.ITEM: "item",
    ClauseKind.SUBITEM: "subitem",
}
FIRST_PARAGRAPH = ("paragraph", (1,))
GROUPS = frozenset({"part", "chapter", "section", "subsection", "division"})
_PLAIN_NUMBER = lazy(r"[○◯]?\d+|[①-⑳㉑-㊿]")
_SIGNS = {"article": "条", "paragraph": "項", "item": "号"}


def spoken(address: Address) -> str:
    """An address as a drafter says it; "" for one that is not numbered by articles, paragraphs and items alone."""
    if not address or not {level for level, _ in address} <= _SIGNS.keys():
        return ""
    return "".join(f"第{number[0]}{_SIGNS[level]}" + "".join(f"の{branch}" for branch in number[1:]) for level, number in address)


def below(above: Address, clause: Clause, *, plain: bool = False) -> Address:
    """The address of a clause under the address `above`; `above` itself where it has no number.

    `plain` says that the document has no articles.
    """
    level, marker = LEVEL_OF.get(clause.kind), clause.marker
    if not level or not marker:
        return above
    sign = marker.text
    number = (IROHA.index(sign) + 1,) if sign in IROHA else marker_value(sign)
    if not number:
        return above
    if plain and level == "item" and not above and _PLAIN_NUMBER.fullmatch(sign):
        level = "paragraph"
    if level in GROUPS:
        return (*part_above(above, level), (level, number))
    if level == "article":
        return (*(step for step in above if step[0] == "suppl_provision"), (level, number))
    if level == "subitem":
        depth = sum(step[0].startswith("subitem") for step in above)
        level = f"subitem{depth + 1}" if depth else level
    return above if (level, number) == FIRST_PARAGRAPH else (*above, (level, number))


def part_above(address: Address, level: str) -> Address:
    """The part of an address that is above a level."""
    rank = ORDER.index(level)
    return tuple(step for step in address if ORDER.index(step[0]) < rank)


def upto(address: Address | None, level: str) -> Address:
    """The part of an address down to a level."""
    rank = ORDER.index(level)
    return tuple(step for step in address or () if ORDER.index(step[0]) <= rank)


def context(level: str, near: Address, supplement: Address) -> Address:
    """What a citation that begins at `level` leaves out because it stands near `near`."""
    if level in GROUPS or level == "article":
        return supplement
    return part_above(near, level)


def plain(address: Address) -> Address:
    """The address without a first paragraph, whose number is not printed."""
    return tuple(step for step in address if step != FIRST_PARAGRAPH) if FIRST_PARAGRAPH in address else address
