"""Answers and documents → findings; one file per check, in the order of the tuples below.

A check is a pure question. It yields what it finds with the severity it thinks right; `settling` then leaves out what the
configuration or the file itself switches off, and weighs the rest as the configuration says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.checking import (
    broken_chain,
    contradictory_rename,
    copied_cell,
    count_mismatch,
    dangling_reference,
    elision_one_side,
    inconsistent_term,
    left_behind,
    mixed_orthography,
    no_visible_change,
    number_not_followed,
    numbering_gap,
    reason_understates,
    suspicious_character,
    timing_of_important_change,
    unbalanced_bracket,
)
from aratame.checking.passage import Passage
from aratame.checking.settling import Exclusions, excluded_rows, settled
from aratame.segmenting import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aratame.config import Config
    from aratame.model import Diff, Document, Finding, TableDiff

TABLE_CHECKS: tuple[tuple[str, Callable[[TableDiff, Config], Iterator[Finding]]], ...] = (
    (no_visible_change.RULE, no_visible_change.check),
    (copied_cell.RULE, copied_cell.check),
    (broken_chain.RULE, broken_chain.check),
    (left_behind.RULE, left_behind.check_table),
    (contradictory_rename.RULE, contradictory_rename.check),
    (timing_of_important_change.RULE, timing_of_important_change.check),
    (reason_understates.RULE, reason_understates.check),
    (elision_one_side.RULE, elision_one_side.check),
    (count_mismatch.RULE, count_mismatch.check),
    (unbalanced_bracket.RULE, unbalanced_bracket.check),
    (suspicious_character.RULE, suspicious_character.check),
    (mixed_orthography.RULE, mixed_orthography.check_table),
)
DOCUMENT_CHECKS: tuple[tuple[str, Callable[[Passage, Config], Iterator[Finding]]], ...] = (
    (numbering_gap.RULE, numbering_gap.check),
    (dangling_reference.RULE, dangling_reference.check),
    (inconsistent_term.RULE, inconsistent_term.check),
    (mixed_orthography.RULE, mixed_orthography.check_document),
)
PAIR_CHECKS: tuple[tuple[str, Callable[[Diff, Config], Iterator[Finding]]], ...] = (
    (left_behind.RULE, left_behind.check_pair),
    (number_not_followed.RULE, number_not_followed.check),
)

_MODULES = {
    module.RULE: module
    for module in (
        *(no_visible_change, copied_cell, broken_chain, left_behind, contradictory_rename, timing_of_important_change),
        *(reason_understates, elision_one_side, count_mismatch, unbalanced_bracket, suspicious_character),
        *(numbering_gap, dangling_reference, inconsistent_term, mixed_orthography, number_not_followed),
    )
}
RULES = tuple(_MODULES)
"""Every check by its name, in the order in which `aratame explain` and the documentation list them."""


def explanation(rule: str) -> str:
    """What a check means, in the words of its module: what it looks at, why, what it does not look at, examples."""
    return (_MODULES[rule].__doc__ or "").strip()


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:
    """What a reviewer of a before/after table should look at, check by check, row by row.

    A row is left out of the checks that its column 点検除外 (or aratame) names.
    """
    off = excluded_rows(diff.table)
    for rule, check in TABLE_CHECKS:
        if rule not in config.checks.disable:
            yield from settled(check(diff, config), config, off)


def check_document(document: Document, config: Config) -> Iterator[Finding]:
    """What a reviewer of one document should look at, check by check, from the beginning to the end.

    What a comment `aratame: off RULE` in the text switches off is left out.
    """
    passage = Passage(document, segment(document))
    off = Exclusions(document.text)
    for rule, check in DOCUMENT_CHECKS:
        if rule not in config.checks.disable:
            yield from settled(check(passage, config), config, off)


def check_pair(diff: Diff, config: Config) -> Iterator[Finding]:
    """What a reviewer of a new version should look at because of the old one; places are those of the after text."""
    off = Exclusions(diff.after.text)
    for rule, check in PAIR_CHECKS:
        if rule not in config.checks.disable:
            yield from settled(check(diff, config), config, off)
