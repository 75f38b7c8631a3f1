"""Bytes → text."""

from __future__ import annotations


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of `data`, byte-order mark left out, line endings as they stand. Raises ReadError with the offset of a bad byte."""
    return data.decode(encoding or "utf-8-sig")
