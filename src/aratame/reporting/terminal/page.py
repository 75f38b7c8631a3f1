"""What a report prints → its text: the only place that calls rich."""

from __future__ import annotations

import re
from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from aratame.reporting.terminal.wrapping import HANG, Run, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aratame.reporting import Wishes
    from aratame.reporting.terminal.wrapping import Line

STYLES = {
    "deleted": "red strike",
    "inserted": "green underline",
    "folded": "dim",
    "quiet": "dim",
    "title": "bold",
    "section": "bold",
    "row": "bold",
    "kind": "magenta",
    "warning": "bold magenta",
}
"""Of the eight colours that every terminal has and every user may set; none that is lost on a white or a black ground (yellow, blue)."""
WIDE = 110
"""Columns from which before and after stand side by side: each then holds a line of 25 kanji."""
WIDEST = 160
"""Columns beyond which lines grow too long to read."""


class Page:
    """A sheet of `wishes.width` columns that is printed from the top down."""

    def __init__(self, wishes: Wishes) -> None:
        self.width = min(max(wishes.width, 40), WIDEST)
        self.colour = wishes.colour
        self._console = Console(
            file=StringIO(),
            width=self.width,
            force_terminal=wishes.colour,
            color_system="standard" if wishes.colour else None,
            no_color=not wishes.colour,  # rich would ask NO_COLOR once more, which --color overrules
            legacy_windows=False,
            theme=Theme(STYLES, inherit=False),
            highlight=False,
            markup=False,
            emoji=False,
        )

    @property
    def wide(self) -> bool:
        """Whether two texts fit side by side."""
        return self.width >= WIDE

    def text(self) -> str:
        """What was printed."""
        stream = self._console.file
        return re.sub(r" +$", "", stream.getvalue(), flags=re.MULTILINE) if isinstance(stream, StringIO) else ""

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def rule(self, title: str) -> None:
        """A line across the page with a title in it, and air above it."""
        head = f"── {title} "
        self._print([[], [Run(head + "─" * max(0, self.width - HANG - cell_len(head)), "section")]])

    def paragraph(self, runs: Iterable[Run], *, indent: int = 0, hang: int = 0) -> None:
        """Wrapped text, `indent` columns in, the lines after the first `hang` more."""
        lines = wrap(runs, self.width - indent - hang - HANG)
        self._print([[Run(" " * (indent + (hang if at else 0))), *line] for at, line in enumerate(lines)])

    def line(self, runs: Sequence[Run]) -> None:
        """One line, cut off where the page ends."""
        whole = wrap(runs, self.width - HANG)
        self._print([[*whole[0], Run("…" if len(whole) > 1 else "", "quiet")]])

    def columns(self, left: Sequence[Run], right: Sequence[Run], *, indent: int) -> None:
        """Two texts side by side."""
        half = (self.width - indent - 3) // 2 - HANG
        empty: Line = []
        rows = zip_longest(wrap(left, half), wrap(right, half), fillvalue=empty)
        self._print([[Run(" " * indent), *old, _gap(old, half + HANG), Run("│ ", "quiet"), *new] for old, new in rows])

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int]) -> None:
        """A table; the columns in `numbers` are set to the right."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 1), header_style="title")
        for at, header in enumerate(headers):
            table.add_column(header, justify="right" if at in numbers else "left", overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self._console.print(table)

    def _print(self, lines: Iterable[Line]) -> None:
        """Print lines that fit, all at once: a call of rich's costs more than a line does."""
        texts = (Text.assemble(*((run.text, run.style) for run in line)) for line in lines)
        self._console.print(Text("\n").join(texts), soft_wrap=True)


def _gap(line: Line, width: int) -> Run:
    """What fills `line` up to `width` columns."""
    return Run(" " * (width - sum(cell_len(run.text) for run in line)))
