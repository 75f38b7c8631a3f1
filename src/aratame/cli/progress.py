"""A word on standard error while work takes long, for someone who is watching."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 1.0
"""Seconds after which a person begins to wonder."""
_WORKING = Words("調べています…", "working…")


@contextmanager
def working(language: str) -> Iterator[None]:
    """While the block runs longer than a second and standard error is a terminal, say so there, and wipe it away at the end."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer  # noqa: PLC0415  nobody watches a pipe

    said: list[str] = []

    def tell() -> None:
        said.append(_WORKING.to(language))
        sys.stderr.write(f"aratame: {said[0]}")
        sys.stderr.flush()

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
