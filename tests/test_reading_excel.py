"""Excel workbooks: cells as they are shown, the right sheet, what is hidden, and files that are none."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from aratame.errors import ReadError, TableError
from aratame.model import Document, Table
from aratame.reading import excel
from aratame.reading.excel.binary import refuse_circles
from aratame.reading.excel.formats import shown
from aratame.reading.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

OPTIONS = ReadOptions(format="xlsx")
ERA = '[$-411]ggge"年"m"月"d"日"'
MOMENT = dt.datetime(2024, 4, 1, 9, 5, 7)  # noqa: DTZ001 - Excel knows no time zones


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (MOMENT, ERA, "令和6年4月1日"),
        (MOMENT, "[$-411]ge.m.d", "R6.4.1"),
        (dt.date(2019, 5, 1), ERA, "令和1年5月1日"),
        (dt.date(2019, 5, 1), '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "令和元年5月1日"),
        (dt.date(2019, 4, 30), ERA, "平成31年4月30日"),
        (dt.date(1989, 1, 7), ERA, "昭和64年1月7日"),
        (MOMENT, "yyyy/m/d", "2024/4/1"),
        (MOMENT, 'yyyy"年"mm"月"dd"日"', "2024年04月01日"),
        (MOMENT, "m/d(aaa)", "4/1(月)"),
        (MOMENT, "h:mm AM/PM", "9:05 AM"),
        (MOMENT, "General", "2024/4/1"),
        (MOMENT, f"[DBNum3]{ERA}", "令和６年４月１日"),
        (MOMENT, f"[DBNum1]{ERA}", "令和六年四月一日"),
        (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        (dt.time(9, 5), "h:mm", "9:05"),
        (7, "000", "007"),
        (1000123, r"000\-0000", "100-0123"),
        (1234567.5, "#,##0", "1,234,568"),
        (0.125, "0.0%", "12.5%"),
        (1.5, "0.00", "1.50"),
        (2.5, "0.##", "2.5"),
        (-5, "0;△0", "△5"),
        (-1234, "#,##0;[Red]-#,##0", "-1,234"),
        (0, '0;-0;"－"', "－"),
        (1500, '"¥"#,##0', "¥1,500"),
        (1500, '#,##0"円"', "1,500円"),
        (3, '"第"0"条"', "第3条"),
        (3, 'General"件"', "3件"),
        (1234567, '#,##0,"千円"', "1,235千円"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (1, '[=1]"有";"無"', "有"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        ("①　東京", "General", "①　東京"),
        ("可", '0;0;0;@"（注）"', "可（注）"),
        (None, "General", ""),
    ],
)
def test_values_are_written_as_excel_shows_them(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


def workbook(fill: Callable[[Worksheet], None], more: Callable[[openpyxl.Workbook], None] = lambda _: None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "変更箇所"
    fill(sheet)
    more(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows(*lines: tuple[Any, ...]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for line in lines:
            sheet.append(line)

    return fill


HEADER = ("項目", "変更前", "変更後")


def table_of(data: bytes, options: ReadOptions = OPTIONS) -> Table:
    table = excel.read_bytes(data, "f.xlsx", options)
    assert isinstance(table, Table)
    return table


def sides(table: Table) -> list[tuple[str, str]]:
    return [(row.before, row.after) for row in table.rows]


def test_line_breaks_stay_in_cells_and_rows_know_their_place() -> None:
    table = table_of(workbook(rows(("変更箇所",), (), HEADER, ("１", "４情報\nを", "５情報\r\nを"))))
    assert sides(table) == [("４情報\nを", "５情報\nを")]
    assert table.rows[0].line == 4


def test_merged_cells_go_down_and_do_not_shift_columns() -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("項目", "変更前", None, "変更後"), ("１", "あ", None, "い"), (None, "う", None, "え"))(sheet)
        for area in ("B1:C1", "B2:C2", "B3:C3", "A2:A3"):
            sheet.merge_cells(area)

    table = table_of(workbook(fill))
    assert sides(table) == [("あ", "い"), ("う", "え")]
    assert [row.cells["item"] for row in table.rows] == ["１", "１"]


def test_dates_and_shares_are_as_shown() -> None:
    def fill(sheet: Worksheet) -> None:
        rows(HEADER, ("施行日", MOMENT, MOMENT), ("率", 0.25, 0.5))(sheet)
        for cell in ("B2", "C2"):
            sheet[cell].number_format = ERA
        for cell in ("B3", "C3"):
            sheet[cell].number_format = "0%"

    assert sides(table_of(workbook(fill))) == [("令和6年4月1日", "令和6年4月1日"), ("25%", "50%")]


def test_several_tables_in_a_sheet_are_one_where_their_headers_agree() -> None:
    data = workbook(rows(HEADER, ("１", "あ", "い"), (), ("第２", None, None), HEADER, ("２", "う", "え")))
    assert sides(table_of(data)) == [("あ", "い"), ("う", "え")]


def test_ten_thousand_empty_rows_end_nothing() -> None:
    def fill(sheet: Worksheet) -> None:
        rows(HEADER, ("１", "あ", "い"))(sheet)
        sheet["C10002"] = None
        for column, text in zip("ABC", ("２", "う", "え"), strict=True):
            sheet[f"{column}1048576"] = text

    table = table_of(workbook(fill))
    assert sides(table) == [("あ", "い"), ("う", "え")]
    assert table.rows[1].line == 1_048_576


def test_the_sheet_is_chosen_by_its_header_and_the_others_are_noted() -> None:
    def more(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("新旧", 0)
        rows(("表紙",), ("架空市",))(sheet)

    table = table_of(workbook(rows(HEADER, ("１", "あ", "い")), more))
    assert sides(table) == [("あ", "い")]
    assert [note.place for note in table.notes] == ["シート「新旧」"]


def test_a_sheet_can_be_asked_for_by_name_or_place() -> None:
    def more(book: openpyxl.Workbook) -> None:
        rows(HEADER, ("１", "う", "え"))(book.create_sheet("追加"))

    data = workbook(rows(HEADER, ("１", "あ", "い")), more)
    for sheet in ("追加", "2"):
        assert sides(table_of(data, ReadOptions(format="xlsx", sheet=sheet))) == [("う", "え")]
    with pytest.raises(ReadError, match="シート「ない」はありません（あるのは 変更箇所、追加）"):
        excel.read_bytes(data, "f.xlsx", ReadOptions(format="xlsx", sheet="ない"))


def test_what_is_hidden_is_noted_and_not_read() -> None:
    def fill(sheet: Worksheet) -> None:
        rows(HEADER, ("１", "あ", "い", "内部メモ"), ("２", "う", "え"))(sheet)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    table = table_of(workbook(fill, lambda book: setattr(book.create_sheet("作業用"), "sheet_state", "hidden")))
    assert sides(table) == [("あ", "い")]
    said = "".join(note.place + note.words.ja for note in table.notes)
    assert "作業用" in said
    assert "非表示の行（3）" in said
    assert "非表示の列（D）" in said
    assert "内部メモ" not in "".join(table.rows[0].cells.values())


def test_a_sheet_without_sides_is_compared_row_by_row() -> None:
    document = excel.read_bytes(workbook(rows(("区分", "金額"), ("一般", 300), (), ("学生", 100))), "f.xlsx", OPTIONS)
    assert isinstance(document, Document)
    assert document.text == "区分\t金額\n一般\t300\n学生\t100\n"
    assert document.outline is not None
    assert len(document.outline) == 3


def test_all_shown_sheets_without_sides_are_one_text_under_their_names() -> None:
    def more(book: openpyxl.Workbook) -> None:
        rows(("区分", "金額"), ("学生", 100))(book.create_sheet("別表"))
        rows(("内部", "メモ"))(book.create_sheet("作業用"))
        book["作業用"].sheet_state = "hidden"
        book.create_sheet("白紙")

    data = workbook(rows(("区分", "金額"), ("一般", 300)), more)
    document = excel.read_bytes(data, "f.xlsx", OPTIONS)
    assert isinstance(document, Document)
    assert document.text == "変更箇所\n区分\t金額\n一般\t300\n別表\n区分\t金額\n学生\t100\n"
    assert [note.place for note in document.notes] == ["シート「作業用」"]
    chosen = excel.read_bytes(data, "f.xlsx", ReadOptions(format="xlsx", sheet="別表"))
    assert isinstance(chosen, Document)
    assert chosen.text == "区分\t金額\n学生\t100\n"
    assert [note.place for note in chosen.notes] == ["シート「作業用」", "シート「変更箇所」"]


def test_a_text_on_squared_paper_is_a_text() -> None:
    document = excel.read_bytes(workbook(rows(("架空市要綱",), (None, "第１　目的"), (None, None, "１　この要綱は"))), "f.xlsx", OPTIONS)
    assert isinstance(document, Document)
    assert (document.text, document.outline) == ("架空市要綱\n第１　目的\n１　この要綱は\n", None)


def test_a_formula_without_result_is_noted() -> None:
    table = table_of(workbook(rows(HEADER, ("１", "あ", "い"), ("２", "う", "=1+1"))))
    assert any("数式が1個" in note.words.ja for note in table.notes)


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return buffer.getvalue()


def test_macros_and_pictures_are_noted() -> None:
    data = with_member(workbook(rows(HEADER, ("１", "あ", "い"))), "xl/vbaProject.bin", b"Auto_Open")
    table = table_of(with_member(data, "xl/media/image1.png", b"png"))
    assert [note.place for note in table.notes] == ["図", "マクロ"]


def test_what_stands_on_a_sheet_is_noted_with_its_cell() -> None:
    def more(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["B2"].comment = Comment("要確認", "架空太郎")
        sheet.add_chart(BarChart(), "D5")

    table = excel.read_bytes(workbook(rows(HEADER, ("１", "あ", "い")), more), "f.xlsx", OPTIONS)
    assert [note.place for note in table.notes] == ["シート「変更箇所」D5", "シート「変更箇所」B2"]


def test_table_wanted_and_none_there_says_which_columns_were_seen() -> None:
    with pytest.raises(TableError, match="区分"):
        excel.read_bytes(workbook(rows(("区分", "金額"), ("一般", 300))), "f.xlsx", ReadOptions(format="xlsx", want="table"))


def merged_everywhere(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.namelist():
            huge = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            new.writestr(member, old.read(member).replace(b"</sheetData>", huge))
    return buffer.getvalue()


def entities(data: bytes) -> bytes:
    return with_member(data, "xl/worksheets/sheet9.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>')


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: data[: len(data) // 2], "壊れている"),
        (lambda data: data.replace(b"xl/workbook.xml", b"xl/workbooq.xml"), "壊れている"),
        (lambda _: OLE, "Excel の表として読めません"),
        (lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "パスワード"),
        (lambda data: with_member(data, "xl/media/bomb", bytes(30_000_000)), "大きくなりすぎる"),
        (merged_everywhere, "セルが多すぎる"),
        (entities, "実体の宣言"),
        (lambda _: workbook(rows()), "文字がありません"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(spoil: Callable[[bytes], bytes], words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        excel.read_bytes(spoil(workbook(rows(HEADER, ("１", "あ", "い")))), "f.xlsx", OPTIONS)
    assert str(caught.value).startswith("f.xlsx: ")
    assert "\n" not in str(caught.value)


def test_limits_on_unpacking_are_the_caller_s() -> None:
    data = workbook(rows(HEADER, ("１", "あ", "い")))
    with pytest.raises(ReadError, match=r"上限 0 MB.*--max-unpacked"):
        excel.read_bytes(data, "f.xlsx", ReadOptions(format="xlsx", max_unpacked=0))


OLD = Path(__file__).parent / "files" / "changes.xls"
"""Made with xlwt: title, header, three rows of which one is hidden, a hidden sheet."""


def test_an_old_workbook_is_read_as_shown_too() -> None:
    table = excel.read_bytes(OLD.read_bytes(), "f.xls", ReadOptions(format="xls"))
    assert isinstance(table, Table)
    assert sides(table) == [("４情報を\n提供する", "５情報を\n提供する"), ("25%", "50%")]
    assert "令和6年4月1日" in table.rows[0].cells.values()
    said = "".join(note.place + note.words.ja for note in table.notes)
    assert "作業用" in said
    assert "非表示の行（5）" in said


def test_a_damaged_old_workbook_says_so_and_nothing_else(capfd: pytest.CaptureFixture[str]) -> None:
    data = OLD.read_bytes()
    for end in (600, 1500, 3000):
        with pytest.raises(ReadError, match="Excel の表として読めません"):
            excel.read_bytes(data[:end], "f.xls", ReadOptions(format="xls"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("following", [[1, 2, 0], [3, -2, 2, 1], [0]])
def test_sectors_in_a_circle_are_damage(following: list[int]) -> None:
    with pytest.raises(ValueError, match=r"[0-9]"):
        refuse_circles(following)


def test_only_the_circle_makes_sectors_in_a_row_damage() -> None:
    refuse_circles([1, 2, -2, -1, 5, -2])
    with pytest.raises(ValueError, match=r"[0-9]"):
        refuse_circles([1, 0, -2, -1, 5, -2])
