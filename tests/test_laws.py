"""Laws that hold for any two texts: nothing is lost, nothing is invented, nothing differs from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from aratame.engine import diff
from aratame.model import Clause, Document, Status
from aratame.segmenting import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aratame.model import Change, Diff, Excerpt

LINES = (
    "第一章　総則",
    "（目的）",
    "第一条　この条例は、市民の権利を定める。",
    "第二条　市長は、申請を受けたときは、三十日以内に決定しなければならない。",
    "２　前項の規定は、４情報について準用する。",
    "一　氏名、住所及び生年月日",
    "二　その他市長が必要と認める事項",
    "①中間サーバーに保存する。 ②バックアップを年1回以上行う。",
    "・市民生活局市民生活部区政推進課",
    "附　則",
    "この条例は、令和4年4月1日から施行する。",
    "（略）",
    "Article 3 The mayor shall decide within 30 days.",
    "<架空サーバーにおける措置>",
    "　",
)
WORDS = (
    "しなければならない",
    "することができる",
    "4情報",
    "5情報",
    "第三条",
    "令和6年",
    "及び",
    "　",
    "\r\n",
    "①",
    "（略）",
    "は",
    "\u202e",
    "𠮷",
)
drafted = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)
spliced = st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(WORDS), st.text(max_size=4)), max_size=14).map("".join)
any_text = st.one_of(drafted, spliced, st.text(max_size=60))


@given(any_text)
def test_own_spans_add_up_to_the_text(text: str) -> None:
    clauses = segment(Document("", text))
    assert "".join(text[clause.span.start : clause.span.end] for clause in clauses) == text
    for number, clause in enumerate(clauses):
        assert clause.position == number
        assert clause.parent is None or 0 <= clause.parent < number
        assert clause.marker is None or clause.marker.text == text[slice(*clause.marker.span)]
        assert clause.depth == (0 if clause.parent is None else clauses[clause.parent].depth + 1)


@given(any_text)
def test_a_text_has_no_changes_against_itself(text: str) -> None:
    assert {change.status for change in diff(text, text).changes} <= {Status.UNCHANGED}


@given(any_text, any_text)
def test_before_and_answer_give_after_and_back(before: str, after: str) -> None:
    answer = diff(before, after)
    check_sound(answer)
    for change in answer.changes:
        old = own_text(before, change.before)
        new = own_text(after, change.after)
        assert applied(old, change, lambda edit: (edit[0], edit[1].text), before_side=True) == new
        assert applied(new, change, lambda edit: (edit[1], edit[0].text), before_side=False) == old


def check_sound(answer: Diff) -> None:
    """Every clause in exactly one change, edits in order and apart, each holding a difference."""
    for clauses, side in ((answer.before_clauses, "before"), (answer.after_clauses, "after")):
        listed = sorted(clause.position for change in answer.changes for clause in getattr(change, side))
        assert listed == list(range(len(clauses)))
    for change in answer.changes:
        ends = (-1, -1)
        for edit in change.edits:
            assert edit.before.text != edit.after.text
            assert edit.before.span.start >= ends[0] or len(change.before) > 1
            assert edit.after.span.start >= ends[1] or len(change.after) > 1
            assert edit.before.text == answer.before.text[slice(*edit.before.span)]
            assert edit.after.text == answer.after.text[slice(*edit.after.span)]
            ends = (edit.before.span.end, edit.after.span.end)


def own_text(text: str, clauses: Sequence[Clause]) -> str:
    return "".join(text[slice(*clause.span)] for clause in clauses)


def applied(own: str, change: Change, sides: Callable[[tuple[Excerpt, Excerpt]], tuple[Excerpt, str]], *, before_side: bool) -> str:
    """The joined own text of one side with the change's edits carried out."""
    clauses = change.before if before_side else change.after
    out, at = "", 0
    for edit in change.edits:
        excerpt, replacement = sides((edit.before, edit.after))
        start = place(excerpt.span.start, clauses)
        out += own[at:start] + replacement
        at = start + len(excerpt.text)
    return out + own[at:]


def place(point: int, clauses: Sequence[Clause]) -> int:
    """A point of the document as an offset in the joined own texts of `clauses`."""
    offset, behind = 0, 0
    for clause in clauses:
        if clause.span.start <= point < clause.span.end:
            return offset + point - clause.span.start
        offset += clause.span.end - clause.span.start
        if point == clause.span.end:
            behind = offset
    return behind
