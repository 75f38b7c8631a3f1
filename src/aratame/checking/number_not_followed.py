"""番号のずれに追い付かない引用

何を見るか: 条項の番号が変わったのに、それを引く箇所の番号が古いままのもの。間に条項が入って、別の条項を指すようになった「前条」など（念のため）。
なぜ大事か: 引用が別の条項を指し、規定の意味が変わる。
見ないもの: 番号に合わせて改められた引用、引く条項が削られたもの（行き先のない引用で見る）、ほかの法令の条項、「」の中、附則。
例: 旧第三条が新第四条になったのに、「第三条の規定により」のまま → 指摘。
例: 旧第三条が新第四条になり、「第四条の規定により」と改めた → 指摘しない。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.checking.citing import CITING, own_citations
from aratame.checking.passage import finding_at
from aratame.classifying.addresses import Addresses
from aratame.classifying.references import SINGLE
from aratame.model import ClauseKind, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.classifying.references import Address
    from aratame.config import Config
    from aratame.model import Change, Clause, Diff, Finding

RULE = "number-not-followed"


def check_pair(diff: Diff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each citation in the after text that reads as before although what it cited has another number now."""
    if not any(change.renumbered or len(change.before) != len(change.after) for change in diff.changes):
        return
    versions = _Versions(diff)
    for change in diff.changes:
        if change.relation == "1:1" and change.after[0].kind in CITING and not versions.is_supplementary(change.after[0]):
            yield from _stale(diff, change, versions)


def _stale(diff: Diff, change: Change, versions: _Versions) -> Iterator[Finding]:
    """A finding for each citation of one clause. A list of which a part was edited was looked at by the drafter."""
    for start, end in own_citations(diff.after.text, change.after[0]):
        if _is_edited(change, start, end) or _was_own_number(change, start):
            continue
        for single in SINGLE.finditer(diff.after.text, start, end):
            now = versions.now(change, single.group())
            if now:
                severity = Severity.WARNING if single.group().startswith("第") else Severity.HINT
                yield finding_at(RULE, severity, diff.after, single.start(), _words(single.group(), now))


class _Versions:
    """The numbers of both sides, and what became of each clause."""

    def __init__(self, diff: Diff) -> None:
        self._before, self._after = Addresses(diff.before_clauses), Addresses(diff.after_clauses)
        self._after_clauses = diff.after_clauses
        self._partners = {clause.position: change.after for change in diff.changes for clause in change.before}

    def is_supplementary(self, clause: Clause) -> bool:
        """Whether a clause belongs to a 附則."""
        address = self._after.of(clause.position)
        return clause.kind is ClauseKind.SUPPL_PROVISION or bool(address and address[0][0] == "suppl_provision")

    def now(self, change: Change, citation: str) -> str:
        """What a citation that did not change ought to cite now, in a few words; "" where it still cites what it did."""
        if citation.startswith("同"):
            return ""  # follows the citation before it
        old = self._before.resolve(citation, change.before[0].position)
        new = self._after.resolve(citation, change.after[0].position)
        for address in old:
            position, rest = self._before.nearest(address)
            partners = self._partners.get(position, ()) if position is not None else ()
            if len(partners) != 1 or rest:
                continue
            wanted = self._after.of(partners[0].position)
            if wanted and wanted not in new:
                return _spoken(wanted)
        return ""


def _is_edited(change: Change, start: int, end: int) -> bool:
    """Whether an edit touches these words of the after text."""
    return any(edit.after.span.start < end and edit.after.span.end > start for edit in change.edits)


def _was_own_number(change: Change, place: int) -> bool:
    """Whether the words at a place of the after text were the clause's own number before: 第4条　第3条の → 第5条　第4条の."""
    (before,), (after,) = change.before, change.after
    grown = sum(len(edit.after.text) - len(edit.before.text) for edit in change.edits if edit.after.span.end <= place)
    return before.marker is not None and before.span.start + place - after.span.start - grown < before.marker.span.end


_SIGNS = {
    "part": "編",
    "chapter": "章",
    "section": "節",
    "subsection": "款",
    "division": "目",
    "article": "条",
    "paragraph": "項",
    "item": "号",
}


def _spoken(address: Address) -> str:
    """An address as it is cited: 第4条の2第3項."""
    return "".join(
        f"第{number[0]}{_SIGNS[level]}" + "".join(f"の{branch}" for branch in number[1:]) for level, number in address if level in _SIGNS
    )


def _words(citation: str, now: str) -> Words:
    return Words(
        f"「{citation}」が引いていた条項は、今は{now}です。番号を改め忘れていないか確かめてください。",
        f"What “{citation}” cited is {now} now. Check that the number was not forgotten.",
    )
