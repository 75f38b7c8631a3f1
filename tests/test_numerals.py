"""Numbers as drafters write them: every way of writing has one value."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame import numerals
from aratame.numerals import IROHA, LONGEST, marker_value, ordinal, roman, value
from aratame.segmenting import english, grammar, markers

UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def in_kanji(number: int) -> str:
    """千二百 and the like, as statutes write numbers below ten thousand."""
    words = ""
    for unit, sign in UNITS:
        count, number = divmod(number, unit)
        words += ("" if count == 1 else numerals.KANJI_DIGITS[count]) + sign if count else ""
    return words + (numerals.KANJI_DIGITS[number] if number else "")


@pytest.mark.parametrize("module", [numerals, english, grammar, markers], ids=lambda module: module.__name__)
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@given(st.integers(min_value=1, max_value=9999))
def test_one_value_however_written(number: int) -> None:
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    by_place = "".join(numerals.KANJI_DIGITS[int(digit)] for digit in str(number))
    assert {value(writing) for writing in (str(number), wide, in_kanji(number), by_place, f"{number:,}")} == {number}


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=2, max_value=99))
def test_an_article_and_its_branch(number: int, branch: int) -> None:
    assert marker_value(f"第{in_kanji(number)}条の{in_kanji(branch)}") == marker_value(f"第{number}条の{branch}") == (number, branch)


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("○２", (2,)),
        ("㉕", (25,)),
        ("(2)の2", (2, 2)),
        ("（ｉｉ）", (2,)),
        ("Ⅳ", (4,)),
        ("ロ", (2,)),
        ("㋑", (1,)),
        ("リスク3", (3,)),
        ("様式第1号", (1,)),
        ("別表第一の二", (1, 2)),
        ("一及び二", (1, 0, 2)),
        ("Articles 5 through 7-2", (5, 0, 7, 2)),
        ("・", None),
        ("※", None),
        ("附　則", None),
        ("目次", None),
    ],
)
def test_markers(marker: str, expected: tuple[int, ...] | None) -> None:
    assert marker_value(marker) == expected


def test_several_numbers_differ_from_the_first_of_them() -> None:
    assert len({marker_value(text) for text in ("第五条", "第五条から第七条まで", "第五条から第八条まで", "第五条の七")}) == 4


def test_kana_stand_in_the_order_of_iroha() -> None:
    assert [ordinal(sign) for sign in IROHA] == list(range(1, len(IROHA) + 1))


def test_roman_numbers_that_lists_count_with() -> None:
    assert [roman(text) for text in ("i", "ii", "iii", "iv", "v", "vi", "ix", "x", "XIV", "xix")] == [1, 2, 3, 4, 5, 6, 9, 10, 14, 19]


@given(st.text(max_size=LONGEST + 10))
def test_any_text_is_answered(text: str) -> None:
    assert marker_value(text) is None or all(number >= 0 for number in marker_value(text) or ())


def test_more_digits_than_anyone_counts_to_are_no_number() -> None:
    assert value("1" * 5000) is None
