"""A sheet → a Word document (.docx): a real table with styles that an officer can edit, on paper that prints.

Each column's part begins at the height of its neighbour's: what the shorter text lacks in lines stands as space behind its last
paragraph, so that nothing has to be lined up by empty paragraphs. Line spacing is exact for that, and set in one style.
"""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from aratame.reporting.sheets.archive import reproducible
from aratame.reporting.sheets.choosing import sheet_of
from aratame.reporting.sheets.paper import MARGIN, PAPER
from aratame.reporting.sheets.sheet import columns_wide, line_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument
    from docx.styles.style import CharacterStyle, ParagraphStyle

    from aratame.layouts import Layout
    from aratame.model import Diff, TableDiff
    from aratame.reporting import Wishes
    from aratame.reporting.sheets.sheet import Cell, Line, Part, Row, Sheet

SIZE = 10.5
"""Points: the size that Japanese Word gives a body text."""
LEADING = 16.0
"""Points from line to line."""
CELL_MARGIN = 5.4
"""Points that Word leaves beside the text of a cell."""
TALL = 12
"""Lines of a row that is kept on one page; a taller one would leave half a page empty."""

BODY, HEAD, TITLE, NOTE, CHANGED = "対照表本文", "対照表見出し", "対照表表題", "対照表注記", "改正部分"


class _Page(NamedTuple):
    """The widths of the columns in twentieths of a point, how many half-width letters a line of each holds, the direction of cells.

    Word takes the direction from the section, LibreOffice from each cell.
    """

    widths: tuple[int, ...]
    letters: tuple[int, ...]
    direction: str


def diff_report(diff: Diff, wishes: Wishes) -> bytes:
    """The layout of a diff that was asked for, as the bytes of a .docx."""
    return write(sheet_of(diff, wishes), wishes.page)


def table_report(answer: TableDiff, wishes: Wishes) -> bytes:
    """The same of a before/after table."""
    return write(sheet_of(answer, wishes), wishes.page)


def write(sheet: Sheet, layout: Layout) -> bytes:
    """The bytes of the .docx; the same sheet and layout give the same bytes."""
    document = Document()
    _styles(document, layout.font)
    page = _page(document, sheet, layout)
    document.add_paragraph(sheet.title, TITLE)
    document.add_paragraph(sheet.legend, NOTE)
    section = document.element.body.sectPr
    assert section is not None
    section.addprevious(parse_xml("".join(_table(sheet, page, document))))
    _core(document, sheet.title)
    stream = io.BytesIO()
    document.save(stream)
    return reproducible(stream.getvalue())


def _styles(document: WordDocument, font: str) -> None:
    """Named styles: who wants another font or spacing changes it in one place."""
    styles = document.styles
    normal: ParagraphStyle = styles["Normal"]
    _font(normal, font, SIZE)
    normal.paragraph_format.space_after = Pt(0)
    for name, size in ((BODY, SIZE), (HEAD, SIZE), (NOTE, SIZE - 1), (TITLE, SIZE + 3.5)):
        style: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.quick_style = True
        _font(style, font, size)
    body = styles[BODY].paragraph_format
    body.line_spacing_rule, body.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LEADING)
    styles[HEAD].paragraph_format.alignment = styles[TITLE].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles[NOTE].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles[TITLE].paragraph_format.space_after = Pt(6)
    styles[NOTE].paragraph_format.space_after = Pt(3)
    changed: CharacterStyle = styles.add_style(CHANGED, WD_STYLE_TYPE.CHARACTER)
    changed.quick_style = True
    changed.font.underline = True


def _font(style: ParagraphStyle, font: str, size: float) -> None:
    """One font for all scripts; Word keeps that of East Asian letters apart."""
    style.font.name = font
    style.font.size = Pt(size)
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "ja-JP")
    properties.append(language)


def _page(document: WordDocument, sheet: Sheet, layout: Layout) -> _Page:
    """Set the paper, the direction of the text and the page numbers; what fits on a line then."""
    section = document.sections[0]
    width, height = PAPER[layout.paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.footer_distance = Mm(MARGIN / 2)
    vertical = layout.writing == "vertical"
    if vertical:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "tbRl")
        _before_grid(section._sectPr, direction)  # noqa: SLF001  python-docx has no name for it
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))  # noqa: SLF001
    across = (height if vertical else width) - 2 * MARGIN
    points = across / 25.4 * 72
    widths = tuple(int(points * column.share * 20) for column in sheet.columns)
    letters = tuple(int((width / 20 - 2 * CELL_MARGIN) / SIZE) * 2 for width in widths)
    return _Page(widths, letters, '<w:textDirection w:val="tbRl"/>' if vertical else "")


def _before_grid(section: object, direction: object) -> None:
    """Put the direction where the schema wants it: before the document's grid."""
    grid = section.find(qn("w:docGrid"))  # type: ignore[attr-defined]
    if grid is None:
        section.append(direction)  # type: ignore[attr-defined]
    else:
        grid.addprevious(direction)


def _table(sheet: Sheet, page: _Page, document: WordDocument) -> Iterator[str]:
    """The table as XML; thousands of paragraphs made one by one would take minutes."""
    styles = {name: quoteattr(document.styles[name].style_id or name) for name in (BODY, HEAD, CHANGED)}
    yield f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(page.widths)}" w:type="dxa"/>'
    yield '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:noVBand="1"/></w:tblPr><w:tblGrid>'
    yield from (f'<w:gridCol w:w="{width}"/>' for width in page.widths)
    yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for column, width in zip(sheet.columns, page.widths, strict=True):
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>{page.direction}</w:tcPr>'
        yield f"<w:p><w:pPr><w:pStyle w:val={styles[HEAD]}/></w:pPr>{_run(column.header, '')}</w:p></w:tc>"
    yield "</w:tr>"
    for row in sheet.rows:
        yield from _row(row, page, styles)
    yield "</w:tbl>"


def _row(row: Row, page: _Page, styles: dict[str, str]) -> Iterator[str]:
    """A row that fits a page is one of Word's, and one in which nothing has to wait for the other side.

    Of the others each part is, without a rule between: room left in a cell does not go over a page break, and what belongs together would
    not stand at one height behind it.
    """
    heights = [[_height(cell, letters) for cell, letters in zip(part, page.letters, strict=True)] for part in row]
    if sum(map(max, heights)) <= TALL or not any(_waits(row, at, heights) for at in range(len(page.widths))):
        yield from _word_row(row, heights, page, styles, "")
        return
    for at, part in enumerate(row):
        borders = ('<w:top w:val="nil"/>' if at else "") + ('<w:bottom w:val="nil"/>' if at + 1 < len(row) else "")
        yield from _word_row((part,), heights[at : at + 1], page, styles, f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "")


def _waits(row: Row, at: int, heights: Sequence[Sequence[int]]) -> bool:
    """Whether a column has text below a part that is higher on the other side."""
    last = max((number for number, part in enumerate(row) if part[at]), default=0)
    return any(max(height) > height[at] for height in heights[:last])


def _word_row(row: Row, heights: Sequence[Sequence[int]], page: _Page, styles: dict[str, str], borders: str) -> Iterator[str]:
    """A row of Word's table, kept on one page if it is short."""
    whole = sum(map(max, heights)) <= TALL
    yield f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}"
    for at, width in enumerate(page.widths):
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}{page.direction}</w:tcPr>'
        yield from _paragraphs(row, at, heights, styles)
        yield "</w:tc>"
    yield "</w:tr>"


def _paragraphs(row: Sequence[Part], at: int, heights: Sequence[Sequence[int]], styles: dict[str, str]) -> Iterator[str]:
    """A cell: its parts below each other, each as high as its neighbour's but for the last, behind which nothing follows.

    Where a part is empty the space goes behind what stands above it, or before what comes.
    """
    lines: list[tuple[Line, int]] = []
    above = missing = 0
    for part, height in zip(row, heights, strict=True):
        if missing and lines:
            lines[-1] = (lines[-1][0], lines[-1][1] + missing)
        elif missing:
            above += missing
        lines += [(line, 0) for line in part[at]]
        missing = max(height) - height[at]
    if not lines:
        yield _paragraph((), 0, 0, styles)
    for number, (line, below) in enumerate(lines):
        yield _paragraph(line, below, 0 if number else above, styles)


def _paragraph(line: Line, below: int, above: int, styles: dict[str, str]) -> str:
    """One line of a cell with room for `above` and `below` lines around it."""
    space = "".join(f' w:{side}="{int(count * LEADING * 20)}"' for side, count in (("before", above), ("after", below)) if count)
    spacing = f"<w:spacing{space}/>" if space else ""
    marked = f"<w:rPr><w:rStyle w:val={styles[CHANGED]}/></w:rPr>"
    runs = "".join(_run(run.text, marked if run.changed else "") for run in line)
    return f"<w:p><w:pPr><w:pStyle w:val={styles[BODY]}/>{spacing}</w:pPr>{runs}</w:p>"


def _run(text: str, properties: str) -> str:
    """A run; a tab is an element of its own."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r>{properties}{pieces}</w:r>"


def _height(cell: Cell, letters: int) -> int:
    """Lines that a cell takes on paper."""
    return sum(max(1, -(-columns_wide(line_text(line)) // letters)) for line in cell)


def _core(document: WordDocument, title: str) -> None:
    """What the file says about itself: nothing of the machine, the user or the day."""
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.title = unicodedata.normalize("NFC", title)
    core.language = "ja-JP"
    core.revision = 1
