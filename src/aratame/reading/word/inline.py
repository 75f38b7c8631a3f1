"""The content of one paragraph → its text on one side of the tracked changes, and what hangs on it: text boxes, footnotes, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aratame.reading.word.names import COMPATIBILITY, MATHS, WORD, is_on, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from aratame.reading.word.styles import Styles

INSERTED = {w("ins"), w("moveTo")}
DELETED = {w("del"), w("moveFrom")}
SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
SKIPPED = {w(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "delInstrText", "tbl")} | {COMPATIBILITY + "Fallback"}
PICTURES = {"{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", "{urn:schemas-microsoft-com:vml}imagedata"}
CHECK_BOXES = {
    "F0FE": "☑",
    "F0FD": "☒",
    "F0A8": "☐",
    "F06F": "□",
    "F0FC": "✓",
    "F052": "☑",
    "F0A3": "☐",
    "F0B7": "・",
    "F06C": "●",
    "F06E": "■",
}
"""Signs of Wingdings and Symbol that stand in forms → those that they look like."""

OVERPRINT = re.compile(r"^\s*eq\s.*\\o.*[,，]([^,，()]+)\)\s*$", re.IGNORECASE | re.DOTALL)
"""The field by which older Word lays a reading over a word, `EQ \\o\\ad(\\s\\up 9(かな),語)`, or a circle around a sign: the last argument."""

LONGEST_OVERPRINT = 300
"""Letters of such an instruction: Word's own have fewer than a hundred."""


@dataclass
class Attached:
    """What was met in a paragraph beside its text, in order."""

    boxes: list[_Element] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    """("footnote" or "endnote", identifier)"""
    pictures: int = 0
    hidden: list[str] = field(default_factory=list)


class Inline:
    """Reads paragraphs on one side. Complex fields may reach over paragraphs, so one object reads them all in order."""

    def __init__(self, styles: Styles, side: str) -> None:
        self._styles = styles
        self._left_out = INSERTED if side == "before" else DELETED
        self._fields: list[str] = []

    def text(self, paragraph: _Element) -> tuple[str, Attached]:
        """The paragraph's own text, and what is attached to it."""
        attached = Attached()
        pieces: list[str] = []
        for child in paragraph:
            self._collect(child, pieces, attached)
        return "".join(pieces), attached

    def _collect(self, element: _Element, pieces: list[str], attached: Attached) -> None:
        tag = str(element.tag)
        if tag in self._left_out or tag in SKIPPED:
            return
        if tag in {w("t"), w("delText"), MATHS + "t"}:
            pieces.append(element.text or "")
        elif tag == w("br"):
            pieces.append("\n" if element.get(w("type"), "textWrapping") == "textWrapping" else "")
        elif tag in SIGNS:
            pieces.append(SIGNS[tag])
        elif tag == w("sym"):
            pieces.append(CHECK_BOXES.get(element.get(w("char"), "").upper(), "〓"))
        elif tag in {w("fldChar"), w("instrText")}:
            pieces.append(self._field(element))
        elif tag in {w("footnoteReference"), w("endnoteReference")}:
            attached.footnotes.append((tag.removeprefix(WORD).removesuffix("Reference"), element.get(w("id"), "")))
        elif tag == w("txbxContent"):
            attached.boxes.append(element)
        elif tag == w("r") and self._hidden(element):
            attached.hidden.append("".join(piece.text or "" for piece in element.iter(w("t"))))
        else:
            attached.pictures += tag in PICTURES
            for child in element:
                self._collect(child, pieces, attached)

    def _field(self, element: _Element) -> str:
        """Fields are read by their results; only those that overprint have none, and are read by their instruction."""
        if str(element.tag) == w("instrText"):
            if self._fields:
                self._fields[-1] += element.text or ""
            return ""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            self._fields[-1] = ""
        elif kind == "end" and self._fields:
            overprint = OVERPRINT.match(self._fields.pop()[:LONGEST_OVERPRINT])
            return overprint[1] if overprint else ""
        return ""

    def _hidden(self, run: _Element) -> bool:
        properties = run.find(w("rPr"))
        if properties is None:
            return False
        return is_on(properties, "vanish") or self._styles.hidden(value(properties, "rStyle"))
