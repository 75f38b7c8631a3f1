"""The changes of a passage → rows of the 変更箇所 sheet.

One row for each clause that changed; a clause that was added or deleted with all below it is one row. A long text keeps what
is around its changes, and （略） stands at the same places on both sides.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import ClauseKind, Status
from aratame.reporting.abridging import by_lines, without_lines, without_words
from aratame.reporting.henko.explaining import explanation
from aratame.reporting.marks import pieces
from aratame.reporting.naming import HEADINGS, caption
from aratame.reporting.sheets.sheet import lines_of
from aratame.reporting.taisho.runs import marked, on_one_line, runs_of
from aratame.reporting.taisho.sameness import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aratame.model import Change, Clause, Span
    from aratame.reporting.passages import Passage
    from aratame.reporting.sheets.sheet import Cell, Run

LONG = 200
"""Characters of a text that is shown whole: what fits a cell of the printed form without filling the page."""

_RUNNING = HEADINGS | {ClauseKind.ARTICLE}
"""What is numbered through the document, wherever it stands."""
_OVER = HEADINGS | {ClauseKind.SUPPL_PROVISION, ClauseKind.HEADING}


class HenkoRow(NamedTuple):
    """A row of the sheet; `date` and `timing` are empty unless the table that it comes from gave them.

    `texts`: both sides, in pieces that stand under each other and are whole clauses, so that a long row is cut between clauses.
    """

    date: str
    item: str
    texts: tuple[tuple[Cell, Cell], ...]
    timing: str
    reason: str


def henko_rows(passage: Passage) -> Iterator[HenkoRow]:
    """The rows in the order of the changes."""
    cells = passage.row.cells if passage.row else {}
    stood = {clause.position: change.before[0].position for change in passage.changes if change.before for clause in change.after}
    for changes in _trees(passage.changes):
        texts = tuple(_texts(passage, changes))
        item = " ".join(part for part in (cells.get("item", ""), _item(passage, changes[0])) if part)
        item += _former(passage, changes[0], stood)
        yield HenkoRow(cells.get("date", ""), item, texts, cells.get("timing", ""), explanation(changes))


def _trees(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes that a reader sees, those of clauses added or deleted with their parent together with it."""
    seen = [change for change in changes if visible(change) or change.moved]
    roots: dict[tuple[Status, int], tuple[Status, int]] = {}

    def root(change: Change) -> tuple[Status, int]:
        clause = (change.after or change.before)[0]
        own = (change.status, clause.position)
        alone = change.status in {Status.ADDED, Status.DELETED} and clause.parent is not None
        roots[own] = roots.get((change.status, clause.parent), own) if alone and clause.parent is not None else own
        return roots[own]

    for _, tree in groupby(seen, key=root):
        yield list(tree)


def _texts(passage: Passage, changes: Sequence[Change]) -> Iterator[tuple[Cell, Cell]]:
    """Both texts of a row: clause by clause where clauses were added or deleted, else in one piece."""
    change = changes[0]
    if change.before and change.after and (change.relation == "1:1"):
        head = change.before[0].marker.span.end - change.before[0].span.start if change.before[0].marker else 0
        found = pieces(passage, change, frozenset(change.edits))
        shown = without_lines(found) if by_lines(change.after[0], passage.after) else without_words(found, head, LONG)
        before, after = runs_of(list(shown))
        yield lines_of(on_one_line(before, change.before[0])), lines_of(on_one_line(after, change.after[0]))
        return
    for together in _under_headings(changes):
        edits = [edit for each in together for edit in visible(each)]
        old = [clause for each in together for clause in each.before]
        new = [clause for each in together for clause in each.after]
        yield (
            lines_of(_marked(passage.before, old, [edit.before.span for edit in edits])),
            lines_of(_marked(passage.after, new, [edit.after.span for edit in edits])),
        )


def _marked(text: str, clauses: Sequence[Clause], spans: Sequence[Span]) -> Iterator[Run]:
    """The clauses one after the other, the words at `spans` marked."""
    for clause in clauses:
        yield from on_one_line(tuple(marked(text, clause.span, spans)), clause)


def _under_headings(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes one by one, but a heading together with what it stands over: no page ends with it."""
    together: list[Change] = []
    for change in changes:
        together.append(change)
        if (change.after or change.before)[-1].kind not in _OVER:
            yield together
            together = []
    if together:
        yield together


def _item(passage: Passage, change: Change) -> str:
    """The clause as the forms write it: the markers from the outermost on, with the caption or the words of an unnumbered heading."""
    clauses, clause, text = (
        (passage.after_clauses, change.after[0], passage.after)
        if change.after
        else (passage.before_clauses, change.before[0], passage.before)
    )
    if passage.row is not None and len(passage.before_clauses) <= 1 and len(passage.after_clauses) <= 1:
        return ""
    line = (*_above(clauses, clause), clause)
    statute = any(one.kind is ClauseKind.ARTICLE for one in line)
    return " ".join(_named(text, one, statute=statute) for one in line if one.marker or one is clause)


def _former(passage: Passage, change: Change, stood: Mapping[int, int]) -> str:
    """Where a clause stood that went into another one: （旧第七条 ３）. Where what it stands in only got another number, that one's row says so.

    `stood` has the position before by the position after.
    """
    if passage.row or not (change.moved and change.before and change.after) or change.after[0].kind in _RUNNING:
        return ""
    was = change.before[0]
    above, now = _above(passage.before_clauses, was), _above(passage.after_clauses, change.after[0])
    if any(clause.kind is ClauseKind.ARTICLE for clause in above):
        above = [clause for clause in above if clause.kind not in HEADINGS]
    expected = next((stood[clause.position] for clause in reversed(now) if clause.position in stood), None)
    markers = [clause.marker.text for clause in (*above, was) if clause.marker]
    return f"（旧{' '.join(markers)}）" if expected != was.parent and was.marker and len(markers) > 1 else ""


def _above(clauses: Sequence[Clause], clause: Clause) -> list[Clause]:
    """The clauses above, the outermost first."""
    line: list[Clause] = []
    while clause.parent is not None:
        clause = clauses[clause.parent]
        line.append(clause)
    return line[::-1]


def _named(text: str, clause: Clause, *, statute: bool) -> str:
    """A marker with what follows it on a short line: Ⅱファイルの概要, ⑦再委託の有無, 第二章　届出; an article with its caption.

    第２, kanji and kana have a blank behind them, without which they would be the beginning of a word; in a statute every number has.
    """
    own = text[slice(*clause.span)]
    if clause.marker is None:
        return _heading(own)
    if above := caption(text, clause):
        return clause.marker.text + above
    heading = _heading(text[clause.marker.span.end : clause.span.end].lstrip(".．、"))
    number = clause.marker.text
    apart = statute or number[0] == "第" or "ぁ" <= number[-1] <= "鿿"
    return f"{number}\u3000{heading}" if apart and heading and heading[0] not in "（(" else number + heading


_LONGEST_HEADING = 20


def _heading(words: str) -> str:
    """A heading on one line; nothing where the text goes on."""
    line = words.strip().split("\n")[0].strip()
    return line if len(line) <= _LONGEST_HEADING and "。" not in line else ""
