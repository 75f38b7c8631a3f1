"""Dates and quantities: notations of one value are one value, and differences are said in the right unit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame.values import Amount, Moment, difference, find


def value(text: str) -> Moment | Amount:
    """The one value that makes up a text."""
    (found,) = find(text)
    assert text[found.span.start : found.span.end] == text
    return found.value


@pytest.mark.parametrize(
    "notations",
    [
        ("令和元年", "平成31年", "2019年", "R1年", "西暦2019年", "二〇一九年"),
        ("R6.3", "令和6年3月", "令和六年三月", "2024年3月", "2024/3", "R6/3"),
        ("令和6年4月1日", "R6.4.1", "2024-04-01", "２０２４年４月１日", "令和六年四月一日", "２０２４／４／１", "Ｒ６．４．１"),
        ("令和2年度", "令和二年度", "2020年度"),
        ("午後5時15分", "17時15分", "17:15", "１７：１５"),
        ("三十日", "30日", "３０日間"),
        ("十箇年", "10か年", "10年間", "120か月"),
        ("1年6か月", "18箇月", "一年六月", "1年半"),
        ("千円", "1,000円", "１０００円", "1千円", "一、〇〇〇円"),
        ("壱百万円", "100万円", "1,000,000円"),
        ("三分の二", "3分の2"),
        ("2割5分", "25％", "25パーセント"),
        ("1.5メートル", "一・五メートル"),
        ("2時間", "120分"),
        ("31 March 2024", "March 31, 2024", "31st March 2024"),
        ("五箇所", "5か所", "５ヶ所"),
    ],
)
def test_notations_of_one_value(notations: tuple[str, ...]) -> None:
    assert len({value(text) for text in notations}) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("令和5年", "令和6年"),
        ("令和5年", "令和5年度"),
        ("4月1日", "4月30日"),
        ("前年度", "翌年度"),
        ("30日", "30人"),
        ("午前5時", "午後5時"),
        ("3月", "3か月"),
    ],
)
def test_look_alikes_are_other_values(texts: tuple[str, str]) -> None:
    assert value(texts[0]) != value(texts[1])


@pytest.mark.parametrize("text", ["第3条", "4情報", "三者を", "令和", "2024/13/45", "ISO/IEC27017", "十分な", ""])
def test_what_is_no_value(text: str) -> None:
    assert find(text) == ()


def test_a_month_is_a_length_where_a_limit_follows() -> None:
    assert find("六月以内に")[0].value == Amount(Fraction(6), "か月")
    assert find("六月に支給")[0].value == Moment(month=6)


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("令和4年4月1日", "令和6年4月1日", "+2年"),
        ("平成30年度", "令和2年度", "+2年度"),
        ("令和5年6月26日", "令和6年7月30日", "+400日"),
        ("30日", "六十日", "+30日"),
        ("2年", "1年6か月", "-6か月"),
        ("5年", "10年", "+5年"),
        ("1億円", "5,000万円", "-50,000,000円"),
        ("50％", "6割", "+10ポイント"),
        ("午前8時30分", "午前9時", "+30分"),
        ("1.5メートル", "2メートル", "+0.5メートル"),
    ],
)
def test_difference(before: str, after: str, gap: str) -> None:
    assert str(difference(value(before), value(after))) == gap


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("30日", "30日"),
        ("30日", "5人"),
        ("令和6年", "30日"),
        ("令和6年", "令和6年度"),
        ("前年度", "翌年度"),
        ("令和6年2月30日", "令和6年3月1日"),
    ],
)
def test_no_difference_is_made_up(before: str, after: str) -> None:
    assert difference(value(before), value(after)) is None


@given(st.integers(1, 9999), st.sampled_from(["日", "人", "回", "円", "件"]))
def test_an_amount_is_read_back(number: int, unit: str) -> None:
    assert value(f"{number}{unit}") == value(f"{number:,}{unit}") == Amount(Fraction(number), unit)


NUMBERS = st.text(alphabet="令和平成年月日時分0123456789０一二十百千万円人回.,・/:R割", max_size=40)


@given(st.one_of(st.text(max_size=60), NUMBERS))
def test_values_lie_apart_in_any_text(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
