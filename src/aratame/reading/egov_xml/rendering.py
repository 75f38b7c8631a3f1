"""The elements of a law, one after the other → lines of text and clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import ClauseKind
from aratame.reading.egov_xml.elements import BLANK, INLINE, cell_text, is_unnumbered, plain, sentences, title_of
from aratame.reading.egov_xml.outline import Outline
from aratame.reading.grids import Cell, span, text_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

DIVISIONS = {
    "Part": ClauseKind.PART,
    "Chapter": ClauseKind.CHAPTER,
    "Section": ClauseKind.SECTION,
    "Subsection": ClauseKind.SUBSECTION,
    "Division": ClauseKind.DIVISION,
}
ITEMS = {"Item": ClauseKind.ITEM} | {f"Subitem{depth}": ClauseKind.SUBITEM for depth in range(1, 11)}
APPENDICES = ("AppdxTable", "AppdxNote", "AppdxStyle", "AppdxFormat", "AppdxFig", "Appdx")
WRAPPERS = {"LawBody", "MainProvision", "Law"}


class Rendering:
    """Renders elements into `out`; `owner` is always the position of the clause that they stand in, None outside any."""

    def __init__(self) -> None:
        self.out = Outline()

    def children(self, element: _Element, owner: int | None) -> None:
        """Render everything in an element."""
        for child in element:
            self._element(child, owner)

    def _element(self, element: _Element, owner: int | None) -> None:
        """Render one element of the law; what has no rule of its own is rendered line by line."""
        tag = str(element.tag)
        if tag in WRAPPERS:
            self.children(element, owner)
        elif tag in DIVISIONS:
            self._division(element, DIVISIONS[tag], owner)
        elif tag == "Article":
            self._article(element, owner)
        elif tag == "Paragraph":
            self._paragraph(element, owner)
        elif tag in ITEMS:
            self._item(element, ITEMS[tag], owner)
        elif tag == "SupplProvision":
            self._supplementary(element, owner)
        elif tag == "TOC":
            self._contents(element, owner)
        elif tag.removeprefix("SupplProvision") in APPENDICES:
            self._appendix(element, owner)
        elif tag == "LawNum":
            self.out.note(
                "法令番号",
                f"法令番号（{plain(element)}）は本文に含めていません。",
                f"The law number ({plain(element)}) is left out of the text.",
            )
        else:
            self._block(element, owner)

    def _division(self, element: _Element, kind: ClauseKind, owner: int | None) -> None:
        position = self.out.open(kind, owner)
        self._titled_line(position, plain(element.find(title_of(element))))
        for child in element:
            if child.tag != title_of(element):
                self._element(child, position)

    def _titled_line(self, position: int | None, title: str) -> None:
        """第一章　総則: the words before the blank are the marker."""
        number, blank, rest = title.partition(BLANK)
        self.out.marker(position, number)
        self.out.write(f"{blank}{rest}\n")

    def _article(self, element: _Element, owner: int | None) -> None:
        position = self.out.open(ClauseKind.ARTICLE, owner)
        self.out.line(plain(element.find("ArticleCaption")))
        self.out.marker(position, plain(element.find("ArticleTitle")))
        rest = [child for child in element if child.tag not in ("ArticleCaption", "ArticleTitle")]
        if rest and is_unnumbered(rest[0]):
            self.out.write(BLANK)
            self._paragraph_text(rest.pop(0), position)
        else:
            self.out.write("\n")
        for child in rest:
            self._element(child, position)

    def _paragraph(self, element: _Element, owner: int | None) -> None:
        """A numbered paragraph, or an unnumbered one outside articles (of a 附則, of an order without articles)."""
        number = plain(element.find("ParagraphNum"))
        position = self.out.open(ClauseKind.PARAGRAPH if number else ClauseKind.TEXT, owner)
        self.out.line(plain(element.find("ParagraphCaption")))
        self.out.marker(position, number)
        self.out.write(BLANK if number else "")
        self._paragraph_text(element, position)

    def _paragraph_text(self, element: _Element, position: int | None) -> None:
        self.out.write(sentences(element.find("ParagraphSentence")) + "\n")
        for child in element:
            if child.tag not in ("ParagraphCaption", "ParagraphNum", "ParagraphSentence"):
                self._element(child, position)

    def _item(self, element: _Element, kind: ClauseKind, owner: int | None) -> None:
        position = self.out.open(kind, owner)
        tag = str(element.tag)
        title = plain(element.find(f"{tag}Title"))
        self.out.marker(position, title)
        self.out.write((BLANK if title else "") + sentences(element.find(f"{tag}Sentence")) + "\n")
        for child in element:
            if child.tag not in (f"{tag}Title", f"{tag}Sentence"):
                self._element(child, position)

    def _supplementary(self, element: _Element, owner: int | None) -> None:
        """附　則　（平成二五年一二月一三日法律第一〇三号）　抄"""
        position = self.out.open(ClauseKind.SUPPL_PROVISION, owner)
        self.out.marker(position, plain(element.find("SupplProvisionLabel")))
        amended = element.get("AmendLawNum")
        extract = element.get("Extract") == "true"
        self.out.write((f"{BLANK}（{amended}）" if amended else "") + (f"{BLANK}抄" if extract else "") + "\n")
        rest = [child for child in element if child.tag != "SupplProvisionLabel"]
        if rest and is_unnumbered(rest[0]):  # a 附則 of one paragraph: its text is the 附則's own
            self.out.line(plain(rest[0].find("ParagraphCaption")))
            self._paragraph_text(rest.pop(0), position)
        for child in rest:
            self._element(child, position)

    def _contents(self, element: _Element, owner: int | None) -> None:
        """目次: one clause, a line to each entry."""
        position = self.out.open(ClauseKind.TOC, owner)
        self.out.marker(position, plain(element.find("TOCLabel")))
        self.out.write("\n")
        for entry in element.iter():
            if entry.tag not in ("TOC", "TOCLabel") and str(entry.tag).startswith("TOC"):
                own = (plain(part) for part in entry if not str(part.tag).startswith("TOC"))
                self.out.line("".join(own) or plain(entry))

    def _appendix(self, element: _Element, owner: int | None) -> None:
        """別表, 様式, 別図, 付録: one clause each."""
        position = self.out.open(ClauseKind.APPDX_TABLE, owner)
        title, related = plain(element.find(title_of(element))), plain(element.find("RelatedArticleNum"))
        number, blank, rest = title.partition(BLANK)
        self.out.marker(position, number)
        apart = BLANK if related and not related.startswith("（") else ""
        self.out.write(f"{blank}{rest}{apart}{related}\n")
        self.out.quoting += 1
        for child in element:
            if child.tag not in (title_of(element), "RelatedArticleNum"):
                self._element(child, position)
        self.out.quoting -= 1

    def _block(self, element: _Element, owner: int | None) -> None:
        """Anything else: tables row by row, quoted provisions without clauses of their own, text as a line."""
        tag = str(element.tag)
        if tag == "Table":
            self._table(element, owner)
        elif tag == "AmendProvision":
            self.out.quoting += 1
            self.children(element, owner)
            self.out.quoting -= 1
        elif any(str(child.tag) not in INLINE for child in element):
            self.children(element, owner)
        else:
            self.out.own_line(sentences(element), owner)

    def _table(self, element: _Element, owner: int | None) -> None:
        rows = ([Cell(cell_text(column), span(column.get("rowspan")), span(column.get("colspan"))) for column in row] for row in element)
        for line in text_lines(rows):
            self.out.own_line(line, owner)
