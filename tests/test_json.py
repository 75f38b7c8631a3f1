"""The JSON answers: what the schema says of them, and that they rebuild either side."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from aratame.engine import diff, diff_table
from aratame.errors import ReadError
from aratame.history import FileDiff, RepositoryDiff
from aratame.model import Diff, Document, EditKind, Finding, Note, Row, Severity, Table, TableDiff, Words
from aratame.reporting import Wishes, json_report
from aratame.reporting.schema import ANSWERS, schema
from aratame.repository.versions import Blob, FileChange, FileStatus
from aratame.segmenting import segment

BEFORE = """架空市事務分掌規則
（分掌）
第一条　市民課は、住民票の4情報を取り扱う。
一　届出に関すること。
二　証明に関すること。
第二条　前条の4情報は、三十日間保存する。
"""
AFTER = """架空市事務分掌規則
（分掌）
第一条　戸籍住民課は、住民票の5情報を取扱う。
一　証明に関すること。
第二条　市長は、報告を求めることができる。
第三条　第一条の5情報は、六十日間保存する。4情報は、廃棄する。
"""
ROWS = (
    Row(1, "①住民票の4情報", "①住民票の5情報", {"item": "Ⅰ", "timing": "事後"}, 2),
    Row(2, "", "②4情報を消去する。", {"item": "Ⅱ"}, 3),
    Row(3, "同じ", "同じ", {}, 4),
    Row(4, "届出の4情報を記録する。", "届出の5情報を記録する。", {}, 5),
)
TABLE = Table(
    "変更箇所.tsv",
    120,
    "tsv",
    {"item": "項目", "before": "変更前", "after": "変更後"},
    ROWS,
    (Note("5行目", Words("読み飛ばしました。", "left out.")),),
)


REPOSITORY = RepositoryDiff(
    "HEAD~1",
    "HEAD",
    (
        FileDiff(
            FileChange(FileStatus.RENAMED, Blob("旧.txt", "100644", "0"), Blob("新.txt", "100644", "1")),
            diff(Document("旧.txt", BEFORE), Document("新.txt", AFTER)),
        ),
        FileDiff(FileChange(FileStatus.ADDED, None, Blob("壊.docx", "100644", "2")), None, Words("読めません。", "cannot be read.")),
    ),
    3,
)


def answer(name: str, *, unchanged: bool = True) -> Any:
    """A real answer of each command."""
    wishes = Wishes(unchanged=unchanged)
    document = Document("旧.txt", BEFORE)
    finding = Finding("no-visible-change", Severity.WARNING, "表.tsv", 4, 1, 3, Words("同じです。", "the same."))
    text = {
        "clauses": lambda: json_report.clauses_report(document, segment(document), wishes),
        "diff": lambda: json_report.diff_report(diff(document, Document("新.txt", AFTER)), wishes),
        "table": lambda: json_report.table_report(diff_table(TABLE), wishes),
        "repository": lambda: json_report.repository_report(REPOSITORY, wishes),
        "check": lambda: json_report.findings_report([finding], wishes),
        "verify": lambda: json_report.findings_report([], wishes),
    }[name]()
    return json.loads(text)


def undescribed(value: Any, described: Any, definitions: dict[str, Any], place: str) -> list[str]:
    """The keys of `value` of which its schema says nothing; an answer may not grow without it."""
    described = definitions[described["$ref"].rsplit("/", 1)[1]] if "$ref" in described else described
    if "anyOf" in described:
        return undescribed(value, described["anyOf"][0], definitions, place) if value is not None else []
    if isinstance(value, list) and "items" in described and described["items"] is not False:
        return [found for one in value for found in undescribed(one, described["items"], definitions, f"{place}[]")]
    if not isinstance(value, dict) or "properties" not in described:
        return []
    known = described["properties"]
    return [f"{place}.{key}" for key in value if key not in known] + [
        found for key in value if key in known for found in undescribed(value[key], known[key], definitions, f"{place}.{key}")
    ]


@pytest.mark.parametrize("name", ANSWERS)
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_follow_their_schema(name: str) -> None:
    described = schema(name)
    given_answer = answer(name)
    assert [error.message for error in Draft202012Validator(described).iter_errors(given_answer)] == []
    assert undescribed(given_answer, described, described["$defs"], name) == []


def test_the_schema_refuses_what_is_no_answer() -> None:
    wrong = answer("diff")
    wrong["changes"][0]["edits"] = [{"kind": "typo"}]
    assert list(Draft202012Validator(schema("diff")).iter_errors(wrong))


def test_the_example_of_the_answers_shows_everything_that_may_be_null() -> None:
    said = answer("table")
    assert said["findings"]
    assert said["renames"][0]["left_behind"]
    assert said["source"]["notes"] == [{"place": "5行目", "message": "読み飛ばしました。"}]
    assert {status for row in said["rows"] for change in row["changes"] for status in [change["status"]]} >= {
        "unchanged",
        "modified",
        "added",
    }


def rebuilt(change: dict[str, Any], side: str, text: str) -> str:
    """The other side's own texts of a change, made from the texts of one side and the edits."""
    other = {"before": "after", "after": "before"}[side]
    out, offset = "", 0
    joined = "".join(text[slice(*clause["span"])] for clause in change[side])
    starts: dict[tuple[int, ...], int] = {}
    for clause in change[side]:
        starts[tuple(clause["span"])] = offset
        offset += clause["span"][1] - clause["span"][0]

    def place(position: int) -> int:
        return next(base + int(position) - span[0] for span, base in starts.items() if span[0] <= position <= span[1])

    done = 0
    for edit in change["edits"]:
        start, end = edit[side]["span"]
        out += joined[done : place(start) if starts else 0] + edit[other]["text"]
        done = place(end) if starts else 0
    return out + joined[done:]


@pytest.mark.parametrize(("side", "texts"), [("before", (BEFORE, AFTER)), ("after", (AFTER, BEFORE))])
def test_a_diff_rebuilds_either_text_from_the_other(side: str, texts: tuple[str, str]) -> None:
    other = {"before": "after", "after": "before"}[side]
    pieces = {}
    for change in answer("diff")["changes"]:
        if change[other]:
            pieces[change[other][0]["span"][0]] = rebuilt(change, side, texts[0])
    assert "".join(pieces[start] for start in sorted(pieces)) == texts[1]


def test_summary_counts_what_is_listed() -> None:
    said = answer("diff", unchanged=False)
    edits = [edit for change in said["changes"] for edit in change["edits"]]
    assert sum(said["summary"]["edits"].values()) == len(edits)
    assert said["summary"]["substantive"] == sum(edit["substantive"] for edit in edits)
    assert sum(said["summary"]["changes"].values()) == len(said["changes"])
    assert "unchanged" not in said["summary"]["changes"]


def test_index_points_into_the_clauses_of_the_side() -> None:
    clauses = answer("clauses")["clauses"]
    for change in answer("diff")["changes"]:
        for clause in change["before"]:
            place = clause.pop("index")
            assert clauses[place] == clause


def test_reasons_follow_the_language() -> None:
    report = diff(Document("旧", BEFORE), Document("新", AFTER))
    reasons = {
        language: {
            edit["reason"]
            for change in json.loads(json_report.diff_report(report, Wishes(language=language)))["changes"]
            for edit in change["edits"]
        }
        for language in ("ja", "en")
    }
    assert len(reasons["ja"]) > 1
    assert not reasons["ja"] & reasons["en"]


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_json(text: str) -> None:
    document = Document("任意", text)
    written = json_report.clauses_report(document, segment(document), Wishes())
    written.encode("utf-8")
    assert json.loads(written)["source"]["length"] == len(text)


def test_lone_surrogates_and_controls_are_escaped() -> None:
    report = diff(Document("旧", "第一条　あ。\n"), Document("新", "第一条　\ud800\x9b\u202eあ。\n"))
    written = json_report.diff_report(report, Wishes())
    assert {"\\ud800", "\\u009b", "\\u202e"} <= {written[at : at + 6] for at in range(len(written))}
    texts = [edit["after"]["text"] for change in json.loads(written)["changes"] for edit in change["edits"]]
    assert "\ud800\x9b\u202e" in "".join(texts)


def test_every_kind_is_in_the_schema() -> None:
    assert set(schema("diff")["$defs"]["edit_kind"]["enum"]) == set(EditKind)


# --- the way back


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_diff_comes_back_from_its_answer(language: str) -> None:
    wishes = Wishes(unchanged=True, language=language)
    made = diff(Document("旧", BEFORE), Document("新", AFTER))
    written = json_report.diff_report(made, wishes)
    read = Diff.from_json(written, BEFORE, AFTER)
    assert json_report.diff_report(read, wishes) == written
    assert (read.before_clauses, read.after_clauses) == (made.before_clauses, made.after_clauses)
    assert [change.relation for change in read.changes] == [change.relation for change in made.changes]
    if language == "ja":
        assert [str(edit.reason) for change in read.changes for edit in change.edits] == [
            str(edit.reason) for change in made.changes for edit in change.edits
        ]


def test_a_table_comes_back_from_its_answer() -> None:
    written = json.dumps(answer("table"))
    read = TableDiff.from_json(written)
    assert json.loads(json_report.table_report(read, Wishes(unchanged=True))) == json.loads(written)
    assert read.table.rows == ROWS


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_diff_comes_back(before: str, after: str) -> None:
    written = json_report.diff_report(diff(before, after), Wishes(unchanged=True))
    assert json_report.diff_report(Diff.from_json(written, before, after), Wishes(unchanged=True)) == written


@pytest.mark.parametrize("wrong", ["", "[]", "{}", "null", '{"schema_version": 2}', '{"schema_version": 1}', json.dumps(answer("clauses"))])
def test_what_is_no_answer_is_refused(wrong: str) -> None:
    with pytest.raises(ReadError):
        Diff.from_json(wrong, BEFORE, AFTER)
    with pytest.raises(ReadError):
        TableDiff.from_json(wrong)


@pytest.mark.parametrize(("before", "after"), [(AFTER, BEFORE), (BEFORE, AFTER.replace("六十日", "九十日")), (BEFORE, AFTER + "\n")])
def test_an_answer_about_other_texts_is_refused(before: str, after: str) -> None:
    with pytest.raises(ReadError, match="別の文書"):
        Diff.from_json(answer("diff"), before, after)
