"""The packaged example's terminal report → docs/picture.svg, the picture in README.

    python docs/picture.py

The picture is text in an SVG file: no font is embedded or fetched, the reader's own monospaced Japanese font is used.
"""  # noqa: INP001  docs is a folder, no package

from __future__ import annotations

import contextlib
import html
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from aratame.engine import diff
from aratame.filters import Filter
from aratame.model import EditKind
from aratame.reporting import Wishes, report_module

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
EXAMPLE = Path("corpora") / "flagship"
WIDTH = 120
SHOWN = Filter(only=frozenset({EditKind.TERM, EditKind.QUANTITY, EditKind.MODALITY, EditKind.ORGANIZATION, EditKind.NUMBER}))
"""Not all kinds: the picture has to fit a page."""
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="aratame diff">
<style>{styles} text {{ font-family: "BIZ UDGothic", "Noto Sans Mono CJK JP", "MS Gothic", Osaka-Mono, monospace; \
font-size: 23px; white-space: pre; }}</style>
<defs>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#272822"/>
<g transform="translate({terminal_x}, 24)">{backgrounds}<g>{matrix}</g></g>
</svg>
"""
PIECE = re.compile(r'<text (class="[^"]*") x="([^"]*)" (y="[^"]*") textLength="[^"]*" (clip-path="[^"]*")>([^<]*)</text>')


def picture() -> str:
    """The report in colour as SVG."""
    with contextlib.chdir(ROOT):  # the report names files as they were typed
        answer = SHOWN.diff(diff(EXAMPLE / "before.txt", EXAMPLE / "after.txt"))
    report = report_module("terminal").diff_report(answer, Wishes(width=WIDTH, colour=True))
    console = Console(width=WIDTH, record=True, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    console.print(Text.from_ansi(report))
    drawn = console.export_svg(theme=MONOKAI, code_format=FRAME, unique_id="aratame")
    cell = float(re.search(r'<rect x="0" y="[0-9.]+" width="([0-9.]+)"', drawn)[1]) / WIDTH
    return PIECE.sub(lambda piece: "".join(_words(piece, cell)), drawn)


def _words(piece: re.Match[str], cell: float) -> Iterator[str]:
    """A piece of a line as one element per word, each at its own column.

    rich counts characters where it should count cells, which squeezes Japanese to half its width.
    """
    style, x, y, clip, escaped = piece.groups()
    text = html.unescape(escaped)
    for word in re.finditer(r"\S+", text):
        at = float(x) + cell * cell_len(text[: word.start()])
        width = cell * cell_len(word[0])
        yield f'<text {style} x="{at:.1f}" {y} textLength="{width:.1f}" {clip}>{html.escape(word[0], quote=False)}</text>'


if __name__ == "__main__":
    (ROOT / "docs" / "picture.svg").write_text(picture(), encoding="utf-8")
