"""Which format a file has: content first, suffix second."""

from __future__ import annotations

import re
from pathlib import PurePath

from aratame.errors import ReadError, UsageError
from aratame.patterns import lazy

FORMATS = {
    "text": "aratame.reading.plain",
    "markdown": "aratame.reading.plain",
    "csv": "aratame.reading.plain",
    "tsv": "aratame.reading.plain",
    "docx": "aratame.reading.word",
    "xlsx": "aratame.reading.excel",
    "xls": "aratame.reading.excel",
    "pdf": "aratame.reading.pdf",
    "html": "aratame.reading.html",
    "egov_xml": "aratame.reading.egov_xml",
}
"""Format → the module that reads it: `read_bytes(data: bytes, name: str, options: ReadOptions) -> Document | Table`, imported when
needed. The formats of `plain` are text and go through `plain.read_text`."""

DELIMITERS = {"tsv": "\t", "csv": ","}
"""What parts the cells in the formats of delimited text."""

_PLAIN = FORMATS["text"]
_BY_SUFFIX = {".html": "html", ".htm": "html", ".xhtml": "html"}
_HEAD = 4096
"""Bytes at the beginning in which a PDF or a markup says what it is; readers of PDF look at the first 1024."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAW = lazy(r"<(?:Law|DataRoot|law_data_response)[\s>]")
_HTML = lazy(r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|table|div)\b", re.IGNORECASE | re.DOTALL)
_TAG = lazy(r"<(?:p|br|div|table|h[1-6]|ul|ol|span|body|a)\b[^<>]*>", re.IGNORECASE)
_OTHERS = (
    (b"{\\rtf", "リッチテキスト（.rtf）", "rich text (.rtf)"),
    (b"\x89PNG", "画像（PNG）", "a picture (PNG)"),
    (b"\xff\xd8\xff", "画像（JPEG）", "a picture (JPEG)"),
    (b"GIF8", "画像（GIF）", "a picture (GIF)"),
    (b"II*\0", "画像（TIFF）", "a picture (TIFF)"),
    (b"MM\0*", "画像（TIFF）", "a picture (TIFF)"),
)
"""Signatures of files that are no text and that nobody here reads, and what they are."""


def of_bytes(data: bytes, name: str, input_format: str | None) -> str | None:
    """The format whose reader wants the bytes; None where they are to be decoded as plain text.

    Raises UsageError for an `input_format` that does not exist, ReadError for a file of a sort that cannot be read.
    """
    form = input_format or _by_content(data, name) or _by_suffix(data, name)
    if form is not None and form not in FORMATS:
        known = ", ".join(FORMATS)
        raise UsageError(
            f"入力形式「{form}」はありません。{known} のどれかを指定してください。", f'no input format "{form}"; choose from {known}.'
        )
    return form if form is not None and FORMATS[form] != _PLAIN else None


def _by_content(data: bytes, name: str) -> str | None:
    """What the first bytes say; None for anything that may be plain text."""
    if data.startswith(_ZIP):
        return _packed(data, name)
    if data.startswith(_OLE):
        return "xls" if _has_stream(data, "Workbook") or _has_stream(data, "Book") else "docx"
    for signature, ja, en in _OTHERS:
        if data.startswith(signature):
            raise _unreadable(name, ja, en)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    head = _markup(data).lstrip()
    if not head.startswith("<"):
        return None
    return "egov_xml" if _LAW.search(head) else "html" if _HTML.match(head) else None


def _has_stream(data: bytes, name: str) -> bool:
    """Whether an OLE file has a stream of this name: an entry of its directory, at a multiple of 128 bytes (MS-CFB 2.6.1)."""
    entry = (name + "\0").encode("utf-16-le")
    place = data.find(entry)
    while place >= 0 and place % 128:
        place = data.find(entry, place + 1)
    return place >= 0


def _by_suffix(data: bytes, name: str) -> str | None:
    """A page without the tags it should begin with."""
    form = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    return form if form and _TAG.search(_markup(data)) else None


def _packed(data: bytes, name: str) -> str:
    """The format of a zip archive, by what it holds; one that is damaged goes to the reader of its suffix, which says so."""
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415  loads every compressor, and most files are text

    try:
        members = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return "xlsx" if PurePath(name).suffix.lower().startswith(".xls") else "docx"
    for folder, form in (("word/", "docx"), ("xl/", "xlsx")):
        if any(member.startswith(folder) for member in members):
            return form
    if "META-INF/manifest.xml" in members and "content.xml" in members:
        raise _unreadable(name, "OpenDocument（.odt、.ods）", "OpenDocument (.odt, .ods)")
    raise _unreadable(name, "Word・Excelでないzipファイル", "a zip archive that is no Word or Excel file")


def _markup(data: bytes) -> str:
    """The beginning as far as it is ASCII, whatever the encoding: the zero bytes of UTF-16 and the marks are left out."""
    return data[:_HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n").decode("latin-1")


def _unreadable(name: str, ja: str, en: str) -> ReadError:
    return ReadError(
        f"{name}: {ja}は読めません。テキスト、Word（.docx）、Excel、PDF、HTMLのファイルを指定してください。",
        f"{name}: {en} cannot be read; name a text, Word (.docx), Excel, PDF or HTML file.",
    )
