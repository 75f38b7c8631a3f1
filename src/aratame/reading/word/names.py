"""Names of the elements and attributes of WordprocessingML (ECMA-376 Part 1, 17) as lxml spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""Names of the strict variant → those of the transitional one that Word writes by default."""


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return WORD + name


def value(parent: _Element | None, name: str) -> str | None:
    """`w:val` of the child `name`: `value(level, "numFmt")`."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(w("val")) if child is not None else None


def number(parent: _Element | None, name: str) -> int | None:
    """`w:val` of the child `name` as a number, None where it is absent or none."""
    said = value(parent, name)
    return int(said) if said is not None and said.isascii() and said.isdigit() and len(said) < 10 else None


def is_on(properties: _Element | None, name: str) -> bool:
    """Whether a toggle such as `w:vanish` is there and not switched off (ECMA-376 Part 1, 17.17.4)."""
    toggle = properties.find(w(name)) if properties is not None else None
    return toggle is not None and toggle.get(w("val"), "true") not in ("0", "false", "off")
