"""Decoded text → Document or Table: plain text, Markdown, TSV, CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.model import Document

if TYPE_CHECKING:
    from aratame.model import Table
    from aratame.reading.options import ReadOptions


def read_text(text: str, name: str, options: ReadOptions, *, input_format: str | None = None) -> Document | Table:
    """A Table or a Document, as `options.want` says."""
    return Document(name, text)
