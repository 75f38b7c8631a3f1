"""The options of how input is read, and inputs read by them: files, standard input, files at a revision (`REV:path`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.options import option, together
from aratame.config import MAX_RATIO, MAX_UNPACKED
from aratame.errors import ReadError, UsageError

if TYPE_CHECKING:
    from aratame.model import Document, Table

READING = together(
    option("--encoding", metavar="NAME", ja="文字コード（既定: 自動判定）", en="Encoding of the input (default: recognised)."),
    option(
        "--input-format", metavar="NAME", ja="入力の形式（既定: 内容から判定）", en="Format of the input (default: recognised by content)."
    ),
    option(
        "--sheet",
        metavar="NAME",
        ja="Excel のシート名（既定: 見出し行から判定）",
        en="Sheet of an Excel file (default: by its header row).",
    ),
    option(
        "--revisions",
        type=click.Choice(("before", "after")),
        default="after",
        ja="Word の変更履歴のどちらの側を読むか（既定: after）",
        en="Which side of tracked changes in Word is read (default: after).",
    ),
    option(
        "--max-unpacked",
        metavar="MB",
        type=click.IntRange(min=1),
        default=MAX_UNPACKED,
        ja=f"Word・Excel ファイルを展開した大きさの上限（既定: {MAX_UNPACKED}）",
        en=f"How many megabytes a Word or Excel file may unpack to (default: {MAX_UNPACKED}).",
    ),
    option(
        "--max-ratio",
        metavar="TIMES",
        type=click.IntRange(min=1),
        default=MAX_RATIO,
        ja=f"その圧縮率の上限、何倍か（既定: {MAX_RATIO}）",
        en=f"How many times its size a part of it may unpack to (default: {MAX_RATIO}).",
    ),
)
"""How input is read."""
LIMITS = ("max_unpacked", "max_ratio")
"""Those that bound an archive."""
_NAMES = ("encoding", "input_format", "sheet", "revisions", *LIMITS)


def reading_of(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `reading.read` takes, and the options that are left."""
    return {name: options[name] for name in _NAMES}, {name: value for name, value in options.items() if name not in _NAMES}


def read_input(name: str, *, input_format: str | None = None, **reading: Any) -> Document | Table:
    """What `name` holds: the file, standard input for "-", or the file at a revision; a file that is there wins.

    `reading` as in `ReadOptions`. Raises as `reading.read` does.
    """
    from aratame.reading import ReadOptions, read, read_bytes  # noqa: PLC0415

    if ":" not in name:
        return read(name, input_format=input_format, **reading)
    from aratame.repository.revisions import is_at_revision, read_named  # noqa: PLC0415  most names are no revision's

    if not is_at_revision(name):
        return read(name, input_format=input_format, **reading)
    try:
        data = read_named(name)
    except UsageError as error:  # outside a repository the colon may just be part of a name that was mistyped
        raise ReadError(f"{name}: ファイルがありません。{error.words.ja}", f"{name}: no such file; {error.words.en}") from error
    return read_bytes(data, name, ReadOptions(**reading), input_format=input_format)


def read_document(name: str, **reading: Any) -> Document:
    """What `name` holds as a document, also where it is a table."""
    return cast("Document", read_input(name, want="document", **reading))
