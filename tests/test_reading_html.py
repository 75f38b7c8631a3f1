"""Saved pages: what a browser shows, tables with merged cells, readings, what is hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame.errors import ReadError
from aratame.model import Document, Table
from aratame.reading import html, read_text
from aratame.reading.options import ReadOptions
from aratame.segmenting import segment

OPTIONS = ReadOptions(format="html")


def page(body: str, encoding: str = "utf-8") -> Document | Table:
    head = f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>架空市例規集</title></head>"
    return html.read_bytes(f"{head}<body>{body}</body></html>".encode(encoding), "f.html", OPTIONS)


def text_of(body: str) -> str:
    document = page(body)
    assert isinstance(document, Document)
    return document.text


def test_a_page_of_an_ordinance_is_its_lines() -> None:
    body = (
        "<nav><a href='/'>目次へ</a></nav><h1>架空市手数料条例</h1><div class='article'><p><span>（目的）</span></p>"
        "<p><strong>第１条</strong>　この条例は、手数料に\n    関し必要な事項を定める。</p><p>２　前項の<br>規定</p></div><script>var x = '本文でない';</script>"
    )
    assert text_of(body) == "架空市手数料条例\n（目的）\n第１条　この条例は、手数料に関し必要な事項を定める。\n２　前項の\n規定\n"


def test_readings_are_left_out() -> None:
    assert text_of("<p>漏<ruby>洩<rp>（</rp><rt>えい</rt><rp>）</rp></ruby>を防ぐ</p>") == "漏洩を防ぐ\n"


def test_blanks_fold_but_full_width_ones_stay() -> None:
    assert text_of("<p> National   Agency\n Act　第１条 </p>") == "National Agency Act　第１条\n"


def test_lists_have_the_marks_that_a_browser_shows() -> None:
    assert text_of("<ol start=3><li>あ</li><li>（１） い</li></ol><ul><li>う</li><li>・え</li></ul>") == "3. あ\n（１） い\n・う\n・え\n"


def test_a_before_after_table_with_merged_headings_is_a_table() -> None:
    rows = (
        "<tr><th rowspan=2>条</th><th colspan=2>内容</th></tr><tr><th>改正後</th><th>改正前</th></tr>"
        "<tr><td rowspan=2>第１条</td><td>５情報</td><td>４情報</td></tr><tr><td>２　市長が定める。</td><td>（新設）</td></tr>"
    )
    table = page(f"<table>{rows}</table>", "shift_jis")
    assert isinstance(table, Table)
    assert [(row.cells["item"], row.before, row.after) for row in table.rows] == [
        ("第１条", "４情報", "５情報"),
        ("第１条", "（新設）", "２　市長が定める。"),
    ]


def test_another_table_is_lines_of_cells() -> None:
    body = "<table><tr><th>区分<th>金額</tr><tr><td rowspan=2>一般<td>三百円<br>（税込）<tr><td>五百円</table>"
    assert text_of(body) == "区分\t金額\n一般\t三百円 （税込）\n\t五百円\n"


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    assert text_of("<table><tr><td>見出し<td><table><tr><td>あ<td>い</table></table>") == "見出し\nあ\tい\n"


def test_an_ordinance_that_is_laid_out_with_a_table_keeps_its_clauses() -> None:
    document = page("<table><tr><td>第１条<td>目的を定める。<tr><td>第２条<td>用語を定める。</table>")
    assert isinstance(document, Document)
    assert document.outline is None
    assert [clause.path for clause in segment(document)] == [("第１条",), ("第２条",)]


def test_only_the_main_part_is_read() -> None:
    assert text_of("<header>架空市</header><main><p>本文</p></main><footer>問合せ</footer>") == "本文\n"


def test_what_is_left_out_is_noted() -> None:
    document = page("<p>本文<img src='a.png' alt='組織図'><img src='line.gif' alt=''></p><p style='display: none'>隠し</p>")
    assert [note.place for note in document.notes] == ["「本文」の後"] * 2
    assert "組織図" in document.notes[0].words.ja
    assert "隠し" in document.notes[1].words.ja


def test_elements_nested_too_deep_are_an_error_and_not_a_page_cut_short() -> None:
    with pytest.raises(ReadError, match="HTML として読めません"):
        page("<div>" * 10_000 + "本文")


def test_a_colspan_of_millions_costs_nothing() -> None:
    assert text_of("<table><tr><td colspan=99999999>あ<td>い<tr><td rowspan=99999999>う<td>え</table>") == "あ\tい\nう\tえ\n"


def test_white_space_is_text_where_the_page_says_so() -> None:
    assert text_of('<p style="white-space: pre-wrap">あ\tい  <b>う\t</b>え\nお</p>') == "あ\tい  う\tえ\nお\n"
    assert text_of('<p style="white-space:pre-line">あ\tい</p><p>う\tえ</p>') == "あ い\nう え\n"


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "<td rowspan=3>",
                "<br>",
                "<ruby>",
                "<rt>",
                "<ol>",
                "<li>",
                "あ",
                " い\n",
                "<pre>",
                "<",
            ]
        )
    )
)
def test_any_markup_is_read(parts: list[str]) -> None:
    document = page("始" + "".join(parts))
    assert isinstance(document, Document)
    assert document.text.startswith("始")


def test_a_header_of_two_rows_that_both_name_the_sides() -> None:
    table = read_text(
        "<table><tr><th rowspan=2>項目<th>改正前<th>改正後</tr><tr><th>旧<th>新</tr><tr><td>一<td>甲<td>乙</tr></table>",
        name="表.html",
        want="table",
    )
    assert isinstance(table, Table)
    assert [(row.before, row.after, row.cells) for row in table.rows] == [("甲", "乙", {"item": "一"})]
