"""Before/after tables: the cases that an officer can read, the laws, and what `want` decides."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aratame.errors import TableError
from aratame.model import Document, Table
from aratame.reading import read_text
from aratame.reading.options import ReadOptions
from aratame.reading.tables import Grid, from_grids
from aratame.reporting.sheets.formulas import guarded

CASES = Path(__file__).parent / "cases" / "reading"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n.*?^```(?P<form>\w+)\n(?P<text>.*?)^```\n```判定\n(?P<verdict>.*?)^```$", re.MULTILINE | re.DOTALL
)
SUFFIXES = {"tsv": ".tsv", "csv": ".csv", "markdown": ".md", "text": ".txt"}


def cases() -> list[object]:
    found = [(path, match) for path in sorted(CASES.glob("*.md")) for match in CASE.finditer(path.read_text(encoding="utf-8"))]
    return [pytest.param(match, id=f"{path.stem}-{number}") for number, (path, match) in enumerate(found, 1)]


def told(text: str, form: str) -> str:
    """What the verdict of a case says: rows, notes, or why it cannot be read."""
    try:
        table = read_text(text, name="表" + SUFFIXES[form], want="table")
    except TableError as error:
        return f"読めない: {error.words.ja.replace('表' + SUFFIXES[form], '表')}\n"
    assert isinstance(table, Table)
    lines = []
    for row in table.rows:
        cells = {"前": row.before, "後": row.after} | {role: cell for role, cell in row.cells.items() if cell}
        lines.append(f"{row.number} [{row.line}行目] " + "／".join(f"{role}={cell}" for role, cell in cells.items()).replace("\n", "⏎"))
    return "".join(line + "\n" for line in [*lines, *(f"注: {note.words.ja}" for note in table.notes)])


@pytest.mark.parametrize("case", cases())
def test_case(case: re.Match[str]) -> None:
    assert told(case["text"].replace("⇥", "\t"), case["form"]) == case["verdict"], case["title"]


def test_every_case_is_run() -> None:
    titles = sum(path.read_text(encoding="utf-8").count("\n## ") for path in CASES.glob("*.md"))
    assert len(cases()) == titles


# --- laws --------------------------------------------------------------------------------------------------------

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=20)
ROWS = st.lists(st.tuples(CELL, CELL).filter(lambda sides: any(side.strip() for side in sides)), min_size=1, max_size=8)


def sides(table: Document | Table) -> list[tuple[str, str]]:
    assert isinstance(table, Table)
    return [(row.before, row.after) for row in table.rows]


@given(ROWS, st.sampled_from([",", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_delimited_rows_come_back(rows: list[tuple[str, str]], delimiter: str, ending: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending, quoting=csv.QUOTE_ALL)
    written = [tuple(map(guarded, row)) for row in rows] if delimiter == "," else rows
    writer.writerows([("変更前の記載", "変更後の記載"), *written])
    name = "a.csv" if delimiter == "," else "a.tsv"
    assert sides(read_text(out.getvalue(), name=name, want="table")) == rows


@given(ROWS)
def test_markdown_rows_come_back(rows: list[tuple[str, str]]) -> None:
    rows = [(f"a{before}b", f"a{after}b") for before, after in rows if "<" not in before + after]
    lines = [" | ".join(cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>") for cell in row) for row in rows]
    text = "| 変更前の記載 | 変更後の記載 |\n|---|---|\n" + "".join(f"| {line} |\n" for line in lines)
    assert sides(read_text(text, name="a.md", want="table")) == rows


@given(st.text(), st.sampled_from(["a.txt", "a.csv", "a.tsv", "a.md"]))
def test_any_text_is_a_document(text: str, name: str) -> None:
    document = read_text(text, name=name, want="document")
    assert isinstance(document, Document)
    assert name in {"a.csv", "a.tsv"} or document.text == text
    if document.outline is not None:
        ends = [0, *(clause.span.end for clause in document.outline)]
        assert [clause.span.start for clause in document.outline] == ends[:-1]
        assert ends[-1] == len(document.text)


@given(st.text("旧新前後変更\t,|-\n\"'<p>/ 事", max_size=60))
def test_tabular_text_is_read_or_refused(text: str) -> None:
    said = ""
    try:
        sides(read_text(text, want="table"))
    except TableError as error:
        said = error.words.ja + error.words.en
    assert "\n" not in said


# --- what is wanted ----------------------------------------------------------------------------------------------

TABLE_TEXT = "項目\t変更前\t変更後\n窓口\t1階\t2階\n"
MARKDOWN = "# 説明\n\n次のとおり変更するので、よく確かめること。この説明は表より長い。\n\n| 旧 | 新 |\n|---|---|\n| 1階 | 2階 |\n"
STATUTE = "第一条　この条例は、次のとおり\t手続を定める。\n２　前項の届出は、旧\t新の別によらない。\n"


@pytest.mark.parametrize(
    ("text", "want", "kind"),
    [
        (TABLE_TEXT, "any", Table),
        (TABLE_TEXT, "document", Document),
        (MARKDOWN, "any", Document),
        (MARKDOWN, "table", Table),
        (STATUTE, "any", Document),
    ],
)
def test_want_decides(text: str, want: str, kind: type) -> None:
    assert isinstance(read_text(text, want=want), kind)  # type: ignore[arg-type]


def test_a_table_without_versions_is_a_document_of_rows() -> None:
    text = '氏名,住所\r\n架空太郎,"みどり野市\r\n本町"\r\n\r\n架空次郎,架空市\r\n'
    document = read_text(text, name="名簿.csv")
    assert isinstance(document, Document)
    assert document.text == "氏名\t住所\n架空太郎\tみどり野市 本町\n\n架空次郎\t架空市\n"
    assert document.outline is not None
    assert [document.text[slice(*clause.span)].split("\t")[0] for clause in document.outline] == ["氏名", "架空太郎", "架空次郎"]


def test_named_columns_override_the_words() -> None:
    text = "旧住所\t新住所\t令和6年度\t令和7年度\na\tb\tc\td\n"
    table = read_text(text, before_column="令和 ６年度", after_column="令和7年度", want="table")
    assert isinstance(table, Table)
    assert (table.rows[0].before, table.rows[0].after) == ("c", "d")
    assert dict(table.rows[0].cells) == {"旧住所": "a", "新住所": "b"}
    with pytest.raises(TableError, match=r"令和5年度.*旧住所、新住所"):
        read_text(text, before_column="令和5年度", want="table")


def test_columns_of_a_csv_without_a_suffix_are_named() -> None:
    with pytest.raises(TableError, match=r"変更後の列.*項目、変更前"):
        read_text("項目,変更前\n窓口,1階\n", name="-", want="table")
    with pytest.raises(TableError, match="列を持つ表がありません"):
        read_text("He wrote, but she did not.\nSo it ended.\n", name="-", want="table")


# --- grids of the office formats ---------------------------------------------------------------------------------


def rows_of(*grids: Grid) -> list[tuple[str, str, str]]:
    table = from_grids(grids, name="a.docx", format="docx", length=1, options=ReadOptions(want="table"))
    assert table is not None
    return [(row.before, row.after, row.cells.get("item", "")) for row in table.rows]


def test_cells_under_one_header_are_joined_and_a_heading_over_all_columns_is_no_row() -> None:
    rows: list[list[str | None]] = [
        ["改正後", None, "改正前", None],
        ["第二章　雑則", None, None, None],
        ["第九条", "届出", "第九条", "申請"],
        ["（新設）", None, "", None],
    ]
    assert rows_of(Grid(rows, range(1, 5))) == [("第九条　申請", "第九条　届出", "第二章　雑則"), ("", "（新設）", "第二章　雑則")]


def test_only_the_next_page_goes_on_without_a_header() -> None:
    first = Grid([["項目", "旧", "新"], ["窓口", "1階", "2階"]], [1, 2])
    rest: list[list[str | None]] = [["総務課", "0000", "11"]]
    assert rows_of(first, Grid(rest, [3])) == [("1階", "2階", "窓口")]
    assert rows_of(first, Grid(rest, [3], continues=True)) == [("1階", "2階", "窓口"), ("0000", "11", "総務課")]


def test_tables_with_headers_of_their_own_are_one() -> None:
    first = Grid([["項目", "旧", "新"], ["窓口", "1階", "2階"]], [1, 2])
    other = Grid([["新", "旧", "担当"], ["5年", "3年", "総務課"]], [4, 5])
    table = from_grids([first, other], name="a.docx", format="docx", length=1, options=ReadOptions(want="table"))
    assert table is not None
    assert [(row.number, row.before, row.after, row.line) for row in table.rows] == [(1, "1階", "2階", 2), (2, "3年", "5年", 5)]
    assert table.columns == {"item": "項目", "before": "旧", "after": "新", "担当": "担当"}


def test_a_long_table_is_linear() -> None:
    text = "項目\t変更前\t変更後\t提出時期\n" + "市の届出に係る措置\t市は施錠する\t市は施錠し、記録する\t事後\n" * 20_000
    table = read_text(text, want="table")
    assert isinstance(table, Table)
    assert table.rows[-1].line == len(table.rows) + 1 == 20_001
