"""Where an old name still stands in the after text.

A report of this sort is read as an accusation, so it is made only where the text itself shows that the name was to go: it was
renamed at least twice (or the glossary knows it), nobody writes it anew, and it does not live on as a general word: 従業員 that became
パート従業員 in three places and stayed in a hundred was narrowed there, not renamed. 附則 are left out: they keep the names of their day.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.spelling import width
from aratame.lexing import is_parted, remembered
from aratame.model import ClauseKind, EditKind, Place, Span, Spot
from aratame.patterns import KANJI_OR_KATAKANA, lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.model import Clause, Edit, Rename
    from aratame.renames.gathering import Passage

_ANEW = 2
"""How many new sentences with the old name show that it is still in use; one may be an oversight."""

_MANY = 10
_TIMES = 5
"""A name is in general use where it stands in this many places and this many times as often as it changed; fewer can all be oversights.

In the amendments looked at, names that lived on stood 7 to 200 times as often as they changed (労働者, 資産, 区域)."""

_NEAR = 12
"""Characters on either side of a name that are read as words: with twice as many, not one of 8,000 names began or ended elsewhere."""
_FIGURES = f"{string.ascii_letters}{string.digits}"
_LETTERS = frozenset("々ー〇").union(_FIGURES, (chr(ord(sign) + 0xFEE0) for sign in _FIGURES), map(chr, range(ord("ァ"), ord("ヴ") + 1)))
_JOINS = ("及び", "又は", "並びに", "若しくは")
_LEADING = ("この", "その", "当該", *"各同両全本", *_JOINS, *"のはがをにへとでや、。・（(「")
_TRAILING = ("等", "など", *_JOINS, *"のはがをにへとでやも、。・）)」")
_UNITS = tuple("省庁府県市区町村局部課室係班会署所構")
_CHAIN_BEHIND = lazy(f"{KANJI_OR_KATAKANA}{{0,20}}?[局部課室係班長]")
_PARTS = ("特定", "指定", "認定", "登録", "対象", "該当", "当該")
_REMARK = lazy(r"[（(][^（）()]*[）)]")
_START = attrgetter("span.start")
_INSTRUMENTS = ("法", "法律", "令", "条例", "規則", "規程", "要綱", "要領", "約款", "憲法")


class Standing(NamedTuple):
    """The places of the after texts where an old name still stands, and whether it lives on there as a name in use."""

    places: tuple[Place, ...]
    in_use: bool


def standing(passages: Sequence[Passage], renames: Sequence[Rename], known: set[tuple[str, str]], enough: int) -> dict[int, Standing]:
    """By the number of a rename, where its old name still stands.

    `known` holds the old and new names, widths folded, that the configuration states; others are looked for from `enough` edits on.
    """
    found: dict[int, Standing] = {}
    for number, rename in enumerate(renames):
        stated = bool(known) and (width(rename.before), width(rename.after)) in known
        if not (stated or rename.count >= enough) or not _is_name(rename):
            continue
        others = [
            each for other in renames for each in (other.before, other.after) if len(each) > len(rename.before) and rename.before in each
        ]
        places = tuple(place for passage in passages for place in _stands(passage, rename, others))
        if places:
            in_use = not stated and (_is_general(passages, rename, renames, places) or _is_alive(passages, rename))
            found[number] = Standing(places, in_use)
    return found


def _is_general(passages: Sequence[Passage], rename: Rename, renames: Sequence[Rename], places: Sequence[Place]) -> bool:
    """Whether old and new name are words of their own, of which one took the place of the other here and there.

    The old name stays many times as often as it changed; or it stays in most places and the new one stood in most of its own already, as
    of two subjects of study; or the new one names a part of what the old one does (機械等→特定機械装置).
    """
    if _narrows(rename):
        return True
    left = sum(other.count for other in renames if width(other.before) == width(rename.before))
    if len(places) >= max(_MANY, _TIMES * left):
        return True
    if len(places) <= left:
        return False
    came = sum(other.count for other in renames if width(other.after) == width(rename.after))
    return sum(passage.after.count(rename.after) for passage in passages) - came > came


def _narrows(rename: Rename) -> bool:
    """Whether the new name sets some of the things apart that the old one names, as 特定…, 対象… and the like do by custom."""
    if not rename.after.startswith(_PARTS) or rename.before.startswith(_PARTS):
        return False
    return rename.after[len(_PARTS[0]) :][:2] == rename.before[:2]


def _is_name(rename: Rename) -> bool:
    """Whether the old words mean the same everywhere: a name, and not a provision whose number means another thing elsewhere."""
    if rename.kind is EditKind.CITATION and not rename.before.endswith(_INSTRUMENTS):
        return False
    return len(rename.before) > 1


def _is_alive(passages: Sequence[Passage], rename: Rename) -> bool:
    """Whether the old name is still in use beside the new one: explaining it, written in new sentences, or defined by 以下「…」という."""
    if any(rename.before in remark for remark in _REMARK.findall(rename.after)):
        return True
    if sum(_writes_anew(edit, rename) for passage in passages for change in passage.changes for edit in change.edits) >= _ANEW:
        return True
    defined = f"「{rename.before}」という"
    return any(defined in passage.after for passage in passages) and any(
        f"「{rename.after}」という" in passage.after for passage in passages
    )


def _writes_anew(edit: Edit, rename: Rename) -> bool:
    """Whether an edit brings the old name in, beside the new one and alone."""
    name, words = rename.before, edit.after.text
    return name in words and name not in edit.before.text and name in words.replace(rename.after, "")


def _stands(passage: Passage, rename: Rename, others: Iterable[str]) -> Iterator[Place]:
    """Every place of one after text where the old name stands as a word of its own."""
    longer = [rename.after, *others] if rename.before in rename.after else list(others)
    for start, end in _written(rename.before, passage.after):
        if _inside(passage.after, start, end, longer) or not _may_stand_alone(passage.after, start, end, rename.kind):
            continue
        clause = _clause(passage.after_clauses, start)
        if not clause or _is_supplementary(passage.after_clauses, clause):
            continue
        if _at_token_borders(passage.after[max(0, start - _NEAR) : start], passage.after[start:end], passage.after[end : end + _NEAR]):
            yield Place(passage.row, None, Spot(clause.position, Span(start, end), passage.after[start:end]))


def _written(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name is written in a text, in either width."""
    if any(_other_width(sign) for sign in name):
        signs = (f"[{re.escape(sign)}{re.escape(_other_width(sign))}]" for sign in name)
        yield from (match.span() for match in re.finditer("".join(signs), text))
        return
    place = text.find(name)
    while place >= 0:
        yield place, place + len(name)
        place = text.find(name, place + len(name))


def _other_width(sign: str) -> str:
    """A sign in the other width, 4 for ４ and the other way round; "" for one that has none."""
    code = ord(sign)
    if 0x21 <= code <= 0x7E:
        return chr(code + 0xFEE0)
    return chr(code - 0xFEE0) if 0xFF01 <= code <= 0xFF5E else ""


def _inside(text: str, start: int, end: int, longer: Iterable[str]) -> bool:
    """Whether the place is part of a longer name that is known."""
    for name in longer:
        low = max(0, end - len(name))
        place = text.find(name, low, start + len(name))
        if place >= 0 and place <= start and place + len(name) >= end:
            return True
    return False


def _may_stand_alone(text: str, start: int, end: int, kind: EditKind) -> bool:
    """Whether what stands beside a name may part it from them, by its signs alone: 4情報 in 14情報 or 基金 in 年金基金 is no name of its own.

    A level of an office's name may have other levels before and behind it.
    """
    before = not start or not _is_letter(text[start - 1]) or text.endswith(_LEADING, 0, start)
    behind = end == len(text) or not _is_letter(text[end]) or text.startswith(_TRAILING, end)
    if kind is EditKind.ORGANIZATION:
        before = before or text.endswith(_UNITS, 0, start)
        behind = behind or bool(text.endswith(_UNITS, start, end) and _CHAIN_BEHIND.match(text, end))
    return before and behind


def _is_letter(sign: str) -> bool:
    """Whether a sign goes on in a word: kanji, katakana, letters and figures."""
    return "一" <= sign <= "鿿" or sign in _LETTERS


@remembered(1024)
def _at_token_borders(left: str, name: str, right: str) -> bool:
    """Whether the name begins and ends where tokens do.

    The same words stand around a name again and again, so answers are kept.
    """
    return is_parted(left + name + right, (len(left), len(left) + len(name)))


def _clause(clauses: Sequence[Clause], place: int) -> Clause | None:
    """The clause in whose own text a place lies."""
    number = bisect_right(clauses, place, key=_START) - 1
    return clauses[number] if number >= 0 else None


def _is_supplementary(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause belongs to a 附則."""
    while clause.kind is not ClauseKind.SUPPL_PROVISION and clause.parent is not None:
        clause = clauses[clause.parent]
    return clause.kind is ClauseKind.SUPPL_PROVISION
