"""Findings → those that count: what the configuration or the file switches off is left out, severities are set.

In a document, `aratame: off RULE, RULE` in a comment switches checks off, `aratame: on` back on; without a name, all checks.

    <!-- aratame: off dangling-reference -->     alone on a line: from here to `aratame: on` or the end
    第九条　第十二条の規定　# aratame: off         behind words: this line alone

In a table, a column 点検除外 (or aratame) names the checks that its row is left out of; 全て, all, ＊ or * are all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aratame.config import Config
    from aratame.model import Finding, Table

COLUMNS = ("点検除外", "aratame")
"""Headers of the column that leaves a row out of checks."""

_ALL = frozenset({"*", "＊", "all", "全て", "すべて"})
_COMMENT = lazy(r"(?:<!--|#|//|※)[ \t　]*aratame:[ \t]*(?P<turn>off|on)\b(?P<rules>[\w\- \t,、]*?)[ \t　]*(?:-->)?[ \t　]*$", re.MULTILINE)
_NAME = lazy(r"[a-z]+(?:-[a-z]+)*")


class Off(Protocol):
    """What a file switches off."""

    def covers(self, finding: Finding) -> bool:
        """Whether the file itself leaves this finding out."""


def settled(findings: Iterable[Finding], config: Config, off: Off) -> Iterator[Finding]:
    """The findings that count, weighed as the configuration says."""
    for finding in findings:
        if not off.covers(finding):
            severity = config.checks.severity.get(finding.rule)
            yield finding._replace(severity=severity) if severity else finding


class Exclusions:
    """What the comments of a document switch off."""

    def __init__(self, text: str) -> None:
        self._turns = list(_turns(text)) if "aratame:" in text else []

    def covers(self, finding: Finding) -> bool:
        """Whether a comment on the finding's line or before it switches its rule off."""
        off = False
        for line, turn, alone, rules in self._turns:
            if line > finding.line:
                break
            if rules and finding.rule not in rules:
                continue
            if alone:
                off = turn == "off"
            elif line == finding.line:
                return turn == "off"
        return off


class _Rows:
    """What the column of a table switches off."""

    def __init__(self, rules: dict[int, frozenset[str]]) -> None:
        self._rules = rules

    def covers(self, finding: Finding) -> bool:
        """Whether the finding's row is left out of its rule."""
        rules = self._rules.get(finding.row or 0, frozenset())
        return finding.rule in rules or bool(rules & _ALL)


def excluded_rows(table: Table) -> Off:
    """What the column 点検除外 of a table switches off."""
    return _Rows(
        {
            row.number: frozenset(re.split(r"[\s,、，]+", row.cells[column].strip()))
            for row in table.rows
            for column in COLUMNS
            if column in row.cells
        }
    )


def _turns(text: str) -> Iterator[tuple[int, str, bool, frozenset[str]]]:
    """Every comment: its line, off or on, whether it stands alone on its line, the rules it names."""
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        comment = _COMMENT.search(line)
        if comment:
            yield number, comment["turn"], not line[: comment.start()].strip(), frozenset(_NAME.findall(comment["rules"]))
