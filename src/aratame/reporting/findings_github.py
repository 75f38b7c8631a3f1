"""Findings → annotations of GitHub Actions, a line each: `::warning file=…,line=…,col=…,title=…::message`.

Escaped as GitHub's own toolkit does it (actions/toolkit, packages/core/src/command.ts): %, CR and LF everywhere, : and , in properties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Severity
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aratame.model import Finding
    from aratame.reporting import Wishes

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def findings_report(findings: Iterable[Finding], wishes: Wishes) -> str:
    """The findings as workflow commands."""
    return "".join(f"{_annotation(finding, wishes.language)}\n" for finding in findings)


def _annotation(finding: Finding, language: str) -> str:
    places = {"file": finding.file, "line": finding.line, "col": finding.column, "title": f"aratame {finding.rule}"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(one_line(finding.message.to(language)))}"


def _data(text: str) -> str:
    """Text of a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text of a property, in which a colon and a comma end it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
