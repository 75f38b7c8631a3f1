"""Checks: the cases that an officer can read, what switches checks off, and promises of the registry."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame.checking import check_document, check_pair, check_table, explanation
from aratame.checking.items import read_item
from aratame.config import Checks, Config, KnownRename
from aratame.config.checks import CHECKS, DOCUMENT_CHECKS, PAIR_CHECKS, TABLE_CHECKS
from aratame.engine import diff, diff_table
from aratame.model import Document, EditKind, Severity
from aratame.reporting.labels import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Finding

CASES = Path(__file__).parent / "cases" / "checking"
CASE = re.compile(
    r"^### (?P<title>.+?)\n.*?(?P<blocks>(?:```[表文書旧新]+\n.*?\n```\n)+)```判定\n(?P<verdict>.*?)\n```", re.DOTALL | re.MULTILINE
)
BLOCK = re.compile(r"```(?P<name>[表文書旧新]+)\n(?P<text>.*?)\n```\n", re.DOTALL)
UNREPORTED = "## 指摘しない例"
NOTHING = "指摘なし"
GLOSSARY = Config(
    renames=(KnownRename("市民生活局", "市民協働局", EditKind.ORGANIZATION),),
    checks=Checks(terms={"個人番号カード": ("マイナンバーカード",)}),
)
"""What the cases of inconsistent-term are told."""


def found(blocks: str, rule: str) -> list[Finding]:
    """What one check finds in the blocks of a case."""
    texts = {match["name"]: match["text"] for match in BLOCK.finditer(blocks)}
    config = GLOSSARY if rule == "inconsistent-term" else Config()
    if "表" in texts:
        findings: Sequence[Finding] = diff_table(texts["表"], config=config).findings
    elif "文書" in texts:
        findings = list(check_document(Document("文書", texts["文書"]), config))
    else:
        findings = list(check_pair(diff(texts["旧"], texts["新"], config=config), config))
    return [finding for finding in findings if finding.rule == rule]


def said(finding: Finding) -> str:
    """A finding as a case writes it: its weight, the line in a document, the message."""
    place = "" if finding.row else f"{finding.line}行{finding.column}字　"
    return f"{SEVERITIES[finding.severity].ja}　{place}{finding.message.ja}"


def cases() -> list[tuple[str, str, str, str]]:
    """Every case: an ASCII name, the rule, the blocks, the verdict."""
    return [
        (f"{path.stem}-{number}", path.stem, match["blocks"], match["verdict"])
        for path in sorted(CASES.glob("*.md"))
        for number, match in enumerate(CASE.finditer(path.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("rule", "blocks", "verdict"), [pytest.param(*case, id=name) for name, *case in cases()])
def test_case(rule: str, blocks: str, verdict: str) -> None:
    assert ("\n".join(map(said, found(blocks, rule))) or NOTHING) == verdict


@pytest.mark.parametrize("rule", CHECKS)
def test_every_rule_has_cases_that_must_not_be_reported(rule: str) -> None:
    reported, unreported = (CASES / f"{rule}.md").read_text(encoding="utf-8").split(UNREPORTED)
    yes, no = ([match["verdict"] for match in CASE.finditer(part)] for part in (reported, unreported))
    assert yes
    assert NOTHING not in yes
    assert set(no) == {NOTHING}
    assert len(no) >= len(yes)


@pytest.mark.parametrize("rule", CHECKS)
def test_every_rule_explains_itself(rule: str) -> None:
    page = explanation(rule)
    title = page.splitlines()[0]
    assert (CASES / f"{rule}.md").read_text(encoding="utf-8").startswith(f"# {title}（{rule}）\n")
    assert all(f"\n{heading}: " in page for heading in ("何を見るか", "なぜ大事か", "見ないもの"))
    assert page.count("\n例: ") >= 2


@pytest.mark.parametrize(
    ("question", "names"), [("check_table", TABLE_CHECKS), ("check_document", DOCUMENT_CHECKS), ("check_pair", PAIR_CHECKS)]
)
def test_a_check_is_listed_for_what_it_can_look_at(question: str, names: tuple[str, ...]) -> None:
    modules = {rule: import_module(f"aratame.checking.{rule.replace('-', '_')}") for rule in CHECKS}
    assert {rule for rule, module in modules.items() if hasattr(module, question)} == set(names)


GAP = "第一条　届け出る。\n第二条　審査する。\n{comment}第四条　通知する。{behind}\n"


def rules_in(text: str, config: Config | None = None) -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in check_document(Document("", text), config or Config())]


@pytest.mark.parametrize(
    ("comment", "behind", "reported"),
    [
        ("", "", True),
        ("<!-- aratame: off numbering-gap -->\n", "", False),
        ("# aratame: off\n", "", False),
        ("", "<!-- aratame: off numbering-gap, dangling-reference -->", False),
        ("# aratame: off dangling-reference\n", "", True),
        ("# aratame: off numbering-gap\n# aratame: on numbering-gap\n", "", True),
        ("この行だけ　# aratame: off\n", "", True),
    ],
)
def test_comments_switch_checks_off(comment: str, behind: str, *, reported: bool) -> None:
    assert (("numbering-gap", Severity.WARNING) in rules_in(GAP.format(comment=comment, behind=behind))) is reported


def test_configuration_switches_off_and_weighs() -> None:
    text = GAP.format(comment="", behind="")
    assert rules_in(text, Config(checks=Checks(disable=("numbering-gap",)))) == []
    assert rules_in(text, Config(checks=Checks(severity={"numbering-gap": Severity.ERROR}))) == [("numbering-gap", Severity.ERROR)]


@pytest.mark.parametrize(
    ("excluded", "reported"), [("", True), ("no-visible-change", False), ("*", False), ("全て", False), ("copied-cell", True)]
)
def test_a_column_leaves_a_row_out(excluded: str, *, reported: bool) -> None:
    table = f"項目\t変更前\t変更後\t点検除外\n①\t同じ記載\t同じ記載\t{excluded}\n②\t甲\t乙\t\n"
    assert ("no-visible-change" in {finding.rule for finding in diff_table(table).findings}) is reported


def test_places_count_from_one_in_code_points() -> None:
    text = "第一条　届け出る。\r\n第二条　審査する。\r\n第三条　𠮷田市は、第十二条の規定により通知する。\r\n"
    (finding,) = check_document(Document("要綱", text), Config())
    assert (finding.line, finding.column, finding.row, finding.file) == (3, 10, None, "要綱")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ⅰ 基本情報 6. 情報連携※ ②法令上の根拠", "I 基本情報 6. -②法令上の根拠"),
        ("Ⅳリスク対策 1. ー②監査、ー具体的な内容", "IVリスク対策(その他) 1. -②監査-具体的な内容"),
        ("II ファイルの概要 6. 一①保管場所", "Ⅱ 6. ①保管場所"),
    ],
)
def test_one_item_in_several_writings(one: str, other: str) -> None:
    assert read_item(one)[:4] == read_item(other)[:4]  # the part, the marks, the title and the files


def test_files_tell_items_apart() -> None:
    one, other = read_item("Ⅲ (1. 住基) 3. -リスク4"), read_item("Ⅲ (2. 本人確認) 3. -リスク4")
    assert one._replace(files=other.files) == other
    assert one.files != other.files


CELL = st.text(st.sampled_from("（略）「」()5情報年月日いない第三条①②ⅢI一ー、。\n\t|市課"), max_size=40)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4))
def test_any_cells_can_be_checked(cells: list[tuple[str, str]]) -> None:
    base = diff_table("項目\t変更前\t変更後\tX\n①\t甲\t乙\t\n")
    row = base.rows[0].row
    rows = tuple(
        base.rows[0]._replace(row=row._replace(number=number, before=before, after=after))
        for number, (before, after) in enumerate(cells, 1)
    )
    for finding in check_table(base._replace(rows=rows), Config()):
        assert finding.row in range(1, len(cells) + 1)


@given(st.text(st.sampled_from("第一二三十条項号（）「」の及び前次(1)２ 　\n。、附則略"), max_size=120))
def test_any_document_can_be_checked(text: str) -> None:
    for finding in check_document(Document("", text), Config()):
        assert 1 <= finding.line <= text.count("\n") + text.count("\r") + 1
        assert finding.column >= 1


def test_a_version_is_no_news_to_itself() -> None:
    text = GAP.format(comment="", behind="")
    assert list(check_pair(diff(text, text), Config())) == []


def test_a_range_of_a_thousand_million_articles_is_counted() -> None:
    text = "第1条　届け出る。\n第2条から第999999999条まで　削除\n第1000000000条　通知する。\n第1000000001条　公表する。\n"
    assert rules_in(text) == []


@pytest.mark.parametrize("word", ["取扱い", "差押え", "支払い", "引換え", "受付け", "読替え"])
@pytest.mark.parametrize("text", ["{0}規程、{1}規程", "{1}規程と{0}規程", "{0}規程、{1}要領、{0}規程、{1}規程"])
def test_a_compound_is_looked_for_wherever_it_may_be_written_in_two_ways(text: str, word: str) -> None:
    found = list(check_document(Document("", text.format(word, word[:-1])), Config()))
    assert [finding.rule for finding in found] == ["mixed-orthography"]
    assert all(f"「{writing}規程」" in found[0].message.ja for writing in (word, word[:-1]))


@pytest.mark.parametrize("text", ["取扱い規程、取扱い要領", "取扱規程、取扱要領", "取扱い規程、取扱要領", "取扱い、取扱規程"])
def test_a_compound_that_is_written_in_one_way_is_not_reported(text: str) -> None:
    assert rules_in(text) == []
