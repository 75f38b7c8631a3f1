"""The body of a Word document → lines and tables, in the order of the text, on one side of the tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.model import Note, Words
from aratame.reading.blocks import TableBlock
from aratame.reading.grids import Cell, span, text_lines
from aratame.reading.word.inline import Inline
from aratame.reading.word.names import number, value, w
from aratame.reading.word.numbering import Numbering
from aratame.reading.word.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from aratame.reading.word.inline import Attached
    from aratame.reading.word.package import Package

WRAPPERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag")}
PAGE_OF_CONTENTS = re.compile(r"\t *[-0-9０-９ivxIVX]+ *$")
EXCERPT = 20
"""Letters of a paragraph that a note shows as its place."""


class Body:
    """Reads a document once; `notes` says what was left out."""

    def __init__(self, package: Package, side: str) -> None:
        self._side = side
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._inline = Inline(self._styles, side)
        self._notes_by_kind = {
            kind: {note.get(w("id"), ""): note for note in root}
            for kind, root in (("footnote", package.part("footnotes")), ("endnote", package.part("endnotes")))
            if root is not None
        }
        self._footnotes = 0
        self._paragraphs = 0
        self.notes: list[Note] = []

    def blocks(self, container: _Element) -> Iterator[str | TableBlock]:
        """The paragraphs and tables in `container`; a paragraph may hold line breaks."""
        pending = ""
        for element in _unwrapped(container):
            if element.tag == w("p"):
                text, attached = self._inline.text(element)
                properties = element.find(w("pPr"))
                if self._mark_is_gone(properties):
                    pending += text
                else:
                    yield self._line(pending + text, properties)
                    pending = ""
                yield from self._attached(attached, text)
            elif element.tag == w("tbl"):
                yield self._table(element)
            elif element.tag == w("altChunk"):
                self._note("altChunk", "別のファイルの埋め込みは読んでいません。", "An embedded file is left out.")
        if pending:
            yield pending

    def _mark_is_gone(self, properties: _Element | None) -> bool:
        """Whether the end of this paragraph is not there on this side: what follows goes on in the same paragraph."""
        gone = ("ins", "moveTo") if self._side == "before" else ("del", "moveFrom")
        mark = properties.find(w("rPr")) if properties is not None else None
        return mark is not None and any(mark.find(w(name)) is not None for name in gone)

    def _line(self, text: str, properties: _Element | None) -> str:
        self._paragraphs += 1
        changed = properties.find(w("pPrChange")) if properties is not None else None
        if self._side == "before" and changed is not None:
            properties = changed.find(w("pPr"))
        if self._styles.of_contents(value(properties, "pStyle")):
            text = PAGE_OF_CONTENTS.sub("", text)
        return self._numbering.of(properties) + text

    def _attached(self, attached: Attached, text: str) -> Iterator[str | TableBlock]:
        """Text boxes and footnotes behind their paragraph; pictures and hidden text as notes."""
        for box in attached.boxes:
            yield from self.blocks(box)
        for kind, identifier in attached.footnotes:
            note = self._notes_by_kind.get(kind, {}).get(identifier)
            if note is not None:
                self._footnotes += 1
                yield f"（注{self._footnotes}）" + "\n".join(self._lines(note)).strip()
        place = f"段落{self._paragraphs}「{text[:EXCERPT]}」"
        if attached.pictures:
            self._note(place, f"図{attached.pictures}点は読んでいません。", f"{attached.pictures} picture(s) left out.")
        if any(attached.hidden):
            hidden = "".join(attached.hidden)[:EXCERPT]
            self._note(place, f"隠し文字「{hidden}」は読んでいません。", f"Hidden text ({hidden}) is left out.")

    def _table(self, table: _Element) -> TableBlock:
        gone = "ins" if self._side == "before" else "del"
        rows: list[list[Cell]] = []
        unruled: set[int] = set()
        open_cells: dict[int, tuple[int, int]] = {}
        above: _Element | None = None
        for row in _unwrapped(table):
            properties = row.find(w("trPr"))
            if row.tag != w("tr") or (properties is not None and properties.find(w(gone)) is not None):
                continue
            if above is not None and _without_rule(above, "bottom") and _without_rule(row, "top"):
                unruled.add(len(rows))
            rows.append(self._row(row, rows, open_cells, number(properties, "gridBefore") or 0))
            above = row
        return TableBlock(rows, unruled)

    def _row(self, row: _Element, above: list[list[Cell]], open_cells: dict[int, tuple[int, int]], column: int) -> list[Cell]:
        """One row; a cell that goes on from above (`vMerge`) lengthens the one where it began, whose place `open_cells` knows."""
        cells = [Cell("", columns=column)] if column else []
        for cell in _unwrapped(row):
            if cell.tag != w("tc"):
                continue
            properties = cell.find(w("tcPr"))
            width = span(value(properties, "gridSpan"))
            merge = properties.find(w("vMerge")) if properties is not None else None
            text = "\n".join(self._lines(cell)).strip("\n")
            if merge is not None and merge.get(w("val")) != "restart" and column in open_cells:
                line, place = open_cells[column]
                above[line][place] = above[line][place]._replace(rows=len(above) - line + 1)
            else:
                open_cells.pop(column, None)
                if merge is not None:
                    open_cells[column] = (len(above), len(cells))
                cells.append(Cell(text, columns=width))
            column += width
        return cells

    def _lines(self, container: _Element) -> list[str]:
        """Everything in a cell or a note as lines, tables in it row by row."""
        lines: list[str] = []
        for block in self.blocks(container):
            lines.extend([block] if isinstance(block, str) else text_lines(block.rows))
        return lines

    def _note(self, place: str, ja: str, en: str) -> None:
        self.notes.append(Note(place, Words(ja, en)))


def _without_rule(row: _Element, side: str) -> bool:
    """Whether the rule on a side of a table's row was taken away from all its cells."""
    cells = [cell for cell in _unwrapped(row) if cell.tag == w("tc")]
    return bool(cells) and all(cell.find(f"{w('tcPr')}/{w('tcBorders')}/{w(side)}[@{w('val')}='nil']") is not None for cell in cells)


def _unwrapped(container: _Element) -> Iterator[_Element]:
    """The children, those inside content controls and the like included."""
    for child in container:
        if child.tag in WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child
