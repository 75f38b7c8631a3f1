"""styles.xml → what a paragraph or a run has from its style: numbering, hiddenness, whether it is a line of a table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.reading.word.names import is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

CONTENTS_STYLE = re.compile(r"(toc|目次) ?\d+", re.IGNORECASE)


class Style(NamedTuple):
    """One style as it is written; what it lacks it has from `based_on`."""

    name: str
    based_on: str | None
    numbering: int | None
    level: int | None
    hidden: bool


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for element in root.iter(w("style")) if root is not None else ():
            identifier = element.get(w("styleId"), "")
            properties = element.find(f"{w('pPr')}/{w('numPr')}")
            style = Style(
                value(element, "name") or "",
                value(element, "basedOn"),
                number(properties, "numId"),
                number(properties, "ilvl"),
                is_on(element.find(w("rPr")), "vanish"),
            )
            self._styles[identifier] = style
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
                self._default = identifier

    def chain(self, identifier: str | None) -> Iterator[tuple[str, Style]]:
        """The style and those that it is based on, nearest first; a style without a name means the default one."""
        seen: set[str] = set()
        current = identifier if identifier is not None else self._default
        while current is not None and current in self._styles and current not in seen:
            seen.add(current)
            yield current, self._styles[current]
            current = self._styles[current].based_on

    def hidden(self, identifier: str | None) -> bool:
        """Whether the character style `identifier` hides its text."""
        return identifier is not None and any(style.hidden for _, style in self.chain(identifier))

    def of_contents(self, identifier: str | None) -> bool:
        """Whether a paragraph of this style is a line of an automatic table of contents."""
        return identifier is not None and any(CONTENTS_STYLE.fullmatch(style.name) for _, style in self.chain(identifier))
