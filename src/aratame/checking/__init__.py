"""Answers and documents → findings; one file per check, named after its rule, in the order of `config.checks`.

A check is a pure question: `check_table(diff, config)`, `check_document(passage, config)` or `check_pair(diff, config)` in its module yields
what it finds with the severity it thinks right. `settling` then leaves out what the configuration or the file itself switches off, and weighs
the rest as the configuration says. Modules are imported when they are asked: a document needs none of the checks of tables.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from aratame.checking.settling import Exclusions, excluded_rows, settled
from aratame.config.checks import DOCUMENT_CHECKS, PAIR_CHECKS, TABLE_CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from aratame.config import Config
    from aratame.model import Diff, Document, Finding, TableDiff


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:
    """What a reviewer of a before/after table should look at, row by row, in each row check by check.

    A row is left out of the checks that its column 点検除外 (or aratame) names.
    """
    off = excluded_rows(diff.table)
    found = [each for check in _chosen(TABLE_CHECKS, config) for each in settled(check.check_table(diff, config), config, off)]
    yield from sorted(found, key=lambda finding: finding.row or 0)


def check_document(document: Document, config: Config) -> Iterator[Finding]:
    """What a reviewer of one document should look at, check by check, from the beginning to the end.

    What a comment `aratame: off RULE` in the text switches off is left out.
    """
    from aratame.checking.passage import Passage  # noqa: PLC0415  tables are not segmented as a whole
    from aratame.segmenting import segment  # noqa: PLC0415

    passage = Passage(document, segment(document))
    off = Exclusions(document.text)
    for check in _chosen(DOCUMENT_CHECKS, config):
        yield from settled(check.check_document(passage, config), config, off)


def check_pair(diff: Diff, config: Config) -> Iterator[Finding]:
    """What a reviewer of a new version should look at because of the old one; places are those of the after text."""
    off = Exclusions(diff.after.text)
    for check in _chosen(PAIR_CHECKS, config):
        yield from settled(check.check_pair(diff, config), config, off)


def explanation(rule: str) -> str:
    """What a check means, in the words of its module: what it looks at, why, what it does not look at, examples."""
    return (_module(rule).__doc__ or "").strip()


def _chosen(rules: tuple[str, ...], config: Config) -> Iterator[ModuleType]:
    """The modules of the checks that the configuration does not switch off."""
    return (_module(rule) for rule in rules if rule not in config.checks.disable)


def _module(rule: str) -> ModuleType:
    return import_module(f"{__name__}.{rule.replace('-', '_')}")
