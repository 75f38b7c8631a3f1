"""A diff → a unified diff of whole lines, its hunks named by the clause they begin in; `patch` turns the before text into the after text.

    @@ -19,5 +22,5 @@ 第６条（決定）
     （決定）
    -第５条　市長は、前条の申請があったときは、３０日以内に…
    +第６条　市長は、前条の申請があったときは、１４日以内に…

Which lines belong together is taken from the alignment, as far as the order of the clauses is the same; clauses that moved are taken out in
one place and put in at another, for the format has no other way to say it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from aratame.reporting.naming import caption
from aratame.reporting.passages import passages
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aratame.model import Change, Diff
    from aratame.reporting import Wishes
    from aratame.reporting.passages import Passage

CONTEXT = 3
"""Lines of context, as diff -u has them."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class _Gap(NamedTuple):
    """Lines of both texts, `[b_start, b_end)` of the before text and `[a_start, a_end)` of the after text."""

    b_start: int
    b_end: int
    a_start: int
    a_end: int


class _Hunk(NamedTuple):
    """Gaps that follow on each other, with so many lines of context before and behind them."""

    gaps: Sequence[_Gap]
    head: int
    tail: int


class _Side(NamedTuple):
    """One text in lines, with the place where each begins."""

    lines: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> _Side:
        """The lines of a text; only a line feed ends one, as `patch` has it."""
        found = list(_LINE.finditer(text))
        return cls([line.group() for line in found], [line.start() for line in found])

    def line_at(self, position: int) -> int:
        """The line in which a code point of the text stands."""
        return bisect_right(self.starts, position) - 1

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """The lines that lie wholly in a span."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        length = self.starts[-1] + len(self.lines[-1]) if self.lines else 0
        return first, last if last < len(self.starts) or end >= length else last - 1


class _Names(NamedTuple):
    """The clauses of both sides by where they begin."""

    passage: Passage
    before_starts: list[int]
    after_starts: list[int]

    @classmethod
    def of(cls, passage: Passage) -> _Names:
        """Those of a passage."""
        starts = ([clause.span.start for clause in clauses] for clauses in (passage.before_clauses, passage.after_clauses))
        return cls(passage, *starts)


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """The unified diff of two documents; empty where they are the same."""
    del wishes  # the format has no words of its own
    passage = passages(diff)[None]
    before, after = _Side.of(passage.before), _Side.of(passage.after)
    hunks = _hunks(_gaps(before, after, passage.changes), len(before.lines))
    names = _Names.of(passage)
    head = [f"--- {one_line(diff.before.name)}\n", f"+++ {one_line(diff.after.name)}\n"]
    lines = [line for hunk in hunks for line in _hunk(hunk, before, after, names)]
    return "".join(head + lines) if lines else ""


def _gaps(before: _Side, after: _Side, changes: Sequence[Change]) -> Iterator[_Gap]:
    """Where lines of the before text give way to lines of the after text; between the gaps both are the same."""
    b_done = a_done = 0
    whole = (0, len(before.lines), 0, len(after.lines))
    for b_start, b_end, a_start, a_end in [*_pairs(before, after, changes), (whole[1], whole[1], whole[3], whole[3])]:
        yield from _differing(before.lines, after.lines, _Gap(b_done, b_start, a_done, a_start))
        yield from _differing(before.lines, after.lines, _Gap(b_start, b_end, a_start, a_end))
        b_done, a_done = b_end, a_end


def _pairs(before: _Side, after: _Side, changes: Sequence[Change]) -> Iterator[_Gap]:
    """The whole lines of clauses in two versions, as far as their order is the same on both sides."""
    b_done = a_done = 0
    for change in changes:
        if change.relation != "1:1" or change.moved:
            continue
        b_start, b_end = before.whole_lines(*change.before[0].span)
        a_start, a_end = after.whole_lines(*change.after[0].span)
        if b_done <= b_start < b_end and a_done <= a_start < a_end:
            yield _Gap(b_start, b_end, a_start, a_end)
            b_done, a_done = b_end, a_end


def _differing(old: Sequence[str], new: Sequence[str], gap: _Gap) -> Iterator[_Gap]:
    """The gap without the equal lines at its ends; nothing where all are equal."""
    b_start, b_end, a_start, a_end = gap
    while b_start < b_end and a_start < a_end and old[b_start] == new[a_start]:
        b_start, a_start = b_start + 1, a_start + 1
    while b_start < b_end and a_start < a_end and old[b_end - 1] == new[a_end - 1]:
        b_end, a_end = b_end - 1, a_end - 1
    if b_start < b_end or a_start < a_end:
        yield _Gap(b_start, b_end, a_start, a_end)


def _hunks(gaps: Iterable[_Gap], lines: int) -> Iterator[_Hunk]:
    """A hunk for each run of gaps without an equal line between them.

    The lines between two hunks are context of one or the other. Where a hunk has less context behind it than before it, `patch` takes it for
    the end of the file, so both have the same but at the ends.
    """
    runs: list[list[_Gap]] = []
    for gap in gaps:
        if runs and runs[-1][-1].b_end == gap.b_start:
            runs[-1].append(gap)
        else:
            runs.append([gap])
    for at, run in enumerate(runs):
        room_before = (run[0].b_start - runs[at - 1][-1].b_end) // 2 if at else run[0].b_start
        room_behind = (runs[at + 1][0].b_start - run[-1].b_end) // 2 if at + 1 < len(runs) else lines - run[-1].b_end
        head, tail = min(CONTEXT, room_before), min(CONTEXT, room_behind)
        both = min(head, tail)
        yield _Hunk(run, head if not at and head == run[0].b_start else both, tail if tail == lines - run[-1].b_end else both)


def _hunk(hunk: _Hunk, before: _Side, after: _Side, names: _Names) -> Iterator[str]:
    """One hunk with its lines."""
    first, last = hunk.gaps[0], hunk.gaps[-1]
    old = _range(first.b_start - hunk.head, last.b_end + hunk.tail)
    new = _range(first.a_start - hunk.head, last.a_end + hunk.tail)
    yield f"@@ -{old} +{new} @@ {_label(first, before, after, names)}".rstrip() + "\n"
    yield from (_line(" ", line) for line in before.lines[first.b_start - hunk.head : first.b_start])
    yield from (_line("-", line) for gap in hunk.gaps for line in before.lines[gap.b_start : gap.b_end])
    yield from (_line("+", line) for gap in hunk.gaps for line in after.lines[gap.a_start : gap.a_end])
    yield from (_line(" ", line) for line in before.lines[last.b_end : last.b_end + hunk.tail])


def _range(start: int, end: int) -> str:
    """Lines as the format counts them: from 1, the line before where there are none, the count left out where it is one."""
    count = end - start
    return f"{start + 1}" if count == 1 else f"{start + 1 if count else start},{count}"


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"


def _label(gap: _Gap, before: _Side, after: _Side, names: _Names) -> str:
    """The clause in which the first line that differs stands, in the after text where it has that line."""
    passage = names.passage
    side, line, clauses, starts, name, text = (
        (after, gap.a_start, passage.after_clauses, names.after_starts, passage.after_name, passage.after)
        if gap.a_start < gap.a_end
        else (before, gap.b_start, passage.before_clauses, names.before_starts, passage.before_name, passage.before)
    )
    words = len(side.lines[line]) - len(side.lines[line].lstrip())
    clause = clauses[max(0, bisect_right(starts, side.starts[line] + words) - 1)]
    return one_line(name(clause) + caption(text, clause))
