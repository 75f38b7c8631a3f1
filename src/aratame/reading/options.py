"""What a caller may ask of a reader."""

from __future__ import annotations

from typing import Literal, NamedTuple

from aratame.config import MAX_RATIO, MAX_UNPACKED

Want = Literal["any", "document", "table"]


class ReadOptions(NamedTuple):
    """How a file is to be read.

    `format` is a key of `recognising.FORMATS`, settled before a reader is called (a reader of several formats looks at it).
    `want`: "document" always gives a Document; "table" a Table or a TableError; "any" what the file is: a Table where a before/after
    table makes up most of it, else a Document.
    `before_column` and `after_column` are header texts that override the header words; `sheet` names an Excel sheet; `revisions`
    says which side of tracked changes is read, "before" or "after"; `encoding` overrides what the bytes say.

    `max_unpacked` (megabytes) and `max_ratio` (times its size) bound what a zip archive (.docx, .xlsx) may unpack to.
    """

    format: str = "text"
    want: Want = "any"
    encoding: str | None = None
    before_column: str | None = None
    after_column: str | None = None
    sheet: str | None = None
    revisions: str = "after"
    max_unpacked: int = MAX_UNPACKED
    max_ratio: int = MAX_RATIO
