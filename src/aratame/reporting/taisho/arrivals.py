"""What a 新旧対照表 says, in its column for remarks, of provisions that went from one article to another.

改正後                改正前                備考
第七条　…            第七条　…
２　届出は、…        ５　届出は、…        第七条第二項は旧第四条第五項から移動    ← the before column alone would read as 第七条第五項
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from aratame.reporting.sheets.sheet import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aratame.model import Change, Clause
    from aratame.reporting.passages import Passage
    from aratame.reporting.taisho.units import Members

HEADER = "備考"


def notes(row: Members, passage: Passage) -> tuple[list[Run], dict[int, list[Run]]]:
    """What is to be said of the row: where to provisions went from here; and by the place of a change in the row, from where one came."""
    went = [Run(f"{_before(together, passage)}は{_after(together, passage)}へ移動\n") for together in _runs(row.left)]
    places = {id(change): at for at, change in enumerate(row.changes)}
    came: dict[int, list[Run]] = defaultdict(list)
    for together in _runs([change for change in row.changes if change.before and change.before[0].position in row.arrived]):
        came[places[id(together[0])]].append(Run(f"{_after(together, passage)}は{_before(together, passage)}から移動\n"))
    return went, came


def _runs(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes without those of clauses that went with the clause above them; neighbours that went together are one run."""
    went = {clause.position for change in changes for clause in change.before}
    tops = [change for change in changes if change.before[0].parent not in went and change.after]
    for _, together in groupby(tops, key=lambda change: (change.before[0].parent, change.after[0].parent)):
        yield list(together)


def _before(together: Sequence[Change], passage: Passage) -> str:
    return f"旧{_names([change.before[0] for change in together], passage.before_clauses, passage.before_name)}"


def _after(together: Sequence[Change], passage: Passage) -> str:
    return _names([change.after[0] for change in together], passage.after_clauses, passage.after_name)


def _names(together: Sequence[Clause], clauses: Sequence[Clause], name: Callable[[Clause], str]) -> str:
    """One clause, 第四条第五項, or neighbours from the first to the last, 第四条第一項第一号～第三号."""
    first, last = together[0], together[-1]
    if first is last or first.parent is None:
        return name(first)
    return f"{name(first)}～{name(last).removeprefix(name(clauses[first.parent]))}"
