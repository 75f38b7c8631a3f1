"""Before/after tables whose cells are merged, whose rows have no rule between, and those whose sides are rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.styles import Border, Side

from aratame import model
from aratame.errors import TableError
from aratame.reading import read, read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WHOLE = "第２条　市長は、計画を定める。\n２　計画は、公表する。"
PARTS = ("第２条　市長は、計画を定める。", "２　計画は、公表するよう努める。")


def as_word(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(4, 2)
    for column, header in enumerate(("新", "旧")):
        table.cell(0, column).text = header
        table.cell(1, column).text = "第１条　市は、事業を行う。"
    table.cell(2, 0).merge(table.cell(3, 0)).text = WHOLE
    for row, part in enumerate(PARTS, 2):
        table.cell(row, 1).text = part
    document.save(str(path))


def as_excel(path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (("新", "旧"), ("第１条　市は、事業を行う。",) * 2, (WHOLE, PARTS[0]), (None, PARTS[1])):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    workbook.save(path)


def as_html(path: Path) -> None:
    merged = f"<tr><td rowspan=2>{WHOLE.replace(chr(10), '<br>')}<td>{PARTS[0]}<tr><td>{PARTS[1]}"
    rows = f"<tr><th>新<th>旧<tr><td>第１条　市は、事業を行う。<td>第１条　市は、事業を行う。{merged}"
    path.write_text(f"<meta charset=utf-8><table>{rows}</table>", encoding="utf-8")


@pytest.mark.parametrize(("suffix", "write"), {"docx": as_word, "xlsx": as_excel, "html": as_html}.items())
def test_a_cell_merged_on_one_side_stands_beside_all_of_the_other(suffix: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / f"新旧対照表.{suffix}"
    write(path)
    table = read(path)
    assert isinstance(table, model.Table)
    assert [(row.before, row.after) for row in table.rows][1:] == [("\n".join(PARTS), WHOLE)]
    assert [note.words.ja for note in table.notes if "結合" in note.words.ja]


def rows(html: str) -> list[tuple[str, str, str]]:
    """Item, before and after of each row of a table in HTML."""
    table = read_text(f"<table>{html}</table>", want="table")
    assert isinstance(table, model.Table)
    return [(row.cells.get("item", ""), row.before, row.after) for row in table.rows]


def test_an_item_over_several_rows_belongs_to_each() -> None:
    header = "<tr><th>項目<th>変更前<th>変更後"
    assert rows(f"{header}<tr><td rowspan=2>定員<td>十人<td>二十人<tr><td>三室<td>四室") == [
        ("定員", "十人", "二十人"),
        ("定員", "三室", "四室"),
    ]


def test_a_cell_over_both_sides_stands_on_both() -> None:
    assert rows("<tr><th>条項<th>新<th>旧<tr><td>第１条<td colspan=2>（略）") == [("第１条", "（略）", "（略）")]


def test_a_cell_over_both_sides_alone_is_a_heading() -> None:
    assert rows("<tr><th>条項<th>新<th>旧<tr><td><td colspan=2>第２章<tr><td><td>二十人<td>十人") == [("第２章", "十人", "二十人")]


SIDEWAYS = (
    "新\t二十人\t四室\n旧\t十人\t三室\n",
    "新\t二十人\n旧\t十人\n新\t四室\n旧\t三室\n",
)


@pytest.mark.parametrize("text", SIDEWAYS, ids=["wide", "long"])
def test_sides_may_be_rows(text: str) -> None:
    table = read_text(text, want="table")
    assert isinstance(table, model.Table)
    assert [(row.before, row.after) for row in table.rows] == [("十人", "二十人"), ("三室", "四室")]


def test_sides_that_are_rows_under_a_header() -> None:
    table = read_text("区分\t定員\t部屋\n旧\t十人\t三室\n新\t二十人\t四室\n", want="table")
    assert isinstance(table, model.Table)
    assert [(row.cells["item"], row.before, row.after) for row in table.rows] == [("定員", "十人", "二十人"), ("部屋", "三室", "四室")]


def test_a_form_that_asks_for_both_sides_is_a_document() -> None:
    assert isinstance(read_text("変更前\t十人\n変更後\t二十人\n"), model.Document)


def test_two_befores_below_each_other_are_no_pair() -> None:
    with pytest.raises(TableError):
        read_text("旧\t十人\n旧\t三室\n新\t二十人\n新\t四室\n", want="table")


FIRST, SECOND, LAST = ("第１条　甲", "第１条　乙"), ("２　丙", "２　丁"), ("第２条　戊", "第２条　己")


def unruled_in_word(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 2, style="Table Grid")
    for texts in (("新", "旧"), FIRST, SECOND, LAST):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
            side = {FIRST: "bottom", SECOND: "top"}.get(texts)
            if side:
                borders = parse_xml(f'<w:tcBorders {nsdecls("w")}><w:{side} w:val="nil"/></w:tcBorders>')
                cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001
    document.save(str(path))


def unruled_in_excel(path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    line = Side(style="thin")
    for texts in (("新", "旧"), FIRST, SECOND, LAST):
        sheet.append(texts)
        for cell in sheet[sheet.max_row]:
            cell.border = Border(top=None if texts is SECOND else line, bottom=None if texts is FIRST else line)
    workbook.save(path)


def unruled_in_html(path: Path) -> None:
    groups = [[("新", "旧")], [FIRST, SECOND], [LAST]]
    bodies = ("".join(f"<tr><td>{new}</td><td>{old}</td></tr>" for new, old in group) for group in groups)
    path.write_text(f"<meta charset=utf-8><table>{''.join(f'<tbody>{body}</tbody>' for body in bodies)}</table>", encoding="utf-8")


@pytest.mark.parametrize(("suffix", "write"), {"docx": unruled_in_word, "xlsx": unruled_in_excel, "html": unruled_in_html}.items())
def test_rows_without_a_rule_between_are_one(suffix: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / f"新旧対照表.{suffix}"
    write(path)
    table = read(path, want="table")
    assert isinstance(table, model.Table)
    assert [(row.after, row.before) for row in table.rows] == [("第１条　甲\n２　丙", "第１条　乙\n２　丁"), LAST]


def test_a_table_without_rules_is_read_row_by_row(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for texts in (("新", "旧"), FIRST, SECOND):
        sheet.append(texts)
    for cell in sheet[1]:
        cell.border = Border(bottom=Side(style="thin"))
    workbook.save(tmp_path / "表.xlsx")
    table = read(tmp_path / "表.xlsx", want="table")
    assert isinstance(table, model.Table)
    assert [(row.after, row.before) for row in table.rows] == [FIRST, SECOND]


def test_rows_that_name_their_items_are_rows_of_their_own() -> None:
    header = "<tbody><tr><th>項目<th>変更前<th>変更後<tbody>"
    assert rows(
        f"{header}<tr><td>定員<td>十人<td>二十人<tr><td>室数<td>三室<td>四室<tr><td><td>五室<td>六室<tbody><tr><td>備品<td>机<td>椅子"
    ) == [
        ("定員", "十人", "二十人"),
        ("室数", "三室\n五室", "四室\n六室"),
        ("備品", "机", "椅子"),
    ]
