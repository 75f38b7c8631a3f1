"""Edits → renames: the same name that gave way to the same name, wherever it did.

Terms and bodies count from the first occurrence, citations from the second, because one citation that changed is a change of its
place and two are a pattern. Variants are one rename: 岡山市市民生活局→岡山市市民協働局 is 市民生活局→市民協働局 with the same words around it.
"""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.spelling import shared_ends, width
from aratame.config import RENAMED
from aratame.lexing import words_added
from aratame.model import EditKind, Place, Rename, Spot
from aratame.patterns import lazy
from aratame.renames.left_behind import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.config import Config
    from aratame.model import Change, Clause, Edit, Excerpt

_AROUND = "、，。・ 　\t\r\n"
_LINE_END = lazy(r"\s*[\r\n]\s*")


class Passage(NamedTuple):
    """What is searched for renames: the changes of one row or document, and its after text with its clauses."""

    row: int | None
    changes: Sequence[Change]
    after: str
    after_clauses: Sequence[Clause]


class _Group(NamedTuple):
    """Edits that made one rename, each with its row and its change; `edits` grows while they are being collected."""

    kind: EditKind
    before: str
    after: str
    edits: list[tuple[int | None, Change, Edit]]


def gather(passages: Sequence[Passage], config: Config) -> tuple[Rename, ...]:
    """The renames over all passages, the most frequent first, then in the order in which they first occur.

    A rename that the configuration knows is listed without any edit where its old name still stands.
    """
    groups = _merged(_collected(passages))
    renames = [
        Rename(group.kind, group.before, group.after, len(group.edits), tuple(starmap(_place, group.edits)))
        for group in groups
        if group.kind is not EditKind.CITATION or len(group.edits) >= config.thresholds.citation_rename
    ]
    known = {(width(each.before), width(each.after)) for each in config.renames}
    renames.extend(
        Rename(each.kind, each.before, each.after, 0, ())
        for each in config.renames
        if not any(width(rename.before) == width(each.before) for rename in renames)
    )
    with words_added(config.user_dictionaries, config.glossary):
        found = standing(passages, renames, known, config.thresholds.left_behind)
    finished = [
        _with_places(rename, found.get(number))._replace(contradicts=_contradicting(rename, renames))
        for number, rename in enumerate(renames)
    ]
    return tuple(sorted((each for each in finished if each.count or each.left_behind), key=lambda each: -each.count))


def _with_places(rename: Rename, found: Standing | None) -> Rename:
    """A rename with what was found of its old name: oversights where it was to go, a number where it is still in use."""
    if found is None:
        return rename
    return rename._replace(still_used=len(found.places)) if found.in_use else rename._replace(left_behind=found.places)


def _collected(passages: Sequence[Passage]) -> list[_Group]:
    """All edits of a kind that can be a rename, by their words, widths and blanks aside."""
    groups: dict[tuple[EditKind, str, str], _Group] = {}
    for passage in passages:
        for change in passage.changes:
            for edit in change.edits:
                if edit.kind not in RENAMED or not edit.before.text.strip() or not edit.after.text.strip():
                    continue
                if edit.kind is not EditKind.CITATION and not edit.substantive:  # a short name for its long one renames nothing
                    continue
                before, after = _name(edit.before.text), _name(edit.after.text)
                what = edit.kind, width(before), width(after)
                group = groups.get(what)
                if group is None:
                    group = groups[what] = _Group(edit.kind, before, after, [])
                group.edits.append((passage.row, change, edit))
    return list(groups.values())


def _name(text: str) -> str:
    """The words of an edit on one line, without the signs around them."""
    words = text.strip(_AROUND)
    return _LINE_END.sub("", words) if "\n" in words or "\r" in words else words


def _place(row: int | None, change: Change, edit: Edit) -> Place:
    return Place(row, _spot(change.before, edit.before), _spot(change.after, edit.after))


def _spot(clauses: Sequence[Clause], excerpt: Excerpt) -> Spot | None:
    """Where the words of an edit stand: the clause of the change in which they begin."""
    if not clauses:
        return None
    place = excerpt.span.start
    home = next((clause for clause in clauses[:-1] if clause.span.start <= place < clause.span.end), clauses[-1])
    return Spot(home.position, excerpt.span, excerpt.text)


def _merged(groups: list[_Group]) -> list[_Group]:
    """The groups, the longer variants of a rename put to the shortest."""
    families: dict[tuple[EditKind, str, str], list[_Group]] = {}
    for group in groups:
        families.setdefault((group.kind, *_core(group.before, group.after)), []).append(group)
    merged: dict[int, _Group] = {}
    for family in families.values():
        heads: list[_Group] = []
        for group in sorted(family, key=lambda each: len(each.before)):
            head = next((each for each in heads if _is_variant(group, each)), None)
            if head:
                head.edits.extend(group.edits)
            else:
                heads.append(group)
        merged.update({id(head): head for head in heads})
    return [group for group in groups if id(group) in merged]


def _core(before: str, after: str) -> tuple[str, str]:
    """What differs between two names: 生活 and 協働 of 市民生活局 and 市民協働局."""
    head, tail = shared_ends(before, after)
    return before[head : len(before) - tail], after[head : len(after) - tail]


def _is_variant(group: _Group, head: _Group) -> bool:
    """Whether a rename is a shorter one with the same words around both its names."""
    return any(
        group.before[:place] + head.after + group.before[place + len(head.before) :] == group.after
        for place in _places(group.before, head.before)
    )


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _contradicting(rename: Rename, renames: Sequence[Rename]) -> tuple[str, ...]:
    """The other new names of the same old name. Citations are left out: what a provision's number becomes depends on its place."""
    if rename.kind is EditKind.CITATION:
        return ()
    return tuple(
        other.after
        for other in renames
        if other is not rename and other.kind is not EditKind.CITATION and other.before == rename.before and other.count
    )
