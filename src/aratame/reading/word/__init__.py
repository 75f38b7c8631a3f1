"""Word documents (.docx) → Document or Table, with the numbers that Word shows and one side of the tracked changes.

    package    the archive, its parts
    styles, numbering, number_formats    what numbers stand in front of paragraphs
    inline     the content of a paragraph
    body       paragraphs and tables in order

The XML is read directly: python-docx neither resolves numbering nor tells tracked changes apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from aratame.errors import ReadError
from aratame.model import Note, Words
from aratame.reading.blocks import document_or_table
from aratame.reading.word.body import Body
from aratame.reading.word.names import w
from aratame.reading.word.package import Package

if TYPE_CHECKING:
    from aratame.model import Document, Table
    from aratame.reading.options import ReadOptions

REVISIONS = [w(name) for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange")]


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Document | Table:
    """What a .docx says on the side `options.revisions` of its tracked changes.

    A Table where before/after tables make up most of it (see `ReadOptions.want`), else a Document whose other tables are lines of
    cells with tabs between. Text boxes and footnotes stand behind their paragraph. Raises `ReadError` and `TableError`.
    """
    package = Package(data, name, options)
    notes = _general_notes(package)
    revisions = sum(1 for _ in package.body.iter(*REVISIONS))
    if revisions:
        side = ("変更前", "before") if options.revisions == "before" else ("変更後", "after")
        ja = f"変更履歴が{revisions}か所あり、{side[0]}の文を読みました。"
        notes.append(Note("変更履歴", Words(ja, f"There are {revisions} tracked changes; the text {side[1]} them was read.")))
    return _read(package, name, options, notes)


def read_tracked(data: bytes, name: str, options: ReadOptions) -> tuple[Document, Document]:
    """The text before and the text after the tracked changes of one file; what is to be said of both is said of the first.

    Raises `ReadError` where it has none.
    """
    package = Package(data, name, options)
    if next(package.body.iter(*REVISIONS), None) is None:
        raise ReadError(
            f"{name}: 変更履歴がありません。変更履歴を残した文書か、二つの文書を指定してください。",
            f"{name}: no tracked changes. Name a document that has some, or two documents.",
        )
    notes = _general_notes(package)
    before, after = (
        cast("Document", _read(package, name, options._replace(revisions=side, want="document"), notes)) for side in ("before", "after")
    )
    return before, after._replace(notes=tuple(note for note in after.notes if note not in before.notes))


def _read(package: Package, name: str, options: ReadOptions, notes: list[Note]) -> Document | Table:
    body = Body(package, options.revisions)
    blocks = list(body.blocks(package.body))
    return document_or_table(blocks, name, options, [*notes, *body.notes])


def _general_notes(package: Package) -> list[Note]:
    """What is left out of the whole document: headers, footers, comments."""
    notes = []
    for kind, ja, en in (("header", "ヘッダー", "header"), ("footer", "フッター", "footer")):
        texts = {"".join(part.itertext(w("t"))) for part in package.parts(kind)}
        shown = "／".join(sorted(text for text in texts if text.strip()))
        if shown:
            notes.append(Note(ja, Words(f"{ja}「{shown}」は本文に含めていません。", f"The {en} ({shown}) is left out.")))
    comments = sum(len(part) for part in package.parts("comments"))
    if comments:
        notes.append(Note("コメント", Words(f"コメント{comments}件は読んでいません。", f"{comments} comment(s) left out.")))
    return notes
