"""One action of a drafter, one entry; and what filters leave of an answer."""

from __future__ import annotations

from collections import Counter

import pytest

from aratame.engine import diff, diff_table
from aratame.entries import Action, Entry, Weight, gather_entries
from aratame.filters import Filter
from aratame.model import EditKind, Row, Status, Table

ARTICLES = [
    "（目的）\n第{}条　この条例は、架空市の公園の管理について定める。\n",
    "（定義）\n第{}条　公園とは、市が設ける広場をいう。\n",
    "（利用）\n第{}条　公園を利用する者は、清潔を保たなければならない。\n",
    "（届出）\n第{}条　公園で催しを行う者は、市長に届け出なければならない。\n",
    "（職員）\n第{}条　公園に、必要な職員を置くことができる。\n",
]
NUMBERS = "一二三四五六七八"


def ordinance(*articles: str, tail: str = "") -> str:
    """An ordinance whose articles are numbered in their order."""
    return "架空市公園条例\n" + "".join(article.format(number) for article, number in zip(articles, NUMBERS, strict=False)) + tail


def entries(before: str, after: str) -> tuple[Entry, ...]:
    return gather_entries(diff(before, after))


def actions(found: tuple[Entry, ...]) -> Counter[Action]:
    return Counter(entry.action for entry in found)


def test_nothing_changed_is_no_entry() -> None:
    assert entries(ordinance(*ARTICLES), ordinance(*ARTICLES)) == ()


def test_an_added_article_with_its_paragraphs_and_items_is_one_entry() -> None:
    added = "（使用料）\n第{}条　使用料は、次のとおりとする。\n一　広場　百円\n二　花壇　二百円\n２　使用料は、前納とする。\n"
    found = entries(ordinance(*ARTICLES), ordinance(*ARTICLES, added))
    assert actions(found) == {Action.ADDED: 1}
    assert len(found[0].places[0]) == 4


def test_a_renumbered_run_and_the_references_that_follow_it_are_one_entry() -> None:
    penalty = "（罰則）\n第{}条　第{}条の届出をしない者は、罰する。\n"
    added = "（名称）\n第{}条　公園の名称は、規則で定める。\n"
    before = ordinance(*ARTICLES) + penalty.format("六", "四")
    after = ordinance(ARTICLES[0], added, *ARTICLES[1:]) + penalty.format("七", "五")
    found = entries(before, after)
    assert actions(found) == {Action.ADDED: 1, Action.RENUMBERED: 1}
    assert sum(len(part.edits) for part in found[-1].places[0]) == 6


def test_runs_that_went_different_ways_are_different_entries() -> None:
    added = ["（占用）\n第{}条　占用の料金は、月額とする。\n", "（雑則）\n第{}条　細目は、規則で定める。\n"]
    found = entries(ordinance(*ARTICLES), ordinance(ARTICLES[1], ARTICLES[2], *added, ARTICLES[3], ARTICLES[4]))
    assert actions(found) == {Action.DELETED: 1, Action.ADDED: 2, Action.RENUMBERED: 2}


def test_a_moved_article_is_one_entry_with_its_new_number() -> None:
    moved = [ARTICLES[1], ARTICLES[2], ARTICLES[3], ARTICLES[4], ARTICLES[0]]
    found = entries(ordinance(*ARTICLES), ordinance(*moved))
    assert actions(found)[Action.MOVED] == 1
    entry = next(entry for entry in found if entry.action is Action.MOVED)
    assert entry.weight is Weight.MOVED
    assert entry.kinds == (EditKind.NUMBER,)


def test_the_same_edit_in_many_places_is_one_entry_with_its_places() -> None:
    before = "".join(
        f"第{number}条　市民課は、{what}を行う。\n" for number, what in zip(NUMBERS, ("届出", "証明", "調査", "記録"), strict=False)
    )
    found = entries(before, before.replace("市民課", "戸籍住民課"))
    assert actions(found) == {Action.REWORDED: 1}
    assert len(found[0].places) == 4


def test_an_edit_of_its_own_stays_with_its_clause() -> None:
    before = "第一条　市民課は、届出を三十日以内に受理する。\n第二条　市民課は、証明を行う。\n"
    after = before.replace("市民課", "戸籍住民課").replace("三十日", "六十日")
    found = entries(before, after)
    assert Counter(len(entry.places) for entry in found) == {2: 1, 1: 1}


def test_white_space_folds_into_one_formal_entry_at_the_end() -> None:
    before = "第一条　市長は、届出を受理する。\n第二条　市長は、証明を行う。\n第三条　市長は、三十日以内に決定する。\n"
    after = "第一条 市長は、届出を受理する。\n第二条 市長は、証明を行う。\n第三条　市長は、六十日以内に決定する。\n"
    found = entries(before, after)
    assert [entry.action for entry in found] == [Action.REWORDED, Action.SPACED]
    assert sum(len(part.edits) for part in found[1].places[0]) == 2


def test_the_same_row_twice_in_a_table_is_one_entry() -> None:
    rows = tuple(Row(number, "発生なし", "発生あり（電話番号を誤って印字した。）", {}, number) for number in (1, 2, 3))
    table = Table("表", 0, "tsv", {"before": "変更前", "after": "変更後"}, rows)
    for entry in gather_entries(diff_table(table)):
        assert [place[0].row for place in entry.places] == [1, 2, 3]


BEFORE = ordinance(*ARTICLES)
AFTER = ordinance(
    ARTICLES[1],
    ARTICLES[0].replace("架空市", "架空町"),
    ARTICLES[3].replace("届け出なければ", "届出なければ"),
    ARTICLES[4],
    "（雑則）\n第{}条　雑則。\n",
)


def test_entries_lead_with_what_matters_and_hold_every_edit_once() -> None:
    answer = diff(BEFORE, AFTER)
    found = gather_entries(answer)
    assert [entry.weight for entry in found] == sorted(entry.weight for entry in found)
    held = [id(edit) for entry in found for place in entry.places for part in place for edit in part.edits]
    assert sorted(held) == sorted(id(edit) for change in answer.changes for edit in change.edits)
    moved = [id(change) for change in answer.changes if change.moved]
    assert set(moved) <= {id(place[0].change) for entry in found for place in entry.places}


@pytest.mark.parametrize("kind", [EditKind.NUMBER, EditKind.ADDITION])
def test_filters_choose_edits_by_kind(kind: EditKind) -> None:
    answer = diff(BEFORE, AFTER)
    every = {edit.kind for change in answer.changes for edit in change.edits}
    only, rest = Filter(only=frozenset({kind})).diff(answer), Filter(ignore=frozenset({kind})).diff(answer)
    assert {edit.kind for change in only.changes for edit in change.edits} == {kind}
    assert {edit.kind for change in rest.changes for edit in change.edits} == every - {kind}


def test_a_moved_article_outlives_the_number_that_is_ignored() -> None:
    answer = diff(ordinance(*ARTICLES), ordinance(*ARTICLES[1:], ARTICLES[0]))
    assert [
        change.moved for change in Filter(ignore=frozenset({EditKind.NUMBER})).diff(answer).changes if change.status is Status.MODIFIED
    ] == [True]
    for kind in (EditKind.TERM, EditKind.NUMBER):
        assert not any(change.moved for change in Filter(only=frozenset({kind})).diff(answer).changes)


def test_filters_keep_what_is_unchanged_and_let_nothing_empty_stand() -> None:
    answer = Filter(substantive=True).diff(diff(BEFORE, AFTER))
    assert all(edit.substantive for change in answer.changes for edit in change.edits)
    assert all(change.edits for change in answer.changes if change.status is not Status.UNCHANGED)
    assert Filter().diff(answer) is answer
