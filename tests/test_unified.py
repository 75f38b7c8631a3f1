"""The unified diff: whole lines, hunks by clause, and `patch` would make the after text of the before text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aratame.engine import diff
from aratame.reporting import Wishes, unified

FLAGSHIP = Path(__file__).parent.parent / "corpora" / "flagship"
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@(?: (.*))?")


def patched(before: str, patch: str) -> str:
    """What `patch` makes of `before`, hunk by hunk, with every line and every number checked."""
    old = re.findall(r"[^\n]*\n|[^\n]+", before)
    lines = patch.split("\n")[:-1]
    assert not lines or lines[0].startswith("--- ")
    out: list[str] = []
    done, at = 0, 2
    while at < len(lines):
        head = HUNK.fullmatch(lines[at])
        assert head, lines[at]
        start, count, new_start, new_count = (int(number) if number else 1 for number in head.groups()[:4])
        first = start - 1 if count else start
        assert first >= done
        out += old[done:first]
        assert len(out) == (new_start - 1 if new_count else new_start)
        done, at, b, a = first, at + 1, 0, 0
        while b < count or a < new_count or (at < len(lines) and lines[at].startswith("\\")):
            sign, text = lines[at][0], lines[at][1:]
            bare = at + 1 < len(lines) and lines[at + 1].startswith("\\")
            line = text if bare else f"{text}\n"
            if sign in " -":
                assert old[done] == line
                done, b = done + 1, b + 1
            if sign in " +":
                out.append(line)
                a += 1
            at += 2 if bare else 1
    return "".join(out + old[done:])


def unified_diff(before: str, after: str) -> str:
    return unified.diff_report(diff(before, after), Wishes())


def test_the_example_can_be_patched_and_its_hunks_are_named() -> None:
    before, after = ((FLAGSHIP / name).read_text(encoding="utf-8") for name in ("before.txt", "after.txt"))
    patch = unified_diff(before, after)
    assert patched(before, patch) == after
    names = [match[5] for line in patch.splitlines() if (match := HUNK.fullmatch(line))]
    assert names[:4] == ["第２条第１号", "第３条（対象者）", "第５条（申請）", "第６条（決定）"]


def test_equal_texts_have_no_diff() -> None:
    assert not unified_diff("第一条　甲。\n", "第一条　甲。\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "第一条　甲。\n"),
        ("第一条　甲。\n", ""),
        ("第一条　甲。", "第一条　甲。\n"),
        ("第一条　甲。\n", "第一条　乙。"),
        ("第一条　甲。\r\n第二条　乙。\r\n", "第一条　甲。\n第二条　乙。\n"),
        ("第一条　甲。 第二条　乙。\n", "第一条　甲。 第二条　丙。\n"),
        ("\n\n第一条　甲。\n", "第一条　甲。\n\n"),
    ],
)
def test_ends_of_lines_and_files(before: str, after: str) -> None:
    assert patched(before, unified_diff(before, after)) == after


LINES = st.lists(
    st.sampled_from(["第一条　甲。", "第二条　乙。", "第三条　丙。", "２　丁。", "一　戊", "二　己", "（雑則）", "附　則", "", "・庚"]),
    max_size=10,
)
TEXTS = st.tuples(LINES, st.booleans()).map(lambda drawn: "\n".join(drawn[0]) + "\n" * drawn[1])


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS)
def test_the_patch_of_any_two_texts_gives_the_other(before: str, after: str) -> None:
    assert patched(before, unified_diff(before, after)) == after
