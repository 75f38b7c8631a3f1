"""Tables to hand in as files: they read back as what was found, run nothing, and are the same on every day."""

from __future__ import annotations

import contextlib
import csv
import io
import runpy
import zipfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock

from aratame.cli import run
from aratame.engine import diff, diff_table
from aratame.entries import is_space
from aratame.layouts import Layout
from aratame.model import Diff, Table
from aratame.reading import read
from aratame.reporting import LAID_OUT, Wishes, henko, report_module
from aratame.reporting.sheets import delimited, excel, markdown, word
from aratame.reporting.sheets.formulas import begins_like_formula
from aratame.reporting.sheets.sheet import Column, Run, Sheet, cell_text, joined, lines_of, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from aratame.model import Change

ROOT = Path(__file__).parent.parent
FLAGSHIP = ROOT / "corpora" / "flagship"
MADE = runpy.run_path(str(ROOT / "benchmarks" / "made.py"))
FILE_ENDS = {"markdown": "md"}
BOTH = [(layout, form) for layout, forms in LAID_OUT.items() for form in forms]


@cache
def flagship() -> Diff:
    return diff(FLAGSHIP / "before.txt", FLAGSHIP / "after.txt")


@cache
def statute(seed: int, share: float = 0.15) -> Diff:
    lines = MADE["statute"](3000, seed)
    before, after = ("\n".join(side) + "\n" for side in (lines, MADE["amended"](lines, share, seed + 100)))
    return diff(before, after)


def written(answer: Diff, layout: str, form: str, page: Layout | None = None) -> bytes:
    report = report_module(form, layout).diff_report(answer, Wishes(layout=layout, page=page or Layout()))
    return report if isinstance(report, bytes) else report.encode("utf-8")


def words(changes: Iterable[Change]) -> list[tuple[str, str, str]]:
    """(kind, before, after) of every edit in order, blanks apart."""
    edits = [edit for change in changes for edit in change.edits if not is_space(edit)]
    return [(edit.kind.value, "".join(edit.before.text.split()), "".join(edit.after.text.split())) for edit in edits]


def read_back(path: Path) -> list[tuple[str, str, str]]:
    return words(change for row in diff_table(path).rows for change in row.changes)


ANSWERS: dict[str, Callable[[], Diff]] = {"flagship": flagship, **{f"made{seed}": partial(statute, seed) for seed in (2, 4, 8)}}


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "markdown"])
@pytest.mark.parametrize("layout", ["taisho", "henko"])
@pytest.mark.parametrize("name", ANSWERS)
def test_what_was_written_reads_back_as_what_was_found(name: str, layout: str, form: str, tmp_path: Path) -> None:
    answer = ANSWERS[name]()
    path = tmp_path / f"table.{FILE_ENDS.get(form, form)}"
    path.write_bytes(written(answer, layout, form))
    found = words(answer.changes)
    assert found
    assert read_back(path) == found


SENTENCE = "前項の届出には、市長が別に定める書類を添えなければならない。\n"
LIST = "　次に掲げる事項は、規則で定める。\n一　届出書の様式及びその記載の要領\n二　手数料の額及びその納付の方法\n"
CHAPTERS = "第一章　総則（第一条・第二条）\n第二章　届出（第三条―第六条）\n"
ARTICLES = "第一章　総則\n第一条　甲とする。\n第二条　乙とする。\n第二章　届出\n第三条　丙は、市長に届け出る。\n"

ROWS = "".join(f"第{n}条\t届出の{n}\t申請の{n}\n\t別表第{n}\t別表第十{n}\n" for n in "四五六七八九")
ROWS += "附則\t区長\t教育長\n\t書面\t電磁的記録\n"
NEW_ROWS = ROWS.replace("第九条", "第八条の二\t届出\t申請\n第九条").replace("区長", "市長")

PAIRS = {
    "an article with paragraphs came in": ("第一条　甲とする。\n", f"第一条　甲とする。\n第二条　乙は、届け出る。\n２　{SENTENCE}"),
    "an article with paragraphs went": (f"第一条　甲とする。\n第二条　乙は、届け出る。\n２　{SENTENCE}", "第一条　甲とする。\n"),
    "a paragraph went to another article": (
        f"第一条　甲は、市長に届け出る。\n２　{SENTENCE}第二条　乙は、手数料を納める。\n２　手数料は、返さない。\n",
        f"第一条　甲は、市長に届け出る。\n第二条　乙は、手数料を納める。\n２　手数料は、返さない。\n３　{SENTENCE}",
    ),
    "a paragraph became an article": (
        f"第一条　甲は、市長に届け出る。\n２　{SENTENCE}第二条　乙は、手数料を納める。\n",
        f"第一条　甲は、市長に届け出る。\n（添付書類）\n第二条　{SENTENCE.replace('前項', '前条')}第三条　乙は、手数料を納める。\n",
    ),
    "paragraphs changed their order": (
        f"第一条　甲は、市長に届け出る。\n２　{SENTENCE}３　手数料は、返さない。\n４　帳簿は、五年の間保存しなければならない。\n",
        f"第一条　甲は、市長に届け出る。\n２　帳簿は、五年の間保存しなければならない。\n３　{SENTENCE}４　手数料は、返さない。\n",
    ),
    "a list went below another paragraph": (
        f"第一条　甲とする。\n２{LIST}三　帳簿の保存\n第二条　乙とする。\n",
        f"第一条　甲とする。\n第二条　乙とする。\n２{LIST}",
    ),
    "a table of contents": (
        f"架空市条例\n目次\n{CHAPTERS}附則\n{ARTICLES}",
        f"架空市条例\n目次\n{CHAPTERS}第三章　罰則（第七条）\n附則\n{ARTICLES}第三章　罰則\n第七条　丁は、過料に処する。\n",
    ),
    "numbers on lines of their own": (
        "第一条\n　甲は、市長に届け出る。\n２\n　乙は、三十日以内に届け出る。\n",
        "第一条\n　甲は、市長に届け出る。\n２\n　乙は、六十日以内に届け出る。\n３\n　丙は、届け出ない。\n",
    ),
    "items that are set in": (
        "# 規則\n\n## 第1条　届出\n\n1. 甲は、届け出る。\n    1. 氏名を書く。\n    2. 住所を書く。\n2. 乙は、届け出る。\n",
        "# 規則\n\n## 第1条　届出\n\n1. 甲は、届け出る。\n    1. 氏名を書く。\n2. 乙は、十日前に届け出る。\n    1. 住所を書く。\n",
    ),
    "a table in an article": (
        f"第一条　甲とする。\n第二条　次の表のとおり読み替える。\n{ROWS}第三条　乙とする。\n",
        f"第一条　甲とする。\n第二条　次の表のとおり読み替える。\n{NEW_ROWS}第三条　乙とする。\n",
    ),
    "a paragraph came in where one went": (
        f"第一条　甲は、市長に届け出る。\n２　手数料は、返さない。\n３　帳簿は、五年の間保存しなければならない。\n第二条　乙は、届け出ない。\n２　{SENTENCE}",
        f"第一条　甲は、市長に届け出る。\n２　手数料は、返さない。\n３　{SENTENCE}第二条　乙は、届け出ない。\n",
    ),
    "chapters below supplementary provisions": (
        f"{ARTICLES}附　則\n第一章　施行\n第四条　公布の日から施行する。\n第二章　経過\n第五条　なお従前の例による。\n",
        f"{ARTICLES}附　則\n第一章　施行\n第四条　令和八年四月一日から施行する。\n",
    ),
    "supplementary provisions on the line of a sentence": (
        f"{ARTICLES}第四条　丁は、届け出ない。\n２　前項の丁は、公示する。 附　則\n（施行期日）\n第一条　公布の日から施行する。\n",
        f"{ARTICLES}附　則\n（施行期日）\n第一条　公布の日から施行する。\n",
    ),
    "a heading of Markdown's went": (
        "# 架空市規則\n\n## 第1条　目的\n\n甲とする。\n\n## 第2条　雑則\n",
        "# 架空市規則\n\n## 第1条　目的\n\n甲とする。\n",
    ),
}


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "markdown"])
@pytest.mark.parametrize("name", PAIRS)
def test_what_practice_shows_in_its_own_way_reads_back(name: str, form: str, tmp_path: Path) -> None:
    answer = diff(*PAIRS[name])
    path = tmp_path / f"table.{FILE_ENDS.get(form, form)}"
    path.write_bytes(written(answer, "taisho", form))
    found = words(answer.changes)
    assert found
    assert read_back(path) == found


@pytest.mark.parametrize(
    "page",
    [Layout(new="right"), Layout(header="新/旧"), Layout(header="改正案/現行"), Layout(header="変更後/変更前"), Layout(writing="vertical")],
)
def test_every_layout_reads_back(page: Layout, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    path.write_bytes(written(flagship(), "taisho", "docx", page))
    assert read_back(path) == words(flagship().changes)


@pytest.mark.parametrize(("layout", "form"), BOTH)
def test_the_same_answer_gives_the_same_bytes(layout: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(flagship(), layout, form)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert written(flagship(), layout, form) == first
    if form in {"docx", "xlsx"}:
        with zipfile.ZipFile(io.BytesIO(first)) as archive:
            assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_word_table_is_one_that_officers_can_edit(tmp_path: Path) -> None:
    path = tmp_path / "taisho.docx"
    path.write_bytes(written(flagship(), "taisho", "docx", Layout(font="游明朝", paper="A4-portrait")))
    document = docx.Document(str(path))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["改正後", "改正前"]
    assert document.element.body.find(f".//{qn('w:tblHeader')}") is not None
    assert {paragraph.style.name for row in table.rows[1:] for cell in row.cells for paragraph in cell.paragraphs if paragraph.style} == {
        "対照表本文"
    }
    body, changed = document.styles["対照表本文"], document.styles["改正部分"]
    assert body.element.rPr.rFonts.get(qn("w:eastAsia")) == "游明朝"
    assert changed.font.underline
    marked = {
        run.text
        for row in table.rows
        for cell in row.cells
        for line in cell.paragraphs
        for run in line.runs
        if run.style and run.style.name == "改正部分"
    }
    assert {"１４日", "３０日", "しなければならない", "するよう努めなければならない"} <= marked
    assert "この事業の対象者は" not in "".join(marked)
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width < section.page_height


def test_vertical_text_is_the_section_and_every_cell(tmp_path: Path) -> None:
    path = tmp_path / "taisho.docx"
    path.write_bytes(written(flagship(), "taisho", "docx", Layout(writing="vertical")))
    body = docx.Document(str(path)).element.body
    directions = body.findall(f".//{qn('w:textDirection')}")
    assert {direction.get(qn("w:val")) for direction in directions} == {"tbRl"}
    assert len(directions) == len(body.findall(f".//{qn('w:tc')}")) + 1


def test_the_workbook_is_set_up_to_print(tmp_path: Path) -> None:
    path = tmp_path / "taisho.xlsx"
    path.write_bytes(written(flagship(), "taisho", "xlsx"))
    page = openpyxl.load_workbook(path, rich_text=True).worksheets[0]
    assert page.print_title_rows == "$3:$3"
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == ("landscape", 1, 0)
    rich = [cell.value for row in page.iter_rows(min_row=4) for cell in row if isinstance(cell.value, CellRichText)]
    blocks = [block for value in rich for block in value if isinstance(block, TextBlock)]
    assert {block.text for block in blocks if block.font.u == "single"} >= {"１４日", "３０日"}


def test_a_long_row_goes_on_in_the_next_so_that_all_of_it_is_seen(tmp_path: Path) -> None:
    before = "第一条　甲は、次の事務を行う。\n" + "".join(
        f"{number}　届出に関する事務を行い、その結果を記録して保存する。\n" for number in range(2, 80)
    )
    after = before.replace("結果", "経過及び結果")
    path = tmp_path / "taisho.xlsx"
    path.write_bytes(written(diff(before, after), "taisho", "xlsx"))
    page = openpyxl.load_workbook(path).worksheets[0]
    assert max(page.row_dimensions[row].height or 0 for row in range(4, page.max_row + 1)) <= 409
    assert read_back(path) == words(diff(before, after).changes)


def test_a_long_row_is_cut_between_clauses(tmp_path: Path) -> None:
    articles = (f"（第{at}の事務）\n第{at}条　甲は、{'届出を受理し、' * 20}その結果を保存する。\n" for at in range(1, 30))
    answer = diff("第一条　甲。\n", "第一条　甲。\n附　則（令和六年架空市条例第八号）\n" + "".join(articles))
    path = tmp_path / "henko.xlsx"
    path.write_bytes(written(answer, "henko", "xlsx"))
    assert len(diff_table(path).rows) > 1
    assert read_back(path) == words(answer.changes)


def test_one_provision_longer_than_a_cell_is_cut_and_none_of_it_lost(tmp_path: Path) -> None:
    long = "届出をした者は、" * 6000
    path = tmp_path / "taisho.xlsx"
    path.write_bytes(written(diff("第一条　甲。\n", f"第一条　甲。\n第二条　{long}\n"), "taisho", "xlsx"))
    table = read(path, want="table")
    assert isinstance(table, Table)
    assert long in "".join(row.after for row in table.rows).replace("\n", "")


def test_the_sheet_of_changes_has_the_columns_of_the_form() -> None:
    sheet = henko.sheet(flagship(), Layout(date="令和6年4月1日", timing="事後"))
    assert [column.header for column in sheet.columns] == ["変更日", "項目", "変更前の記載", "変更後の記載", "提出時期", "説明"]
    rows = [[cell_text(cell) for cell in joined(row)] for row in sheet.rows]
    assert {(row[0], row[4]) for row in rows} == {("令和6年4月1日", "事後")}
    by_item = {row[1]: row[5] for row in rows}
    assert by_item["附　則"] == "時点修正（案）"
    assert by_item["第９条（庶務）"] == "項番の整理、機構改革によるもの（案）"
    assert all(row[5].endswith("（案）") for row in rows)


def test_dates_and_timing_are_empty_unless_given() -> None:
    rows = [[cell_text(cell) for cell in joined(row)] for row in henko.sheet(flagship(), Layout()).rows]
    assert {(row[0], row[4]) for row in rows} == {("", "")}


def test_an_item_is_named_by_its_path() -> None:
    before = "Ⅱ ファイルの概要\n3. 入手・使用\n⑦使用の主体\n市民生活局の職員が使用する。\n"
    (row,) = henko.sheet(diff(before, before.replace("生活局", "協働局")), Layout()).rows
    assert cell_text(joined(row)[1]) == "Ⅱファイルの概要 3.入手・使用 ⑦使用の主体".replace("3.", "3")


def test_long_cells_keep_what_is_around_the_change() -> None:
    filler = "届出を受理し、その内容を記録して保存し、必要に応じて関係する部署に通知する。" * 8
    before = f"①事務の内容　{filler}住民票の4情報を通知する。{filler}"
    (row,) = henko.sheet(diff(before, before.replace("4情報", "5情報")), Layout()).rows
    left, right = (cell_text(cell) for cell in joined(row)[2:4])
    assert left.replace("4情報", "5情報") == right
    assert left.startswith("①")
    assert left.count("（略）") == 2
    assert len(left) < 150


# --- formulas ----------------------------------------------------------------------------------------------------

COLUMNS = (Column("項目", 0.2), Column("変更前の記載", 0.4), Column("変更後の記載", 0.4))
RISKY = st.text(alphabet="=+-@＝＋－＠'\"\t,;|!A1_x0041\\ 　あ<>&", min_size=1, max_size=12).filter(
    lambda text: text == text.rstrip() and text.strip() != ""
)


def sheet_of(text: str) -> Sheet:
    return Sheet("表", "注", COLUMNS, (((plain("①"), plain(text), lines_of((Run(text), Run("後", changed=True)))),),))


def only_row(path: Path) -> tuple[str, str]:
    table = read(path, want="table")
    assert isinstance(table, Table)
    (row,) = table.rows
    return row.before, row.after


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=RISKY)
def test_csv_cells_run_nothing_and_read_back(text: str, tmp_path: Path) -> None:
    path = tmp_path / "henko.csv"
    path.write_bytes(delimited.write(sheet_of(text)))
    for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
        assert not any(begins_like_formula(cell) for cell in row)
    assert only_row(path) == (text, f"{text}後")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=RISKY)
def test_workbook_cells_are_text_and_read_back(text: str, tmp_path: Path) -> None:
    path = tmp_path / "henko.xlsx"
    path.write_bytes(excel.write(sheet_of(text), Layout()))
    page = openpyxl.load_workbook(path).worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert bool(page["B4"].quotePrefix) == begins_like_formula(text)
    assert only_row(path) == (text, f"{text}後")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=RISKY)
def test_word_cells_read_back(text: str, tmp_path: Path) -> None:
    path = tmp_path / "henko.docx"
    path.write_bytes(word.write(sheet_of(text), Layout()))
    assert only_row(path) == (text, f"{text}後")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=RISKY | st.sampled_from(["<ins>甲</ins>", "&lt;乙", "AT&T", "a|b @org #1", "&#8203;"]))
def test_markdown_cells_read_back(text: str, tmp_path: Path) -> None:
    text = " ".join(text.split())  # blanks at the ends of a cell are no text there, nor are tabs
    path = tmp_path / "henko.md"
    path.write_text(markdown.write(sheet_of(text)), encoding="utf-8")
    assert only_row(path) == (text, f"{text}後")


def test_signs_that_no_file_can_hold_are_made_visible() -> None:
    assert cell_text(plain("あ\x1b[31m\ud800\ufffe")) == "あ␛[31m\ufffd\ufffd"


@pytest.mark.parametrize("form", [form for form in LAID_OUT["henko"] if form != "csv"])
def test_hostile_text_is_written_in_every_format(form: str) -> None:
    hostile = "</td><script>alert(1)</script>|\\|`@org #1 \x00\ud800]]>&amp;"
    report = written(diff(f"第一条　{hostile}甲\n", f"第一条　{hostile}乙\n"), "henko", form)
    assert b"<script>" not in report


# --- the command -------------------------------------------------------------------------------------------------


@pytest.fixture
def pair() -> list[str]:
    return [str(FLAGSHIP / "before.txt"), str(FLAGSHIP / "after.txt")]


@pytest.mark.parametrize(
    ("options", "words_of_help"),
    [
        (["--layout", "taisyo"], "taisho"),
        (["--layout", "taisho", "-o", "x.csv"], ".docx"),
        (["--layout", "taisho"], ".docx"),
        (["--layout", "henko", "--format", "json"], ".xlsx"),
        (["--layout", "taisho,new=up", "-o", "x.docx"], "left"),
        (["--layout", "taisho,header=新旧", "-o", "x.docx"], "改正後/改正前"),
        (["--layout", "taisho,colour=red", "-o", "x.docx"], "paper"),
        (["--layout", "taisho,writing=vertical", "-o", "x.xlsx"], ".docx"),
        (["-o", "x.pptx"], ".docx"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(
    options: list[str], words_of_help: str, pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.chdir(tmp_path):
        assert run(["diff", *pair, *options]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert words_of_help in said
    assert not list(tmp_path.iterdir())


def test_a_format_without_a_report_of_the_command_is_said_in_one_line(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clauses", pair[0], "--format", "docx"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_word_and_excel_are_comparison_tables_and_csv_a_list_of_changes(pair: list[str], tmp_path: Path) -> None:
    for name, header in (("a.docx", "改正後"), ("a.xlsx", "改正後"), ("a.csv", "変更後の記載")):
        assert run(["diff", *pair, "-o", str(tmp_path / name)]) == 0
        table = read(tmp_path / name, want="table")
        assert isinstance(table, Table)
        assert table.columns["after"] == header


def test_the_configuration_lays_out_and_the_option_overrides(pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file = tmp_path / "aratame.toml"
    settings_file.write_text('[layout]\nheader = "改正案/現行"\nnew = "right"\n', encoding="utf-8")
    target = tmp_path / "taisho.md"
    given = ["diff", *pair, "--config", str(settings_file), "-o", str(target)]
    assert run([*given, "--layout", "taisho"]) == 0
    assert "| 現行 | 改正案 |" in target.read_text(encoding="utf-8")
    assert run([*given, "--layout", "taisho,new=left"]) == 0
    assert "| 改正案 | 現行 |" in target.read_text(encoding="utf-8")
    settings_file.write_text('[layout]\npaper = "A0"\nfonts = "x"\n', encoding="utf-8")
    assert run(given) == 2
    said = capsys.readouterr().err
    assert "layout.paper" in said
    assert "layout.fonts" in said


def test_date_and_timing_are_given_on_the_command_line(pair: list[str], tmp_path: Path) -> None:
    target = tmp_path / "henko.csv"
    assert run(["diff", *pair, "-o", str(target), "--date", "令和6年9月2日", "--timing", "事後"]) == 0
    table = read(target, want="table")
    assert isinstance(table, Table)
    assert {(row.cells["date"], row.cells["timing"]) for row in table.rows} == {("令和6年9月2日", "事後")}


def test_what_belongs_together_stands_at_one_height_in_a_workbook() -> None:
    before = "第一条　甲は、届け出る。\n２　乙は、三十日以内に届け出る。\n３　丙は、届け出ない。\n"
    after = (
        before.replace("２　乙", "２　" + "新たに住所を定めた者は、市長に届け出る。" * 8 + "\n３　乙")
        .replace("３　丙", "４　丙")
        .replace("三十", "六十")
    )
    page = openpyxl.load_workbook(io.BytesIO(written(diff(before, after), "taisho", "xlsx"))).active
    assert page is not None
    rows = {row[0].value: row for row in page.iter_rows(min_row=4) if row[0].value}
    assert [str(row[1].value).split("\n")[0] for text, row in rows.items() if str(text).startswith("３")] == [
        "２　乙は、三十日以内に届け出る。"
    ]
