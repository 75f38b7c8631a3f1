"""numbering.xml → the numbers that Word shows in front of paragraphs: 第１条, (1), ア, ①.

A paragraph names a list (`numId`) and a level (`ilvl`), itself or through its style; the list points to an abstract one, whose
levels say how the number is written (`lvlText` 第%1条, %1.%2) and counted (`start`, `lvlRestart`, `lvlOverride`).
Lists that share an abstract one share its counters. ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.reading.word.names import is_on, number, value, w
from aratame.reading.word.number_formats import written

if TYPE_CHECKING:
    from lxml.etree import _Element

    from aratame.reading.word.styles import Styles

BLANK = "\u3000"
SYMBOLS = {"\uf0b7": "・", "\uf06c": "●", "\uf06e": "■", "\uf0a7": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖"}
"""Bullets of the fonts Symbol and Wingdings, which stand in the private use area → the signs that they look like."""

PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
PLACE_HOLDER = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level of a list is written and counted."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    """Restarts behind a paragraph of this level (counted from 1) or above; 0 never; None behind any level above its own."""
    legal: bool


class List(NamedTuple):
    """A list as paragraphs name it. `starts`: levels whose count this list starts anew where it is first used."""

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts paragraphs in the order in which they are asked for; one object is one reading of a document."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, List] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        abstract = {element.get(w("abstractNumId"), ""): element for element in root.iter(w("abstractNum"))}
        of_style = {value(element, "styleLink"): key for key, element in abstract.items() if value(element, "styleLink")}
        for element in root.findall(w("num")):
            identifier = element.get(w("numId"), "")
            key = value(element, "abstractNumId") or ""
            link = value(abstract.get(key), "numStyleLink")
            key = of_style.get(link, key) if link else key
            if identifier.isdigit() and key in abstract:
                self._lists[int(identifier)] = self._list(element, key, abstract[key])

    def _list(self, element: _Element, key: str, abstract: _Element) -> List:
        levels = {}
        for level in abstract.findall(w("lvl")):
            place = int(level.get(w("ilvl"), "0"))
            levels[place] = _level(level)
            style = value(level, "pStyle")
            if style:
                self._style_levels[key, style] = place
        starts = {}
        for override in element.findall(w("lvlOverride")):
            place = int(override.get(w("ilvl"), "0"))
            replaced = override.find(w("lvl"))
            if replaced is not None:
                levels[place] = _level(replaced)
            start = number(override, "startOverride")
            if start is not None:
                starts[place] = start
        return List(key, levels, starts)

    def of(self, properties: _Element | None) -> str:
        """What Word shows in front of the paragraph with these properties (`w:pPr`), what parts it from the text included."""
        where = self._place(properties)
        if where is None:
            return ""
        identifier, place = where
        listed = self._lists.get(identifier)
        level = listed.levels.get(place) if listed else None
        if listed is None or level is None:
            return ""
        counts = self._count(identifier, place, listed)
        text = _text(level, listed, counts)
        return text + ("" if level.suffix == "nothing" or not text else BLANK)

    def _place(self, properties: _Element | None) -> tuple[int, int] | None:
        """The list and level of a paragraph: its own, else its style's; list 0 takes numbering away."""
        own = properties.find(w("numPr")) if properties is not None else None
        identifier, level = number(own, "numId"), number(own, "ilvl")
        name = value(properties, "pStyle")
        for key, style in self._styles.chain(name):
            if identifier is not None:
                break
            identifier = style.numbering
            if identifier is not None and level is None:
                listed = self._lists.get(identifier)
                level = self._style_levels.get((listed.counters, key), style.level) if listed else style.level
        return (identifier, level or 0) if identifier else None

    def _count(self, identifier: int, place: int, listed: List) -> dict[int, int]:
        """Count one paragraph at `place`; the counts of all levels behind it."""
        counts = self._counts.setdefault(listed.counters, {})
        for level, start in listed.starts.items():
            if level <= place and (identifier, level) not in self._started:
                self._started.add((identifier, level))
                counts.pop(level, None)
                if level < place:
                    counts[level] = start
        start = listed.starts.get(place, listed.levels[place].start)
        counts[place] = counts[place] + 1 if place in counts else start
        for deeper in [level for level in counts if level > place]:
            definition = listed.levels.get(deeper)
            restart = definition.restart if definition else None
            if restart is None or place < restart:
                del counts[deeper]
        return counts


def _level(element: _Element) -> Level:
    start = number(element, "start")
    # A format of Word's own ("001, 002") stands in a choice, the format for other readers behind it.
    formats = [named.get(w("val")) for named in element.iter(w("numFmt"))]
    return Level(
        start if start is not None else 0,
        (formats[-1] if formats else None) or "decimal",
        value(element, "lvlText") or "",
        value(element, "suff") or "tab",
        number(element, "lvlRestart"),
        is_on(element, "isLgl"),
    )


def _text(level: Level, listed: List, counts: dict[int, int]) -> str:
    if level.format == "bullet":
        return PRIVATE_USE.sub("・", "".join(SYMBOLS.get(sign, sign) for sign in level.text))

    def place_holder(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        shown = listed.levels.get(place)
        if shown is None:
            return ""
        count = counts.get(place, listed.starts.get(place, shown.start))
        return written(count, "decimal" if level.legal else shown.format)

    return PLACE_HOLDER.sub(place_holder, level.text)
