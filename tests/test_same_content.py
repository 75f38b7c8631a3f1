"""One content in every format that offices keep: the same rows, the same changes, the same text."""

from __future__ import annotations

import csv
import html
import io
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from aratame import model
from aratame.engine import diff_table
from aratame.reading import read
from aratame.segmenting import segment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = ("項目", "変更前の記載", "変更後の記載", "提出時期")
ROWS = (
    ("Ⅰ 1.①事務の名称", "住民基本台帳に関する事務", "住民基本台帳に関する事務", "事後"),
    (
        "Ⅱ 3.⑤本人への明示",
        "4情報を提供する。\n①窓口で掲示する。\n②みどり野市の広報紙に掲載する。",
        "5情報を提供する。\n①窓口で掲示する。\n②みどり野市の広報紙及びホームページに掲載する。",
        "事前",
    ),
    (
        "Ⅲ 7.リスク1⑨",
        "庁舎内の専用端末から閲覧することができるものとし、その記録は、みどり野市個人情報保護条例の定めるところにより、三十日以内に確認する。",
        "庁舎内の専用端末から閲覧しなければならないものとし、その記録は、みどり野市個人情報保護条例の定めるところにより、六十日以内に確認する。",
        "事前",
    ),
    ("Ⅳ 1.", "（略）", "（略）", "事後"),
    ("Ⅳ 2.", "", "年1回以上、研修を行う。", "事後"),
)


def as_word(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("（別添３）変更箇所")
    table = document.add_table(rows=0, cols=len(HEADER))
    for texts in (HEADER, *ROWS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


def as_excel(path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "（別添３）変更箇所"
    for texts in ((), HEADER, *ROWS):
        sheet.append(texts)
    workbook.save(path)


def as_pdf(path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    style = ParagraphStyle("cell", fontName="HeiseiMin-W3", fontSize=10, leading=15, wordWrap="CJK")
    cells = [[Paragraph(text.replace("\n", "<br/>"), style) for text in texts] for texts in (HEADER, *ROWS)]
    rules = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    title = Paragraph("（別添３）変更箇所", style)
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build([title, Table(cells, colWidths=[120, 240, 240, 60], style=rules)])


def as_html(path: Path) -> None:
    cells = "".join(
        "<tr>" + "".join(f"<td>{html.escape(text).replace(chr(10), '<br>')}</td>" for text in texts) + "</tr>" for texts in (HEADER, *ROWS)
    )
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'><h1>変更箇所</h1><table>{cells}</table>", encoding="utf-8")


def separated(delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows((HEADER, *ROWS))
    return buffer.getvalue()


def as_csv(path: Path) -> None:
    path.write_bytes(separated(",").encode("cp932"))


def as_tsv(path: Path) -> None:
    path.write_bytes(separated("\t").encode("utf-16"))


def as_markdown(path: Path) -> None:
    lines = ["| " + " | ".join(text.replace("\n", "<br>") for text in texts) + " |" for texts in (HEADER, ("---",) * len(HEADER), *ROWS)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


FORMATS = {"docx": as_word, "xlsx": as_excel, "pdf": as_pdf, "html": as_html, "csv": as_csv, "txt": as_tsv, "md": as_markdown}


@pytest.mark.parametrize(("suffix", "write"), FORMATS.items(), ids=FORMATS)
def test_every_format_gives_the_same_rows(suffix: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / f"変更箇所.{suffix}"
    write(path)
    table = read(path)
    assert isinstance(table, model.Table)
    assert {role: table.columns[role] for role in ("before", "after")} == {"before": "変更前の記載", "after": "変更後の記載"}
    rows = [(row.cells["item"], row.before, row.after, row.cells["timing"]) for row in table.rows]
    assert rows == list(ROWS)


@pytest.mark.parametrize(("suffix", "write"), FORMATS.items(), ids=FORMATS)
def test_every_format_gives_the_same_changes(suffix: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / f"変更箇所.{suffix}"
    write(path)
    table = read(path)
    assert isinstance(table, model.Table)
    rows = tuple(model.Row(number, before, after, {}, number) for number, (_, before, after, _) in enumerate(ROWS, 1))
    source = model.Table("source", 0, "text", {"before": "", "after": ""}, rows)
    assert edits(table) == edits(source)


ORDINANCE = """\
みどり野市手数料条例
（目的）
第１条　この条例は、地方自治法の規定に基づき、みどり野市が特定の者のためにする事務について徴収する手数料に関し、必要な事項を定めることを目的とする。
２　前項の手数料の額は、別に定める。
（１）　住民票の写しの交付を請求する者が、市の窓口において請求する場合にあっては、一通につき三百円とし、郵便により請求する場合にあっては、四百円とする。
（２）　前号に掲げるもののほか、①及び②に掲げる事務
ア　閲覧
イ　証明
附　則
この条例は、令和６年４月１日から施行する。
"""


def text_as_word(path: Path) -> None:
    document = docx.Document()
    for line in ORDINANCE.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def text_as_pdf(path: Path) -> None:
    """Forty letters a line, as a page of A4 has them."""
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("HeiseiMin-W3", 11)
    wrapped = [line[start : start + 40] for line in ORDINANCE.splitlines() for start in range(0, len(line), 40)]
    for place, line in enumerate(wrapped):
        canvas.drawString(77, 700 - 18 * place, line)
    canvas.save()


def text_as_html(path: Path) -> None:
    body = "".join(f"<div>{html.escape(line)}</div>\n" for line in ORDINANCE.splitlines())
    path.write_bytes(f"<html><meta charset='shift_jis'><body>{body}</body></html>".encode("cp932"))


def text_as_excel(path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in ORDINANCE.splitlines():
        sheet.append([line])
    workbook.save(path)


TEXTS = {"docx": text_as_word, "pdf": text_as_pdf, "html": text_as_html, "xlsx": text_as_excel}


@pytest.mark.parametrize(("suffix", "write"), TEXTS.items(), ids=TEXTS)
def test_every_format_gives_the_same_text(suffix: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / f"条例.{suffix}"
    write(path)
    document = read(path)
    assert isinstance(document, model.Document)
    assert document.text == ORDINANCE
    assert segment(document) == segment(model.Document("", ORDINANCE))


def edits(table: model.Table) -> list[list[tuple[str, str, str]]]:
    """Kind, old and new words of every edit, row by row."""
    answer = diff_table(table)
    return [[(e.kind.value, e.before.text, e.after.text) for change in row.changes for e in change.edits] for row in answer.rows]
