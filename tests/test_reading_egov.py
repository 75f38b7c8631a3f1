"""e-Gov law XML: the text as statutes are printed, and the clauses as the elements state them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame.errors import ReadError
from aratame.model import Clause, ClauseKind, Document
from aratame.reading import egov_xml
from aratame.reading.options import ReadOptions
from aratame.segmenting import segment

OPTIONS = ReadOptions(format="egov_xml")


def law(body: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><Law Era="Reiwa"><LawNum>令和六年架空市条例第一号</LawNum><LawBody><LawTitle>架空条例</LawTitle>'
    return f"{head}{body}</LawBody></Law>".encode()


def read(body: str) -> Document:
    return egov_xml.read_bytes(law(body), "f.xml", OPTIONS)


def sentence(text: str) -> str:
    return f'<Sentence Num="1">{text}</Sentence>'


def paragraph(number: str, text: str, inside: str = "", caption: str = "") -> str:
    said = f"<ParagraphCaption>{caption}</ParagraphCaption>" if caption else ""
    return (
        f"<Paragraph>{said}<ParagraphNum>{number}</ParagraphNum><ParagraphSentence>{sentence(text)}</ParagraphSentence>{inside}</Paragraph>"
    )


def article(title: str, inside: str, caption: str = "") -> str:
    said = f"<ArticleCaption>{caption}</ArticleCaption>" if caption else ""
    return f"<Article>{said}<ArticleTitle>{title}</ArticleTitle>{inside}</Article>"


def item(title: str, text: str, inside: str = "", tag: str = "Item") -> str:
    return f"<{tag}><{tag}Title>{title}</{tag}Title><{tag}Sentence>{text}</{tag}Sentence>{inside}</{tag}>"


STATUTE = (
    "<TOC><TOCLabel>目次</TOCLabel><TOCChapter><ChapterTitle>第一章　総則</ChapterTitle><ArticleRange>（第一条・第二条）</ArticleRange></TOCChapter>"
    "<TOCSupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel></TOCSupplProvision></TOC>"
    "<MainProvision><Chapter><ChapterTitle>第一章　総則</ChapterTitle>"
    + article("第一条", paragraph("", "この条例は、手数料に関し必要な事項を定める。"), "（目的）")
    + article(
        "第二条",
        paragraph(
            "",
            "次に掲げる者は、この限りでない。",
            item("一", f"<Column>{sentence('市内')}</Column><Column>{sentence('市の区域をいう。')}</Column>")
            + item(
                "二", sentence("次に掲げる者"), item("イ", sentence("学生"), tag="Subitem1") + item("ロ", sentence("児童"), tag="Subitem1")
            ),
        )
        + paragraph("２", "前項の規定は、市長が定める。"),
        "（定義）",
    )
    + "</Chapter></MainProvision>"
    + '<SupplProvision AmendLawNum="令和七年架空市条例第二号" Extract="true"><SupplProvisionLabel>附　則</SupplProvisionLabel>'
    + paragraph("１", "この条例は、公布の日から施行する。", caption="（施行期日）")
    + "</SupplProvision>"
    + "<AppdxTable><AppdxTableTitle>別表第一</AppdxTableTitle><RelatedArticleNum>（第二条関係）</RelatedArticleNum><TableStruct><Table>"
    + "<TableRow><TableColumn><Sentence>区分</Sentence></TableColumn><TableColumn><Sentence>金額</Sentence></TableColumn></TableRow>"
    + '<TableRow><TableColumn rowspan="2"><Sentence>一般</Sentence></TableColumn><TableColumn><Sentence>三百円</Sentence></TableColumn></TableRow>'
    + "<TableRow><TableColumn><Sentence>五百円</Sentence></TableColumn></TableRow></Table></TableStruct></AppdxTable>"
)

PRINTED = """\
架空条例
目次
第一章　総則（第一条・第二条）
附則
第一章　総則
（目的）
第一条　この条例は、手数料に関し必要な事項を定める。
（定義）
第二条　次に掲げる者は、この限りでない。
一　市内　市の区域をいう。
二　次に掲げる者
イ　学生
ロ　児童
２　前項の規定は、市長が定める。
附　則　（令和七年架空市条例第二号）　抄
（施行期日）
１　この条例は、公布の日から施行する。
別表第一（第二条関係）
区分\t金額
一般\t三百円
\t五百円
"""


def test_a_law_is_laid_out_as_it_is_printed() -> None:
    assert read(STATUTE).text == PRINTED


def test_the_elements_are_the_clauses() -> None:
    document = read(STATUTE)
    assert [(clause.kind.value, clause.path) for clause in outline(document)] == [
        ("text", ()),
        ("toc", ("目次",)),
        ("chapter", ("第一章",)),
        ("article", ("第一章", "第一条")),
        ("article", ("第一章", "第二条")),
        ("item", ("第一章", "第二条", "一")),
        ("item", ("第一章", "第二条", "二")),
        ("subitem", ("第一章", "第二条", "二", "イ")),
        ("subitem", ("第一章", "第二条", "二", "ロ")),
        ("paragraph", ("第一章", "第二条", "２")),
        ("suppl_provision", ("附　則",)),
        ("paragraph", ("附　則", "１")),
        ("appdx_table", ("別表第一",)),
    ]


def outline(document: Document) -> tuple[Clause, ...]:
    assert document.outline is not None
    return document.outline


def test_the_text_is_cut_by_the_segmenter_as_the_elements_cut_it() -> None:
    document = read(STATUTE)
    assert segment(Document("f.txt", document.text)) == document.outline


def test_the_caption_and_the_first_paragraph_are_the_article_s_own_text() -> None:
    document = read(STATUTE)
    first = next(clause for clause in outline(document) if clause.kind is ClauseKind.ARTICLE)
    assert document.text[slice(*first.span)].startswith("（目的）\n第一条　この条例は")
    assert first.marker is not None
    assert document.text[slice(*first.marker.span)] == "第一条"


def test_text_behind_the_items_of_a_paragraph_is_a_clause_without_marker() -> None:
    table = "<TableStruct><Table><TableRow><TableColumn><Sentence>率</Sentence></TableColumn></TableRow></Table></TableStruct>"
    document = read(
        f"<MainProvision>{article('第一条', paragraph('', '次のとおり。', item('一', sentence('甲')) + table))}</MainProvision>"
    )
    last = outline(document)[-1]
    assert (last.kind, last.marker, document.text[slice(*last.span)]) == (ClauseKind.TEXT, None, "率\n")
    assert last.parent == 1


def test_readings_are_left_out_and_blanks_of_pretty_printing_too() -> None:
    text = "\n      漏<Ruby>洩<Rt>えい</Rt></Ruby>を\n        防ぐ。\n    "
    document = read(f"<MainProvision>{article('第一条', paragraph('', text))}</MainProvision>")
    assert document.text == "架空条例\n第一条　漏洩を防ぐ。\n"


def test_an_order_without_articles_keeps_its_paragraphs() -> None:
    document = read(f"<MainProvision>{paragraph('１', 'あ。')}{paragraph('２', 'い。')}</MainProvision>")
    assert [clause.path for clause in outline(document)] == [(), ("１",), ("２",)]


def test_quoted_provisions_are_no_clauses() -> None:
    quoted = f"<AmendProvision><NewProvision>{article('第九条', paragraph('', '新しい。'))}</NewProvision></AmendProvision>"
    document = read(f"<MainProvision>{article('第一条', paragraph('', '次のように改める。', quoted))}</MainProvision>")
    assert "第九条　新しい。\n" in document.text
    assert [clause.path for clause in outline(document)] == [(), ("第一条",)]


def test_what_is_left_out_is_noted() -> None:
    document = read('<AppdxFig><AppdxFigTitle>別図</AppdxFigTitle><FigStruct><Fig src="./pict/1.jpg"/></FigStruct></AppdxFig>')
    assert [note.place for note in document.notes] == ["法令番号", "./pict/1.jpg"]


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=20)
bodies = st.recursive(
    words.map(lambda text: sentence(escape(text))),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(
            ["Article", "Paragraph", "Item", "Subitem1", "Chapter", "SupplProvision", "TOC", "AppdxTable", "Table", "ArticleTitle"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(bodies)
def test_any_tree_gives_clauses_that_add_up_to_the_text(body: str) -> None:
    document = read(body)
    end = 0
    for position, clause in enumerate(outline(document)):
        assert clause.position == position
        assert clause.span.start == end
        assert clause.parent is None or clause.parent < position
        assert clause.marker is None or document.text[slice(*clause.marker.span)] == clause.marker.text
        above = outline(document)[clause.parent] if clause.parent is not None else None
        assert clause.path == (above.path if above else ()) + ((clause.marker.text,) if clause.marker else ())
        assert clause.depth == (above.depth + 1 if above else 0)
        end = clause.span.end
    assert end == len(document.text)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<Law><LawBody>", "XML として読めません"),
        (b"<html></html>", "法令標準XMLではありません"),
        (b'<!DOCTYPE Law [<!ENTITY a "b">]><Law>&a;</Law>', "実体の宣言"),
        (b'<!DOCTYPE Law [<!ENTITY a SYSTEM "file:///etc/hostname">]><Law>&a;</Law>', "実体の宣言"),
        (b"<Law>" + b"<Paragraph>" * 5000, "XML として読めません"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=re.escape(words)) as caught:
        egov_xml.read_bytes(data, "f.xml", OPTIONS)
    assert "\n" not in str(caught.value)


def test_a_billion_laughs_are_refused_before_they_are_expanded() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    data = f'<!DOCTYPE Law [<!ENTITY l0 "はは">{entities}]><Law><LawBody><LawTitle>&l29;</LawTitle></LawBody></Law>'.encode()
    with pytest.raises(ReadError, match="実体の宣言"):
        egov_xml.read_bytes(data, "f.xml", OPTIONS)


def test_entities_are_named_also_where_the_parser_stumbles_over_them() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE Law [<!ENTITY l0 "{"は" * 100}">{entities}]><Law Era="&l9;">&l9;</Law>'.encode()
    with pytest.raises(ReadError, match="実体の宣言"):
        egov_xml.read_bytes(data, "f.xml", OPTIONS)
