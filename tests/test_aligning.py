"""Aligning: the cases that an officer can read, the laws of every answer, and the contract's definition of what moved."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aratame.aligning import align
from aratame.aligning.order import kept
from aratame.aligning.version import fold
from aratame.model import Clause, ClauseKind, Marker, Span
from aratame.reading.lists import line_document
from aratame.segmenting import segment_text

CASES = Path(__file__).parent / "cases" / "aligning"
BLOCK = re.compile(
    r"^## (?P<title>.+?)\n.*?^```旧\n(?P<before>.*?)^```\n```新\n(?P<after>.*?)^```\n```判定\n(?P<verdict>.*?)^```\n",
    re.MULTILINE | re.DOTALL,
)


def cases() -> list[tuple[str, str, str, str]]:
    found = []
    for file in sorted(CASES.glob("*.md")):
        blocks = BLOCK.finditer(file.read_text(encoding="utf-8"))
        found += [(f"{file.stem}-{number}", b["before"], b["after"], b["verdict"]) for number, b in enumerate(blocks, 1)]
    return found


def body(text: str, clause: Clause) -> str:
    """The clause's own text without its marker and white space."""
    whole = text[clause.span.start : clause.span.end]
    return "".join((whole.replace(clause.marker.text, "", 1) if clause.marker else whole).split())


def verdict(before: str, after: str) -> str:
    """One line a pair to which something happened, as the cases' 判定 blocks have it."""
    old_clauses, new_clauses = segment_text(before), segment_text(after)
    lines = []
    for pair in align(before, old_clauses, after, new_clauses):
        olds, news = [old_clauses[position] for position in pair.before], [new_clauses[position] for position in pair.after]
        left, right = (" ".join("/".join(clause.path) or "表題" for clause in side) for side in (olds, news))
        if not olds or not news:
            lines.append(f"{'削除' if olds else '追加'} {left}{right}\n")
        elif len(olds) + len(news) > 2:
            lines.append(f"{'統合' if len(olds) > 1 else '分割'} {left} → {right}\n")
        else:
            rewritten = not pair.renumbered and labels(olds) != labels(news)
            changed = rewritten or body(before, olds[0]) != body(after, news[0])
            words = [word for word, holds in (("変更", changed), ("移動", pair.moved), ("番号変更", pair.renumbered)) if holds]
            lines += [f"{'・'.join(words)} {left} → {right}\n"] if words else []
    return "".join(lines)


def labels(clauses: list[Clause]) -> list[str]:
    """The markers as written."""
    return [clause.marker.text if clause.marker else "" for clause in clauses]


@pytest.mark.parametrize(("before", "after", "wanted"), [pytest.param(b, a, v, id=name) for name, b, a, v in cases()])
def test_cases(before: str, after: str, wanted: str) -> None:
    assert verdict(before, after) == wanted


@pytest.mark.parametrize("file", sorted(CASES.glob("*.md")), ids=lambda file: file.stem)
def test_every_case_is_read(file: Path) -> None:
    content = file.read_text(encoding="utf-8")
    assert len(BLOCK.findall(content)) == content.count("\n```旧\n")


WORDS = ["市長は、届出を受理する。", "（略）", "削除", "氏名", "申請者は、書面を提出しなければならない。ただし、規則で定める者を除く。", ""]


def listed(texts: list[str], parents: list[int | None]) -> tuple[str, tuple[Clause, ...]]:
    """A text with these clauses, each numbered by its place."""
    text = ""
    clauses: list[Clause] = []
    for position, (words, parent) in enumerate(zip(texts, parents, strict=True)):
        start, label = len(text), str(position + 1)
        text += f"{label}　{words}\n"
        marker = Marker(label, Span(start, start + len(label)))
        depth = 0 if parent is None else clauses[parent].depth + 1
        clauses.append(Clause(position, ClauseKind.ITEM, marker, Span(start, len(text)), (label,), parent, depth))
    return text, tuple(clauses)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, tuple[Clause, ...]]:
    """Texts whose clauses repeat each other, in any nesting."""
    texts = draw(st.lists(st.sampled_from(WORDS) | st.text("市長はの、。（）12 ", max_size=12), max_size=9))
    parents: list[int | None] = []
    for position in range(len(texts)):
        chain: list[int | None] = [None]
        above = position - 1 if position else None
        while above is not None:
            chain.append(above)
            above = parents[above]
        parents.append(draw(st.sampled_from(chain)))
    return listed(texts, parents)


@given(documents(), documents())
@settings(deadline=None, max_examples=50)
def test_every_clause_is_in_one_pair(before: tuple[str, tuple[Clause, ...]], after: tuple[str, tuple[Clause, ...]]) -> None:
    pairs = align(*before, *after)
    assert sorted(position for pair in pairs for position in pair.before) == list(range(len(before[1])))
    assert sorted(position for pair in pairs for position in pair.after) == list(range(len(after[1])))
    firsts = [pair.after[0] for pair in pairs if pair.after]
    assert firsts == sorted(firsts)


@given(documents())
@settings(deadline=None, max_examples=50)
def test_nothing_happened_to_a_text_against_itself(document: tuple[str, tuple[Clause, ...]]) -> None:
    pairs = align(*document, *document)
    assert [(pair.before, pair.after) for pair in pairs] == [((position,), (position,)) for position in range(len(document[1]))]
    assert not any(pair.moved or pair.renumbered for pair in pairs)


@given(st.text(st.sampled_from("（）０９Ａｉ／～ｶﾞ①㌔がか\u3099\u0301市") | st.characters(exclude_categories=["Cs"]), min_size=1))
def test_folding_is_normalising_without_white_space(text: str) -> None:
    (word,) = text.split()[:1] or ["市"]
    assert fold(word) == unicodedata.normalize("NFKC", word)


@given(st.permutations(range(6)), st.lists(st.integers(1, 3), min_size=6, max_size=6))
def test_the_lightest_set_that_explains_the_order_moved(places: list[int], weights: list[int]) -> None:
    """Against all subsets: most stay, then the heaviest stay, then the sum of the places of those that stay is the least."""
    rising = [
        chosen
        for size in range(7)
        for chosen in combinations(range(6), size)
        if [places[index] for index in chosen] == sorted(places[index] for index in chosen)
    ]
    best = max((len(chosen), sum(weights[index] for index in chosen), -sum(places[index] for index in chosen)) for chosen in rising)
    stayed = kept(places, weights)
    assert (len(stayed), sum(weights[index] for index in stayed), -sum(places[index] for index in stayed)) == best
    assert [places[index] for index in stayed] == sorted(places[index] for index in stayed)


@pytest.mark.parametrize(
    "texts", [["（略）"] * 4_000, [f"第{n}号様式による届出書の写し" for n in range(3_000)]], ids=["identical", "mould"]
)
def test_long_lists_lose_one_row_only(texts: list[str]) -> None:
    before, after = listed(texts, [None] * len(texts)), listed(texts[1:], [None] * (len(texts) - 1))
    pairs = align(*before, *after)
    assert [len(pair.before) + len(pair.after) for pair in pairs].count(1) == 1
    assert not any(pair.moved for pair in pairs)


def test_parents_that_became_one_leave_children_on_both_sides() -> None:
    parents = [None, 0, 0, 2]
    before = listed(["期限までに届け出る。", "変更したときも、同様とする。", "書面により届け出る。", "住民票の写し"], parents)
    after = listed(["期限までに届け出る。書面により届け出る。", "手数料の額", "氏名及び住所", "納税証明書"], parents)
    pairs = align(*before, *after)
    assert ((0, 2), (0,)) in [(pair.before, pair.after) for pair in pairs]
    assert sorted(position for pair in pairs for position in pair.before) == [0, 1, 2, 3]


def test_a_title_is_not_taken_for_its_neighbour() -> None:
    before = "架空市公園条例\n第一条　この条例は、公園について定める。\n"
    after = "架空市緑地条例\n第一条　この条例は、緑地について定める。\n"
    pairs = align(before, segment_text(before), after, segment_text(after))
    assert [(pair.before, pair.after) for pair in pairs] == [((0,), (0,)), ((1,), (1,))]


def list_of(rows: str) -> tuple[str, tuple[Clause, ...]]:
    """A list with a row a line, as a sheet is read; blanks stand for the borders of cells."""
    document = line_document(["\t".join(row.split(" ")) + "\n" for row in rows.split("／")], name="", format="csv")
    assert document.outline
    return document.text, document.outline


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("1 名1 100／2 名2 200／3 名3 300", "1 名1 150／2 名2 200／3 改名 777", [(0, 0), (1, 1), (2, 2)]),
        ("印鑑 市民課 100／戸籍 戸籍課 200", "戸籍 市民課 100／印鑑 戸籍課 200", [(1, 0), (0, 1)]),
        (
            "1 印鑑登録 甲／2 戸籍謄本 乙／3 住民票 丙",
            "1 印鑑登録 甲／2 課税証明書 丁／3 戸籍謄本 乙／4 住民票 丙",
            [(0, 0), (1, 2), (2, 3)],
        ),
        (
            "四月 回数／印鑑 市民課 100／戸籍 戸籍課 200／五月 回数／印鑑 市民課 300／戸籍 戸籍課 400",
            "四月 回数／印鑑 庶務係 777／戸籍 管財係 888／五月 回数／印鑑 市民課 300／戸籍 戸籍課 400",
            [(1, 1), (2, 2)],
        ),
        ("一般 大人 100／一般 子供 50／団体 大人 80", "一般 大人 100／一般 高齢者 70／団体 大人 90", [(0, 0), (1, 1), (2, 2)]),
    ],
    ids=[
        "a number is the row's",
        "a name is the row's",
        "numbers shift",
        "names come again in each part",
        "what stands twice is told by its place",
    ],
)
def test_a_row_is_known_by_its_first_cell(before: str, after: str, wanted: list[tuple[int, int]]) -> None:
    pairs = align(*list_of(before), *list_of(after))
    found = [(pair.before[0], pair.after[0]) for pair in pairs if pair.before and pair.after]
    assert [pair for pair in found if pair in wanted] == wanted
