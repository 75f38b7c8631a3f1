"""The report on the terminal: what is marked, folded, wrapped and named, and that nothing of the text commands the screen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from aratame.engine import diff
from aratame.model import (
    Change,
    Clause,
    ClauseKind,
    Diff,
    Document,
    Edit,
    EditKind,
    Excerpt,
    Marker,
    Note,
    Place,
    Rename,
    Row,
    RowDiff,
    Span,
    Spot,
    Status,
    Table,
    TableDiff,
    Words,
)
from aratame.reporting import Wishes, terminal
from aratame.reporting.naming import caption, clause_name
from aratame.reporting.sanitize import one_line, sanitize
from aratame.reporting.terminal.granularity import divide_by
from aratame.reporting.terminal.wrapping import Run, wrap
from aratame.segmenting import segment


def clause(text: str, marker: str = "", *, position: int = 0, start: int = 0) -> Clause:
    """One article whose own text is `text`, which begins with `marker`."""
    numbered = Marker(marker, Span(start, start + len(marker))) if marker else None
    return Clause(position, ClauseKind.ARTICLE, numbered, Span(start, start + len(text)), (marker,) if marker else (), None, 0)


def edit(before: str, after: str, old: str, new: str, kind: EditKind = EditKind.TERM, *, substantive: bool = True) -> Edit:
    """The edit old→new where it first stands in both texts."""
    b, a = before.index(old), after.index(new)
    reason = Words("理由の文。", "A reason.")
    return Edit(kind, Excerpt(Span(b, b + len(old)), old), Excerpt(Span(a, a + len(new)), new), substantive, reason)


def one_change(before: str, after: str, *edits: Edit, renames: tuple[Rename, ...] = ()) -> Diff:
    """Two documents of one article each."""
    old, new = clause(before, "第一条"), clause(after, "第一条")
    change = Change(Status.MODIFIED, (old,), (new,), edits)
    return Diff(Document("旧.txt", before), Document("新.txt", after), (old,), (new,), (change,), renames)


def unwrapped(said: str) -> str:
    """The report as one line."""
    return "".join(line.strip() for line in said.splitlines())


BEFORE = "第一条　市長は、住民票の4情報を取り扱う。"
AFTER = "第一条　市長は、住民票の5情報を取り扱う。"
SIMPLE = one_change(BEFORE, AFTER, edit(BEFORE, AFTER, "4情報", "5情報"))


def test_marks_survive_without_colour() -> None:
    assert "住民票の[-4情報-]{+5情報+}を取り扱う。" in terminal.diff_report(SIMPLE, Wishes())


def test_with_colour_marks_are_struck_and_underlined() -> None:
    said = terminal.diff_report(SIMPLE, Wishes(colour=True))
    assert re.search("\x1b\\[9;31m4情報\x1b\\[0m\x1b\\[4;32m5情報\x1b\\[0m", said)
    assert "[-" not in said


def test_a_wide_terminal_shows_the_sides_beside_each_other() -> None:
    said = terminal.diff_report(SIMPLE, Wishes(width=120))
    line = next(line for line in said.splitlines() if "│" in line)
    left, right = line.split("│")
    assert "[-4情報-]" in left
    assert "{+5情報+}" in right
    assert cell_len(left) <= 60


def test_the_entry_names_clause_kind_and_reason() -> None:
    said = terminal.diff_report(SIMPLE, Wishes())
    assert " 1. 第一条　【用語の変更】" in said
    assert "・用語の変更　理由の文。" in said
    english = terminal.diff_report(SIMPLE, Wishes(language="en"))
    assert "・term　A reason." in english


def test_long_unchanged_text_is_folded_with_its_context() -> None:
    filler = "届出は、書面による。" * 30
    before, after = (f"第一条　{filler}住民票の{name}を取り扱う。{filler}" for name in ("4情報", "5情報"))
    said = terminal.diff_report(one_change(before, after, edit(before, after, "4情報", "5情報")), Wishes())
    assert "（略）" in said
    assert "住民票の[-4情報-]{+5情報+}を取り扱う。" in unwrapped(said)
    assert unwrapped(said).count("届出は、書面による。") <= 4
    whole = terminal.diff_report(one_change(before, after, edit(before, after, "4情報", "5情報")), Wishes(expand=True))
    assert "（略）" not in whole


def test_a_clause_of_a_megabyte_is_readable() -> None:
    added = clause("第一条　" + "あ" * 1_000_000, "第一条")
    text = "第一条　" + "あ" * 1_000_000
    whole = Edit(
        EditKind.ADDITION, Excerpt(Span(0, 0), ""), Excerpt(Span(0, len(text)), text), substantive=True, reason=Words("追加。", "Added.")
    )
    diff = Diff(Document("旧", ""), Document("新", text), (), (added,), (Change(Status.ADDED, (), (added,), (whole,)),))
    said = terminal.diff_report(diff, Wishes())
    assert len(said) < 3_000
    assert "（999,404字略）" in unwrapped(said)


@pytest.mark.parametrize(("granularity", "marked"), [("unit", "[-三十日-]{+六十日+}"), ("char", "[-三-]{+六+}十日")])
def test_granularity_sets_finer_marks(granularity: str, marked: str) -> None:
    before, after = "第一条　三十日以内とする。", "第一条　六十日以内とする。"
    diff = one_change(before, after, edit(before, after, "三十日", "六十日", EditKind.QUANTITY))
    assert marked in terminal.diff_report(diff, Wishes(granularity=granularity))


@given(st.text("三六十日以内あ", max_size=12), st.text("三六十日以内あ", max_size=12))
def test_finer_marks_add_up_to_both_sides(before: str, after: str) -> None:
    divide = divide_by("char")
    assert divide is not None
    pairs = list(divide(before, after))
    assert "".join(old for old, _ in pairs) == before
    assert "".join(new for _, new in pairs) == after


def test_summary_counts_kinds_and_names_what_was_left_behind() -> None:
    after = "第一条　5情報を記録し、4情報を消去する。"
    before = "第一条　4情報を記録し、4情報を消去する。"
    spot = Place(None, None, Spot(0, Span(after.index("4情報"), after.index("4情報") + 3), "4情報"))
    rename = Rename(EditKind.TERM, "4情報", "5情報", 1, (), (spot,), ("四情報",))
    said = terminal.diff_report(one_change(before, after, edit(before, after, "4情報", "5情報"), renames=(rename,)), Wishes())
    assert re.search(r"用語の変更 +1 +1", said)
    assert "改め忘れの疑い　第一条" in said
    assert "4情報を消去する。" in said.split("改め忘れの疑い")[1]
    assert "四情報 にも改められています" in said


def test_an_old_name_in_use_is_not_said_to_be_gone() -> None:
    before, after = "第一条　甲は乙。", "第一条　丙は乙。"
    renames = (Rename(EditKind.TERM, "甲", "丙", 2, (), still_used=12), Rename(EditKind.TERM, "丁", "戊", 3, ()))
    said = terminal.diff_report(one_change(before, after, edit(before, after, "甲", "丙"), renames=renames), Wishes(width=100))
    assert re.search(r"甲 +丙 +2 +―（旧名も使用）", said)
    assert re.search(r"丁 +戊 +3 +0", said)


def test_a_move_between_places_of_one_name_is_told_by_their_headings() -> None:
    first, other = "附　則（令和五年条例第一号）\n", "附　則（令和六年条例第二号）\n"
    moved, stays = "第一条　この条例は、公布の日から施行する。\n", "第二条　届出の様式は、市長が別に定めるところによる。\n"
    texts = [f"第一条　目的を定める。\n\n{first}{moved}{stays}\n{other}", f"第一条　目的を定める。\n\n{first}{stays}\n{other}{moved}"]
    said = unwrapped(terminal.diff_report(diff(*texts), Wishes(width=100)))
    assert "附　則（令和五年条例第一号）の先頭から附　則（令和六年条例第二号）の先頭へ移りました。" in said


def test_notes_of_the_reader_are_in_the_report() -> None:
    text = "第一条　同じ。"
    document = Document("旧.docx", text, notes=(Note("図1", Words("図は読みません。", "Pictures are not read.")),))
    cut = segment(document)
    diff = Diff(document, Document("新", text), cut, cut, (Change(Status.UNCHANGED, cut, cut),))
    said = terminal.diff_report(diff, Wishes())
    assert "変更はありません。" in said
    assert "旧.docx 図1: 図は読みません。" in said
    assert "まとめ" not in said


def test_a_table_names_row_item_and_timing() -> None:
    before, after = "4情報", "5情報"
    row = Row(12, before, after, {"item": "Ⅰ 基本情報", "timing": "事後"}, 3)
    old, new = Clause(0, ClauseKind.TEXT, None, Span(0, 3), (), None, 0), Clause(0, ClauseKind.TEXT, None, Span(0, 3), (), None, 0)
    change = Change(Status.MODIFIED, (old,), (new,), (edit(before, after, "4情報", "5情報"),))
    table = Table("表.tsv", 20, "tsv", {"before": "改正前", "after": "改正後"}, (row,))
    said = terminal.table_report(TableDiff(table, (RowDiff(row, (old,), (new,), (change,)),)), Wishes())
    assert "行12 Ⅰ 基本情報 ［事後］" in said
    assert "改正前 → 改正後" in said


STATUTE = "架空市条例\n第二章　審査\n（審査）\n第五条　市長は、審査する。\n２　前項の審査は、次による。\n一　書面\nイ　原本\n附　則\n１　この条例は、公布の日から施行する。\n２　経過措置は、別に定める。\n"


def test_clauses_are_named_as_they_are_cited() -> None:
    cut = segment(Document("条例", STATUTE))
    names = [clause_name(cut, one, STATUTE) for one in cut]
    assert names[1:] == [
        "第二章",
        "第五条",
        "第五条第２項",
        "第五条第２項第一号",
        "第五条第２項第一号イ",
        "附則",
        "附則第１項",
        "附則第２項",
    ]
    assert [caption(STATUTE, one) for one in cut if one.kind is ClauseKind.ARTICLE] == ["（審査）"]


@pytest.mark.parametrize(
    ("marker", "kind", "name"),
    [
        ("②", ClauseKind.PARAGRAPH, "第二条第２項"),
        ("○３", ClauseKind.PARAGRAPH, "第二条第３項"),
        ("一の二", ClauseKind.ITEM, "第二条第一号の二"),
        ("（三）", ClauseKind.ITEM, "第二条第三号"),
        ("(4)", ClauseKind.ITEM, "第二条第４号"),
        ("（１）", ClauseKind.SUBITEM, "第二条（１）"),
    ],
)
def test_markers_of_statutes_are_cited_without_their_brackets(marker: str, kind: ClauseKind, name: str) -> None:
    article = clause("第二条　本文。", "第二条")
    child = Clause(1, kind, Marker(marker, Span(7, 7 + len(marker))), Span(7, 20), ("第二条", marker), 0, 1)
    assert clause_name([article, child], child, "第二条　本文。" + marker) == name


def test_digits_are_as_wide_as_those_of_the_article() -> None:
    text = "架空市条例\n第2条　次による。\n２　本文。\n(3) 項目\n"
    cut = segment(Document("条例", text))
    assert [clause_name(cut, one, text) for one in cut[1:3]] == ["第2条", "第2条第2項"]


def test_numbers_of_notices_stand_apart() -> None:
    text = "Ⅰ 基本情報\n１．事務\n②内容\n"
    cut = segment(Document("評価書", text))
    assert clause_name(cut, cut[-1], text).split() == [one for one in cut[-1].path]  # noqa: C416  as written, in order


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x7f", "␀␡"),
        ("\x9b", "<U+009B>"),
        ("\u202e", "<U+202E>"),
        ("\ud800", "\ufffd"),
        ("\u200b", "<U+200B>"),
        ("改\n行", "改\n行"),
    ],
)
def test_what_commands_a_terminal_becomes_a_picture(raw: str, shown: str) -> None:
    assert sanitize(raw) == shown


def test_names_and_messages_take_one_line() -> None:
    assert one_line("一\r\n二\r三\n四") == "一⏎二⏎三⏎四"


@given(st.text(st.characters(exclude_categories=()), max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_safe_on_the_terminal(text: str) -> None:
    before, after = "第一条　旧" + text, "第一条　新" + text
    said = terminal.diff_report(one_change(before, after, edit(before, after, "旧", "新")), Wishes(expand=True))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\ud800-\udfff]", said)


@given(
    st.lists(st.builds(Run, st.text("あ漢字。、「」（）ABC 12①※→ｱﾞ", max_size=30), st.sampled_from(["", "deleted"])), max_size=4),
    st.integers(4, 40),
)
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(runs: list[Run], width: int) -> None:
    lines = wrap(runs, width)
    words = ["".join(run.text for run in line) for line in lines]
    assert "".join(words).replace(" ", "") == "".join(run.text for run in runs).replace(" ", "")
    assert all(cell_len(line) <= width + 2 for line in words)


def test_lines_are_broken_as_japanese_is_set() -> None:
    lines = ["".join(run.text for run in line) for line in wrap([Run("市長は、「届出」を受理する。ABCDEF")], 8)]
    assert not any(line[0] in "。、」" or line[-1] == "「" for line in lines)
    assert any("ABCDEF" in line for line in lines)
