"""HTML (pages saved from an intranet, 例規集) → Document or Table: what a browser shows, a line for each block.

Readings (`<rt>`, `<rp>`) are left out, scripts and navigation too; nothing is fetched.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from lxml import etree

from aratame.errors import ReadError
from aratame.model import Note, Words
from aratame.reading.blocks import TableBlock, document_or_table
from aratame.reading.decoding import decode
from aratame.reading.grids import Cell, span, text_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from aratame.model import Document, Table
    from aratame.reading.options import ReadOptions

BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|details|dir|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header"
    "|hgroup|html|legend|li|main|menu|ol|p|pre|section|summary|t(able|body|[dhr]|foot|head)|ul"
)
LEFT_OUT = re.compile("head|script|style|noscript|template|nav|r[pt]|rtc|button|select|textarea|iframe|object|svg|math|canvas|audio|video")
PICTURES = {"img", "svg", "canvas", "object"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
"""White space that HTML folds; the full-width blank is text."""

KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)\b(?!-line)", re.IGNORECASE)
"""The style of an element whose white space is text (CSS Text 3, 3)."""

WIDE = "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
BROKEN_LINE = re.compile(rf"(?<={WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={WIDE})")
"""A line break of the source between Japanese letters is no blank (CSS Text 3, 4.1.3)."""

OWN_MARKER = re.compile(r"[・※①-⑳㋐-㋾第]|[(（]?[0-9０-９一二三四五六七八九十ア-ンa-zA-Z]{1,3}[)）.．、\s\u3000]")
"""A list item that writes its number itself gets no second one."""


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Document | Table:
    """What the page shows. A Table where before/after tables make up most of it (see `ReadOptions.want`), else a Document.

    Raises `ReadError` for undecodable bytes and for elements nested deeper than the parser's 256, `TableError` as `from_grids` does.
    """
    root = _parsed(decode(data, name, options.encoding), name)
    mains = list(root.iter("main"))
    page = _Page()
    page.walk(mains[0] if len(mains) == 1 else root)
    page.end_line()
    return document_or_table(page.blocks, name, options, page.notes)


def _parsed(text: str, name: str) -> _Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        root, message = None, str(error)
    else:
        message = next((entry.message for entry in parser.error_log if "depth" in entry.message), "")
    if root is None or message:
        raise ReadError(
            f"{name}: HTML として読めません（{message}）。ブラウザーで開いて保存し直してください。",
            f"{name}: not readable as HTML ({message}). Open it in a browser and save it again.",
        )
    return root


class _Page:
    """The blocks so far and the line that is being written."""

    def __init__(self) -> None:
        self.blocks: list[str | TableBlock] = []
        self.notes: list[Note] = []
        self._line: list[tuple[str, bool]] = []
        self._kept = False
        """Whether white space is text where the page has got to; so it stands with each piece of the line."""

    def walk(self, element: _Element) -> None:
        """Write what one element shows, without what follows it."""
        tag = str(element.tag)
        if tag in PICTURES:
            self._picture(element)
        if LEFT_OUT.fullmatch(tag) or self._hidden(element):
            return
        if tag == "br":
            self.end_line()
        elif tag == "pre":
            self.end_line()
            self.blocks.extend(line for line in "".join(element.itertext()).splitlines() if line.strip())
        elif tag == "table" and _is_data(element):
            self.end_line()
            self.blocks.append(TableBlock(list(self._rows(element)), _unruled(element)))
        elif tag in {"ol", "ul"}:
            self.end_line()
            self._list(element)
        elif BLOCK.fullmatch(tag):
            self.end_line()
            self._inside(element)
            self.end_line()
        else:
            self._inside(element)

    def _inside(self, element: _Element) -> None:
        around = self._kept
        self._kept = around or KEPT.search(element.get("style", "")) is not None
        self._text(element.text)
        for child in element:
            self.walk(child)
            self._text(child.tail)
        self._kept = around

    def _text(self, text: str | None) -> None:
        if not text:
            return
        first, *others = text.split("\n") if self._kept else [BROKEN_LINE.sub("", text)]
        self._line.append((first, self._kept))
        for line in others:
            self.end_line()
            self._line.append((line, self._kept))

    def end_line(self) -> None:
        """Put down the line that is being written; empty ones vanish."""
        runs = [(_joined(pieces, kept=kept), kept) for kept, pieces in groupby(self._line, key=itemgetter(1))]
        self._line.clear()
        if runs and not runs[0][1]:
            runs[0] = (runs[0][0].lstrip(" "), False)
        line = "".join(text for text, _ in runs).rstrip(" ")
        if line.strip():
            self.blocks.append(line)

    def _list(self, element: _Element) -> None:
        """Items with the number or the bullet that a browser puts in front of them."""
        count = int(element.get("start", "1")) if element.get("start", "1").isdecimal() else 1
        for child in element:
            if child.tag != "li":
                self.walk(child)
                continue
            first = len(self.blocks)
            self.walk(child)
            shown = self.blocks[first] if first < len(self.blocks) else None
            if isinstance(shown, str) and not OWN_MARKER.match(shown):
                self.blocks[first] = (f"{count}. " if element.tag == "ol" else "・") + shown
            count += 1

    def _rows(self, table: _Element) -> Iterator[list[Cell]]:
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            yield [Cell(self._cell(cell), span(cell.get("rowspan")), span(cell.get("colspan"))) for cell in cells]

    def _cell(self, cell: _Element) -> str:
        """A cell's text, its blocks as lines; what it leaves out is noted with the page's."""
        inside = _Page()
        inside.walk(cell)
        inside.end_line()
        self.notes.extend(inside.notes)
        lines = ([block] if isinstance(block, str) else text_lines(block.rows) for block in inside.blocks)
        return "\n".join(line for block in lines for line in block)

    def _picture(self, element: _Element) -> None:
        if element.tag == "img" and element.get("alt") == "":
            return  # an ornament, as its author says
        what = element.get("alt") or element.get("src") or ""
        said = Words(f"図「{what[:80]}」は読んでいません。", f"The picture ({what[:80]}) is left out.")
        self.notes.append(Note(self._place(), said if what else Words("図は読んでいません。", "A picture is left out.")))

    def _place(self) -> str:
        """Where the page has got to, as notes call it: the words before."""
        above = next((block for block in reversed(self.blocks) if isinstance(block, str)), "")
        words = "".join(text for text, _ in self._line).strip() or above
        return f"「{BLANKS.sub(' ', words)[:20]}」の後" if words else "先頭"

    def _hidden(self, element: _Element) -> bool:
        """Whether a browser hides the element; its text is noted."""
        if element.get("hidden") is None and not HIDDEN.search(element.get("style", "")):
            return False
        text = BLANKS.sub(" ", "".join(element.itertext())).strip()[:20]
        if text:
            ja, en = f"隠された文「{text}」は読んでいません。", f"Hidden text ({text}) is left out."
            self.notes.append(Note(self._place(), Words(ja, en)))
        return True


def _joined(pieces: Iterable[tuple[str, bool]], *, kept: bool) -> str:
    """Pieces of a line as one text, white space folded where it is not `kept`."""
    text = "".join(piece for piece, _ in pieces)
    return text if kept else BLANKS.sub(" ", BROKEN_LINE.sub("", text))


def _unruled(table: _Element) -> set[int]:
    """The rows that go on with the row above them: those of one `tbody`, where the table has several. There rules stand between those."""
    bodies = list(table.iter("tbody"))
    if len(bodies) < 2:
        return set()
    first = {next(body.iter("tr"), None) for body in bodies}
    return {number for number, row in enumerate(table.iter("tr")) if row.getparent() in bodies and row not in first}


def _is_data(table: _Element) -> bool:
    """Whether a table holds data; one that holds tables or has one column merely lays out the page."""
    if table.get("role") == "presentation" or any(inner is not table for inner in table.iter("table")):
        return False
    return any(sum(cell.tag in {"td", "th"} for cell in row) > 1 for row in table.iter("tr"))
