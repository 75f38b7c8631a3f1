"""Elements of the law schema → the text that is printed for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

BLANK = "\u3000"
XML_BLANKS = " \t\r\n"
"""What pretty printing puts around text; the full-width blank is text."""

BREAK_IN_ENGLISH = re.compile(r"(?<=[!-~])[ \t\r]*\n[ \t\r\n]*(?=[!-~])")
BREAK = re.compile(r"(?<![ \t\r])[ \t\r]*\n[ \t\r\n]*")

INLINE = {"Ruby", "Sup", "Sub", "Line", "ArithFormula", "QuoteStruct"}
"""Elements that stand inside a sentence."""


def is_unnumbered(element: _Element) -> bool:
    """Whether it is a paragraph without a number: the first of an article, the only one of a 附則."""
    return element.tag == "Paragraph" and not plain(element.find("ParagraphNum"))


def title_of(element: _Element) -> str:
    """The name of the child that holds the number or the heading: ChapterTitle, AppdxTableTitle."""
    return str(element.tag) + "Title"


def plain(element: _Element | None) -> str:
    """The text of an element as printed: readings (Rt) and the line breaks of pretty printing left out."""
    if element is None:
        return ""
    text = (element.text or "") if not len(element) else "".join(_pieces(element))
    if "\n" in text:
        text = BREAK.sub("", BREAK_IN_ENGLISH.sub(" ", text))
    return text.strip(XML_BLANKS)


def _pieces(element: _Element) -> Iterator[str]:
    """The text inside an element, what belongs to readings left out."""
    yield element.text or ""
    for child in element:
        if child.tag != "Rt":
            yield from _pieces(child)
        yield child.tail or ""


def sentences(element: _Element | None) -> str:
    """The sentences of a paragraph or item; columns with a full-width blank between."""
    if element is None:
        return ""
    columns = [child for child in element if child.tag == "Column"]
    if columns:
        return BLANK.join(sentences(column) for column in columns)
    return plain(element)


def cell_text(column: _Element) -> str:
    """A cell's text: its paragraphs with a full-width blank between, because a row is one line."""
    return BLANK.join(text for text in (sentences(child) for child in column) if text) or plain(column)
