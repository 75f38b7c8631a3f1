"""What was found → what people and programs read: one module per format, named here and imported when it is asked for.

A report module has some of `diff_report(diff, wishes)`, `table_report(table_diff, wishes)`, `clauses_report(document, clauses,
wishes)` and `findings_report(findings, wishes)`, each returning the whole report as text, or bytes where the format is binary.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a reader wants a report.

    `language` is "ja" or "en"; `unchanged` also lists what did not change; `filtered` says that something may have been left
    out on the reader's wish; `expand` shows every place of an entry;
    `granularity` ("unit", "word", "char") how fine the marks inside an edit are; `width` in columns of the terminal;
    `colour` whether colours may be used.
    """

    language: str = "ja"
    unchanged: bool = False
    filtered: bool = False
    expand: bool = False
    granularity: str = "unit"
    width: int = 80
    colour: bool = False


class Format(NamedTuple):
    """A report's module and the file suffixes that ask for it."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {
    "terminal": Format("aratame.reporting.terminal", (".txt",)),
    "json": Format("aratame.reporting.json_report", (".json",)),
    "html": Format("aratame.reporting.html", (".html", ".htm")),
}
"""In the order in which `--help` names them."""


def report_module(name: str) -> ModuleType:
    """The module of the format `name`, imported now: terminal needs rich, others office libraries."""
    return import_module(FORMATS[name].module)
