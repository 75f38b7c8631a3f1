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


def test_a_paragraph_that_went_to_another_article_is_gone_here_and_new_there() -> None:
    sentence = "２　前項の届出には、市長が別に定める書類を添えなければならない。\n"
    before = f"第一条　甲は、市長に届け出る。\n{sentence}第二条　乙は、手数料を納める。\n"
    after = f"第一条　甲は、市長に届け出る。\n第二条　乙は、手数料を納める。\n{sentence}"
    said = table(diff(before, after))
    assert said.count(f"［{sentence[:-1]}］") == 2
    assert "（削る）" not in said
    assert "（新設）" not in said  # beside other text it would be read as a paragraph


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
