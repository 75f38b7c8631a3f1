"""e-Gov law XML (法令標準XML) → a Document whose outline the elements themselves state.

The text is laid out as statutes are printed, one unit a line:

    第一章　総則
    （目的）                               the caption belongs to the article's own text
    第一条　この法律は、…を目的とする。       and so does the first, unnumbered paragraph
    ２　前項の…
    一　国内　この法律の施行地をいう。        columns of one sentence with a full-width blank between
    イ　…

Element names: the XML schema for Japanese law, version 3 (e-Gov 法令検索, XMLSchemaForJapaneseLaw_v3.xsd).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.errors import ReadError
from aratame.model import Clause, ClauseKind, Document, Marker, Note, Span, Words
from aratame.reading.grids import Cell, span, text_lines
from aratame.reading.xml_parsing import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from aratame.reading.options import ReadOptions

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
BLANK = "\u3000"
XML_BLANKS = " \t\r\n"
"""What pretty printing puts around text; the full-width blank is text."""

BREAK_IN_ENGLISH = re.compile(r"(?<=[!-~])[ \t\r]*\n[ \t\r\n]*(?=[!-~])")
BREAK = re.compile(r"[ \t\r]*\n[ \t\r\n]*")


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Document:
    """The law in `data` as a Document with its outline. Raises `ReadError` where it is no well-formed law XML."""
    del options  # XML names its own encoding, and nothing else can be chosen
    root = parse_xml(data, name)
    law = root if root.tag == "Law" else root.find(".//Law")
    if law is None:
        raise ReadError(
            f"{name}: 法令標準XMLではありません（<Law> がありません）。文章を取り出したテキストを渡してください。",
            f"{name}: not e-Gov law XML (there is no <Law>). Hand in its text instead.",
        )
    rendering = _Rendering()
    rendering.children(law, None)
    for figure in law.iter("Fig"):
        rendering.note(figure.get("src") or "Fig", "図は読んでいません。", "The figure is left out.")
    return rendering.document(name)


class _Rendering:
    """The text so far and the clauses that were opened in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.clauses: list[Clause] = []
        self.notes: list[Note] = []
        self.quoting = 0
        """> 0 inside what is one clause whatever it holds: an appended table, a quoted amendment."""

    def document(self, name: str) -> Document:
        """The finished document: each clause ends where the next one starts."""
        ends = [clause.span.start for clause in self.clauses[1:]] + [self.length]
        outline = (c._replace(span=Span(c.span.start, end)) for c, end in zip(self.clauses, ends, strict=True))
        return Document(name, "".join(self.pieces), "egov_xml", tuple(self.notes), tuple(outline))

    # --- writing

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def line(self, text: str) -> None:
        if text:
            self.write(text + "\n")

    def open(self, kind: ClauseKind, parent: int | None) -> int | None:
        """A new clause that starts here; its position. Inside a quotation no clause starts, and `parent` goes on."""
        if self.quoting:
            return parent
        above = self.clauses[parent] if parent is not None else None
        path, depth = (above.path, above.depth + 1) if above else ((), 0)
        position = len(self.clauses)
        self.clauses.append(Clause(position, kind, None, Span(self.length, self.length), path, parent, depth))
        return position

    def marker(self, position: int | None, text: str) -> None:
        """Write the marker of the clause that was opened last."""
        if text and position is not None and not self.quoting:
            clause = self.clauses[position]
            span = Span(self.length, self.length + len(text))
            self.clauses[position] = clause._replace(marker=Marker(text, span), path=(*clause.path, text))
        self.write(text)

    def own_line(self, text: str, owner: int | None) -> None:
        """A line of `owner`'s own text; behind its children it is a clause without a marker, so that nothing changes its owner."""
        last = self.clauses[-1] if self.clauses else None
        follows = (
            last is not None and owner is not None and (last.position == owner or (last.kind is ClauseKind.TEXT and last.parent == owner))
        )
        if text and not follows:
            self.open(ClauseKind.TEXT, owner)
        self.line(text)

    # --- elements

    def children(self, element: _Element, owner: int | None) -> None:
        for child in element:
            self.element(child, owner)

    def element(self, element: _Element, owner: int | None) -> None:
        """Render one element of the law; what has no rule of its own is rendered line by line."""
        tag = str(element.tag)
        if tag in WRAPPERS:
            self.children(element, owner)
        elif tag in DIVISIONS:
            self.division(element, DIVISIONS[tag], owner)
        elif tag == "Article":
            self.article(element, owner)
        elif tag == "Paragraph":
            self.paragraph(element, owner)
        elif tag in ITEMS:
            self.item(element, ITEMS[tag], owner)
        elif tag == "SupplProvision":
            self.supplementary(element, owner)
        elif tag == "TOC":
            self.contents(element, owner)
        elif tag.removeprefix("SupplProvision") in APPENDICES:
            self.appendix(element, owner)
        elif tag == "LawNum":
            self.note(
                "法令番号",
                f"法令番号（{plain(element)}）は本文に含めていません。",
                f"The law number ({plain(element)}) is left out of the text.",
            )
        else:
            self.block(element, owner)

    def division(self, element: _Element, kind: ClauseKind, owner: int | None) -> None:
        position = self.open(kind, owner)
        self.titled_line(position, plain(element.find(title_of(element))))
        for child in element:
            if child.tag != title_of(element):
                self.element(child, position)

    def titled_line(self, position: int | None, title: str) -> None:
        """第一章　総則: the words before the blank are the marker."""
        number, blank, rest = title.partition(BLANK)
        self.marker(position, number)
        self.write(f"{blank}{rest}\n")

    def article(self, element: _Element, owner: int | None) -> None:
        position = self.open(ClauseKind.ARTICLE, owner)
        self.line(plain(element.find("ArticleCaption")))
        self.marker(position, plain(element.find("ArticleTitle")))
        rest = [child for child in element if child.tag not in ("ArticleCaption", "ArticleTitle")]
        if rest and _is_unnumbered(rest[0]):
            self.write(BLANK)
            self.paragraph_text(rest.pop(0), position)
        else:
            self.write("\n")
        for child in rest:
            self.element(child, position)

    def paragraph(self, element: _Element, owner: int | None) -> None:
        """A numbered paragraph, or an unnumbered one outside articles (of a 附則, of an order without articles)."""
        number = plain(element.find("ParagraphNum"))
        position = self.open(ClauseKind.PARAGRAPH if number else ClauseKind.TEXT, owner)
        self.line(plain(element.find("ParagraphCaption")))
        self.marker(position, number)
        self.write(BLANK if number else "")
        self.paragraph_text(element, position)

    def paragraph_text(self, element: _Element, position: int | None) -> None:
        self.line(sentences(element.find("ParagraphSentence")) or BLANK)
        for child in element:
            if child.tag not in ("ParagraphCaption", "ParagraphNum", "ParagraphSentence"):
                self.element(child, position)

    def item(self, element: _Element, kind: ClauseKind, owner: int | None) -> None:
        position = self.open(kind, owner)
        tag = str(element.tag)
        title = plain(element.find(f"{tag}Title"))
        self.marker(position, title)
        self.write((BLANK if title else "") + sentences(element.find(f"{tag}Sentence")) + "\n")
        for child in element:
            if child.tag not in (f"{tag}Title", f"{tag}Sentence"):
                self.element(child, position)

    def supplementary(self, element: _Element, owner: int | None) -> None:
        """附　則　（平成二五年一二月一三日法律第一〇三号）　抄"""
        position = self.open(ClauseKind.SUPPL_PROVISION, owner)
        self.marker(position, plain(element.find("SupplProvisionLabel")))
        amended = element.get("AmendLawNum")
        extract = element.get("Extract") == "true"
        self.write((f"{BLANK}（{amended}）" if amended else "") + (f"{BLANK}抄" if extract else "") + "\n")
        rest = [child for child in element if child.tag != "SupplProvisionLabel"]
        if rest and _is_unnumbered(rest[0]):  # a 附則 of one paragraph: its text is the 附則's own
            self.line(plain(rest[0].find("ParagraphCaption")))
            self.paragraph_text(rest.pop(0), position)
        for child in rest:
            self.element(child, position)

    def contents(self, element: _Element, owner: int | None) -> None:
        """目次: one clause, a line to each entry."""
        position = self.open(ClauseKind.TOC, owner)
        self.marker(position, plain(element.find("TOCLabel")))
        self.write("\n")
        for entry in element.iter():
            if entry.tag not in ("TOC", "TOCLabel") and str(entry.tag).startswith("TOC"):
                own = (plain(part) for part in entry if not str(part.tag).startswith("TOC"))
                self.line("".join(own) or plain(entry))

    def appendix(self, element: _Element, owner: int | None) -> None:
        """別表, 様式, 別図, 付録: one clause each."""
        position = self.open(ClauseKind.APPDX_TABLE, owner)
        title, related = plain(element.find(title_of(element))), plain(element.find("RelatedArticleNum"))
        number, blank, rest = title.partition(BLANK)
        self.marker(position, number)
        apart = BLANK if related and not related.startswith("（") else ""
        self.write(f"{blank}{rest}{apart}{related}\n")
        self.quoting += 1
        for child in element:
            if child.tag not in (title_of(element), "RelatedArticleNum"):
                self.element(child, position)
        self.quoting -= 1

    def block(self, element: _Element, owner: int | None) -> None:
        """Anything else: tables row by row, quoted provisions without clauses of their own, text as a line."""
        tag = str(element.tag)
        if tag == "Table":
            self.table(element, owner)
        elif tag == "AmendProvision":
            self.quoting += 1
            self.children(element, owner)
            self.quoting -= 1
        elif any(str(child.tag) not in INLINE for child in element):
            self.children(element, owner)
        else:
            self.own_line(sentences(element), owner)

    def table(self, element: _Element, owner: int | None) -> None:
        rows = ([Cell(cell_text(column), span(column.get("rowspan")), span(column.get("colspan"))) for column in row] for row in element)
        for line in text_lines(rows):
            self.own_line(line, owner)

    def note(self, place: str, ja: str, en: str) -> None:
        self.notes.append(Note(place, Words(ja, en)))


INLINE = {"Ruby", "Sup", "Sub", "Line", "ArithFormula", "QuoteStruct"}
"""Elements that stand inside a sentence."""


def _is_unnumbered(element: _Element) -> bool:
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
