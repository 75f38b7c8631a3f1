"""A sheet → a plain HTML page that prints: one table, no script, nothing fetched."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from aratame.reporting.sheets.choosing import sheet_of
from aratame.reporting.sheets.paper import MARGIN, PAPER
from aratame.reporting.sheets.sheet import line_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.layouts import Layout
    from aratame.model import Diff, TableDiff
    from aratame.reporting import Wishes
    from aratame.reporting.sheets.sheet import Line, Row, Sheet

_STYLE = """
@page {{ size: {width}mm {height}mm; margin: {margin}mm }}
html {{ font-family: "{font}", "Yu Mincho", "Hiragino Mincho ProN", "Noto Serif CJK JP", serif; font-size: 10.5pt; line-height: 1.5;
  color: #000; background: #fff; writing-mode: {mode} }}
body {{ margin: 0 auto; max-inline-size: {across}mm }}
h1 {{ font-size: 1.35em; font-weight: normal; text-align: center; margin: 0 0 .5em }}
.note {{ text-align: end; font-size: .9em; margin: 0 0 .3em }}
table {{ border-collapse: collapse; inline-size: 100%; table-layout: fixed }}
th {{ font-weight: normal; background: #f2f2f2; border: 1px solid #000; padding: .2em .5em }}
td {{ border-inline: 1px solid #000; padding: 0 .5em; vertical-align: top; overflow-wrap: anywhere }}
tbody {{ border-block: 1px solid #000; break-inside: auto }}
tr {{ break-inside: avoid }}
p {{ margin: 0; white-space: pre-wrap }}
u {{ text-underline-offset: .15em; text-underline-position: right }}
"""
_FOLDED = re.compile(r"^ |\t|  ")
"""What a page folds: blanks that a line begins with, tabs, more than one blank."""


def diff_report(diff: Diff, wishes: Wishes) -> str:
    """The layout of a diff that was asked for, as a page."""
    return write(sheet_of(diff, wishes), wishes.page)


def table_report(answer: TableDiff, wishes: Wishes) -> str:
    """The same of a before/after table."""
    return write(sheet_of(answer, wishes), wishes.page)


def write(sheet: Sheet, layout: Layout) -> str:
    """The page. A row is a `tbody`; its parts are rows without a rule between, so that what belongs together stands at one height."""
    return "".join(_page(sheet, layout))


def _page(sheet: Sheet, layout: Layout) -> Iterator[str]:
    width, height = PAPER[layout.paper]
    vertical = layout.writing == "vertical"
    style = _STYLE.format(
        width=width,
        height=height,
        margin=MARGIN,
        font=layout.font,
        mode="vertical-rl" if vertical else "horizontal-tb",
        across=(height if vertical else width) - 2 * MARGIN,
    )
    yield '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<title>{escape(sheet.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield f'<h1>{escape(sheet.title)}</h1>\n<p class="note">{escape(sheet.legend)}</p>\n<table>\n<colgroup>'
    yield from (f'<col style="inline-size: {column.share:.0%}">' for column in sheet.columns)
    yield "</colgroup>\n<thead><tr>"
    yield from (f'<th scope="col">{escape(column.header)}</th>' for column in sheet.columns)
    yield "</tr></thead>\n"
    for row in sheet.rows:
        yield from _row(row)
    yield "</table>\n</body>\n</html>\n"


def _row(row: Row) -> Iterator[str]:
    yield "<tbody>"
    for part in row:
        cells = ("".join(map(_paragraph, cell)) for cell in part)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
    yield "</tbody>\n"


def _paragraph(line: Line) -> str:
    """A line. One with white space that a page folds says itself that it is kept, for programs that read no style sheets."""
    words = "".join(f"<u>{escape(run.text)}</u>" if run.changed else escape(run.text) for run in line)
    return f'<p style="white-space: pre-wrap">{words}</p>' if _FOLDED.search(line_text(line)) else f"<p>{words}</p>"
