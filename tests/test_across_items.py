"""A sheet of changes that is read back: where its rows stand is what their items say, and what no row lists is the same on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aratame.engine import diff, diff_table
from aratame.entries import is_space
from aratame.layouts import Layout
from aratame.model import EditKind
from aratame.reporting import Wishes
from aratame.reporting.sheets import delimited, excel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from aratame.model import Change, TableDiff

Words = tuple[EditKind, str, str]

ARTICLES = (
    "第一章　総則\n（目的）\n第一条　甲とする。\n（届出）\n第二条　乙は、市長に届け出る。\n２　前条の規定にかかわらず、丙は届け出ない。\n"
    "（委託）\n第三条　前条の届出は、委託できる。\n２　次条第三項の規定は、準用する。\n第四条　丁とする。\n２　戊とする。\n３　己とする。\n"
)
ITEMS = (
    "第五条　次の者は、届け出る。\n一　氏名を変えた者\n二　住所を変えた者（前号に掲げる者を除く。）\n三　勤務先を変えた者\n四　その他の者\n"
    "２　前項第二号から第四号までの者は、書面による。\n３　第一項第三号の者は、手数料を納める。\n"
)
SUBITEMS = "第六条　次のとおりとする。\n一　次に掲げる書類（ハに掲げるものを除く。）\nイ　申請書\nロ　図面\nハ　写真\n二　前号ハに掲げる書類\n三　その他\n"
PARAGRAPHS = (
    "第七条　甲とする。\n２　乙とする。\n３　前項に規定する乙は、第一項の甲とみなす。\n"
    "４　次に掲げる者は、前二項の規定によらない。\n一　学生\n二　児童\n第八条　丁とする。\n"
)
BRANCHES = "第九条　甲とする。\n第九条の二　乙とする。\n第九条の三　前条の乙は、第九条の甲とみなす。\n第十条　前条の規定は、準用する。\n"
SUPPLEMENTS = (
    "第一条　甲とする。\n第二条　乙とする。\n附　則\n第一条　この条例は、公布の日から施行する。\n"
    "第二条　前条の規定にかかわらず、第二条は、令和七年四月一日から施行する。\n附　則（令和五年架空市条例第三号）\n"
    "第一条　この条例は、公布の日から施行する。\n第二条　前条の規定は、適用しない。\n"
)
MARKDOWN = (
    "# 架空規程\n\n## 第3章　勤務\n\n### 第21条　場所\n\n1. 会社が定める。\n2. 第1項の規定にかかわらず、変えることがある。\n\n"
    "### 第22条　時間\n\n* 九時から\n* 十七時まで\n"
)
NOTICE = (
    "第１　目的\n１　甲とする。\n(1) 乙とする。\n(2) (1)の乙は、丙とする。\nア　丁とする。\nイ　アの丁は、戊とする。\n２　１の甲は、己とする。\n"
    "第２　届出\n１　第１の２の己は、届け出る。\n"
)
ASSESSMENT = (
    "Ⅱ ファイルの概要\n3. 入手・使用\n①入手元　本人から入手する。\n②入手方法　窓口による。\n③使用目的　②の方法で入手した情報を確認する。\n"
    "④使用の主体　③の目的のため、市民課の職員が使用する。\nⅢ リスク対策\n3. 使用\nリスク1： 目的を超えた紐付け\n①対策　Ⅱ 3. ③の目的に限る。\n"
    "(1) 委託先を確認する。\n(2) (1)の結果を記録する。\n"
)


def shifted(text: str, *changes: tuple[str, str]) -> tuple[str, str]:
    """A text before and after the changes."""
    after = text
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    return text, after


PAIRS = {
    "an article came in": shifted(ARTICLES, ("次条第三項", "第五条第三項"), ("第四条　丁", "第四条　新しい条とする。\n第五条　丁")),
    "the article before is cited by its number": shifted(
        ARTICLES, ("第四条　丁", "第五条　丁"), ("（委託）\n第三条　前条", "第三条　新たに置く。\n（委託）\n第四条　第二条")
    ),
    "an item came in": shifted(
        ITEMS, ("四　その他", "五　その他"), ("第四号", "第五号"), ("第三号", "第四号"), ("三　勤務先", "三　番号を変えた者\n四　勤務先")
    ),
    "an item of a range went": shifted(
        ITEMS,
        ("一　氏名を変えた者\n", "一　氏名を変えた者（法人を除く。）\n"),
        ("二　住所を変えた者（前号に掲げる者を除く。）\n", "二　削除\n"),
        ("第二号から", "第三号から"),
    ),
    "items with a heading": shifted(
        "第十六条　次の者とする。\n一　届出者の記録\nイ　申請に関する記録（次号に掲げる者を除く。）\n二　登録者の記録\n第十七条　丁とする。\n",
        ("第十七条", "第十八条"), ("第十六条", "第十七条"), ("次号", "第二号"), ("第十七条　次", "第十六条　新たに置く。\n第十七条　次"),
    ),
    "items of articles that went on": shifted(
        "第一条　次の者とする。\n一　子\n二　届出をした者\n第二条　次の者とする。\n一　丑\n二　寅\n三　卯（前号に掲げる者を除く。）\n",
        ("届出をした者", "申請をした者"), ("前号", "第二号"), ("第二条", "第三条"), ("第一条", "第一条　新たに置く。\n第二条"),
    ),
    "a subitem went": shifted(SUBITEMS, ("ロ　図面\n", ""), ("ハ", "ロ")),
    "a paragraph came in": shifted(
        PARAGRAPHS, ("４　次", "５　次"), ("３　前", "４　前"), ("２　乙", "２　丙を置く。\n３　乙"), ("一　学生\n二　児童\n", "一　生徒\n")
    ),
    "a paragraph went to another article": shifted(
        PARAGRAPHS,
        ("３　前項に規定する乙は、第一項の甲とみなす。\n", ""),
        ("４　次に掲げる者は、前二項", "３　次に掲げる者は、前項"),
        ("丁とする。\n", "丁とする。\n２　前条第二項に規定する乙は、同条第一項の甲とみなす。\n"),
    ),
    "a branch came in": shifted(BRANCHES, ("第九条の三　前条", "第九条の三　新たに置く。\n第九条の四　第九条の二")),
    "two supplementary provisions": shifted(SUPPLEMENTS, ("二条　前条の規定は、", "二条　新しい。\n第三条　第一条の規定は、"), ("令和七年", "令和八年")),
    "headings and bullets": shifted(MARKDOWN, ("第1項の", "前項の"), ("第21条", "第20条"), ("第22条", "第21条"), ("* 九時", "1. 九時")),
    "a notice": shifted(
        NOTICE, ("第１の２", "第１の３"), ("２　１の", "３　２の"), ("イ　アの", "ウ　イの"), ("ア　丁", "ア　新たに置く。\nイ　丁"), ("１　甲", "１　新しい。\n２　甲")
    ),
    "an assessment": shifted(
        ASSESSMENT, ("④使用", "⑤使用"), ("③の", "④の"), ("③使用目的", "③入手時期　随時入手する。\n④使用目的"), ("(1)の", "(2)の"),
        ("(2) ", "(3) "), ("(1) ", "(1) 業者を選ぶ。\n(2) "),
    ),
}  # fmt: skip


def words(changes: Iterable[Change]) -> list[Words]:
    """(kind, before, after) of every edit in order, blanks apart."""
    edits = [edit for change in changes for edit in change.edits if not is_space(edit)]
    return [(edit.kind, "".join(edit.before.text.split()), "".join(edit.after.text.split())) for edit in edits]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", PAIRS)
def test_a_sheet_reads_back_as_what_was_found(name: str, form: str, tmp_path: Path) -> None:
    answer = diff(*PAIRS[name])
    report = {"csv": delimited, "xlsx": excel}[form].diff_report(answer, Wishes(layout="henko", page=Layout()))
    path = tmp_path / f"henko.{form}"
    path.write_bytes(report)
    found = words(answer.changes)
    assert found
    assert words(change for row in diff_table(path).rows for change in row.changes) == found


def read(*rows: str) -> TableDiff:
    return diff_table("\n".join(("項目\t変更前の記載\t変更後の記載", *rows)) + "\n")


CAME = "第八条（報告）\t\t第八条　市長は、報告を求める。", "第九条（雑則）\t第八条　丁とする。\t第九条　丁とする。"
SPLIT = "第五条 ３\t２　乙とする。\t３　乙とする。"
NUMBER, CITATION = EditKind.NUMBER, EditKind.CITATION


@pytest.mark.parametrize(
    ("rows", "row", "kind"),
    [
        # 第七条 has no row: between 第六条 and 第八条 it stands on both sides
        (CAME, "第七条（委託）\t第七条　次条の丁は、委託する。\t第七条　第九条の丁は、委託する。", NUMBER),
        (CAME, "第七条（委託）\t第七条　次条の丁は、委託する。\t第七条　第十条の丁は、委託する。", CITATION),
        (CAME, "第十条（準用）\t第九条　前条の規定は、準用する。\t第十条　前条及び第八条の規定は、準用する。", EditKind.ADDITION),
        ((SPLIT,), "第五条 ３ 一\t一　前項の者\t一　第二項の者", CITATION),
        ((SPLIT,), "第五条 ４\t３　前項の乙とする。\t４　第三項の乙とする。", NUMBER),
        # the item says where the clause stood
        ((), "第八条 ２（旧第七条 ３）\t３　前項の乙とする。\t２　前条第二項の乙とする。", NUMBER),
        ((), "第八条 ２\t３　前項の乙とする。\t２　前条第二項の乙とする。", CITATION),
    ],
)
def test_rows_are_read_with_what_the_others_say(rows: tuple[str, ...], row: str, kind: EditKind) -> None:
    found = [edit for change in read(*rows, row).rows[-1].changes for edit in change.edits]
    assert found[-1].kind is kind


def test_what_a_sheet_does_not_list_is_cited_as_it_was() -> None:
    row = read("第二条（定義） ３\t\t３　新たに置く。", "第二条（定義） ４\t３　利用者をいう。\t４　利用者をいう。",
               "第九条\t第九条　第二条第三項及び第七条の者は、届け出る。\t第九条　第二条第四項及び第七条の者は、届け出る。").rows[-1]  # fmt: skip
    assert [(edit.kind, edit.before.text) for change in row.changes for edit in change.edits] == [(NUMBER, "第二条第三項")]


def test_the_only_clause_of_a_cell_is_the_one_that_holds_the_other_cell() -> None:
    before = "五　組合（第九項の組合をいう。）を通じ、その発行する株式を払込みにより取得しようとする居住者又は非居住者との間で契約を締結する会社であること。"
    after = "四　次のいずれかの会社であること。\nイ　組合を通じ、その株式を取得しようとする個人又は法人との間で契約を締結する会社"
    (first, *_) = diff(before, after).changes
    assert ([clause.path for clause in first.before], first.after[0].path) == ([("五",)], ("四",))


def test_the_place_from_which_a_clause_came_is_named(tmp_path: Path) -> None:
    path = tmp_path / "henko.csv"
    path.write_bytes(delimited.diff_report(diff(*PAIRS["a paragraph went to another article"]), Wishes(layout="henko", page=Layout())))
    assert "第八条 ２（旧第七条 ３）" in [row.row.cells["item"] for row in diff_table(path).rows]


def test_between_two_changes_of_a_table_of_contents_as_much_is_kept_as_of_a_sentence(tmp_path: Path) -> None:
    entries = [f"第{n}章　{n}の届出（第{n}条）\n" for n in "一二三四五六七八九"]
    before, body = "目次\n" + "".join(entries), "".join(f"第{n}章　{n}の届出\n第{n}条　{n}は、届け出る。\n" for n in "一二三四五六七八九")
    after = before.replace("第一条）", "第一条・第一条の二）").replace("九の届出", "九の申請")
    path = tmp_path / "henko.csv"
    path.write_bytes(delimited.diff_report(diff(before + body, after + body), Wishes(layout="henko", page=Layout())))
    shown = diff_table(path).rows[0].row.before
    assert shown == "".join(("目次\n", *entries[:3], "（略）\n", *entries[6:])).rstrip()


PARTS = st.sampled_from(
    ["第五条", "第五条の二", "第六条（届出）", "２", "3", "一", "イ", "(1)", "附　則", "第二章　届出", "③", "甲", "（旧第五条 ２）"]
)
CELLS = st.lists(
    st.sampled_from(
        ["第五条　甲。", "第六条　前条の甲。", "２　次項の乙。", "一　前号の丙。", "イ　丁", "③　(1)の戊。", "第九百九十九条　前各条。"]
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(st.lists(PARTS, max_size=4), CELLS, CELLS), min_size=1, max_size=5))
def test_items_that_contradict_the_cells_are_answered(rows: list[tuple[list[str], list[str], list[str]]]) -> None:
    lines = [[" ".join(item), "<br>".join(before), "<br>".join(after)] for item, before, after in rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in (["項目", "変更前", "変更後"], ["---"] * 3, *lines))
    for row in diff_table(table + "\n").rows:
        for change in row.changes:
            assert all(edit.before.text != edit.after.text for edit in change.edits)
