"""Kinds of edits: the cases that an officer can read, and laws that hold for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aratame.aligning import align
from aratame.classifying import Abbreviations, Numbering, Subject, Verdict, classify, explanation, references, spelling, writings
from aratame.classifying.stretches import widen
from aratame.config import Config
from aratame.model import Document, EditKind, Span
from aratame.rewording import Replacement
from aratame.segmenting import segment
from aratame.values.units import SAME_UNIT

CASES = Path(__file__).parent / "cases" / "classifying"
CASE = re.compile(
    r"^### (?P<title>.+?)\n.*?```旧\n(?P<before>.*?)\n```\n```新\n(?P<after>.*?)\n```\n```判定\n(?P<verdict>.*?)\n```",
    re.DOTALL | re.MULTILINE,
)
NAMES = {kind: explanation(kind).partition("（")[0] for kind in EditKind}
UNREPORTED = "## 報告しない例"


def unmarked(text: str) -> tuple[str, Span]:
    """A text of a case without its brackets, and what stood between them."""
    left, middle, right = re.split("[【】]", text)
    return left + middle + right, Span(len(left), len(left) + len(middle))


def judged(before: str, after: str, config: Config | None = None) -> Verdict:
    """What is said of the words in brackets, each side a document of its own."""
    (old, replaced), (new, inserted) = unmarked(before), unmarked(after)
    old_clauses, new_clauses = segment(Document("", old)), segment(Document("", new))
    numbering = Numbering(old_clauses, new_clauses, align(old, old_clauses, new, new_clauses))
    replacement = Replacement(replaced, inserted)
    subject = Subject(
        old,
        new,
        replacement,
        old_clauses,
        new_clauses,
        numbering=numbering,
        config=config or Config(),
        abbreviations=Abbreviations(new, old),
    )
    return classify(subject)


def cases() -> list[tuple[str, str, str, str]]:
    """Every case: an ASCII name, both texts, the verdict."""
    return [
        (f"{path.stem}-{number}", match["before"], match["after"], match["verdict"])
        for path in sorted(CASES.glob("*.md"))
        for number, match in enumerate(CASE.finditer(path.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("before", "after", "verdict"), [pytest.param(*case, id=name) for name, *case in cases()])
def test_case(before: str, after: str, verdict: str) -> None:
    answer = judged(before, after)
    assert f"{NAMES[answer.kind]}・{'実質' if answer.substantive else '形式'}\n{answer.reason.ja}" == verdict


@pytest.mark.parametrize("kind", list(EditKind))
def test_every_kind_has_its_page_and_its_look_alikes(kind: EditKind) -> None:
    reported, unreported = (CASES / f"{kind}.md").read_text(encoding="utf-8").split(UNREPORTED)
    own, others = (
        [match["verdict"].splitlines()[0].rpartition("・")[0] for match in CASE.finditer(part)] for part in (reported, unreported)
    )
    assert set(own) == {NAMES[kind]}
    assert NAMES[kind] not in others
    assert len(others) >= len(own)


@pytest.mark.parametrize("kind", list(EditKind))
def test_every_kind_explains_itself(kind: EditKind) -> None:
    page = explanation(kind)
    assert page.splitlines()[0].endswith(f"（{kind}）")
    assert all(f"\n{heading}: " in page for heading in ("何を見るか", "なぜ大事か", "見ないもの", "どちらが勝つか"))
    assert page.count("\n例: ") == 2


def test_glossary_decides_between_term_and_organization() -> None:
    before, after = "【みどり野ひろば】に届け出る。", "【まちづくり広場】に届け出る。"
    assert judged(before, after).kind is EditKind.TERM
    assert judged(before, after, Config(bodies=("みどり野ひろば", "まちづくり広場"))).kind is EditKind.ORGANIZATION
    assert judged("【総務課】が行う。", "【行政課】が行う。", Config(terms=("総務課",))).kind is EditKind.TERM


def test_a_scope_word_in_a_long_rewording_is_named() -> None:
    verdict = judged("【届出書及び添付書類を市長の定めるところにより提出した者】", "【申請書又は図面を受理された者その他これに準ずる者】")
    assert verdict.kind is EditKind.REWORDING
    assert all(word in verdict.reason.ja for word in ("及び", "又は", "その他"))
    assert "及び" in verdict.reason.en


LAW_BEFORE = """第一章　総則
第一条　目的は、次のとおりとする。
一　保護
二　利用
第二条　市長は、申請を審査する。
２　市長は、前項の審査の結果を通知する。
３　市長は、申請を公表する。
第二章　雑則
第三条　手数料は、次のとおりとする。
一　申請手数料
二　交付手数料
イ　窓口での交付
ロ　郵送での交付
第三条の二　手数料は、返さない。
附　則
第一条　この条例は、公布の日から施行する。
第二条　施行の前の申請は、なお従前の例による。
"""
LAW_AFTER = """第一章　総則
第一条　目的は、次のとおりとする。
一　保護
二　公開
三　利用
第二条　申請には、書面を添える。
第三条　市長は、申請を審査する。
２　市長は、前項の審査の結果を通知する。
第二章　雑則
第四条　手数料は、次のとおりとする。
一　申請手数料
二　交付手数料
イ　窓口での交付
ロ　郵送での交付
第五条　手数料は、返さない。
附　則
第一条　この条例は、公布の日から施行する。
第二条　施行の前の申請は、なお従前の例による。
"""


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("第二条", "第三条", True),
        ("第二条第二項", "第三条第二項", True),
        ("第二条第一項", "第三条第一項", True),
        ("第一条第二号", "第一条第三号", True),
        ("第三条第二号ロ", "第四条第二号ロ", True),
        ("第三条の二", "第五条", True),
        ("第二条及び第三条", "第三条及び第四条", True),
        ("第二条第一項から第三項まで", "第三条第一項及び第二項", True),
        ("附則第二条", "附則第二条", True),
        ("第二章", "第二章", True),
        ("第二条", "第二条", False),
        ("第二条", "第四条", False),
        ("第一条第二号", "第一条第二号", False),
        ("第三条第二号イ", "第四条第二号ロ", False),
        ("附則第二条", "第三条", False),
        ("第二条", "第二条及び第三条", False),
        ("第二条", "第九十条", None),
        ("同条", "第三条", None),
    ],
)
def test_what_a_reference_followed(before: str, after: str, follows: bool | None) -> None:  # noqa: FBT001
    old, new = segment(Document("", LAW_BEFORE)), segment(Document("", LAW_AFTER))
    numbering = Numbering(old, new, align(LAW_BEFORE, old, LAW_AFTER, new))
    assert numbering.follows(before, 0, after, 0) is follows


@pytest.mark.parametrize(
    ("home", "before", "after", "follows"),
    [("前項の審査", "前項", "前項", True), ("従前の例", "前条", "前条", True), ("公表する", "前項", "前項", None)],
)
def test_what_a_relative_reference_followed(home: str, before: str, after: str, follows: bool | None) -> None:  # noqa: FBT001
    old, new = segment(Document("", LAW_BEFORE)), segment(Document("", LAW_AFTER))
    numbering = Numbering(old, new, align(LAW_BEFORE, old, LAW_AFTER, new))
    places = [
        next((clause.position for clause in clauses if home in text[slice(*clause.span)]), None)
        for clauses, text in ((old, LAW_BEFORE), (new, LAW_AFTER))
    ]
    assert numbering.follows(before, places[0], after, places[1]) is follows


words = st.text(alphabet="第三条のをにする及び又は123０（）、。①②ア略号項令和6年月日市長課 \n", max_size=20)


@given(words, words, words, words)
def test_any_replacement_gets_a_kind_and_a_reason(left: str, old: str, new: str, right: str) -> None:
    verdict = judged(f"{left}【{old}】{right}", f"{left}【{new}】{right}")
    assert verdict.reason.ja.endswith("。")
    assert verdict.reason.en.endswith(".")
    assert verdict.substantive is False or verdict.kind not in {EditKind.NUMBER, EditKind.ORTHOGRAPHY}


@example("", "2", "②", "1")
@given(words, words, words, words)
def test_formal_kinds_hold_in_both_directions(left: str, old: str, new: str, right: str) -> None:
    forth = judged(f"{left}【{old}】{right}", f"{left}【{new}】{right}")
    back = judged(f"{left}【{new}】{right}", f"{left}【{old}】{right}")
    assert (forth.kind is EditKind.ORTHOGRAPHY) == (back.kind is EditKind.ORTHOGRAPHY)


WRITTEN_TWICE = [
    *(
        pair.split("=")
        for listed in (writings.WRITINGS, writings.HOMOPHONES, writings.CUSTOMARY, writings.VARIANTS)
        for pair in listed.split()
    ),
    *zip("".join(writings.OLD_CHARACTERS.split()), "".join(writings.NEW_CHARACTERS.split()), strict=True),
    *((f"五{name}", f"5{unit}") for name, (unit, size) in SAME_UNIT.items() if size == 1),
]


def test_the_first_look_passes_every_word_that_is_written_in_two_ways() -> None:
    assert [pair for pair in WRITTEN_TWICE if not spelling.may_be_same(f"東{pair[0]}西", f"東{pair[1]}西")] == []


def test_the_first_look_tells_other_words() -> None:
    assert not spelling.may_be_same("緑地の区域", "緑地の地帯")


@pytest.mark.parametrize(
    "citation",
    [
        "附則第３条の2第一項ただし書",
        "前二項及び次条から第十条まで",
        "第二号イ（１）又は同号ｂ",
        "別表第一の二の項",
        "第壱条、第百弐拾条",
        "各号列記以外の部分",
    ],
)
def test_citations_are_found_from_any_place_in_them(citation: str) -> None:
    text = f"☆{citation}☆"
    for found in references.lists(text, 0, len(text)):
        assert {widen(references.LISTS, text, Span(place, place + 1)) for place in range(*found)} == {found}
