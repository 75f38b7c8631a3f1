"""What a 新旧対照表 leaves out as （略） is read for what it says: which provisions there are, and which stand beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aratame.classifying.series import ranges
from aratame.engine import diff, diff_table
from aratame.entries import is_space
from aratame.layouts import Layout
from aratame.reporting import Wishes
from aratame.reporting.sheets import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from aratame.model import Change

KANJI = "〇一二三四五六七八九"


def number(n: int) -> str:
    return KANJI[n] if n < 10 else f"{'十' if n < 20 else KANJI[n // 10] + '十'}{KANJI[n % 10] if n % 10 else ''}"


def articles(first: int, last: int) -> str:
    return "".join(f"第{number(n)}条　架空市の{number(n)}番目の窓口は、届出を受け付ける。\n" for n in range(first, last + 1))


def items(*words: str) -> str:
    return "".join(f"{number(n)}　{word}に関する書類及びその写し\n" for n, word in enumerate(words, 1))


LIST = ("住所", "氏名", "職業", "家族", "収入", "資産", "車両", "農地")
LIST_NOW = tuple(word for word in LIST if word != "職業")
CHAPTERS = "第一章　総則\n{}第二章　届出\n{}第三章　雑則\n{}"
SUPPLEMENT = "第一条　この条例は、公布の日から施行する。\n第二条　"
NEW_SECOND = "第二条　市長は、窓口を置く。\n" + "".join(
    articles(n, n).replace(f"第{number(n)}条", f"第{number(n + 1)}条") for n in range(2, 6)
)
PAIRS = {
    "the article before is the last of those left out": (
        f"{articles(1, 9)}第十条　前条の届出は、書面による。\n",
        f"{articles(1, 9)}第十条　窓口は、手数料を徴収する。\n第十一条　第九条の届出は、書面による。\n",
    ),
    "the article behind is the first of those left out": (
        f"第一条　次条の届出は、書面による。\n{articles(2, 9)}",
        f"第一条　第三条の届出は、書面による。\n第二条　市長は、窓口を置く。\n{articles(2, 9).replace('第九条', '第十条').replace('第八条', '第九条').replace('第七条', '第八条').replace('第六条', '第七条').replace('第五条', '第六条').replace('第四条', '第五条').replace('第三条', '第四条').replace('第二条', '第三条')}",
    ),
    "a paragraph of the next row": (
        f"{articles(1, 4)}第五条　窓口は、次条第二項の届出を受け付ける。\n第六条　窓口は、休日を定める。\n２　届出は、書面による。\n{articles(7, 9)}",
        f"{articles(1, 4)}第五条　窓口は、次条第三項の届出を受け付ける。\n第六条　窓口は、休日を定める。\n２　休日は、公示する。\n３　届出は、書面による。\n{articles(7, 9)}",
    ),
    "a range of items that are left out": (
        f"第一条　申請書には、次に掲げる書類を添える。\n{items(*LIST)}２　市長は、前項第二号から第七号までの書類を返す。\n{articles(2, 5)}",
        f"第一条　申請書には、次に掲げる書類を添える。\n{items(*LIST_NOW)}２　市長は、前項第二号から第六号までの書類を返す。\n{articles(2, 5)}",
    ),
    "the article before is in a chapter that did not change": (
        CHAPTERS.format(articles(1, 2), articles(3, 6), "第七条　前条の届出は、書面による。\n"),
        CHAPTERS.format(articles(1, 2), articles(3, 6), "第七条　窓口は、手数料を徴収する。\n第八条　第六条の届出は、書面による。\n"),
    ),
    "three articles before are among those left out": (
        f"{articles(1, 9)}第十条　前三条の届出は、書面による。\n",
        f"{articles(1, 9)}第十条　窓口は、手数料を徴収する。\n第十一条　第七条から第九条までの届出は、書面による。\n",
    ),
    "a list that lost an article of another row": (
        f"{articles(1, 5)}第六条　第二条、第三条及び第五条の届出は、書面による。\n",
        f"{articles(1, 2)}{articles(4, 5).replace('第四条', '第三条').replace('第五条', '第四条')}第五条　第二条及び第四条の届出は、書面による。\n",
    ),
    "paragraphs that went behind items that are left out": (
        f"第一条　次に掲げる書類とする。\n{items(*LIST)}２　書類は、二部とする。\n３　写しは、市長が別に定める。\n{articles(2, 5)}第六条　第二条の例による。\n",
        f"第一条　次に掲げる書面とする。\n{items(*LIST)}{NEW_SECOND}第七条　第三条の例による。\n",
    ),
    "supplementary provisions cite the main ones": (
        f"{articles(1, 5)}附　則\n{SUPPLEMENT}第五条の届出は、書面による。\n",
        f"{articles(1, 4)}第五条　市長は、窓口を置く。\n{articles(5, 5).replace('第五条', '第六条')}附　則\n{SUPPLEMENT}第六条の届出は、書面による。\n",
    ),
}


def words(changes: Iterable[Change]) -> list[tuple[str, str, str]]:
    edits = (edit for change in changes for edit in change.edits if not is_space(edit))
    return [(edit.kind.value, edit.before.text.strip(), edit.after.text.strip()) for edit in edits]


@pytest.mark.parametrize("name", PAIRS)
def test_a_reference_to_what_is_left_out_reads_back(name: str, tmp_path: Path) -> None:
    answer = diff(*PAIRS[name])
    path = tmp_path / "table.md"
    text = markdown.diff_report(answer, Wishes(layout="taisho", page=Layout()))
    path.write_text(text, encoding="utf-8")
    found = words(answer.changes)
    assert "（略）" in text
    assert "number" in {kind for kind, *_ in found}
    assert words(change for row in diff_table(path).rows for change in row.changes) == found


ROW = "第六条　前条の届出は、書面による。\t第七条　第五条の届出は、書面による。\n"
NEW = "（新設）\t第六条　窓口は、手数料を徴収する。\n"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (f"第一条～第五条　（略）\t第一条～第五条　（略）\n{NEW}{ROW}", "number"),
        (f"第一条～第四条　（略）\t第一条～第四条　（略）\n第五条　甲は乙とする。\t第五条　甲は丙とする。\n{NEW}{ROW}", "number"),
        (f"第五条　甲は乙とする。\t第五条　甲は丙とする。\n{NEW}{ROW}", "citation"),
        (f"第一条～第四条　（略）\t第一条～第四条　（略）\n{NEW}{ROW}", "citation"),
    ],
    ids=["the last of a range", "the row above", "a table that is silent", "a number is missing"],
)
def test_the_article_before_is_the_row_above_where_nothing_is_left_out_between(rows: str, kind: str) -> None:
    edits = [edit for change in diff_table(f"改正前\t改正後\n{rows}").rows[-1].changes for edit in change.edits]
    assert [edit.kind for edit in edits if edit.before.text.startswith("前条")] == [kind]


def test_a_letter_is_that_of_ones_own_list() -> None:
    lists = "一　甲に関する次の書類（ロからニまでを除く。）\nイ　住所\nロ　氏名\nハ　職業\nニ　家族\n二　乙に関する次の書類\nイ　次に掲げる書類（{}を除く。）\n"
    before = f"第一条　次の書類とする。\n{lists.format('ハ')}ロ　収入\nハ　農地及び山林の図面\n"
    after = f"第一条　次の書類とする。\n{lists.format('ニ')}ロ　収入\nハ　車両の登録を証する書類\nニ　農地及び山林の図面\n"
    edits = [edit for change in diff(before, after).changes for edit in change.edits]
    assert ("ハ", "ニ", "number") in [(edit.before.text, edit.after.text, edit.kind) for edit in edits]


@pytest.mark.parametrize(("now", "kind"), [("第五条", "number"), ("第四条", "citation")])
def test_one_of_several_that_share_a_number(now: str, kind: str) -> None:
    before = f"{articles(1, 4)}第五条から第七条まで　削除\n第八条　第六条の例による。\n"
    after = f"{articles(1, 3)}第四条から第六条まで　削除\n第八条　{now}の例による。\n"
    edits = [edit for change in diff(before, after).changes for edit in change.edits]
    assert [edit.kind for edit in edits if edit.before.text == "第六条"] == [kind]


@pytest.mark.parametrize(
    ("marker", "found"),
    [
        ("第五条から第七条の二まで", (((5,), (7, 2)),)),
        ("イ・ロ", (((1,), (1,)), ((2,), (2,)))),
        ("（１）～（３）", (((1,), (3,)),)),
        ("附則", ()),
    ],
)
def test_the_numbers_that_a_marker_stands_for(marker: str, found: tuple[object, ...]) -> None:
    assert ranges(marker) == found


def test_a_range_of_items_is_not_joined_by_paragraphs() -> None:
    after = "第一条　次の書類とする。\n一　住民票\n二～四　（略）\n"
    before = f"{after}2　市長は、前項の書類の写しを窓口に備える。\n3　書類の様式は、規則で定める。\n"
    row = diff_table(f'改正前,改正後\n"{before}","{after}"\n').rows[0]
    assert {change.relation for change in row.changes} == {"1:1", "1:0"}
