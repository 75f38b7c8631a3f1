"""Which format a file has: content first, suffix second."""

from __future__ import annotations

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


def of_bytes(data: bytes, name: str, input_format: str | None) -> str | None:
    """The format whose reader wants the bytes; None where they are to be decoded as plain text. Raises UsageError, ReadError."""
    raise NotImplementedError
