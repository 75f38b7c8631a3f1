"""A declared change table, held against the two documents → findings: what it leaves out, what is not so, what it quotes wrongly.

`rules` says what each finding means. What stands in place of（略）is not quoted and declares nothing. White space is no difference: cells break their lines where they like.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_at, finding_in
from aratame.classifying import explanation
from aratame.model import EditKind, Severity, Span, Words
from aratame.verifying.claims import AFTER, BEFORE, Pages, claims_of
from aratame.verifying.folding import without_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Diff, Edit, Finding, Table
    from aratame.verifying.claims import Claim, Made, Quotation
    from aratame.verifying.locating import Located

_SIDES = (Words("変更前", "before"), Words("変更後", "after"))
_SHOWN = 40
"""Characters of a passage that a message quotes."""
_DRIFTS = 3
"""Differences of a quotation that a message lists."""


def verify(table: Table, diff: Diff) -> tuple[Finding, ...]:
    """Where `table` and the documents of `diff` disagree: first row by row, then what no row declares, in the order of the documents."""
    pages = Pages(diff)
    claims = claims_of(table, pages)
    found = [finding for claim in claims for finding in _row(claim, table, pages)]
    return (*found, *_undeclared(claims, pages, diff))


def _row(claim: Claim, table: Table, pages: Pages) -> Iterator[Finding]:
    """What is wrong with one row. A row whose cells quote the same says nothing that could be wrong, and `check` reports it."""
    if [quotation.words for quotation in claim.quoted[BEFORE]] == [quotation.words for quotation in claim.quoted[AFTER]]:
        return
    not_made = _not_made(claim, pages)
    if not_made:
        yield finding_in("change-not-made", Severity.ERROR, table, claim.row, not_made)
        return
    for side in (BEFORE, AFTER):
        for quotation in claim.quoted[side]:
            if quotation.located is None:
                yield finding_in("not-a-quotation", Severity.ERROR, table, claim.row, _absent(quotation, side))
            elif quotation.located.narrow or quotation.located.drifts:
                severity = Severity.HINT if quotation.located.narrow else Severity.WARNING
                yield finding_in("drifted-quotation", severity, table, claim.row, _drifted(quotation.located, side))


def _not_made(claim: Claim, pages: Pages) -> Words | None:
    """Why the change of a row was not made, where that can be seen: the documents read the same where the row says that they differ."""
    if _stands_only_in(claim, BEFORE, pages):
        return Words(
            "変更前の記載が新しい文書にそのまま残っており、変更後の記載はありません。",
            "the after document still reads as the before cell, and not as the after cell.",
        )
    if _stands_only_in(claim, AFTER, pages):
        return Words(
            "変更後の記載は古い文書に既にあり、変更前の記載はありません。",
            "the before document already reads as the after cell, and not as the before cell.",
        )
    located = all(quotation.located for side in claim.quoted for quotation in side)
    if located and not claim.edits and any(claim.quoted):
        return Words("表が示す箇所は、二つの文書で同じです。", "the documents read the same where the row says that they differ.")
    return None


def _stands_only_in(claim: Claim, side: int, pages: Pages) -> bool:
    """Whether the *other* document has the words of this side, letter for letter, and lacks those of its own side."""
    other = AFTER if side == BEFORE else BEFORE
    own = [quotation for quotation in claim.quoted[side] if quotation not in claim.quoted[other]]
    others = claim.quoted[other]
    lacking = any(quotation.located is None or quotation.located.drifts for quotation in others)
    return bool(own) and bool(others) and lacking and all(next(pages.folded[other].occurrences(one.words), None) for one in own)


def _absent(quotation: Quotation, side: int) -> Words:
    name, words = _SIDES[side], _short(quotation.words)
    return Words(f"{name.ja}の記載「{words}」が文書に見当たりません。", f"“{words}” ({name.en}) does not stand in the document.")


def _drifted(located: Located, side: int) -> Words:
    name = _SIDES[side]
    if located.narrow:
        return Words(
            f"{name.ja}の記載は、文書と字の幅が違います。", f"the {name.en} cell differs from the document in the width of letters."
        )
    shown = [(_short(drift.quoted), _short(drift.written)) for drift in located.drifts[:_DRIFTS]]
    more = len(located.drifts) - len(shown)
    ja = "、".join(f"表「{quoted}」・文書「{written}」" for quoted, written in shown) + (f"、ほか{more}か所" if more else "")
    en = ", ".join(f"table “{quoted}”, document “{written}”" for quoted, written in shown) + (f", and {more} more" if more else "")
    return Words(f"{name.ja}の記載が文書と違います（{ja}）。", f"the {name.en} cell differs from the document ({en}).")


def _undeclared(claims: Sequence[Claim], pages: Pages, diff: Diff) -> Iterator[Finding]:
    """The edits, and parts of edits, that no row quotes on the side on which they stand. White space needs no row.

    Of the formal ones each kind is said once: a change table need not list what only follows.
    """
    covered = [_covered(claims, side, len(pages.folded[side].text)) for side in (BEFORE, AFTER)]
    left = [made for made in pages.made if _is_left(made, covered) and not _shows_number(claims, made.edit)]
    formal: dict[EditKind, list[Made]] = {}
    for made in left:
        if made.edit.substantive:
            yield _at_edit(Severity.ERROR, made, diff, _missing(made, pages, covered))
        else:
            formal.setdefault(made.edit.kind, []).append(made)
    for kind, several in formal.items():
        yield _at_edit(Severity.HINT, several[0], diff, _formal(kind, several, pages, covered))


def _at_edit(severity: Severity, made: Made, diff: Diff, words: Words) -> Finding:
    """A finding about an undeclared edit, at its place in the after document, or in the before one where it only stood there."""
    gone = made.spans[AFTER].start == made.spans[AFTER].end
    document, excerpt = (diff.before, made.edit.before) if gone else (diff.after, made.edit.after)
    return finding_at("undeclared-change", severity, document, excerpt.span.start, words)


def _covered(claims: Sequence[Claim], side: int, length: int) -> bytearray:
    """For each folded letter of a document, 1 where a row quotes it."""
    covered = bytearray(length)
    for claim in claims:
        for place in claim.places[side]:
            covered[place.start : place.end] = b"\1" * (place.end - place.start)
    return covered


def _is_left(made: Made, covered: Sequence[bytearray]) -> bool:
    """Whether something of the edit is quoted by no row."""
    return any(covered[side].find(0, *made.spans[side]) >= 0 for side in (BEFORE, AFTER))


def _shows_number(claims: Sequence[Claim], edit: Edit) -> bool:
    """Whether a new number stands in a row beside the old one: 第４条　（略） → 第５条　（略） quotes nothing else."""
    if edit.kind is not EditKind.NUMBER:
        return False
    old, new = without_space(edit.before.text), without_space(edit.after.text)
    return any(old in without_space(claim.row.before) and new in without_space(claim.row.after) for claim in claims)


def _missing(made: Made, pages: Pages, covered: Sequence[bytearray]) -> Words:
    """What is not declared: the edit, or the part of it that no row quotes."""
    clauses = made.change.after or made.change.before
    path = "".join(clauses[0].path)
    where = (f"{path}：", f"{path}: ") if path else ("", "")
    what, reason = _what(made, pages, covered), made.edit.reason
    return Words(f"{where[0]}{what.ja}が表にありません。{reason.ja}", f"{where[1]}{what.en} is not in the table. {reason.en}")


def _formal(kind: EditKind, several: Sequence[Made], pages: Pages, covered: Sequence[bytearray]) -> Words:
    """How many formal edits of a kind are not declared, with the first of them."""
    first, name = _what(several[0], pages, covered), explanation(kind).partition("（")[0]
    return Words(
        f"{name}（形式的な変更）{len(several)}か所が表にありません（初めは{first.ja}）。",
        f"formal edits of the kind {kind} that are not in the table: {len(several)} (first: {first.en}).",
    )


def _what(made: Made, pages: Pages, covered: Sequence[bytearray]) -> Words:
    """What of an edit is not declared, in a few words."""
    old, new = (_short(_rest(made.spans[side], pages.folded[side].text, covered[side])) for side in (BEFORE, AFTER))
    if old and new:
        return Words(f"「{old}」→「{new}」", f"“{old}” → “{new}”")
    return Words(f"「{new}」の追加", f"“{new}” added") if new else Words(f"「{old}」の削除", f"“{old}” deleted")


def _rest(span: Span, text: str, covered: bytearray) -> str:
    """What of a folded span is quoted by no row, … between its parts."""
    runs = groupby(range(*span), key=lambda place: covered[place])
    return "…".join("".join(text[place] for place in places) for quoted, places in runs if not quoted)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
