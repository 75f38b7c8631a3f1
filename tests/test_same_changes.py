"""Two versions in every format that offices keep: the same changes and kinds, whatever the format."""

from __future__ import annotations

import csv
import html
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from aratame import model
from aratame.engine import diff
from aratame.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Rows = Sequence[Sequence[str]]

HEADER = ("番号", "施設名", "所在地", "定員", "備考")
BEFORE = (
    ("1", "みどり野会館", "みどり町1-2", "120", "改修中"),
    ("2", "東公民館", "東町3", "80", "貸館"),
    ("3", "西公民館", "西町5", "60", "貸館"),
    ("4", "南児童館", "南町7", "45", "直営"),
    ("5", "北図書館", "北町9", "200", "直営"),
)
AFTER = (
    ("1", "みどり野会館", "みどり町1-2", "150", "改修中"),
    ("2", "西公民館", "西町5", "60", "貸館"),
    ("3", "東公民館", "東町3", "80", "貸館"),
    ("4", "北図書館", "北町9", "200", "直営"),
    ("5", "中央体育館", "中町2", "300", "新設"),
)


def list_in_word(path: Path, rows: Rows) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(HEADER))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


def list_in_excel(path: Path, rows: Rows) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for texts in rows:
        sheet.append([int(text) if text.isdecimal() else text for text in texts])
    workbook.save(path)


def list_in_pdf(path: Path, rows: Rows) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTNAME", (0, 0), (-1, -1), "HeiseiMin-W3")])
    SimpleDocTemplate(str(path), pagesize=A4).build([Table([list(texts) for texts in rows], style=style)])


def list_in_html(path: Path, rows: Rows) -> None:
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in texts) + "</tr>" for texts in rows)
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'><table>{cells}</table>", encoding="utf-8")


def list_in_csv(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="cp932", newline="") as file:
        csv.writer(file).writerows(rows)


def list_in_markdown(path: Path, rows: Rows) -> None:
    lines = ["| " + " | ".join(texts) + " |" for texts in (rows[0], ("---",) * len(HEADER), *rows[1:])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


LISTS = {
    "docx": list_in_word,
    "xlsx": list_in_excel,
    "pdf": list_in_pdf,
    "html": list_in_html,
    "csv": list_in_csv,
    "md": list_in_markdown,
}


@pytest.mark.parametrize(("suffix", "write"), LISTS.items(), ids=LISTS)
def test_a_list_is_compared_row_by_row(suffix: str, write: Callable[[Path, Rows], None], tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.{suffix}" for name in ("before", "after")]
    for file, rows in zip(files, (BEFORE, AFTER), strict=True):
        write(file, (HEADER, *rows))
    answer = diff(*files)
    assert [change.moved for change in answer.changes if change.moved] == [True]
    assert sorted(edits(answer)) == [
        ("addition", "", "5 中央体育館 中町2 300 新設"),
        ("deletion", "4 南児童館 南町7 45 直営", ""),
        ("number", "2", "3"),
        ("number", "3", "2"),
        ("number", "5", "4"),
        ("quantity", "120", "150"),
    ]


ORDINANCE = (
    (None, "みどり野市見守り条例"),
    (None, "（目的）"),
    (0, "この条例は、高齢者の見守りに関し必要な事項を定める。"),
    (None, "（定義）"),
    (0, "この条例において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。"),
    (2, "高齢者　六十五歳以上の者をいう。"),
    (2, "見守り　次に掲げる行為をいう。"),
    (3, "訪問"),
    (3, "電話"),
    (None, "（報告）"),
    (0, "市長は、毎年一回、議会に報告するよう努めなければならない。"),
    (1, "前項の報告は、公表する。"),
)
"""The level of automatic numbering at which each paragraph stands, and its words."""
NUMBERS = ("", "", "第１条　", "", "第２条　", "(1)　", "(2)　", "ア　", "イ　", "", "第３条　", "２　")
LEVELS = (("decimalFullWidth", "第%1条", 1), ("decimalFullWidth", "%2", 2), ("decimal", "(%3)", 1), ("aiueoFullWidth", "%4", 1))
REWORDED = {"六十五歳": "七十歳", "報告するよう努めなければならない": "報告しなければならない", "公表する": "公表し、議会に提出する"}


def reworded(text: str) -> str:
    for old, new in REWORDED.items():
        text = text.replace(old, new)
    return text


def lines(version: Callable[[str], str]) -> list[str]:
    return [number + version(words) for number, (_, words) in zip(NUMBERS, ORDINANCE, strict=True)]


def as_text(path: Path, version: Callable[[str], str]) -> None:
    path.write_text("".join(line + "\n" for line in lines(version)), encoding="cp932")


def as_word(path: Path, version: Callable[[str], str]) -> None:
    document = docx.Document()
    for line in lines(version):
        document.add_paragraph(line)
    document.save(str(path))


def as_numbered_word(path: Path, version: Callable[[str], str]) -> None:
    """Word counts: no paragraph holds its own number."""
    document = docx.Document()
    space = nsdecls("w")
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text, start) in enumerate(LEVELS)
    )
    numbering = document.part.numbering_part.element
    numbering.find(qn("w:num")).addprevious(parse_xml(f'<w:abstractNum {space} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {space} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, words in ORDINANCE:
        paragraph = document.add_paragraph(version(words))
        if level is not None:
            number = f'<w:numPr {space}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            properties: Any = paragraph.paragraph_format.element.get_or_add_pPr()
            properties.append(parse_xml(number))
    document.save(str(path))


def as_pdf(path: Path, version: Callable[[str], str]) -> None:
    """Forty letters a line, as a page of A4 has them."""
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("HeiseiMin-W3", 11)
    wrapped = [line[start : start + 40] for line in lines(version) for start in range(0, len(line), 40)]
    for place, line in enumerate(wrapped):
        canvas.drawString(77, 700 - 18 * place, line)
    canvas.save()


def as_html(path: Path, version: Callable[[str], str]) -> None:
    path.write_text("<meta charset=utf-8>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines(version)), encoding="utf-8")


def as_excel(path: Path, version: Callable[[str], str]) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in lines(version):
        sheet.append([line])
    workbook.save(path)


DOCUMENTS = {"txt": as_text, "docx": as_word, "numbered.docx": as_numbered_word, "pdf": as_pdf, "html": as_html, "xlsx": as_excel}


@pytest.mark.parametrize(("suffix", "write"), DOCUMENTS.items(), ids=DOCUMENTS)
@pytest.mark.parametrize("other", ["txt", "same"])
def test_a_document_changes_alike(suffix: str, other: str, write: Callable[[Path, Callable[[str], str]], None], tmp_path: Path) -> None:
    """Each format against itself and against plain text."""
    before = tmp_path / f"before.{suffix}"
    write(before, str)
    after = tmp_path / ("after.txt" if other == "txt" else f"after.{suffix}")
    (as_text if other == "txt" else write)(after, reworded)
    assert edits(diff(before, after)) == [
        ("quantity", "六十五歳", "七十歳"),
        ("modality", "するよう努めなければならない", "しなければならない"),
        ("addition", "", "し、議会に提出"),
    ]


def test_the_numbers_that_word_counts_are_text(tmp_path: Path) -> None:
    as_numbered_word(tmp_path / "条例.docx", str)
    document = read(tmp_path / "条例.docx")
    assert isinstance(document, model.Document)
    assert document.text.splitlines() == lines(str)


def edits(answer: model.Diff) -> list[tuple[str, str, str]]:
    """Kind, old and new words of every edit, blanks alike, in order."""
    found = [edit for change in answer.changes for edit in change.edits]
    return [(edit.kind.value, " ".join(edit.before.text.split()), " ".join(edit.after.text.split())) for edit in found]
