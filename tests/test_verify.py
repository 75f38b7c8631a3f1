"""A declared change table against the two documents: what disagrees is said, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from aratame.cli import run
from aratame.engine import diff
from aratame.model import Document, Row, Severity, Span, Table
from aratame.reading import read
from aratame.reporting.schema import schema
from aratame.verifying import verify
from aratame.verifying.folding import Folded, widthless
from aratame.verifying.locating import Drift, locate
from aratame.verifying.quotations import quotations
from aratame.verifying.rules import EXPLANATIONS

if TYPE_CHECKING:
    from aratame.model import Finding

FLAGSHIP = Path(__file__).parent.parent / "corpora" / "flagship"
BEFORE = """みどり野市見守り要綱
（目的）
第一条　この要綱は、高齢者の
居宅を訪問することを目的とする。
（決定）
第二条　市長は、三十日以内に訪問の可否を決定し、申請者に通知するよう努めなければならない。
２　期間は、三年とする。
第三条　保存期間は、三年とする。
第四条　庶務は、高齢者支援課において処理する。
第五条　記録は、紙に残す。
"""
AFTER = """みどり野市見守り要綱
（目的）
第一条　この要綱は、高齢者の
居宅を訪問することを目的とする。
（決定）
第二条　市長は、十四日以内に訪問の可否を決定し、申請者に通知しなければならない。
２　期間は、五年とする。
第三条　保存期間は、五年とする。
第四条　庶務は、高齢者支援課において処理する。
第五条　記録は、電子媒体に残す。
（委託）
第六条　市長は、業務を委託することができる。
"""
WHOLE = (
    ("第二条", "市長は、三十日以内に訪問の可否を決定し、（略）", "市長は、十四日以内に訪問の可否を決定し、（略）"),
    ("第二条", "（略）通知するよう努めなければならない。", "（略）通知しなければならない。"),
    ("第二条第２項", "三年", "五年"),
    ("第三条", "三年", "五年"),
    ("第五条", "記録は、紙に残す。", "記録は、電子媒体に残す。"),
    ("第六条", "（新設）", "（委託） 第六条 市長は、業務を 委託することができる。"),
)


def table(*rows: tuple[str, str, str]) -> Table:
    made = tuple(Row(number, before, after, {"item": item}, number + 1) for number, (item, before, after) in enumerate(rows, 1))
    return Table("変更箇所.tsv", 100, "tsv", {"item": "項目", "before": "変更前", "after": "変更後"}, made)


def held(*rows: tuple[str, str, str], before: str = BEFORE, after: str = AFTER) -> list[Finding]:
    return list(verify(table(*rows), diff(Document("旧.txt", before), Document("新.txt", after))))


def said(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(finding.rule, finding.row) for finding in findings]


def test_a_table_that_declares_all_is_left_alone() -> None:
    assert held(*WHOLE) == []


@pytest.mark.parametrize("left_out", range(len(WHOLE)), ids=[f"row{number}" for number in range(1, len(WHOLE) + 1)])
def test_what_a_row_would_have_declared_is_missed(left_out: int) -> None:
    findings = held(*WHOLE[:left_out], *WHOLE[left_out + 1 :])
    assert said(findings) == [("undeclared-change", None)]
    assert findings[0].severity is Severity.ERROR
    assert findings[0].file == "新.txt"


def test_an_undeclared_change_is_placed_and_named() -> None:
    (finding,) = held(*WHOLE[:3], *WHOLE[4:])
    line = AFTER.splitlines()[finding.line - 1]
    assert line.startswith("第三条")
    assert line[finding.column - 1 :].startswith("五年")
    assert finding.message.ja.startswith("第三条：「三年」→「五年」が表にありません。")
    assert "“三年” → “五年” is not in the table" in finding.message.en


def test_a_deletion_is_placed_in_the_before_document() -> None:
    (finding,) = held(before=BEFORE, after=BEFORE.replace("第五条　記録は、紙に残す。\n", ""))
    assert finding.file == "旧.txt"
    assert BEFORE.splitlines()[finding.line - 1].startswith("第五条")


def test_only_the_part_that_no_row_quotes_is_missed() -> None:
    (finding,) = held(*WHOLE[:5], ("第六条", "（新設）", "第六条　市長は、業務を委託することができる。"))
    assert "「（委託）」の追加が表にありません" in finding.message.ja


def test_the_item_says_which_of_two_equal_changes_is_meant() -> None:
    findings = held(*WHOLE[:2], ("第三条", "三年", "五年"), *WHOLE[4:])
    assert [AFTER.splitlines()[finding.line - 1][:1] for finding in findings] == ["２"]


def test_a_declared_change_that_was_not_made() -> None:
    row = ("第四条", "高齢者支援課において処理する", "長寿社会課において処理する")
    findings = held(*WHOLE, row)
    assert said(findings) == [("change-not-made", 7)]
    assert "残って" in findings[0].message.ja


def test_a_declared_change_that_was_there_before() -> None:
    findings = held(*WHOLE, ("第四条", "長寿社会課において処理する", "高齢者支援課において処理する"))
    assert said(findings) == [("change-not-made", 7)]
    assert "既に" in findings[0].message.ja


def test_a_declared_change_between_places_that_read_the_same() -> None:
    assert said(held(*WHOLE, ("", "目的とする", "高齢者の居宅"))) == [("change-not-made", 7)]


@pytest.mark.parametrize("side", [1, 2])
def test_a_cell_that_stands_nowhere(side: int) -> None:
    row = list(WHOLE[4])
    row[side] = "この欄は別の要綱から写したものである。"
    findings = held(*WHOLE[:4], (row[0], row[1], row[2]), WHOLE[5])
    assert ("not-a-quotation", 5) in said(findings)
    assert any(rule == "undeclared-change" for rule, _ in said(findings))


def test_a_cell_that_drifted_says_how() -> None:
    row = (WHOLE[0][0], "市長は、三十日以内で訪問の可否を決定し、（略）", WHOLE[0][2])
    (finding,) = held(row, *WHOLE[1:])
    assert (finding.rule, finding.severity, finding.row) == ("drifted-quotation", Severity.WARNING, 1)
    assert "表「で」・文書「に」" in finding.message.ja


def test_width_is_a_hint() -> None:
    row = ("第五条", "記録は、紙に残す｡", "記録は、電子媒体に残す。")
    (finding,) = held(*WHOLE[:4], row, WHOLE[5])
    assert (finding.rule, finding.severity) == ("drifted-quotation", Severity.HINT)


def test_formal_changes_that_no_row_declares_are_hints() -> None:
    findings = held(before="第一条　書類を取り扱う。\n", after="第一条　書類を取扱う。\n")
    assert [(finding.rule, finding.severity) for finding in findings] == [("undeclared-change", Severity.HINT)]


def test_white_space_needs_no_row() -> None:
    assert held(before="第一条　書類を取り扱う。\n", after="第一条　書類を\n取り扱う。\n") == []


def test_rows_without_a_visible_change_are_not_ours() -> None:
    assert held(*WHOLE, ("第四条", "高齢者支援課", "高齢者支援課"), ("別添", "（略）", "（略）"), ("", "", "")) == []


def test_a_cell_may_jump_at_its_line_breaks() -> None:
    cells = (
        "第二条　市長は、三十日以内に訪問の可否を決定し、\n第三条　保存期間は、三年",
        "第二条　市長は、十四日以内に訪問の可否を決定し、\n第三条　保存期間は、五年",
    )
    assert held(("", *cells), *WHOLE[1:3], *WHOLE[4:]) == []


def test_dots_of_the_document_are_no_elision() -> None:
    before, after = "第一条　甲・・・乙とする。\n", "第一条　甲・・・丙とする。\n"
    assert held(("", before, after), before=before, after=after) == []
    assert held(("", "第一条…乙とする。", "第一条…丙とする。"), before=before, after=after) == []


@pytest.mark.parametrize("layout", ["henko", "taisho"])
def test_the_tables_that_we_write_declare_all(layout: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / {"henko": "変更箇所.csv", "taisho": "新旧対照表.docx"}[layout]
    pair = [str(FLAGSHIP / name) for name in ("before.txt", "after.txt")]
    assert run(["diff", *pair, "--layout", layout, "-o", str(written)]) == 0
    assert run(["verify", str(written), *pair]) == 0
    assert capsys.readouterr().out == "表と文書は一致しています。\n"


def test_the_command_answers_as_check_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("旧.txt", BEFORE), ("新.txt", AFTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    rows = ["項目\t変更前\t変更後", *("\t".join(row) for row in WHOLE[:5])]
    (tmp_path / "表.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    arguments = [str(tmp_path / name) for name in ("表.tsv", "旧.txt", "新.txt")]
    assert run(["verify", *arguments, "--format", "json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert list(Draft202012Validator(schema("verify")).iter_errors(answer)) == []
    assert [finding["rule"] for finding in answer["findings"]] == ["undeclared-change"]
    assert run(["verify", *arguments]) == 1
    assert "[undeclared-change]" in capsys.readouterr().out
    assert run(["verify", arguments[0], "-", "-"]) == 2
    assert run(["verify", arguments[1], *arguments[1:]]) == 2


@pytest.mark.parametrize("rule", EXPLANATIONS)
def test_every_finding_is_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", rule]) == 0
    assert "なぜ大事か" in capsys.readouterr().out


def test_the_example_in_the_guide_has_one_fault_of_each_sort_that_it_tells_of() -> None:
    declared = read(FLAGSHIP.parent / "declared" / "henko.tsv", want="table")
    assert isinstance(declared, Table)
    found = verify(declared, diff(FLAGSHIP / "before.txt", FLAGSHIP / "after.txt"))
    assert [finding.rule for finding in found if finding.severity is not Severity.HINT] == [
        "drifted-quotation",
        "change-not-made",
        "undeclared-change",
    ]


def test_a_table_of_another_document_is_refused_row_by_row() -> None:
    declared = read(FLAGSHIP / "henko.tsv", want="table")
    assert isinstance(declared, Table)
    found = verify(declared, diff(Document("旧", BEFORE), Document("新", AFTER)))
    visible = {row.number for row in declared.rows if row.before != row.after}
    assert {finding.row for finding in found if finding.row} == visible
    assert {finding.rule for finding in found} <= set(EXPLANATIONS)


# --- the parts


def test_a_place_that_drifted_is_found_in_a_long_document() -> None:
    filler = "".join(f"第{number}条　雑則その{number}を定める。\n" for number in range(3000))
    text = f"{filler}第九千条　本人から提示された個人番号カードの記載と照合して、特定個人情報を取り扱う者を限定する。\n{filler}"
    quoted = "本人から提示された個人番号カード及び住民基本台帳カードの記載と照合して、特定個人情報を取り扱う者を限定する。"
    found = locate(quoted, document := Folded(text))
    assert found is not None
    assert found.drifts == (Drift("及び住民基本台帳カード", ""),)
    (span,) = found.spans
    assert text[slice(*document.original(span))] == quoted.replace("及び住民基本台帳カード", "")


def test_words_that_are_not_there_are_not_found() -> None:
    assert locate("災害時の業務継続計画について訓練を行う。", Folded(BEFORE)) is None
    assert locate("無", Folded("")) is None


@given(st.text(max_size=40), st.data())
@settings(deadline=None)
def test_folded_spans_lead_back_to_the_letters(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        original = folded.original(Span(start, end))
        assert "".join(text[slice(*original)].split()) == "".join(folded.text[start:end].split())
        assert folded.folded(original) == (start, end)


@given(st.text())
def test_width_keeps_the_number_of_letters(text: str) -> None:
    assert len(widthless(text)) == len(text)
    assert widthless("（１）①Ⅲ") == "(1)①Ⅲ"


@given(st.text(st.sampled_from("あ略（）(1２～・…\n　第条")))
def test_any_cell_can_be_parted(cell: str) -> None:
    assert all(piece.strip() == piece and piece for piece in quotations(cell))


@given(
    st.lists(st.sampled_from(["三年", "五年", "（略）", "第二条", "", "記録は、紙に残す。", "\n"]), max_size=6).map("".join), st.booleans()
)
@settings(deadline=None, max_examples=30)
def test_any_row_is_answered(cell: str, turned: bool) -> None:  # noqa: FBT001  drawn
    row = ("", "期間は、三年とする。", cell) if turned else ("", cell, "期間は、五年とする。")
    rows = table(*WHOLE, row).rows
    findings = verify(table()._replace(rows=rows), diff(BEFORE, AFTER))
    assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)
