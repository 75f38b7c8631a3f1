"""Word files: numbers as Word shows them, tracked changes, tables, boxes, notes, and files that are none."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from aratame.errors import ReadError
from aratame.model import Document, Table
from aratame.reading import word
from aratame.reading.options import ReadOptions
from aratame.reading.word.number_formats import written

if TYPE_CHECKING:
    from collections.abc import Callable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPTIONS = ReadOptions(format="docx")
BEFORE = ReadOptions(format="docx", revisions="before")


def package(body: str, **parts: str) -> bytes:
    """A .docx of this body; `parts`: kind of part ("numbering", "styles", "footnotes", "header") → the XML inside its root."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        relation = f'<Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", f"<Relationships>{relation}</Relationships>")
        relations = "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
        file.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        file.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        for kind, inside in parts.items():
            file.writestr(f"word/{kind}.xml", f"<w:{kind} {W}>{inside}</w:{kind}>")
    return archive.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str, numbering: tuple[int, int] | None = None, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def level(place: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def listed(identifier: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def text_of(data: bytes, options: ReadOptions = OPTIONS) -> str:
    document = word.read_bytes(data, "f.docx", options)
    assert isinstance(document, Document)
    return document.text


ORDINANCE = abstract(
    0,
    level(0, "decimal", "第%1条"),
    level(1, "decimalFullWidth", "%2"),
    level(2, "decimal", "(%3)"),
    level(3, "aiueoFullWidth", "%4"),
    level(4, "decimalEnclosedCircle", "%5"),
)


def test_the_numbers_of_an_ordinance_stand_in_front_of_its_paragraphs() -> None:
    levels = [0, 2, 2, 3, 3, 4, 0, 2, 3]
    body = "".join(paragraph(f"文{n}", (1, place)) for n, place in enumerate(levels))
    lines = text_of(package(body, numbering=ORDINANCE + listed(1, 0))).splitlines()
    assert lines == ["第1条　文0", "(1)　文1", "(2)　文2", "ア　文3", "イ　文4", "①　文5", "第2条　文6", "(1)　文7", "ア　文8"]


def test_a_number_may_show_the_levels_above() -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + listed(1, 0)
    body = paragraph("あ", (1, 0)) + paragraph("い", (1, 1)) + paragraph("う", (1, 1)) + paragraph("え", (1, 0)) + paragraph("お", (1, 1))
    assert text_of(package(body, numbering=numbering)).splitlines() == ["1.　あ", "1.1　い", "1.2　う", "2.　え", "2.1　お"]


def test_legal_numbering_shows_levels_above_as_arabic() -> None:
    legal = level(1, "decimal", "%1-%2", more="<w:isLgl/>")
    numbering = abstract(0, level(0, "japaneseCounting", "第%1"), legal) + listed(1, 0)
    body = paragraph("あ", (1, 0)) + paragraph("い", (1, 1))
    assert text_of(package(body, numbering=numbering)).splitlines() == ["第一　あ", "1-1　い"]


def test_lists_that_share_a_definition_share_its_count_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "irohaFullWidth", "%1")) + listed(1, 0) + listed(2, 0) + listed(3, 0, anew)
    body = "".join(paragraph("文", (number, 0)) for number in (1, 2, 3, 3, 1))
    assert [line[0] for line in text_of(package(body, numbering=numbering)).splitlines()] == ["イ", "ロ", "イ", "ロ", "ハ"]


def test_a_level_that_never_restarts_goes_on() -> None:
    numbering = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "(%2)", more='<w:lvlRestart w:val="0"/>')) + listed(1, 0)
    body = "".join(paragraph("文", (1, place)) for place in (0, 1, 0, 1))
    assert text_of(package(body, numbering=numbering)).splitlines() == ["1　文", "(1)　文", "2　文", "(2)　文"]


def test_a_level_starts_where_it_says() -> None:
    numbering = abstract(0, level(0, "upperRoman", "%1", start=4)) + listed(1, 0)
    assert text_of(package(paragraph("文", (1, 0)), numbering=numbering)) == "IV　文\n"


def test_a_style_numbers_its_paragraphs_and_list_zero_takes_the_number_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Jo"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    styles += '<w:style w:type="paragraph" w:styleId="Jo2"><w:name w:val="条2"/><w:basedOn w:val="Jo"/></w:style>'
    body = paragraph("あ", style="Jo") + paragraph("い", style="Jo2") + paragraph("う", (0, 0), style="Jo")
    assert text_of(package(body, numbering=ORDINANCE + listed(1, 0), styles=styles)).splitlines() == ["第1条　あ", "第2条　い", "う"]


def test_a_list_without_definition_leaves_the_paragraph_as_it_is() -> None:
    assert text_of(package(paragraph("文", (9, 0)), numbering=ORDINANCE)) == "文\n"


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (10, "japaneseCounting", "十"),
        (105, "japaneseCounting", "百五"),
        (1111, "japaneseCounting", "千百十一"),
        (21, "ideographDigital", "二一"),
        (3, "aiueo", "ｳ"),
        (46, "aiueoFullWidth", "ン"),
        (47, "aiueoFullWidth", "アア"),
        (12, "decimalFullWidth", "１２"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (28, "lowerLetter", "bb"),
        (9, "lowerRoman", "ix"),
        (3, "ideographTraditional", "丙"),
        (7, "decimalZero", "07"),
        (10, "japaneseLegal", "壱拾"),
        (5, "no such format", "5"),
    ],
)
def test_number_formats(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


INSERTION = "<w:ins>" + run("五") + "</w:ins>"
DELETION = "<w:del><w:r><w:delText>四</w:delText></w:r></w:del>"


def test_tracked_changes_are_read_on_either_side() -> None:
    data = package(f"<w:p>{DELETION}{INSERTION}{run('情報を提供する。')}</w:p>")
    assert text_of(data) == "五情報を提供する。\n"
    assert text_of(data, BEFORE) == "四情報を提供する。\n"
    document = word.read_bytes(data, "f.docx", OPTIONS)
    assert "変更履歴が2か所" in document.notes[0].words.ja


def test_one_tracked_file_is_a_pair() -> None:
    before, after = word.read_tracked(package(f"<w:p>{DELETION}{INSERTION}</w:p>"), "f.docx", OPTIONS)
    assert (before.text, after.text) == ("四\n", "五\n")
    assert not before.notes
    with pytest.raises(ReadError, match="変更履歴がありません"):
        word.read_tracked(package(paragraph("文")), "f.docx", OPTIONS)


def test_what_is_to_be_said_of_both_sides_of_a_tracked_file_is_said_once() -> None:
    data = package(f"<w:p>{DELETION}{INSERTION}</w:p>", comments="<w:comment/>")
    notes = [note.place for document in word.read_tracked(data, "f.docx", OPTIONS) for note in document.notes]
    assert notes == ["コメント"]


def test_an_inserted_paragraph_is_numbered_on_its_side_alone() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    inserted = f"<w:p><w:pPr>{number}<w:rPr><w:ins/></w:rPr></w:pPr><w:ins>{run('新')}</w:ins></w:p>"
    data = package(paragraph("一", (1, 0)) + inserted + paragraph("二", (1, 0)), numbering=ORDINANCE + listed(1, 0))
    assert text_of(data).splitlines() == ["第1条　一", "第2条　新", "第3条　二"]
    assert text_of(data, BEFORE).splitlines() == ["第1条　一", "第2条　二"]


def test_a_deleted_paragraph_mark_joins_the_lines() -> None:
    broken = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前段。')}</w:p>"
    data = package(broken + paragraph("後段。"))
    assert text_of(data) == "前段。後段。\n"
    assert text_of(data, BEFORE) == "前段。\n後段。\n"


def test_readings_are_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('あらた')}</w:rt><w:rubyBase>{run('改')}</w:rubyBase></w:ruby></w:r>"
    instruction = r"<w:r><w:instrText> EQ \o\ad(\s\up 9(とく),特) </w:instrText></w:r>"
    old = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{instruction}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert text_of(package(f"<w:p>{ruby}{run('め・')}{old}{run('別')}</w:p>")) == "改め・特別\n"


def test_a_field_is_read_by_its_result() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = f"<w:p>{field.format('begin')}<w:r><w:instrText>REF _1</w:instrText></w:r>{field.format('separate')}{run('第３条')}{field.format('end')}</w:p>"
    assert text_of(package(body)) == "第３条\n"


def test_hidden_text_is_a_note() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部用</w:t></w:r>"
    document = word.read_bytes(package(f"<w:p>{run('公開')}{hidden}</w:p>"), "f.docx", OPTIONS)
    assert isinstance(document, Document)
    assert document.text == "公開\n"
    assert "内部用" in document.notes[0].words.ja
    assert "段落1" in document.notes[0].place


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('枠の中')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert text_of(package(f"<w:p>{run('本文')}<w:r>{choice}</w:r></w:p>")) == "本文\n枠の中\n"


def test_footnotes_stand_behind_their_paragraph() -> None:
    body = f'<w:p>{run("本文")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{paragraph("次")}'
    data = package(body, footnotes=f'<w:footnote w:id="2">{paragraph("脚注の文")}</w:footnote>')
    assert text_of(data) == "本文\n（注1）脚注の文\n次\n"


def test_headers_and_footers_are_a_note() -> None:
    document = word.read_bytes(package(paragraph("文"), header=paragraph("架空市例規集")), "f.docx", OPTIONS)
    assert "架空市例規集" in document.notes[0].words.ja


def test_page_numbers_of_a_table_of_contents_are_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    line = f'<w:p><w:pPr><w:pStyle w:val="11"/></w:pPr>{run("第１章　総則")}<w:r><w:tab/><w:t>3</w:t></w:r></w:p>'
    assert text_of(package(line, styles=styles)) == "第１章　総則\n"


def save(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def test_a_before_after_table_is_a_table() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    rows = [("項目", "改正後", "改正前"), ("１", "５情報を\n提供する。", "４情報を\n提供する。"), ("２", "（略）", "（略）")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    read = word.read_bytes(save(document), "f.docx", OPTIONS)
    assert isinstance(read, Table)
    assert [(row.before, row.after, row.cells["item"]) for row in read.rows] == [
        ("４情報を\n提供する。", "５情報を\n提供する。", "１"),
        ("（略）", "（略）", "２"),
    ]


def test_another_table_is_text_with_a_line_a_row() -> None:
    document = docx.Document()
    document.add_paragraph("別表")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, [("区分", "金額"), ("一般", "三百円")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    read = word.read_bytes(save(document), "f.docx", OPTIONS)
    assert isinstance(read, Document)
    assert read.text == "別表\n区分\t金額\n一般\t三百円\n"
    assert read.outline is not None, "data is compared row by row"
    assert len(read.outline) == 3


def test_merged_cells_stand_once_in_the_text() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "縦"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "横"
    table.cell(1, 1).text, table.cell(1, 2).text = "あ", "い"
    assert text_of(save(document)) == "縦\t横\n\tあ\tい\n"


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


def without_body(data: bytes) -> bytes:
    del data
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
    return archive.getvalue()


def bomb(data: bytes) -> bytes:
    del data
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 20_000_000)
    return archive.getvalue()


def entities(data: bytes) -> bytes:
    del data
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        declared = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        file.writestr("word/document.xml", f"{declared}<w:document {W}><w:body><w:p>{run('&a;&b;')}</w:p></w:body></w:document>")
    return archive.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (cut_off, "壊れている"),
        (without_body, "本文がありません"),
        (bomb, "大きくなりすぎる"),
        (entities, "実体の宣言"),
        (lambda _: OLE, "旧形式"),
        (lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "パスワード"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(spoil: Callable[[bytes], bytes], words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        word.read_bytes(spoil(package(paragraph("文" * 500))), "f.docx", OPTIONS)
    assert str(caught.value).startswith("f.docx: ")
    assert "\n" not in str(caught.value)
