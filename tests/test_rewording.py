"""Two versions of a clause → the replacements that a reader would name: cases for officers, and laws for any text."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aratame.rewording import Replacement, reword

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CASES = Path(__file__).parent / "cases" / "rewording"
CASE = re.compile(r"^## (?P<title>.+?)\n(?P<why>.*?)```旧\n(?P<before>.*?)\n```\n```新\n(?P<after>.*?)\n```", re.MULTILINE | re.DOTALL)
MARKED = re.compile(r"【(.*?)】", re.DOTALL)


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for case in CASE.finditer(path.read_text(encoding="utf-8")):
            yield pytest.param(case["before"], case["after"], id=f"{path.stem}: {case['title']}")


def marked(before: str, after: str, found: Sequence[Replacement]) -> tuple[str, str]:
    """Both sides with the replacements marked as the cases mark them."""
    out = []
    for text, spans in ((before, [r.before for r in found]), (after, [r.after for r in found])):
        at, pieces = 0, []
        for start, end in spans:
            pieces += [text[at:start], "【", text[start:end], "】"]
            at = end
        out.append("".join([*pieces, text[at:]]))
    return out[0], out[1]


@pytest.mark.parametrize(("before", "after"), list(cases()))
def test_case(before: str, after: str) -> None:
    plain_before, plain_after = MARKED.sub(r"\1", before), MARKED.sub(r"\1", after)
    assert marked(plain_before, plain_after, reword(plain_before, plain_after)) == (before, after)


@pytest.mark.parametrize(("before", "after"), list(cases()))
def test_case_reads_the_same_backwards(before: str, after: str) -> None:
    plain_before, plain_after = MARKED.sub(r"\1", before), MARKED.sub(r"\1", after)
    assert marked(plain_after, plain_before, reword(plain_after, plain_before)) == (after, before)


WORDS = st.sampled_from(
    [
        *(
            "第一条",
            "前項",
            "令和6年4月1日",
            "4情報",
            "5情報",
            "⑰",
            "(1)",
            "[○]",
            "なし",
            "あり",
            "及び",
            "又は",
            "に関する",
            "法律",
            "個人情報",
            "氏名",
        ),
        *(
            "するものとする",
            "しなければならない",
            "の",
            "を",
            "は",
            "が",
            "、",
            "。",
            "（",
            "）",
            "「",
            "」",
            "・",
            " ",
            "\n",
            "　",
            "Article",
            "1,000",
        ),
        *("か\u3099", "𠮷", "\u200b", "…"),
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=2)), max_size=14).map("".join)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts that share much, or nothing."""
    before = draw(st.lists(WORDS, max_size=14))
    after = list(before)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(after)))
        after[at : at + draw(st.integers(0, 3))] = draw(st.lists(WORDS, max_size=3))
    return "".join(before), "".join(after)


def check_laws(before: str, after: str, found: Sequence[Replacement]) -> None:
    b_at = a_at = 0
    for (b_start, b_end), (a_start, a_end) in found:
        assert b_at <= b_start <= b_end
        assert a_at <= a_start <= a_end
        assert before[b_at:b_start] == after[a_at:a_start]
        assert before[b_start:b_end] != after[a_start:a_end]
        b_at, a_at = b_end, a_end
    assert before[b_at:] == after[a_at:]


@given(TEXTS, TEXTS)
def test_any_two_texts_are_equal_between_the_replacements(before: str, after: str) -> None:
    check_laws(before, after, reword(before, after))


@given(versions())
def test_any_two_versions_are_equal_between_the_replacements(pair: tuple[str, str]) -> None:
    check_laws(*pair, reword(*pair))


@given(versions(), st.data())
def test_no_replacement_goes_over_a_border(pair: tuple[str, str], data: st.DataObject) -> None:
    before, after = pair
    borders = [sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3))) for text in pair]
    found = reword(before, after, before_borders=borders[0], after_borders=borders[1])
    check_laws(before, after, found)
    assert not [p for r in found for p in borders[0] if r.before.start < p < r.before.end]
    assert not [p for r in found for p in borders[1] if r.after.start < p < r.after.end]


@given(TEXTS)
def test_equal_texts_have_no_replacement(text: str) -> None:
    assert reword(text, text) == ()


NAMES_THAT_END_ALIKE = st.lists(
    st.sampled_from(["第10条　", "市長", "町長", "職員", "等", "その他の", "又は", "及び", "、", "局長", "各部の", "長", "員", "は"]),
    max_size=7,
).map("".join)


@given(NAMES_THAT_END_ALIKE, NAMES_THAT_END_ALIKE)
@example("市長等は", "市長及び各部の長は")
@example("第10条　市長等は", "第10条　市長その他の執行機関の長は")
@example("町長町長町長第10条　町長", "町長第10条　町長町長町長")
def test_names_of_which_the_dictionary_parts_one_otherwise(before: str, after: str) -> None:
    check_laws(before, after, reword(before, after))


SPACES = st.sampled_from(["", " ", "　", "\n", "\r\n", "\n　"])


@given(st.lists(st.tuples(st.sampled_from(["個人", "情報", "の", "第一条", "4", "、", "。", "する"]), SPACES, SPACES), max_size=12))
def test_text_wrapped_elsewhere_differs_in_white_space_alone(words: list[tuple[str, str, str]]) -> None:
    before, after = "".join(w + s for w, s, _ in words), "".join(w + s for w, _, s in words)
    found = reword(before, after)
    check_laws(before, after, found)
    assert not "".join(before[slice(*r.before)] + after[slice(*r.after)] for r in found).strip()


def test_a_clause_far_larger_than_its_differences_is_answered_in_windows() -> None:
    rows = [f"{n}　みどり野市の区域{n}番地の農地を、町長が定める方法により管理する。\n" for n in range(4000)]
    changed = [row.replace("町長", "市長") if n % 500 == 7 else row for n, row in enumerate(rows)]
    before, after = "".join(rows), "".join(changed)
    found = reword(before, after)
    assert [(before[slice(*r.before)], after[slice(*r.after)]) for r in found] == [("町長", "市長")] * 8


@pytest.mark.parametrize("sign", ["市", "第", "一", "（", "。", "、", " ", "a", "に関する", "令和"])
def test_hostile_texts_are_answered_soon(sign: str) -> None:
    before, after = sign * 40_000, sign * 39_990 + "町" + sign * 3
    start = time.process_time()
    check_laws(before, after, reword(before, after))
    assert time.process_time() - start < 10


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_the_answer_is_the_same_every_time(seed: int) -> None:
    before, after = f"第{seed}条　市長は、意見を聴くものとする。", f"第{seed + 1}条　市長は、意見を聴かなければならない。"
    assert reword(before, after) == reword(before, after)


def test_a_replacement_stays_in_its_cell() -> None:
    before, after = "印鑑登録\t市民課\t平日\t100\n", "印鑑登録\t戸籍課\t毎日\t\n"
    assert marked(before, after, reword(before, after)) == (
        "印鑑登録\t【市民課】\t【平日】\t【100】\n",
        "印鑑登録\t【戸籍課】\t【毎日】\t【】\n",
    )


TABLE = "次の表のとおり読み替える。\n第三条第一項\t届出書\t申請書\n\t届出\t申請\n第四条\t届出\t申請\n第五条第一項\t届出\t申請\n\t市長\t教育長\n附則\t届出\t申請\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("第四条\t届出\t申請\n【】", "第四条\t届出\t申請\n【第四条の二\t届出\t申請\n】"),
        ("\t市長\t教育長\n【】", "\t市長\t教育長\n【\t届出の\t申請の\n】"),
        ("【第四条\t届出\t申請\n】第五条", "【】第五条"),
        ("\t【市長】\t教育長\n", "\t【町長】\t教育長\n"),
        ("【第五条第一項】\t届出", "【第六条第一項】\t届出"),
        ("【次】の表のとおり", "【別】の表のとおり"),
    ],
)
def test_a_table_in_a_text_is_compared_row_by_row(before: str, after: str) -> None:
    old, new = (part.translate(str.maketrans("", "", "【】")) for part in (before, after))
    assert old in TABLE
    found = reword(TABLE, TABLE.replace(old, new))
    assert marked(TABLE, TABLE.replace(old, new), found) == (TABLE.replace(old, before), TABLE.replace(old, after))


def test_rows_around_what_is_left_out_are_compared_too() -> None:
    before, after = "次の表のとおり。\n（略）\n\t届出\t申請\n（略）\n", "次の表のとおり。\n（略）\n\t届出\t申込\n\t届\t書\n（略）\n"
    assert marked(before, after, reword(before, after)) == (
        "次の表のとおり。\n（略）\n\t届出\t【申請】\n【】（略）\n",
        "次の表のとおり。\n（略）\n\t届出\t【申込】\n【\t届\t書\n】（略）\n",
    )


def test_a_name_joined_behind_the_last_word_is_an_edit_of_its_own() -> None:
    assert marked("第一章　総則", "総則・甲", reword("第一章　総則", "総則・甲")) == ("【第一章　】総則【】", "【】総則【・甲】")
