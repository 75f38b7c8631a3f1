"""A declared change table, held against the two documents → findings: what it leaves out, what is not so, what it quotes wrongly.

    undeclared-change    文書は変わっているのに、表のどの行にもない（実質的なら誤り、形式的なら参考）
    change-not-made      表にあるのに、文書では変わっていない
    not-a-quotation      欄の記載が文書に見当たらない
    drifted-quotation    欄の記載が文書と少し違う（字の幅だけの違いは参考）

What stands in place of（略）is not quoted and declares nothing. White space is no difference: cells break their lines where they like.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from aratame.checking.passage import finding_at, finding_in
from aratame.model import EditKind, Severity, Span, Words
from aratame.verifying.claims import AFTER, BEFORE, Pages, claims_of
from aratame.verifying.folding import without_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.model import Diff, Edit, Finding, Table
    from aratame.verifying.claims import Claim, Made, Quotation
    from aratame.verifying.locating import Located

RULES = ("undeclared-change", "change-not-made", "not-a-quotation", "drifted-quotation")
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
    """The edits, and parts of edits, that no row quotes on the side on which they stand. White space needs no row."""
    covered = [_covered(claims, side, len(pages.folded[side].text)) for side in (BEFORE, AFTER)]
    for made in pages.made:
        if not _is_left(made, covered) or _shows_number(claims, made.edit):
            continue
        side = AFTER if made.spans[AFTER].start < made.spans[AFTER].end else BEFORE
        document = (diff.before, diff.after)[side]
        place = (made.edit.before, made.edit.after)[side].span.start
        severity = Severity.ERROR if made.edit.substantive else Severity.HINT
        yield finding_at("undeclared-change", severity, document, place, _missing(made, pages, covered))


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
    old, new = (_short(_rest(made.spans[side], pages.folded[side].text, covered[side])) for side in (BEFORE, AFTER))
    what = f"「{old}」→「{new}」" if old and new else f"「{new}」の追加" if new else f"「{old}」の削除"
    english = f"“{old}” → “{new}”" if old and new else f"“{new}” added" if new else f"“{old}” deleted"
    reason = made.edit.reason
    return Words(f"{where[0]}{what}が表にありません。{reason.ja}", f"{where[1]}{english} is not in the table. {reason.en}")


def _rest(span: Span, text: str, covered: bytearray) -> str:
    """What of a folded span is quoted by no row, … between its parts."""
    runs = groupby(range(*span), key=lambda place: covered[place])
    return "…".join("".join(text[place] for place in places) for quoted, places in runs if not quoted)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
