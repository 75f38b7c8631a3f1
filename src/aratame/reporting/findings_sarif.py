"""Findings → SARIF 2.1.0 (OASIS), which code scanning services and editors read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from aratame.checking import explanation
from aratame.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Finding
    from aratame.reporting import Wishes

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def findings_report(findings: Sequence[Finding], wishes: Wishes) -> str:
    """One run of the checks with its findings and the documentation of the rules that found something."""
    rules = list(dict.fromkeys(finding.rule for finding in findings))
    run = {
        "tool": {"driver": {"name": "aratame", "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule), wishes.language) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: str) -> dict[str, Any]:
    title, _, text = explanation(rule).partition("\n")
    return {"id": rule, "shortDescription": {"text": title}, "fullDescription": {"text": text.strip()}}


def _result(finding: Finding, index: int, language: str) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": _uri(finding.file)},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.to(language)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(name: str) -> str:
    """The name of a file as a URI reference: relative as it was typed, absolute with its scheme."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
