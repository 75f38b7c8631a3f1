"""Bytes → text: every encoding that offices use is told apart, and a bad byte is named with its offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame.errors import ReadError
from aratame.reading.decoding import decode

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp"]
ORDINANCE = "架空市手続条例\r\n第三条　市長は、五日以内に通知しなければならない。\r２　前項の「届出」は、ＦＡＸ 03-1234 でも可\n"
TABLE = "項目\t変更前\t変更後\n窓口\t1階\t2階\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [ORDINANCE, TABLE, "before\tafter\nmay\tshall\n"])
def test_encoding_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("ﾃｽﾄ ｶｸｳｼ".encode("cp932"), "ﾃｽﾄ ｶｸｳｼ"),
        ("①　㈱みどり野・Ⅲ 髙".encode("cp932"), "①　㈱みどり野・Ⅲ 髙"),
        ("①　㈱みどり野".encode("euc_jis_2004"), "①　㈱みどり野"),
        (b'\x1b$B\x2d\x21\x1b(B 1 \x1b(I1\x1b(B\x1b$B$"\x1b(B', "① 1 ｱあ"),
        (b"", ""),
        (b"\x1b(Babc \x1b[31m", "\x1b(Babc \x1b[31m"),
        (b"abc\x0cdef", "abc\x0cdef"),
    ],
)
def test_characters_of_the_field(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"])
)
def test_any_text_with_a_mark_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.text("、。のをにはがと一二三条項市町村届出申請第 \n", min_size=1), st.sampled_from(ENCODINGS))
def test_told_encoding_is_taken(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt", encoding) == text


@pytest.mark.parametrize(
    ("data", "offset", "encoding"),
    [
        (ORDINANCE.encode() + b"\xff", len(ORDINANCE.encode()), "utf-8"),
        (ORDINANCE.encode("cp932") + b"\xff\n", len(ORDINANCE.encode("cp932")), "cp932"),
        (b"\xef\xbb\xbfabc\xe3\x81", 6, "utf-8"),
        (b"abc\xff\xfe\n", 3, "utf-8"),
        (b'abc\x1b$B$"\x7f\x7f\x1b(B', 8, "iso2022_jp"),
        (ORDINANCE.encode("utf-16") + b"\n", len(ORDINANCE.encode("utf-16")), "utf-16"),
    ],
)
def test_bad_byte_is_named_with_its_offset(data: bytes, offset: int, encoding: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert f"offset {offset} " in caught.value.words.en
    assert encoding in caught.value.words.en
    assert f"{offset}バイト目" in caught.value.words.ja


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), bytes(range(256)) * 4, b"\0\1\2\3"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="バイナリ"):
        decode(data, "a.bin")


@pytest.mark.parametrize("encoding", ["nope", "hex", "rot13", "undefined", "\0", ""])
def test_unknown_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(ReadError, match="文字コード"):
        decode("架空市".encode(), "a.txt", encoding)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    said = ""
    try:
        decode(data, "a")
    except ReadError as error:
        said = error.words.ja + error.words.en
    assert "\n" not in said
