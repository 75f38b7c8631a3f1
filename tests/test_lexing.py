"""Text → tokens: lexemes of the field, laws of any text, and what the dictionary must not be asked for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aratame
from aratame.errors import ConfigError
from aratame.lexing import Sort, first_lexeme, is_parted, tokenise, words_added
from aratame.lexing.grammar import RULES
from aratame.lexing.grammar.numbers import NUMBER
from aratame.lexing.view import view

FILES = Path(__file__).parent / "files"

LEXEMES = [
    ("令和6年4月1日", Sort.DATE),
    ("平成二十二年度", Sort.DATE),
    ("令和元年五月", Sort.DATE),
    ("令和5年11月10日（金）", Sort.DATE),
    ("R6.3", Sort.DATE),
    ("令和3.9.1", Sort.DATE),
    ("2024/4/1", Sort.DATE),
    ("毎年6月", Sort.DATE),
    ("第十九条第八号", Sort.CITATION),
    ("第19条第8号", Sort.CITATION),
    ("第五条の二の三第一項", Sort.CITATION),
    ("第16条2項", Sort.CITATION),
    ("附則第四条第一項", Sort.CITATION),
    ("第一編第五章第四節第三款", Sort.CITATION),
    ("第二項各号", Sort.CITATION),
    ("第二項各号列記以外の部分", Sort.CITATION),
    ("別表第二の三の項", Sort.CITATION),
    ("別表第1の36の2", Sort.CITATION),
    ("様式第1号", Sort.CITATION),
    ("別紙様式３", Sort.CITATION),
    ("前項", Sort.CITATION),
    ("前二項", Sort.CITATION),
    ("同号", Sort.CITATION),
    ("令和6年2月5日付け総福第45号", Sort.CITATION),
    ("6総福第45号", Sort.CITATION),
    ("昭和三十七年法律第百六十号", Sort.LAW_NUMBER),
    ("平成17年みどり野市条例第8号", Sort.LAW_NUMBER),
    ("1か月", Sort.QUANTITY),
    ("1年6か月", Sort.QUANTITY),
    ("三十日", Sort.QUANTITY),
    ("年1回", Sort.QUANTITY),
    ("月に2回", Sort.QUANTITY),
    ("四半期ごと", Sort.QUANTITY),
    ("6か月ごとに1回", Sort.QUANTITY),
    ("1年6か月ごと", Sort.QUANTITY),
    ("5時ごと", Sort.QUANTITY),
    ("2時間30分周期", Sort.QUANTITY),
    ("一分三十秒", Sort.QUANTITY),
    ("四分の三", Sort.QUANTITY),
    ("1,000円", Sort.QUANTITY),
    ("午後5時15分", Sort.QUANTITY),
    ("10万人以上30万人未満", Sort.QUANTITY),
    ("半日", Sort.QUANTITY),
    ("六月間", Sort.QUANTITY),
    ("3学級", Sort.QUANTITY),
    ("2頁", Sort.QUANTITY),
    ("翌々月", Sort.DATE),
    ("4情報", Sort.TERM),
    ("⑰", Sort.MARKER),
    ("⑰⇒⑱", Sort.MARKER),
    ("㉑", Sort.MARKER),
    ("(1)", Sort.MARKER),
    ("（ア）", Sort.MARKER),
    ("[○]", Sort.CHECK_BOX),
    ("☑", Sort.CHECK_BOX),
    ("（略）", Sort.ELISION),
    ("［同左］", Sort.ELISION),
    ("012-345-6789", Sort.NUMBER),
    ("ISO/IEC27017", Sort.LATIN),
    ("若しくは", Sort.CONJUNCTION),
    ("なし", Sort.YES_NO),
]
NOT_LEXEMES = ["一部", "一般", "第三者", "十分", "事前項目", "前条例", "同人", "号令", "人事", "本市"]


@pytest.mark.parametrize(("text", "sort"), LEXEMES)
def test_a_lexeme_is_one_token(text: str, sort: Sort) -> None:
    assert [(token.key, token.sort) for token in tokenise(text)] == [(text, sort)]


@pytest.mark.parametrize(("text", "sort"), [(text, sort) for text, sort in LEXEMES if sort is not Sort.YES_NO])
def test_a_lexeme_is_one_token_among_words(text: str, sort: Sort) -> None:
    assert (text, sort) in [(token.key, token.sort) for token in tokenise(f"市長は、{text}、その他を確認する。")]


BEHIND_FIRST = re.compile(rf"(?:{NUMBER}|.)(.?)", re.DOTALL)


@given(st.lists(st.sampled_from([*(text for text, _ in LEXEMES), *"第一二3年月日の号条、。()前同"]), max_size=6).map("".join))
def test_what_a_rule_says_must_follow_does_follow(text: str) -> None:
    """Else a rule would not be asked where it applies."""
    seen = view(text)
    read = [(rule, at) for rule in RULES if rule.then for at, sign in enumerate(seen) if sign in rule.begins and rule.read(seen, at)]
    behind = [(rule, BEHIND_FIRST.match(seen, at)) for rule, at in read]
    assert all(match and match[1] in rule.then for rule, match in behind)


@pytest.mark.parametrize("text", NOT_LEXEMES)
def test_a_word_with_a_number_or_level_in_it_is_no_lexeme(text: str) -> None:
    lexemes = {Sort.DATE, Sort.CITATION, Sort.QUANTITY, Sort.LAW_NUMBER, Sort.MARKER, Sort.NUMBER}
    assert not lexemes & {token.sort for token in tokenise(f"この{text}を確認する。")}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("三十日以内", ["三十日", "以内"]),
        ("令和4年4月1日から令和5年3月31日まで", ["令和4年4月1日", "から", "令和5年3月31日", "まで"]),
        ("番号法第19条第8号", ["番号", "法", "第19条第8号"]),
        ("第16条2項の3号", ["第16条2項", "の", "3", "号"]),
        ("氏名（ふりがな）", ["氏名", "（", "ふりがな", "）"]),
        ("①②③", ["①", "②", "③"]),
        ("1か月45時間", ["1か月", "45時間"]),
        ("第十三条\n\n　第五条第三項", ["第十三条", "第五条第三項"]),
        ("Article 5 applies", ["Article5", "applies"]),
        ("by April 1, 2022, within 30 days", ["by", "April1,2022", ",", "within", "30days"]),
        ("令和 6 年 4 月 1 日から 500 万円", ["令和6年4月1日", "から", "500万円"]),
        ("500万 円、昭和 62 年、6月 1日", ["500万円", "、", "昭和62年", "、", "6月1日"]),
        ("別表第八及び第九の欄", ["別表第八", "及び", "第九", "の", "欄"]),
        ("第一種の施設", ["第一種", "の", "施設"]),
        ("2 人権擁護", ["2", "人権", "擁護"]),
        ("1 時間外勤務", ["1", "時間外勤務"]),
    ],
)
def test_where_tokens_end(text: str, keys: list[str]) -> None:
    found = [token.key for token in tokenise(text) if token.sort is not Sort.SPACE]
    assert found == keys


def test_a_line_wrapped_in_a_word_does_not_part_it() -> None:
    wrapped, plain = tokenise("個人番\n号カードの取扱い"), tokenise("個人番号カードの取扱い")
    assert [token.key for token in wrapped] == [token.key for token in plain]
    assert "".join("個人番\n号カードの取扱い"[token.start : token.end] for token in wrapped) == "個人番\n号カードの取扱い"


def test_text_longer_than_the_dictionary_takes_is_read() -> None:
    text = "市長は必要な措置を講ずる" * 3000
    assert "".join(token.key for token in tokenise(text)) == text


@given(st.one_of(st.text(), st.text("第一二条項号の令和年月日0１ 　\n（）、。①カあ情報R.…ﾞ\u3099")))
def test_tokens_are_contiguous_and_cover_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert [token.start for token in tokens] == [0, *(token.end for token in tokens)][: len(tokens)]
    assert (tokens[-1].end if tokens else 0) == len(text)
    assert all(token.key == "".join(text[token.start : token.end].split()) for token in tokens)
    assert all(bool(token.key) != (token.sort is Sort.SPACE) for token in tokens)


@given(st.text("第一二条項号の令和年月日0１ 　\n（）、。①カあ情報R."))
def test_what_is_not_read_has_the_same_lexemes(text: str) -> None:
    rough = [token for token in tokenise(text, read=False) if token.sort is not Sort.UNREAD]
    assert set(rough) <= set(tokenise(text))


@given(st.text("第一二条項号の令和年月日0１ 　\n（）、。①カあ情報R."))
def test_the_first_lexeme_alone_is_that_of_the_whole(text: str) -> None:
    first = next(iter(tokenise(text, read=False)), None)
    expected = first if first and first.sort not in (Sort.UNREAD, Sort.SPACE) else None
    assert first_lexeme(text) == expected
    with words_added((), ("一条", "情報")):
        first = next(iter(tokenise(text, read=False)), None)
        assert first_lexeme(text) == (first if first and first.sort not in (Sort.UNREAD, Sort.SPACE) else None)


@given(st.text("第一二条項号の令和年月日0１ 　\n（）、。①カあ情報R資産をつて", max_size=24))
def test_a_place_is_parted_where_no_token_goes_over_it(text: str) -> None:
    words = [token for token in tokenise(text) if token.sort is not Sort.SPACE]
    for place in range(len(text) + 1):
        assert is_parted(text, [place]) == (not any(token.start < place < token.end for token in words))


def test_a_text_is_parted_at_all_of_its_places() -> None:
    assert is_parted("特例を受ける資産を取得する", (6, 8))
    assert not is_parted("特例を受ける資産を取得する", (6, 7))


def test_places_in_a_text_longer_than_the_dictionary_takes() -> None:
    text = "資産を取得する" * 2_000
    assert is_parted(text, (0, 2, 9_002, len(text)))
    assert not is_parted(text, (9_801,))


def test_lexemes_alone_do_not_load_the_dictionary() -> None:
    code = "import sys; from aratame.lexing import tokenise; tokenise('市長は第一条', read=False); sys.exit('sudachipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_word_of_a_user_dictionary_is_one_token() -> None:
    """`words.dic` was built by `sudachipy ubuild` from the one made-up word みどりのひろば."""
    text = "みどりのひろばが"
    with words_added((FILES / "words.dic",)):
        assert [token.key for token in tokenise(text)] == ["みどりのひろば", "が"]
    assert [token.key for token in tokenise(text)] == ["みどり", "の", "ひろば", "が"]  # and no longer than it was asked for


def test_a_file_that_is_no_user_dictionary_is_named(tmp_path: Path) -> None:
    (tmp_path / "nodic.dic").write_bytes(b"no dictionary")
    with words_added((tmp_path / "nodic.dic",)), pytest.raises(ConfigError, match=r"nodic\.dic"):
        tokenise("新しい辞書の語")


def test_the_configured_user_dictionary_reaches_the_words() -> None:
    before, after = "第1条　みどりのひろばを置く。", "第1条　あおぞらのひろばを置く。"
    plain, told = aratame.Config(), aratame.Config(user_dictionaries=(FILES / "words.dic",))
    changed = [aratame.diff(before, after, config=config).changes[0].edits[0].before.text for config in (plain, told, plain)]
    assert changed == ["みどり", "みどりのひろば", "みどり"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("市民のひろばを", ["市民のひろば", "を"]),
        ("市民の\nひろばを", ["市民のひろば", "を"]),
        ("カードを", ["カード", "を"]),
        # look-alikes: the word runs on, or is a part of a lexeme
        ("プリペイドカードを", ["プリペイドカード", "を"]),
        ("令和6年法律第5号の", ["令和6年法律第5号", "の"]),
    ],
)
def test_a_stated_word_is_one_token(text: str, keys: list[str]) -> None:
    with words_added((), ("ひろば", "市民のひろば", "カード", "法律")):
        assert [token.key for token in tokenise(text) if token.key] == keys
