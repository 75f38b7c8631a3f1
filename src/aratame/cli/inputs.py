"""The options of how input is read, and documents read by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from aratame.cli.options import option, together

if TYPE_CHECKING:
    from aratame.model import Document

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
)
"""How input is read."""
_NAMES = ("encoding", "input_format", "sheet", "revisions")


def reading_of(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `reading.read` takes, and the options that are left."""
    return {name: options[name] for name in _NAMES}, {name: value for name, value in options.items() if name not in _NAMES}


def read_document(name: str, **reading: Any) -> Document:
    """The file as a document, also where it is a table."""
    from aratame.reading import read  # noqa: PLC0415

    return cast("Document", read(name, want="document", **reading))
