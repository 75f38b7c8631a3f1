"""The report for pull requests: what it says, and that nothing of a document is taken for Markdown."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from aratame.engine import diff, diff_table
from aratame.reporting import Wishes, markdown
from aratame.reporting.github import escaped

FLAGSHIP = Path(__file__).parent.parent / "corpora" / "flagship"
GITHUB = MarkdownIt("gfm-like", {"html": True, "linkify": False})
"""As GitHub renders, addresses apart: escaped ones need no finding."""


def report(before: str, after: str) -> str:
    return markdown.diff_report(diff(before, after), Wishes())


def test_a_change_is_marked_and_explained() -> None:
    said = report("第一条　市長は、三十日以内に届け出る。\n", "第一条　市長は、六十日以内に届け出る。\n")
    assert "<del>三十日</del><ins>六十日</ins>" in said
    assert "### 1. 第一条【数量の変更】" in said
    assert "| 数量の変更 | 1 | 1 |" in said


def test_the_example_has_its_names_and_what_was_left_behind() -> None:
    said = markdown.diff_report(diff(FLAGSHIP / "before.txt", FLAGSHIP / "after.txt"), Wishes())
    assert "| 用語の変更 | 4情報 | 5情報 | 2 | 1 |" in said
    assert "利用者の**4情報**を確認し" in said
    assert ". 番号の変更　第４条〜第６条" in said


def test_a_table_has_its_rows_and_findings() -> None:
    said = markdown.table_report(diff_table(FLAGSHIP / "henko.tsv"), Wishes())
    assert "行3 Ⅰ基本情報" in said
    assert "no-visible-change" in said


def test_nothing_changed_is_one_sentence() -> None:
    assert report("第一条　甲。\n", "第一条　甲。\n").endswith("変更はありません。\n")


def test_english_on_request() -> None:
    assert "## Substantive changes" in markdown.diff_report(diff("第一条　三十日。\n", "第一条　六十日。\n"), Wishes(language="en"))


@pytest.mark.parametrize(
    "hostile",
    [
        "a|b",
        "@org/team",
        "#1",
        "GH-1",
        "`code`",
        "**b** _i_ ~~s~~",
        "<script>alert(1)</script>",
        "[x](https://example.com)",
        "![x](https://example.com/y.png)",
        "https://example.com",
        "www.example.com",
        ":smile:",
        "$x$",
        "&amp;",
        "1. x",
        "- x",
        "# x",
        "===",
        "01234567",
        "abcdef0123",
    ],
)
def test_text_of_a_document_stays_text(hostile: str) -> None:
    shown = GITHUB.renderInline(escaped(hostile))
    assert "<" not in shown
    assert html.unescape(shown).replace("\u200b", "") == hostile
    assert not re.search(r"@\w|#\d|GH-\d|:\w+:|://|www\.|\b[0-9a-f]{7,40}\b", html.unescape(shown))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="|`*_~<>#@[]()!-+=.:&\\1a 　第一条\n", max_size=30))
def test_a_cell_holds_its_text_and_ends_no_table(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escaped(text)} | 二 |\n"
    rows = re.findall(r"<td>(.*?)</td>", GITHUB.render(table), re.DOTALL)
    assert len(rows) == 2
    shown = html.unescape(rows[0].replace("<br>", "\n")).replace("\u200b", "")
    assert "".join(shown.split()) == "".join(text.split())
