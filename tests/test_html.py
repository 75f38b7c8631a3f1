"""The HTML report as a file: whole, alone, escaped, the same every time. tests/browser drives it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aratame import diff, diff_table
from aratame.filters import Filter
from aratame.model import Diff, Document, EditKind, Note, Words
from aratame.reporting import Wishes, html
from aratame.reporting.html.wording import WORDS
from aratame.reporting.sanitize import safe

EXAMPLE = Path(__file__).parent.parent / "corpora" / "flagship"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>{{ 7 * 7 }}<!-- javascript:alert(4)"
BEFORE = (EXAMPLE / "before.txt").read_text(encoding="utf-8")
AFTER = (EXAMPLE / "after.txt").read_text(encoding="utf-8")
FLAGSHIP = diff(Document("旧.txt", BEFORE), Document("新.txt", AFTER))
TABLE = diff_table(EXAMPLE / "henko.tsv")
PAGES = {
    "diff": html.diff_report(FLAGSHIP, Wishes()),
    "diff in English": html.diff_report(FLAGSHIP, Wishes(language="en")),
    "table": html.table_report(TABLE, Wishes()),
    "nothing": html.diff_report(diff(BEFORE, BEFORE), Wishes()),
}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def tree(page: str) -> Any:
    return lxml.html.document_fromstring(page.encode())


def data(page: str) -> Any:
    return json.loads(tree(page).get_element_by_id("data").text)


def squeezed(text: str) -> str:
    """`text` without white space, also that which the page shows by signs where it is all that changed."""
    return "".join(text.translate(dict.fromkeys(map(ord, "□␣⏎"))).split())


def after_text(page: str) -> str:
    """The after text as the page has it, folds opened, without white space."""
    folds = data(page)["folds"]
    out = []
    for block in tree(page).cssselect(".fold, .change, .context"):
        if "fold" in block.classes:
            out += [text for _, text in folds[block.get("id")]]
            continue
        for text in block.cssselect(".after .text"):
            for button in text.cssselect("button"):
                button.drop_tree()
            out.append(text.text_content())
    return squeezed("".join(out))


@every_page
def test_the_page_asks_nothing_of_a_network(page: str) -> None:
    assert not re.search(r"https?:|//[a-z]", page.partition("<script>")[0])
    assert not tree(page).cssselect("[src], link, img, iframe, object, embed, base, form[action]")
    assert all(link.get("href").startswith("#") for link in tree(page).cssselect("[href]"))


@every_page
def test_style_and_script_are_those_of_the_policy(page: str) -> None:
    policy = tree(page).cssselect("meta[http-equiv]")[0].get("content")
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        [inline] = [one.text for one in tree(page).cssselect(f"{name}:not([type])")]
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    attributes = {name for element in tree(page).iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or name == "style"}


@every_page
def test_every_link_leads_somewhere_and_no_key_stands_twice(page: str) -> None:
    keys = [element.get("id") for element in tree(page).cssselect("[id]")]
    assert len(keys) == len(set(keys))
    folded = {f"{key}-{at}" for key, items in data(page)["folds"].items() for at in range(len(items))}
    targets = {link.get("href")[1:] for link in tree(page).cssselect("a[href]")}
    assert targets <= {*keys, *folded, "changes"}
    named = {element.get("aria-labelledby") for element in tree(page).cssselect("[aria-labelledby]")}
    assert named <= set(keys)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_markup_in_a_text_stays_text(language: str) -> None:
    before = f"第一条　{HOSTILE}を4情報という。\n第二条　{HOSTILE}4情報\n第三条　{HOSTILE}\n"
    after = f"第一条　{HOSTILE}を5情報という。\n第二条　{HOSTILE}4情報\n第三条　{HOSTILE}{HOSTILE}\n"
    note = Note(HOSTILE, Words(HOSTILE, HOSTILE))
    page = html.diff_report(diff(Document(HOSTILE, before, notes=(note,)), Document(HOSTILE, after)), Wishes(language=language))
    assert len(tree(page).cssselect("script")) == 2
    assert not tree(page).cssselect("img, [onerror], [onload]")
    assert {element.tag for element in tree(page).cssselect("svg *")} <= {"rect", "a", "title"}
    assert "49" not in tree(page).cssselect(".text")[0].text_content()
    assert after_text(page) == squeezed(after)
    assert HOSTILE in tree(page).cssselect(".head")[0].text_content()
    assert any(HOSTILE in element.text_content() for element in tree(page).cssselect("#notes li"))


def test_markup_in_a_table_stays_text() -> None:
    rows = f"項目\t変更前\t変更後\t提出時期\t理由\n{HOSTILE}\t{HOSTILE}4情報\t{HOSTILE}5情報\t{HOSTILE}\t{HOSTILE}\n"
    page = html.table_report(diff_table(rows), Wishes())
    assert len(tree(page).cssselect("script")) == 2
    assert not tree(page).cssselect("img, [onerror], [onload]")
    assert HOSTILE in tree(page).cssselect("section.row dd")[0].text_content()


def test_what_turns_or_hides_text_is_shown() -> None:
    signs = "\x00\x1b\u202e\u2066\u200b\ufeff\u2028\ud800"
    before = f"第一条　{signs}\n第二条　4情報{signs}\n"
    page = html.diff_report(diff(Document(signs, before), Document(signs, before.replace("4", "5"))), Wishes())
    page.encode()  # no lone surrogate is left
    assert not set(signs) & set(page)
    assert "<U+202E>" in tree(page).cssselect(".change .text")[0].text_content()
    assert "<U+202E>" in json.dumps(data(page)["folds"])


def test_nothing_of_the_after_text_is_missing() -> None:
    assert after_text(PAGES["diff"]) == squeezed(AFTER)
    assert after_text(PAGES["nothing"]) == squeezed(BEFORE)


clauses = st.lists(
    st.sampled_from(["第一条　甲は4情報を、", "第二条　乙。\n", "\n２　丙", "(1) 丁\n", "ア　戊<b>", "\u3000", "長い文" * 60]), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(clauses, clauses)
def test_nothing_of_any_after_text_is_missing(before: list[str], after: list[str]) -> None:
    answer = diff("".join(before), "".join(after))
    if not any(len(change.after) > 1 for change in answer.changes):  # merged clauses need not be neighbours
        assert after_text(html.diff_report(answer, Wishes())) == squeezed(safe("".join(after)))


def test_every_edit_is_marked_on_its_side() -> None:
    page = tree(PAGES["diff"])
    for name, side in (("del", "before"), ("ins", "after")):
        marked = [squeezed(mark.text_content()) for mark in page.cssselect(f".change .{side} .text {name}")]
        edits = [getattr(edit, side).text for change in FLAGSHIP.changes for edit in change.edits]
        assert marked == [squeezed(text) for text in edits if text]


def test_the_filters_know_kind_and_weight_of_every_change() -> None:
    tokens = [set(row.get("data-t").split()) for row in tree(PAGES["diff"]).cssselect(".change")]
    wanted = [
        {f"{edit.kind}/{'s' if edit.substantive else 'f'}" for edit in change.edits} | ({"/m"} if change.moved else set())
        for change in FLAGSHIP.changes
        if change.edits or change.moved
    ]
    assert tokens == wanted


def test_bars_count_the_edits_of_each_kind() -> None:
    bars = {box.get("value"): box.getparent().cssselect(".number")[0].text for box in tree(PAGES["diff"]).cssselect("[name=kind]")}
    kinds = [edit.kind for change in FLAGSHIP.changes for edit in change.edits]
    assert bars == {str(kind): str(kinds.count(kind)) for kind in EditKind if kind in kinds}


def test_a_name_left_behind_leads_to_its_place() -> None:
    [left] = tree(PAGES["diff"]).cssselect(".left li")
    assert left.cssselect("mark")[0].text == "4情報"
    block = tree(PAGES["diff"]).get_element_by_id(left.cssselect("a")[0].get("href")[1:])
    assert "4情報" in block.cssselect(".after .text")[0].text_content()


def test_a_row_of_a_table_has_its_item_timing_and_reason() -> None:
    row = tree(PAGES["table"]).get_element_by_id("r7")
    assert row.cssselect("h3")[0].text == "行7 Ⅱファイルの概要 4.⑦再委託の有無 ［事前］"
    assert "重要な変更" in row.cssselect("dl")[0].text_content()
    assert tree(PAGES["table"]).cssselect("#findings li")


def test_the_title_is_short_where_that_tells_the_files_apart() -> None:
    old, new = Document("令和4年/要綱.docx", BEFORE), Document("C:\\令和6年\\要綱の写し.docx", AFTER)
    page = tree(html.diff_report(diff(old, new), Wishes()))
    assert [page.cssselect(name)[0].text for name in ("h1", ".head .former")] == [
        "要綱.docx → 要綱の写し.docx",
        "令和4年/要綱.docx → C:\\令和6年\\要綱の写し.docx",
    ]
    same = tree(html.diff_report(diff(old, Document("令和6年/要綱.docx", AFTER)), Wishes()))
    assert same.cssselect("h1")[0].text == "令和4年/要綱.docx → 令和6年/要綱.docx"


def test_equal_texts_say_so_and_offer_no_filter() -> None:
    page = tree(PAGES["nothing"])
    assert page.cssselect(".counts")[0].text.strip() == "変更はありません。"
    assert not page.cssselect("#filter, .change")


def test_a_filtered_report_says_that_it_is() -> None:
    page = tree(html.diff_report(Filter(substantive=True).diff(FLAGSHIP), Wishes(filtered=True)))
    assert page.cssselect(".head .warning")[0].text == WORDS["filtered"].ja
    nothing: Diff = Filter(only=frozenset()).diff(FLAGSHIP)
    assert tree(html.diff_report(nothing, Wishes(filtered=True))).cssselect(".counts")[0].text.strip() == WORDS["nothing_left"].ja


def test_the_page_speaks_one_language_and_marks_that_of_the_text() -> None:
    japanese, english = tree(PAGES["diff"]), tree(PAGES["diff in English"])
    assert (japanese.get("lang"), english.get("lang")) == ("ja", "en")
    assert {text.get("lang") for text in english.cssselect(".text")} == {"ja"}
    own = "".join(
        element.text or ""
        for element in english.cssselect("h2, label, legend, th, .chip, .hint, .counts, .jump button, .fold > button > span:first-child")
    )
    assert own.strip()
    assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", own)
    english_text = html.diff_report(diff("Article 1 A fee.\n", "Article 1 A charge.\n"), Wishes())
    assert {text.get("lang") for text in tree(english_text).cssselect(".text")} == {"en"}


@pytest.mark.parametrize("name", WORDS)
def test_both_languages_fill_in_the_same(name: str) -> None:
    ja, en = (sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None) for text in WORDS[name])
    assert ja == en


def test_a_long_statute_takes_little_more_than_its_texts() -> None:
    lines = [
        f"第{number}条　北浜機構の長は、登録簿第{number * 7}面の記載事項について遅滞なく届け出るものとする。" for number in range(1, 2001)
    ]
    after = [line.replace("遅滞なく", "三十日以内に") if at % 40 == 0 else line for at, line in enumerate(lines)]
    page = html.diff_report(diff("\n".join(lines), "\n".join(after)), Wishes())
    alone = len(PAGES["nothing"].encode())
    assert len(page.encode()) < alone + 2 * len("\n".join(lines).encode())


def test_the_command_writes_the_same_page_in_any_process(tmp_path: Path) -> None:
    pages = []
    for seed in "01":
        page = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "aratame", "diff", "before.txt", "after.txt", "-o", str(page)]
        subprocess.run(command, cwd=EXAMPLE, check=True, env={"PYTHONHASHSEED": seed})
        pages.append(page.read_bytes())
    assert pages[0] == pages[1]
    assert pages[0].startswith(b"<!DOCTYPE html>")
