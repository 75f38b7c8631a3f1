"""番号のずれに追い付かない引用

何を見るか: 条項の番号が変わったのに、それを引く箇所の番号が古いままのもの。間に条項が入って、別の条項を指すようになった「前条」など（念のため）。
なぜ大事か: 引用が別の条項を指し、規定の意味が変わる。
見ないもの: 番号に合わせて改められた引用、引く条項が削られたもの（行き先のない引用で見る）、ほかの法令の条項、「」の中、附則。
例: 旧第三条が新第四条になったのに、「第三条の規定により」のまま → 指摘。
例: 旧第三条が新第四条になり、「第四条の規定により」と改めた → 指摘しない。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.checking.citing import CITING, own_citations
from aratame.checking.passage import finding_at
from aratame.classifying.addresses import Addresses
from aratame.classifying.references import singles
from aratame.model import ClauseKind, Severity, Words
from aratame.numerals import KANJI_NUMBER
from aratame.reading.written_numbers import full_width, kanji

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
    """A finding for each citation of one clause."""
    for start, end in _unedited(diff, change):
        citation = diff.after.text[start:end]
        now = versions.now(change, citation)
        if now:
            severity = Severity.WARNING if citation.startswith("第") else Severity.HINT
            yield finding_at(RULE, severity, diff.after, start, _words(citation, now))


def _unedited(diff: Diff, change: Change) -> Iterator[tuple[int, int]]:
    """The citations of one clause that read as before. In a list of which a part was edited, each is held against the one in its place.

    Where citations came or went nobody can say which is in whose place: the drafter has looked at such a list.
    """
    before, after = diff.before.text, diff.after.text
    old, new = (list(own_citations(text, clauses[0])) for text, clauses in ((before, change.before), (after, change.after)))
    for number, (start, end) in enumerate(new):
        cited = list(singles(after, start, end))
        earlier = list(singles(before, *old[number])) if len(old) == len(new) else []
        if _was_own_number(change, start):
            continue
        if not _is_edited(change, start, end):
            yield from cited
        elif len(earlier) == len(cited):
            yield from (now for now, was in zip(cited, earlier, strict=True) if after[slice(*now)] == before[slice(*was)])


class _Versions:
    """The numbers of both sides, and what became of each clause."""

    def __init__(self, diff: Diff) -> None:
        self._before, self._after = Addresses(diff.before_clauses), Addresses(diff.after_clauses)
        markers = (clause.marker.text for clause in diff.after_clauses if clause.kind is ClauseKind.ARTICLE and clause.marker)
        self._first_article = next(markers, "")
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
            position, rest, member = self._before.nearest(address)
            partners = self._partners.get(position, ()) if position is not None else ()
            if len(partners) != 1 or rest or member:
                continue
            wanted = self._after.of(partners[0].position)
            if wanted and wanted not in new:
                return _spoken(wanted, self._first_article or citation)
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


def _spoken(address: Address, sample: str) -> str:
    """An address as it is cited in a document whose numbers are written as in `sample`: 第4条の2第3項, 第四条の二第三項."""

    def written(number: int) -> str:
        if re.search(KANJI_NUMBER, sample):
            return kanji(number)
        return full_width(str(number)) if re.search("[０-９]", sample) else str(number)

    return "".join(
        f"第{written(number[0])}{_SIGNS[level]}" + "".join(f"の{written(branch)}" for branch in number[1:])
        for level, number in address
        if level in _SIGNS
    )


def _words(citation: str, now: str) -> Words:
    return Words(
        f"「{citation}」が引いていた条項は、今は{now}です。番号を改め忘れていないか確かめてください。",
        f"What “{citation}” cited is {now} now. Check that the number was not forgotten.",
    )
