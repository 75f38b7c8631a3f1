"""The cells of a before/after table: what says that the other side's provision is new, or gone, is no text."""

from __future__ import annotations

import json

import pytest

from aratame import TableDiff
from aratame.engine import diff_table
from aratame.model import EditKind, Status
from aratame.reporting import Wishes, json_report

ARTICLE = "（委託）\n第四条　市長は、業務を委託する。\n２　前項の契約は、書面による。"


def answer(before: str, after: str) -> TableDiff:
    cells = (cell.replace("\n", "<br>") for cell in (before, after))
    return diff_table(f"| 改正前 | 改正後 |\n|---|---|\n| {' | '.join(cells)} |\n")


@pytest.mark.parametrize("sign", ["（新設）", "(新設)", "［新設］", "（追加）", "（新規）"])
def test_beside_a_sign_of_absence_all_is_new(sign: str) -> None:
    (row,) = answer(sign, ARTICLE).rows
    assert [change.status for change in row.changes] == [Status.ADDED, Status.ADDED]
    assert [(edit.kind, edit.before.text) for change in row.changes for edit in change.edits] == [(EditKind.ADDITION, "")] * 2
    assert row.row.before == sign


@pytest.mark.parametrize("sign", ["（削る）", "（削除）", "〔削る〕", "（廃止）"])
def test_beside_a_sign_of_absence_all_is_gone(sign: str) -> None:
    (row,) = answer(ARTICLE, sign).rows
    assert [change.status for change in row.changes] == [Status.DELETED, Status.DELETED]
    assert [(edit.kind, edit.after.text) for change in row.changes for edit in change.edits] == [(EditKind.DELETION, "")] * 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("（削る）", ARTICLE),
        (ARTICLE, "（新設）"),
        ("（新設）", "（削る）"),
        ("新設", "施設の新設"),
        ("第四条　届け出る。", "第四条　削除"),
    ],
)
def test_other_cells_are_text(before: str, after: str) -> None:
    (row,) = answer(before, after).rows
    assert row.before_clauses
    assert row.after_clauses


def test_a_range_that_ends_where_no_provision_is_seen_is_answered() -> None:
    (row,) = answer("甲は、第三項から第一項までを守る。", "甲は、第四項から第一項までを守る。").rows
    assert [(edit.kind, edit.before.text, edit.after.text) for change in row.changes for edit in change.edits] == [
        (EditKind.CITATION, "第三項", "第四項")
    ]


def test_the_answer_comes_back_from_json() -> None:
    made = answer("（新設）", ARTICLE)
    written = json_report.table_report(made, Wishes(unchanged=True))
    assert json_report.table_report(TableDiff.from_json(json.loads(written)), Wishes(unchanged=True)) == written


SHEET = (
    "項目\t変更前の記載\t変更後の記載\n"
    "第二条（定義） ３\t\t３　この条例において「指定管理者」とは、市長が指定する者をいう。\n"
    "第二条（定義） ４\t３　この条例において「利用者」とは、施設を利用する者をいう。\t４　この条例において「利用者」とは、施設を利用する者をいう。\n"
)


@pytest.mark.parametrize(
    ("item", "before", "after", "kind"),
    [
        ("第五条（許可）", "第五条　第二条第三項の利用者は、届け出る。", "第五条　第二条第四項の利用者は、届け出る。", EditKind.NUMBER),
        ("第五条（許可） ２", "２　第二条第三項の利用者は、届け出る。", "２　第二条第四項の利用者は、届け出る。", EditKind.NUMBER),
        ("第二条（定義） ６", "６　第三項の利用者は、届け出る。", "６　第四項の利用者は、届け出る。", EditKind.NUMBER),
        ("第五条（許可） ２", "２　第三項の利用者は、届け出る。", "２　第四項の利用者は、届け出る。", EditKind.CITATION),
        ("第五条（許可） ２", "２　第二条第三項の利用者は、届け出る。", "２　第二条第五項の利用者は、届け出る。", EditKind.CITATION),
        ("第二条（定義） ６", "６　前項の利用者は、届け出る。", "６　第三項の利用者は、届け出る。", EditKind.CITATION),
    ],
)
def test_items_say_where_the_rows_of_a_sheet_stand(item: str, before: str, after: str, kind: EditKind) -> None:
    row = diff_table(f"{SHEET}{item}\t{before}\t{after}\n").rows[-1]
    assert [edit.kind for change in row.changes for edit in change.edits] == [kind]


def test_an_article_that_came_in_has_no_earlier_version() -> None:
    row = diff_table(
        "項目\t変更前の記載\t変更後の記載\n"
        "第六条（報告）\t\t第六条　市長は、利用者に報告を求めることができる。\n"
        "第六条（報告） ２\t５　職員は、証明書を携帯する。\t２　職員は、証明書を携帯する。\n"
        "第九条（雑則）\t第六条　必要な事項は、規則で定める。\t第九条　必要な事項は、規則で定める。\n"
        "第十条（準用）\t第十条　第六条の規定は、準用する。\t第十条　第九条の規定は、準用する。\n"
    ).rows[-1]
    assert [edit.kind for change in row.changes for edit in change.edits] == [EditKind.NUMBER]


def test_a_paragraph_that_is_left_out_is_still_the_one_before() -> None:
    (change,) = diff_table("改正前\t改正後\n２　第一項の届出は、書面による。\t２　前項の届出は、書面による。\n").rows[0].changes
    assert [(edit.kind, edit.substantive) for edit in change.edits] == [(EditKind.CITATION, False)]


def test_what_a_sheet_does_not_show_has_kept_its_number() -> None:
    row = diff_table(f"{SHEET}第二条（定義） ８\t７　前二項の利用者は、届け出る。\t８　第五項及び第六項の利用者は、届け出る。\n").rows[-1]
    edits = [(edit.before.text, edit.kind) for change in row.changes for edit in change.edits]
    assert edits == [("７", EditKind.NUMBER), ("前二項", EditKind.NUMBER)]
