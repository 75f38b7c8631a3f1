"""The 新旧対照表 before it is a file: what stands in which row, what is left out, what is marked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aratame.engine import diff, diff_table
from aratame.layouts import Layout
from aratame.model import Diff, Document
from aratame.reporting import taisho
from aratame.reporting.passages import passages
from aratame.reporting.sheets.sheet import cell_text, joined
from aratame.reporting.taisho.rows import taisho_rows

if TYPE_CHECKING:
    from aratame.reporting.sheets.sheet import Cell

CASES = Path(__file__).parent / "cases" / "taisho" / "rules.md"
BLOCK = re.compile(r"^```(旧|新|表)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def cases() -> list[tuple[str, dict[str, str]]]:
    sections = CASES.read_text(encoding="utf-8").split("\n## ")[1:]
    return [(section.split("\n")[0], dict(BLOCK.findall(section))) for section in sections]


def shown(cell: Cell) -> list[str]:
    return ["".join(f"［{run.text}］" if run.changed else run.text for run in line) for line in cell]


def table(answer: Diff) -> str:
    """The rows as the case file writes them: the after text, then the before text behind ｜."""
    lines: list[str] = []
    for row in taisho_rows(passages(answer)[None]):
        lines += (line for block in row for line in shown(block.after))
        lines += (f"｜{line}" for block in row for line in shown(block.before))
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(("blocks"), [blocks for _, blocks in cases()], ids=[f"case{at}" for at in range(1, len(cases()) + 1)])
def test_rules_of_the_trade(blocks: dict[str, str]) -> None:
    assert table(diff(blocks["旧"], blocks["新"])) == blocks["表"]


BEFORE = "架空市条例\n（目的）\n第一条　甲とする。\n（報告）\n第二条　職員は、結果を記録して報告する。\n（庶務）\n第三条　庶務は、総務課が行う。\n"
AFTER = "架空市条例\n（目的）\n第一条　甲とする。\n（庶務）\n第二条　庶務は、総務課が行う。\n（報告）\n第三条　職員は、結果を記録して報告する。\n"


def test_an_article_that_moved_stands_beside_what_it_was() -> None:
    assert "（報告）\n［第三条］　（略）\n｜（報告）\n｜［第二条］　（略）\n" in table(diff(BEFORE, AFTER))


SENTENCE = "前項の届出には、市長が別に定める書類を添えなければならない。\n"
WENT = (
    f"第一条　甲は、市長に届け出る。\n２　{SENTENCE}第二条　乙は、手数料を納める。\n２　手数料は、返さない。\n",
    f"第一条　甲は、市長に届け出る。\n第二条　乙は、手数料を納める。\n２　手数料は、返さない。\n３　{SENTENCE}",
)


def test_a_paragraph_that_went_to_another_article_stands_beside_what_it_was() -> None:
    said = table(diff(*WENT))
    assert f"［３］　{SENTENCE}｜第二条　乙は、手数料を納める。\n｜２　（略）\n｜［２］　{SENTENCE}" in said
    assert said.count(SENTENCE) == 2
    assert "（削る）" not in said
    assert "（新設）" not in said


def test_what_went_to_another_article_is_remarked_in_both() -> None:
    sheet = taisho.sheet(diff(*WENT), Layout())
    assert [column.header for column in sheet.columns] == ["改正後", "改正前", "備考"]
    remarks = [cell_text(joined(row)[2]) for row in sheet.rows]
    assert remarks == ["旧第一条第２項は第二条第３項へ移動", "第二条第３項は旧第一条第２項から移動"]
    assert len(taisho.sheet(diff(BEFORE, AFTER), Layout()).columns) == 2


def test_items_that_went_together_are_remarked_together() -> None:
    items = "一　所轄の警察署への届出書\n二　管轄の消防署への届出書\n三　最寄りの保健所への届出書\n"
    first = "（届出）\n第一条　甲は、催しを行う日の三十日前までに、市長に届け出なければならない。\n"
    second = "（帳簿）\n第二条　乙は、催しの収支を明らかにした帳簿を備え、五年の間保存しなければならない。\n"
    sheet = taisho.sheet(diff(f"{first}{items}{second}", f"{first}{second}{items}"), Layout())
    assert [cell_text(joined(row)[2]) for row in sheet.rows] == [
        "旧第一条第一号～第三号は第二条第一号～第三号へ移動",
        "第二条第一号～第三号は旧第一条第一号～第三号から移動",
    ]


def test_what_was_deleted_below_a_paragraph_goes_with_it() -> None:
    lead = "届出書には、規則で定めるところにより、次に掲げる事項を書かなければならない。\n"
    before = f"第一条　甲は、市長に届け出る。\n２　{lead}一　氏名\n二　職業及び勤務先の所在地\n第二条　乙は、手数料を納める。\n"
    after = f"第一条　甲は、市長に届け出る。\n第二条　乙は、手数料を納める。\n２　{lead}一　氏名\n"
    last = taisho_rows(passages(diff(before, after))[None])[-1]
    assert "［二　職業及び勤務先の所在地］" in [line for block in last for line in shown(block.before)]


def test_clauses_that_changed_their_order_are_not_left_out() -> None:
    fees, books = "手数料は、前納とし、返さない。", "帳簿は、五年の間保存する。"
    said = table(
        diff(
            f"第一条　甲とする。\n２　{fees}\n３　{books}\n４　丁とする。\n",
            f"第一条　甲とする。\n２　{books}\n３　{fees}\n４　戊とする。\n",
        )
    )
    assert said.count(fees) == said.count(books) == 2


def test_a_number_on_a_line_of_its_own_is_set_before_its_text() -> None:
    before = "第一条\n\n　甲は、市長に届け出る。\n２\n　乙は、三十日以内に\n届け出る。\n"
    assert table(diff(before, before.replace("三十日", "六十日"))) == (
        "第一条　（略）\n２　乙は、［六十日］以内に\n届け出る。\n｜第一条　（略）\n｜２　乙は、［三十日］以内に\n｜届け出る。\n"
    )


def test_a_sentence_that_was_wrapped_keeps_all_its_lines() -> None:
    wrapped = "第一条　甲は、三十日以内に\n乙及び\n丙及び\n丁並びに\n戊に、六十日の間\n届け出る。\n"
    assert "（略）" not in table(diff(wrapped, wrapped.replace("三十日", "十日").replace("六十日", "九十日")))


def test_what_differs_in_blanks_alone_is_left_out() -> None:
    before = "第一条　甲は、市長に届け出なければならない。\n第二条　乙とする。\n"
    assert table(diff(before, before.replace("市長に", "市長に ").replace("乙", "丙"))).startswith("第一条　（略）\n｜第一条　（略）\n")


def test_provisions_of_one_name_are_no_range() -> None:
    old = "附　則\nこの条例は、平成元年四月一日から施行する。\n附　則\nこの条例は、平成五年四月一日から施行する。\n"
    said = table(diff(f"第一条　甲とする。\n{old}", f"第一条　乙とする。\n{old}"))
    assert said.endswith("附　則　（略）\n｜附　則　（略）\n")


def test_a_page_break_is_no_row() -> None:
    assert (
        table(diff("第一条　甲とする。\n\f\n附則\n一日から施行する。\n", "第一条　乙とする。\n附則\n一日から施行する。\n")).count(
            "（削る）"
        )
        == 0
    )


def test_tables_in_a_text_lose_the_lines_that_did_not_change() -> None:
    lines = [f"{number}の項\t事務{number}\n" for number in range(1, 30)]
    before = "別表第一（第三条関係）\n" + "".join(lines)
    after = before.replace("事務15\n", "事務十五\n")
    (row,) = taisho_rows(passages(diff(before, after))[None])
    for side in (row[0].before, row[0].after):
        assert cell_text(side).count("（略）") == 2
        assert len(side) < 10


def test_the_title_stands_over_the_table() -> None:
    sheet = taisho.sheet(diff(BEFORE, AFTER), Layout())
    assert sheet.title == "架空市条例新旧対照表"
    assert "架空市条例" not in cell_text(joined(sheet.rows[0])[0])


def test_the_layout_chooses_sides_and_words() -> None:
    left = taisho.sheet(diff(BEFORE, AFTER), Layout())
    right = taisho.sheet(diff(BEFORE, AFTER), Layout(new="right", header="新/旧"))
    assert [column.header for column in left.columns] == ["改正後", "改正前"]
    assert [column.header for column in right.columns] == ["旧", "新"]
    assert [part[::-1] for row in left.rows for part in row] == [part for row in right.rows for part in row]


def test_a_table_is_marked_and_nothing_of_it_left_out() -> None:
    text = "項目\t変更前の記載\t変更後の記載\n①部署\t市民生活局の窓口\t市民協働局の窓口\n②期間\t三年\t三年\n"
    sheet = taisho.sheet(diff_table(text), Layout())
    assert [column.header for column in sheet.columns] == ["項目", "改正後", "改正前"]
    rows = [[shown(cell) for cell in joined(row)] for row in sheet.rows]
    assert rows == [[["①部署"], ["［市民協働局］の窓口"], ["［市民生活局］の窓口"]], [["②期間"], ["三年"], ["三年"]]]


LINES = st.lists(
    st.sampled_from(
        [
            "第一条　甲とする。",
            "第二条　乙とする。",
            "第三条　丙とする。",
            "２　市長は、定める。",
            "３　区長は、定める。",
            "一　申請書",
            "二　台帳",
            "（雑則）",
            "附　則",
            "・",
        ]
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(LINES, LINES)
def test_every_word_that_changed_stands_in_the_table(before: str, after: str) -> None:
    """What was added or deleted is all there, marked, on its own side and in its own order."""
    answer = diff(Document("旧", before), Document("新", after))
    blocks = [block for row in taisho_rows(passages(answer)[None]) for block in row]
    for change in answer.changes:
        for edit in change.edits:
            old, new = ("".join(side.text.split()) for side in (edit.before, edit.after))
            assert old in "".join(marked(block.before) for block in blocks)
            assert new in "".join(marked(block.after) for block in blocks)


def marked(cell: Cell) -> str:
    return "".join("".join(run.text.split()) for line in cell for run in line if run.changed)
