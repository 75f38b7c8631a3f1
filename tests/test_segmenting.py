"""Segmenting: the cases that an officer can read, the same statutes without line breaks, and the laws of every answer."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aratame.model import Clause, ClauseKind, Document, Span
from aratame.segmenting import Known, segment, segment_text
from aratame.segmenting.heads import HEADS, heads
from aratame.segmenting.known import Lines
from aratame.segmenting.markers import head_mark, plain_mark

CASES = Path(__file__).parent / "cases" / "segmenting"
BLOCK = re.compile(r"^## (?P<title>.+?)\n.*?^```本文\n(?P<text>.*?)^```\n.*?^```判定\n(?P<verdict>.*?)^```\n", re.MULTILINE | re.DOTALL)
SIGNS = "第一二三十条章節項（）()「」<>・①②③１２12アイロ附則別表目次略※#-*.　 \n\rCあ。\ud800\u2028\u200f"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for file in sorted(CASES.glob("*.md")):
        blocks = BLOCK.finditer(file.read_text(encoding="utf-8"))
        found += [(f"{file.stem}-{number}", block["text"], block["verdict"]) for number, block in enumerate(blocks, 1)]
    return found


def outline(clauses: tuple[Clause, ...]) -> str:
    """One line a clause, as the cases' 判定 blocks have it."""
    return "".join(f"{'  ' * c.depth}{c.kind} {c.marker.text if c.marker else '-'}\n" for c in clauses)


@pytest.mark.parametrize(("text", "verdict"), [pytest.param(text, verdict, id=name) for name, text, verdict in cases()])
def test_cases(text: str, verdict: str) -> None:
    clauses = segment_text(text.removesuffix("\n"))
    lines = outline(clauses).splitlines()
    if "「" in verdict:
        lines = [f"{line} 「{text[slice(*clause.span)]}」".replace("\n", "⏎") for line, clause in zip(lines, clauses, strict=True)]
    assert lines == verdict.splitlines()


@pytest.mark.parametrize("file", sorted(CASES.glob("*.md")), ids=lambda file: file.stem)
def test_every_case_is_read(file: Path) -> None:
    content = file.read_text(encoding="utf-8")
    assert len(BLOCK.findall(content)) == content.count("\n```本文\n")


def numbered(clauses: tuple[Clause, ...]) -> list[tuple[str, str, int]]:
    """Kind, marker with every blank alike, and depth of the clauses that have a number."""
    return [(str(c.kind), re.sub(r"\s+", "", c.marker.text), c.depth) for c in clauses if c.marker and c.kind is not ClauseKind.TOC]


@pytest.mark.parametrize("name", ["statutes-1", "statutes-3", "statutes-6", "statutes-7", "statutes-9"])
@pytest.mark.parametrize("flatten", [lambda text: re.sub(r"\s", " ", text), lambda text: text.replace("\n", "")], ids=["flat", "run"])
def test_line_breaks_do_not_matter(name: str, flatten: object) -> None:
    text = next(text for case, text, _ in cases() if case == name).strip()
    assert callable(flatten)
    assert numbered(segment_text(flatten(text))) == numbered(segment_text(text))


@pytest.mark.parametrize("broken", ["\n", " ", ""], ids=["printed", "flat", "run"])
def test_a_caption_is_its_own_articles_however_lines_are_broken(broken: str) -> None:
    lines = [
        "（届出）",
        "第一条　次の者は、届け出る。",
        "一　市内に住む者",
        "二　市内に勤める者（学生を除く。）",
        "（受理（電子を含む。））",
        "第二条　受理する。",
    ]
    text = broken.join(lines)
    assert [text[slice(*c.span)].split("　")[0] for c in segment_text(text)] == [
        f"（届出）{broken}第一条",
        "一",
        "二",
        f"（受理（電子を含む。））{broken}第二条",
    ]


def test_a_number_is_cut_off_the_word_before_it() -> None:
    text = "第一条　次の者は、届け出る。一　その二二　第三の者三　サービス　メディアの者２　前項の届出は、書面による。"
    assert [c.marker.text for c in segment_text(text) if c.marker] == ["第一条", "一", "二", "三", "２"]


def test_the_end_of_a_katakana_word_begins_no_list() -> None:
    text = "第一条　メディア　次の者は、届け出る。一　サービスイ　甲ロ　乙ハ　丙２　前項の届出は、書面による。"
    assert [c.marker.text for c in segment_text(text) if c.marker] == ["第一条", "一", "イ", "ロ", "ハ", "２"]


def test_a_caption_belongs_to_its_article_and_blanks_to_the_clause_before_them() -> None:
    text = "（目的）\n第一条　目的\n\n  （定義）\n第二条　定義\n"
    assert [text[slice(*c.span)] for c in segment_text(text)] == ["（目的）\n第一条　目的\n\n  ", "（定義）\n第二条　定義\n"]


def test_only_line_feeds_and_carriage_returns_end_a_line() -> None:
    text = "1 あ\r2 い\r\n3 う\n4 え\u20285 お\x0b6 か\x0c7 き\x858 く"
    assert [c.marker.text for c in segment_text(text) if c.marker] == ["1", "2", "3", "4"]


def test_an_outline_that_the_format_states_is_kept() -> None:
    stated = (Clause(0, ClauseKind.TEXT, None, Span(0, 4), (), None, 0),)
    assert segment(Document("架空.xml", "第一条　", outline=stated)) is stated
    assert segment(Document("架空.txt", "第一条　"))[0].kind is ClauseKind.ARTICLE


@given(st.one_of(st.text(alphabet=SIGNS, max_size=80), st.text(max_size=60)))
def test_clauses_add_up_to_the_text(text: str) -> None:
    clauses = segment_text(text)
    assert "".join(text[slice(*clause.span)] for clause in clauses) == text
    for place, clause in enumerate(clauses):
        assert clause.position == place
        assert clause.parent is None or clause.parent < place
        above = clauses[clause.parent] if clause.parent is not None else None
        own = (clause.marker.text,) if clause.marker else ()
        assert clause.path == (above.path if above else ()) + own
        assert clause.depth == (above.depth + 1 if above else 0)
        if clause.marker:
            assert text[slice(*clause.marker.span)] == clause.marker.text
            assert clause.span.start <= clause.marker.span.start <= clause.marker.span.end <= clause.span.end


NUMBERS = [
    "一",
    "２",
    "(1)",
    "（イ）",
    "第三条",
    "第三条の二",
    "ハ",
    "一及び二",
    "a",
    "②",
    "・",
    "※",
    "○",
    "（略）",
    "備考",
    "別表第一",
    "第二章",
    "附則",
    "#",
]
BEHIND = ["届出", "日とする。", "、", "・", "（届出）", "and", "3", ""]


def test_a_line_says_the_same_whatever_lines_were_read_before_it() -> None:
    lines = ["".join(parts) for parts in product(["", "  ", "　"], NUMBERS, ["", " ", "　", "  ", "\t"], BEHIND)]
    known = Lines()
    found = known.of(lines)
    assert found == [Lines().of([line])[0] for line in lines]
    assert sum(map(bool, found)) > len(lines) // 2


WORDS = st.one_of(
    st.text(alphabet="第一十〇1２条條章目のアヱ（）()○", min_size=1, max_size=7),
    st.builds("第{}{}{}".format, st.text("一千0９", max_size=10), st.sampled_from("条條編章節款目項"), st.text("の二３", max_size=16)),
)


@given(st.sampled_from(["", "  ", "　", "\t"]), WORDS, st.sampled_from([" ", "　", "  ", "\t"]))
@example("", "第十二条の三の２", "　")
@example("  ", "（１）", " ")
def test_a_plain_number_is_what_the_patterns_say_it_is(indent: str, word: str, blank: str) -> None:
    head = f"{indent}{word}{blank}"
    mark = plain_mark(head)
    assert mark is None or mark == head_mark(f"{head}届出", f"{head}届出", 0)


@pytest.mark.parametrize("word", ["第三条", "第十二条の三の２", "第一章", "十二", "2", "１０", "ロ", "（１）", "(イ)"])
def test_most_numbers_are_plain(word: str) -> None:
    assert plain_mark(f"{word} ") is not None


def test_the_second_of_two_versions_is_answered_as_if_it_stood_alone() -> None:
    texts = [text for _, text, _ in cases()]
    known = Known()
    assert [segment_text(text, known) for text in texts] == [segment_text(text) for text in texts]


MARKED = [f"{begin}{sign}{end}" for begin, end in ("（）", "()") for sign in "1１一アａaiｉ"]
MARKED += [
    "（略）",
    "(中略)",
    "〔表略〕",
    "［図略］",
    "（別表略）",
    "（様式略）",
    "（書式略）",
    "（前略）",
    "（後略）",
    "（以下略）",
    "（同左）",
    "（同上）",
]
MARKED += [
    "（新設）",
    "（追加）",
    "（削る）",
    "（削除）",
    "（備考）",
    "(注1)",
    "（別添２）",
    "第 3 条 届出",
    "第三条　届出",
    "備考",
    "注１",
    "略",
    "……",
    "⑴",
    "㈠",
    "①",
]


@pytest.mark.parametrize("line", MARKED)
def test_the_second_sign_passes_over_no_pattern_that_matches(line: str) -> None:
    matching = [pattern for _, _, pattern in HEADS if re.compile(pattern, re.VERBOSE).match(line)]
    assert matching
    assert set(matching) <= {pattern.pattern for pattern in heads(line[:2])}


@pytest.mark.parametrize(
    "text",
    [
        "・" * 100_000,
        "（" * 10_000 + "）" * 10_000,
        "1" * 5_000,
        "一、" * 50_000,
        "(「" * 20_000,
        "あ" * 200_000,
        "第一条　" * 3_000,
        "目次\n" * 5_000,
    ],
    ids=["dots", "brackets", "digits", "series", "open", "plain", "articles", "contents"],
)
def test_hostile_text_is_answered(text: str) -> None:
    assert sum(clause.span.end - clause.span.start for clause in segment_text(text)) == len(text)


def test_rows_of_a_table_in_an_article_are_no_clauses() -> None:
    table = "第三条\t届出\t申請\n\t別表第一\t別表第二\n（略）\n\t市長\t町長\n"
    (clause,) = segment_text(f"第九条　次の表のとおり読み替える。\n{table}")
    assert clause.kind is ClauseKind.ARTICLE
    assert [one.kind for one in segment_text(f"第九条　次の表のとおり読み替える。\n{table}（略）\n")] == [
        ClauseKind.ARTICLE,
        ClauseKind.ELISION,
    ]


def test_a_table_that_a_paragraph_speaks_of_is_no_list_of_articles() -> None:
    rows = "第三条\t届出\t申請\n第四条\t市長\t町長\n"
    assert [clause.marker.text for clause in segment_text(f"３　次の表のとおり読み替える。\n{rows}") if clause.marker] == ["３"]
    assert [clause.marker.text for clause in segment_text(f"条文の一覧\n{rows}") if clause.marker] == ["第三条", "第四条"]


def test_entries_that_say_what_they_hold_are_a_table_of_contents() -> None:
    entries = "第一章　総則\n　第一節　目的（第一条）\n　第二節　定義（第二条）\n第二章　届出（第三条―第六条）\n附則\n"
    assert [clause.kind for clause in segment_text(entries)] == [ClauseKind.TOC]
    headings = "第一章　総則\n第二章　届出\n第三章　雑則\n附則\n"
    assert [clause.marker.text for clause in segment_text(headings) if clause.marker] == ["第一章", "第二章", "第三章", "附則"]


def test_what_a_number_says_to_be_left_out_is_the_numbers_own_however_long_the_lines_are() -> None:
    for length in (10, 1000):
        text = f"第三条　{'市長は、規則で定める。' * length}\n２　（略）\n３　前項の届出は、書面による。\n（略）\n"
        assert [clause.marker.text for clause in segment_text(text) if clause.marker] == ["第三条", "２", "３", "（略）"]
