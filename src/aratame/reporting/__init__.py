"""What was found → what people and programs read: one module per format, named here and imported when it is asked for.

A report module has some of `diff_report(diff, wishes)`, `table_report(table_diff, wishes)`, `clauses_report(document, clauses,
wishes)` and `findings_report(findings, wishes)`, each returning the whole report as text, or bytes where the format is binary.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from aratame.layouts import HENKO, TAISHO, Layout

if TYPE_CHECKING:
    from types import ModuleType


class Wishes(NamedTuple):
    """How a reader wants a report.

    `language` is "ja" or "en"; `unchanged` also lists what did not change; `filtered` says that something may have been left
    out on the reader's wish; `expand` shows every place of an entry;
    `granularity` ("unit", "word", "char") how fine the marks inside an edit are; `width` in columns of the terminal;
    `colour` whether colours may be used; `layout` names the document to hand in, None for a report, and `page` says how it is laid out.
    """

    language: str = "ja"
    unchanged: bool = False
    filtered: bool = False
    expand: bool = False
    granularity: str = "unit"
    width: int = 80
    colour: bool = False
    layout: str | None = None
    page: Layout = Layout()


class Format(NamedTuple):
    """A report's module and the file suffixes that ask for it."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {
    "terminal": Format("aratame.reporting.terminal", (".txt",)),
    "json": Format("aratame.reporting.json_report", (".json",)),
    "html": Format("aratame.reporting.html", (".html", ".htm")),
    "markdown": Format("aratame.reporting.markdown", (".md",)),
    "unified": Format("aratame.reporting.unified", (".diff", ".patch")),
    "docx": Format("aratame.reporting.sheets.word", (".docx",)),
    "xlsx": Format("aratame.reporting.sheets.excel", (".xlsx",)),
    "csv": Format("aratame.reporting.sheets.delimited", (".csv",)),
    "github": Format("aratame.reporting.findings_github", ()),
    "sarif": Format("aratame.reporting.findings_sarif", (".sarif",)),
}
"""In the order in which `--help` names them."""

_SHEETS = {
    "docx": "aratame.reporting.sheets.word",
    "xlsx": "aratame.reporting.sheets.excel",
    "html": "aratame.reporting.sheets.web",
    "markdown": "aratame.reporting.sheets.markdown",
    "csv": "aratame.reporting.sheets.delimited",
}
LAID_OUT = {TAISHO: ("docx", "xlsx", "html", "markdown"), HENKO: ("xlsx", "csv", "docx", "html", "markdown")}
"""Layout → the formats that it can be written in."""
VERTICAL = ("docx", "html")
"""The formats that can hold vertical text."""
USUAL_LAYOUT = {"docx": TAISHO, "xlsx": TAISHO, "csv": HENKO}
"""The layout of formats that are none but documents to hand in."""


def report_module(name: str, layout: str | None = None) -> ModuleType:
    """The module of the format `name`, imported now: terminal needs rich, others office libraries. With a layout, its writer."""
    return import_module(_SHEETS[name] if layout else FORMATS[name].module)
