"""An item → the path that it names: 第二章　届出 第八条（届出） ２ 一."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aratame.model import Clause, ClauseKind, Document
from aratame.numerals import marker_value
from aratame.patterns import lazy
from aratame.segmenting import segment

Key = tuple[str, ...]
"""The markers of a clause and of those above it, the outermost first. Articles run through the chapters, so that their keys leave chapters out."""

_SUPPLEMENT = lazy(r"附[ \u3000]+則")
_FORMER = lazy("（旧(?P<path>.+)）$")
_NUMBER = lazy("[0-9０-９]+")


class Named(NamedTuple):
    """A clause of an item's path, and its key's last part."""

    clause: Clause
    name: str


Line = Sequence[Named]
"""The clauses of a path, the outermost first."""


def paths(item: str) -> tuple[Line, Line]:
    """The path that an item names, and the one that it says its clause had before: 第八条 ２（旧第七条 ３）."""
    former = _FORMER.search(item)
    return (_line(item[: former.start()]), _line(former["path"])) if former else (_line(item), ())


def _line(item: str) -> Line:
    """The numbered clauses that an item names. Where no article is among them, all numbers in their order.

    評価書 write no dot or blank behind a number: Ⅱファイルの概要 3入手・使用 ⑦使用の主体.
    """
    text = "\n".join(_SUPPLEMENT.sub("附則", item).split())
    clauses = segment(Document("", text)) if item else ()
    if any(clause.kind is ClauseKind.ARTICLE for clause in clauses):
        return [Named(clause, name_of(text, clause)) for clause in _upwards(clauses) if clause.marker][::-1]
    named = [Named(clause, name_of(text, clause)) for clause in clauses]
    return [one for one in named if one.name] if any(clause.marker for clause in clauses) else ()


def keys(line: Line) -> Iterator[tuple[Key, Clause]]:
    """Each clause of a path and its key."""
    key: Key = ()
    for clause, name in line:
        key = below(key, clause.kind, name)
        yield key, clause


def last_key(line: Line) -> Key:
    """The key of the last clause of a path; that of the document where it is empty."""
    return ((), *(key for key, _ in keys(line)))[-1]


def _upwards(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The last of some clauses, and those above it."""
    at: int | None = len(clauses) - 1
    while at is not None:
        yield clauses[at]
        at = clauses[at].parent


def name_of(text: str, clause: Clause) -> str:
    """What tells a clause from those beside it: its number; of 附則 with the words behind it, which name the law that it came with."""
    if clause.kind is ClauseKind.SUPPL_PROVISION and clause.marker:
        line = text[clause.marker.span.start : clause.span.end].partition("\n")[0]
        return "".join(line.split()).removesuffix("抄")
    if clause.marker:
        return "".join(clause.marker.text.split())
    number = _NUMBER.match(text, clause.span.start)
    return number[0] if number else ""


def below(above: Key, kind: ClauseKind, name: str) -> Key:
    """The key of a clause that stands in another."""
    if kind is ClauseKind.ARTICLE:
        above = above[:1] if above and above[0].startswith("附則") else ()
    return (*above, name)


def value_of(clause: Clause) -> tuple[int, ...] | str:
    """What a clause's marker says, however it is written."""
    text = clause.marker.text if clause.marker else ""
    return marker_value(text) or text
