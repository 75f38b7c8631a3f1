"""Which files of a repository are documents."""

from __future__ import annotations

from pathlib import PurePosixPath

SUFFIXES = (".txt", ".md", ".markdown", ".docx", ".xlsx", ".xlsm", ".xls", ".pdf", ".html", ".htm", ".xml", ".csv", ".tsv")
"""By suffix, because git and pre-commit choose files before anything is read."""


def is_document(path: str) -> bool:
    """Whether a file of this name is one that the program reads."""
    return PurePosixPath(path).suffix.lower() in SUFFIXES
