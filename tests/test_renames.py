"""Renames over a document or a table, and the places where the old name was left behind."""

from __future__ import annotations

import pytest

from aratame.config import Config, KnownRename
from aratame.model import Change, Clause, ClauseKind, Edit, EditKind, Excerpt, Rename, Span, Status, Words
from aratame.renames import Passage, gather

REASON = Words("。", ".")
Made = tuple[EditKind, str, str]


def passage(row: int | None, before: str, after: str, *edits: Made, kind: ClauseKind = ClauseKind.ARTICLE) -> Passage:
    """A passage of one clause a side; each edit is found where its words stand next."""
    clauses = [(Clause(0, kind, None, Span(0, len(text)), (), None, 0),) for text in (before, after)]
    made, places = [], [0, 0]
    for edit_kind, old, new in edits:
        starts = before.index(old, places[0]), after.index(new, places[1])
        places = [starts[0] + len(old), starts[1] + len(new)]
        excerpts = [Excerpt(Span(start, start + len(words)), words) for start, words in zip(starts, (old, new), strict=True)]
        made.append(Edit(edit_kind, excerpts[0], excerpts[1], substantive=True, reason=REASON))
    change = Change(Status.MODIFIED, clauses[0], clauses[1], tuple(made))
    return Passage(row, (change,), after, clauses[1])


def term(before: str, after: str) -> Made:
    return EditKind.TERM, before, after


def renamed(row: int, around: str, edit: Made) -> Passage:
    """A row in which `〇` gives the place of one renamed name."""
    return passage(row, around.replace("〇", edit[1]), around.replace("〇", edit[2]), edit)


def left(rename: Rename) -> list[tuple[int | None, str]]:
    return [(place.row, place.after.text) for place in rename.left_behind if place.after]


FOUR = term("4情報", "5情報")
TWICE = (renamed(1, "〇を管理する。", FOUR), renamed(2, "〇の組合せ", FOUR))


def test_one_rename_over_several_rows_with_its_places() -> None:
    (rename,) = gather(TWICE, Config())
    assert (rename.kind, rename.before, rename.after, rename.count) == (EditKind.TERM, "4情報", "5情報", 2)
    assert [place.row for place in rename.places] == [1, 2]
    assert [place.after and place.after.span for place in rename.places] == [Span(0, 3), Span(0, 3)]
    assert rename.left_behind == ()


def test_widths_and_line_ends_do_not_part_a_rename() -> None:
    rows = (renamed(1, "〇を", term("４情報", "５情報")), renamed(2, "〇を", term("4\n情報", "5情報")))
    assert [rename.count for rename in gather(rows, Config())] == [2]


def test_variants_are_put_to_the_shortest() -> None:
    rows = (
        renamed(1, "〇が", (EditKind.ORGANIZATION, "みどり野市市民生活局", "みどり野市市民協働局")),
        renamed(2, "〇が", (EditKind.ORGANIZATION, "市民生活局", "市民協働局")),
        renamed(3, "〇が", (EditKind.ORGANIZATION, "市民生活部", "市民協働部")),
    )
    assert [(rename.before, rename.after, rename.count) for rename in gather(rows, Config())] == [
        ("市民生活局", "市民協働局", 2),
        ("市民生活部", "市民協働部", 1),
    ]


def test_a_citation_counts_from_the_second() -> None:
    once = renamed(1, "〇による。", (EditKind.CITATION, "条例", "法"))
    assert gather([once], Config()) == ()
    assert [rename.count for rename in gather([once, once], Config())] == [2]


@pytest.mark.parametrize("kind", [kind for kind in EditKind if kind not in {EditKind.TERM, EditKind.ORGANIZATION, EditKind.CITATION}])
def test_other_kinds_are_no_renames(kind: EditKind) -> None:
    assert gather([renamed(1, "〇を", (kind, "甲", "乙"))] * 2, Config()) == ()


def test_contradictory_renames_name_each_other() -> None:
    rows = (renamed(1, "〇を", term("通知カード", "通知書")), renamed(2, "〇を", term("通知カード", "個人番号通知書")))
    assert [(rename.after, rename.contradicts) for rename in gather(rows, Config())] == [
        ("通知書", ("個人番号通知書",)),
        ("個人番号通知書", ("通知書",)),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4情報を照会する。", ["4情報"]),
        ("記録は４情報とする。", ["４情報"]),
        ("氏名等の4情報（氏名、住所）", ["4情報"]),
        ("4情報等の照会", ["4情報"]),
        # look-alikes that must not be reported
        ("14情報を照会する。", []),
        ("新4情報管理システムを使う。", []),
        ("5情報を照会する。", []),
        ("第4情報室", []),
    ],
)
def test_left_behind_at_word_borders(text: str, words: list[str]) -> None:
    (rename,) = gather([*TWICE, passage(3, text, text)], Config())
    assert left(rename) == [(3, word) for word in words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市民生活局市民生活部が所管する。", True),
        ("みどり野市市民生活局が所管する。", True),
        ("市民生活局長が定める。", True),
        ("旧市民生活局舎を除く。", False),
        ("市民協働局が所管する。", False),
    ],
)
def test_a_level_of_an_office_may_stand_in_a_chain(text: str, found: bool) -> None:  # noqa: FBT001
    edit = (EditKind.ORGANIZATION, "市民生活局", "市民協働局")
    (rename,) = gather([renamed(1, "〇が", edit), renamed(2, "〇を", edit), passage(3, text, text)], Config())
    assert bool(rename.left_behind) is found


def test_the_old_name_inside_the_new_one_is_not_left_behind() -> None:
    edit = term("通知カード", "個人番号 通知カード")
    (rename,) = gather([renamed(1, "〇を", edit), renamed(2, "〇が", edit)], Config())
    assert rename.left_behind == ()


def test_one_occurrence_proves_no_intention() -> None:
    (rename,) = gather([TWICE[0], passage(3, "4情報を照会する。", "4情報を照会する。")], Config())
    assert rename.left_behind == ()


def test_a_supplementary_provision_keeps_the_names_of_its_day() -> None:
    old = "この条例の施行前の4情報については、なお従前の例による。"
    (rename,) = gather([*TWICE, passage(3, old, old, kind=ClauseKind.SUPPL_PROVISION)], Config())
    assert rename.left_behind == ()


def unchanged(count: int, text: str = "4情報を照会する。") -> list[Passage]:
    """That many rows, from the third on, in which a text stays as it is."""
    return [passage(row, text, text) for row in range(3, 3 + count)]


@pytest.mark.parametrize(("count", "listed"), [(1, True), (3, True), (9, True), (10, False), (97, False)])
def test_a_name_that_stays_many_times_as_often_as_it_goes_lives_on(count: int, listed: bool) -> None:  # noqa: FBT001
    (rename,) = gather([*TWICE, *unchanged(count)], Config())
    assert (len(rename.left_behind), rename.still_used) == ((count, 0) if listed else (0, count))


def test_another_new_name_of_the_same_old_one_hides_no_oversight() -> None:
    first, other = ((EditKind.ORGANIZATION, "市民生活局", name) for name in ("市民協働局", "総務局"))
    rows = [renamed(1, "〇が", first), renamed(2, "〇は", first), renamed(9, "〇も", other), *unchanged(4, "市民生活局が備える。")]
    assert [(rename.after, len(rename.left_behind)) for rename in gather(rows, Config())] == [("市民協働局", 4), ("総務局", 0)]


@pytest.mark.parametrize(("old", "new", "listed"), [(3, 3, False), (2, 3, True), (3, 2, True)])
def test_two_names_that_both_stood_for_themselves_are_no_rename(old: int, new: int, listed: bool) -> None:  # noqa: FBT001
    rows = [renamed(row, "〇に関する学科", term("測量", "力学")) for row in (1, 2)]
    (rename,) = gather([*rows, *unchanged(old, "測量に関する学科"), *unchanged(new, "力学に関する学科")], Config())
    assert bool(rename.left_behind) is listed


@pytest.mark.parametrize(
    ("new", "listed"),
    [
        ("特定機械装置", False),
        ("対象機械等", False),
        # look-alikes: no part of the old, or no mark of a part
        ("特定設備", True),
        ("機械装置", True),
    ],
)
def test_a_new_name_for_a_part_leaves_the_old_one_in_use(new: str, listed: bool) -> None:  # noqa: FBT001
    rows = [renamed(row, "〇の割増償却", term("機械等", new)) for row in (1, 2)]
    (rename,) = gather([*rows, *unchanged(1, "機械等の特別償却")], Config())
    assert bool(rename.left_behind) is listed


def test_a_name_that_is_written_anew_is_alive() -> None:
    rows = [passage(row, "", "4情報を照会する。", (EditKind.ADDITION, "", "4情報を照会する。")) for row in (3, 4)]
    assert [(rename.left_behind, rename.still_used) for rename in gather([*TWICE, *rows], Config())] == [((), 2)]


def test_a_known_rename_needs_no_edit() -> None:
    config = Config(renames=(KnownRename("4情報", "5情報", EditKind.TERM),))
    (rename,) = gather([passage(1, "4情報を照会する。", "4情報を照会する。")], config)
    assert (rename.count, left(rename)) == (0, [(1, "4情報")])
    assert gather([passage(1, "14情報を照会する。", "14情報を照会する。")], config) == ()


def test_provisions_are_not_looked_for_by_number() -> None:
    edit = (EditKind.CITATION, "第5条", "第6条")
    (rename,) = gather([renamed(1, "〇の規定", edit), renamed(2, "〇の規定", edit), passage(3, "第5条の規定", "第5条の規定")], Config())
    assert rename.left_behind == ()
