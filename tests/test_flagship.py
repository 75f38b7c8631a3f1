"""The example that ships with the package: the tables of its CHANGES.md say what is in it, and the engine finds just that."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aratame import engine
from aratame.model import Change, Clause, Diff, EditKind, Status, TableDiff

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent.parent / "corpora" / "flagship"
FULL_WIDTH_NUMBER = re.compile(r"第[０-９]+条")
FORMAL = {EditKind.NUMBER, EditKind.ORTHOGRAPHY}


@cache
def stated(heading: str) -> list[list[str]]:
    """The rows of the table under `heading`, its header left out."""
    text = (FOLDER / "CHANGES.md").read_text(encoding="utf-8")
    section = re.split(r"^#+ ", text.split(f"# {heading}", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@cache
def compared() -> Diff:
    return engine.diff(FOLDER / "before.txt", FOLDER / "after.txt")


@cache
def table() -> TableDiff:
    return engine.diff_table(FOLDER / "henko.tsv")


def article(path: tuple[str, ...]) -> str:
    return path[0] if path else ""


def markers(clauses: tuple[Clause, ...]) -> str:
    return "、".join(clause.marker.text for clause in clauses if clause.marker)


def words(change: Change) -> list[tuple[str, str, str]]:
    """The edits of a change that are about words: numbers, clauses as a whole and white space left out."""
    if change.status in (Status.ADDED, Status.DELETED) or len(change.before) + len(change.after) > 2:
        return []
    place = change.after[0].path
    return [
        (" ".join(place), edit.kind.value, f"{edit.before.text.strip()}→{edit.after.text.strip()}")
        for edit in change.edits
        if edit.kind is not EditKind.NUMBER and (edit.before.text.strip() or edit.after.text.strip())
    ]


def test_every_change_of_words_is_found_and_no_other() -> None:
    wanted = [(place, kind, f"{before}→{after}") for place, kind, before, after, _ in stated("言葉の変更")]
    found = [each for change in compared().changes for each in words(change)]
    found = [("附則" if place.startswith("附") else place, kind, pair) for place, kind, pair in found]
    assert sorted(found) == sorted(wanted)


def test_renumbered_articles() -> None:
    wanted = {(before, after) for before, after, _ in stated("番号の変更")}
    found = {(markers(c.before), markers(c.after)) for c in compared().changes if c.renumbered}
    assert found == wanted


def test_the_reference_that_follows_a_renumbering_is_formal() -> None:
    edits = [e for c in compared().changes for e in c.edits if e.before.text == "第５条" and c.after[0].path[-1] == "(1)"]
    assert [(e.kind, e.after.text, e.substantive) for e in edits] == [(EditKind.NUMBER, "第６条", False)]


@pytest.mark.parametrize(
    ("event", "chosen"),
    [
        ("added", lambda c: c.status is Status.ADDED),
        ("deleted", lambda c: c.status is Status.DELETED),
        ("moved", lambda c: c.moved),
        ("split", lambda c: c.relation == "1:n"),
        ("merged", lambda c: c.relation == "n:1"),
    ],
)
def test_what_became_of_the_clauses(event: str, chosen: Callable[[Change], bool]) -> None:
    wanted = [(before, after) for name, before, after, _ in stated("条項の動き") if name == event]
    assert [(markers(c.before), markers(c.after)) for c in compared().changes if chosen(c)] == wanted


def test_the_name_that_was_left_behind() -> None:
    clauses = compared().after_clauses
    found = [
        (r.before, r.after, str(r.count), "、".join(article(clauses[p.after.clause].path) for p in r.left_behind if p.after))
        for r in compared().renames
        if r.kind is EditKind.TERM
    ]
    assert found == [tuple(row) for row in stated("改め忘れ")]


def test_substance_follows_the_kind() -> None:
    for change in compared().changes:
        for edit in change.edits:
            assert not (edit.substantive and edit.kind in FORMAL)


def test_the_table_holds_one_of_each_thing() -> None:
    wanted = [(row, kind, f"{before}→{after}") for row, kind, before, after, _ in stated("変更箇所の表")]
    found = [
        (str(row.row.number), edit.kind.value, f"{edit.before.text.strip()}→{edit.after.text.strip()}")
        for row in table().rows
        for change in row.changes
        for edit in change.edits
    ]
    assert sorted(found) == sorted(wanted)
    assert {kind for _, kind, _ in found} == {kind.value for kind in EditKind}


def test_the_row_without_a_visible_change_is_found() -> None:
    assert [f.row for f in table().findings if f.rule == "no-visible-change"] == [14]


def test_the_table_has_a_name_left_behind() -> None:
    (rename,) = [r for r in table().renames if r.before == "4情報"]
    assert (rename.after, rename.count, [p.row for p in rename.left_behind]) == ("5情報", 2, [9])
