"""PDF: lines unwrapped, tables over pages, headers and footers taken out, and pages that cannot be read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from aratame import model
from aratame.errors import ReadError
from aratame.reading import pdf
from aratame.reading.options import ReadOptions
from aratame.reading.pdf.glyphs import ordinary
from aratame.reading.pdf.lines import Glyph, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OPTIONS = ReadOptions(format="pdf")
FONT = "HeiseiMin-W3"
STYLE = ParagraphStyle("text", fontName=FONT, fontSize=10.5, leading=17, wordWrap="CJK")
LONG = "この条例は、みどり野市が行う個人番号の利用等に関し、行政手続における特定の個人を識別するための番号の利用等に関する法律第９条第２項の規定に基づき、必要な事項を定める。"


@pytest.fixture(autouse=True)
def _font() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawString(60, 815, "みどり野市例規集")
    canvas.drawCentredString(297, 28, f"- {document.page} -")


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text.replace("\n", "<br/>"), STYLE) for text in texts]


def built(flow: Sequence[Flowable], edge: Callable[[Canvas, SimpleDocTemplate], None] = lambda _canvas, _document: None) -> bytes:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(list(flow), onFirstPage=edge, onLaterPages=edge)
    return buffer.getvalue()


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)  # type: ignore[arg-type]
    canvas.setFont(FONT, 10)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def text_of(data: bytes) -> str:
    document = pdf.read_bytes(data, "f.pdf", OPTIONS)
    assert isinstance(document, model.Document)
    return document.text


def ruled(rows: Sequence[Sequence[str]], widths: Sequence[float], *, repeat: int = 0) -> Table:
    rules = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return Table([paragraphs(*row) for row in rows], colWidths=list(widths), style=rules, repeatRows=repeat)


def table_of(data: bytes) -> model.Table:
    table = pdf.read_bytes(data, "f.pdf", OPTIONS)
    assert isinstance(table, model.Table)
    return table


def test_lines_that_the_page_broke_are_put_together_and_those_that_were_ended_are_not() -> None:
    texts = ["（目的）", f"第１条{LONG}", f"２{LONG}", "（１）国の機関", "（２）地方公共団体", LONG]
    assert text_of(built(paragraphs(*texts))).splitlines() == texts


def test_page_headers_footers_and_numbers_are_taken_out_and_noted() -> None:
    flow = [*paragraphs("第１条あ"), PageBreak(), *paragraphs("第２条い"), PageBreak(), *paragraphs("第３条う")]
    document = pdf.read_bytes(built(flow, furniture), "f.pdf", OPTIONS)
    assert isinstance(document, model.Document)
    assert document.text == "第１条あ\n第２条い\n第３条う\n"
    assert "みどり野市例規集" in document.notes[0].words.ja


def pages_of(tops: Sequence[str], bottoms: Sequence[str] = ()) -> bytes:
    """A page for each top line, which stands where headers do, with a line of text below."""

    def draw(canvas: Canvas) -> None:
        for place, top in enumerate(tops):
            canvas.setFont(FONT, 10)
            canvas.drawString(60, 800, top)
            canvas.drawString(60, 500, f"本文{'あいうえお'[place]}は短い。")
            for bottom in bottoms[place : place + 1]:
                canvas.drawString(60, 30, bottom)
            canvas.showPage()

    return drawn(draw)


@pytest.mark.parametrize(
    "tops",
    [
        ["第1条　削除", "第4条　削除", "第7条　削除"],
        ["1　使用料は、100円とする。", "4　使用料は、400円とする。", "7　使用料は、700円とする。"],
        ["第1条　市長", "第2条　市長", "第3条　市長"],
        ["（1）　使用料", "（2）　使用料", "（3）　使用料"],
        ["別表1", "別表2", "別表3"],
        ["100", "250", "300"],
        ["使用料　100円", "使用料　200円", "使用料　300円"],
    ],
)
def test_text_at_the_top_of_pages_stays_though_it_differs_in_its_digits_only(tops: list[str]) -> None:
    lines_read = text_of(pages_of(tops)).splitlines()
    assert [line for line in lines_read if line in tops] == tops


@pytest.mark.parametrize(
    "numbers",
    [
        ["- 1 -", "- 2 -", "- 3 -"],
        ["5", "6", "7"],
        ["1/3", "2/3", "3/3"],
        ["第１ページ", "第２ページ", "第３ページ"],
        ["みどり野市　p.9", "みどり野市　p.10", "みどり野市　p.11"],
        ["みどり野市　（案）", "みどり野市　（案）", "みどり野市　（案）"],
    ],
)
def test_numbers_that_count_the_pages_and_words_that_come_again_are_taken_out(numbers: list[str]) -> None:
    assert (
        text_of(pages_of(["第1条", "第2条", "第3条"], numbers)) == "第1条\n本文あは短い。\n第2条\n本文いは短い。\n第3条\n本文うは短い。\n"
    )


def test_a_paragraph_goes_on_over_the_page() -> None:
    texts = [f"第{number}条{LONG}" for number in range(1, 24)]
    assert text_of(built(paragraphs(*texts), furniture)).splitlines() == texts


HEADER = ("項目", "改正後", "改正前")
ROWS = [(f"第{number}条", f"５情報を{number}{LONG}\n②掲示", f"４情報を{number}{LONG}\n②掲示") for number in range(1, 25)]


@pytest.mark.parametrize("repeat", [0, 1], ids=["header once", "header on every page"])
def test_a_table_over_pages_is_one_table(repeat: int) -> None:
    table = table_of(built([ruled([HEADER, *ROWS], (70, 190, 190), repeat=repeat)], furniture))
    assert [(row.cells["item"], row.after, row.before) for row in table.rows] == ROWS


def broken(canvas: Canvas) -> None:
    """Two pages whose last and first row are one row that the page cut in two."""
    pages = (
        [HEADER, ("第１条", "５情報を提供しなければ", "４情報を提供しなければ")],
        [("", "ならない。", "ならない。"), ("第２条", "略", "略")],
    )
    for page in pages:
        for place, row in enumerate(page):
            for column, text in enumerate(row):
                canvas.rect(60 + 130 * column, 740 - 30 * place, 130, 30)
                canvas.drawString(64 + 130 * column, 750 - 30 * place, text)
        canvas.showPage()
        canvas.setFont(FONT, 10)


def test_a_row_that_the_page_broke_is_one_row() -> None:
    table = table_of(drawn(broken))
    first, second = table.rows
    assert (first.cells["item"], re.sub(r"\s", "", first.after), re.sub(r"\s", "", first.before)) == (
        "第１条",
        "５情報を提供しなければならない。",
        "４情報を提供しなければならない。",
    )
    assert (second.cells["item"], second.after, second.before) == ("第２条", "略", "略")


def test_a_table_without_sides_is_lines_of_cells() -> None:
    assert text_of(built([ruled([("区分", "金額"), ("一般", "三百円")], (100, 100))])) == "区分\t金額\n一般\t三百円\n"


def test_what_stands_apart_on_a_line_stays_apart() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 500, "第１条")
        canvas.drawString(110, 500, "この条例は")
        canvas.drawString(60, 480, "National Agency Act")

    assert text_of(drawn(draw)) == "第１条　この条例は\nNational Agency Act\n"


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 500, "第１章総則")
        canvas.drawString(60.4, 500, "第１章総則")

    assert text_of(drawn(draw)) == "第１章総則\n"


def test_readings_over_a_word_are_left_out() -> None:
    word = [Glyph(letter, 60 + 10 * place, 70 + 10 * place, 100, 110, 10) for place, letter in enumerate("漏洩を防ぐ")]
    reading = [Glyph(letter, 72 + 5 * place, 77 + 5 * place, 94.5, 99.5, 5) for place, letter in enumerate("えい")]
    assert [line.text for line in lines([*reading, *word])] == ["漏洩を防ぐ"]


@pytest.mark.parametrize(
    ("extracted", "text"),
    [("⾏政⻑", "行政長"), ("⺠間と⻘⾊", "民間と青色"), ("①Ⅲ㈱ｶﾅ", "①Ⅲ㈱ｶﾅ"), ("神﨑", "神﨑"), ("(cid:12)市", "〓市"), ("ﬁle", "file")],
)
def test_signs_that_fonts_put_in_place_of_letters(extracted: str, text: str) -> None:
    assert ordinary(extracted) == text


def scanned(canvas: Canvas) -> None:
    canvas.drawString(60, 500, "表紙")
    for _ in range(2):
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20))), 0, 0, 500, 700)


def vertical(canvas: Canvas) -> None:
    for place, letter in enumerate("この条例は、公布の日から施行する。"):
        canvas.drawString(500, 700 - 12 * place, letter)


def turned(canvas: Canvas) -> None:
    canvas.rotate(90)
    canvas.drawString(300, -100, "回転した文")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lambda: drawn(scanned), "2、3ページは文字のない画像"),
        (lambda: drawn(vertical), "1ページは縦書き"),
        (lambda: drawn(turned), "1ページは縦書き"),
        (lambda: drawn(lambda _: None), "1ページに文字がありません"),
        (lambda: drawn(vertical, encrypt="himitsu"), "パスワード"),
        (lambda: b"%PDF-1.4\n" + bytes(500), "壊れている"),
        (lambda: built(paragraphs(LONG))[:700], "壊れている"),
        (lambda: re.sub(rb"/W \[ 1 \[", b"/W [ 1 999999999 7 9 [", drawn(vertical)), "壊れている"),
    ],
    ids=["scan", "vertical", "turned", "empty", "password", "no objects", "cut off", "endless widths"],
)
def test_what_cannot_be_read_says_so_in_one_line(data: Callable[[], bytes], words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        pdf.read_bytes(data(), "f.pdf", OPTIONS)
    assert str(caught.value).startswith("f.pdf: ")
    assert "\n" not in str(caught.value)


def test_rotated_letters_are_noted_with_their_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 500, "本文")
        canvas.rotate(45)
        canvas.drawString(400, 100, "写し")

    document = pdf.read_bytes(drawn(draw), "f.pdf", OPTIONS)
    assert [(note.place, note.words.ja) for note in document.notes] == [("1ページ", "回転した文字2字は読んでいません。")]


def test_pictures_beside_text_are_noted_with_their_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 500, "本文")
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20))), 0, 0, 50, 50)

    document = pdf.read_bytes(drawn(draw), "f.pdf", OPTIONS)
    assert [note.place for note in document.notes] == ["1ページ"]
