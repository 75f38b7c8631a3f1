"""Files and texts → Document or Table. Bytes become text here and nowhere else."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from aratame.config import MAX_RATIO, MAX_UNPACKED
from aratame.errors import ReadError
from aratame.reading import plain, recognising
from aratame.reading.decoding import decode
from aratame.reading.options import ReadOptions, Want

if TYPE_CHECKING:
    from aratame.model import Document, Table

__all__ = ["ReadOptions", "read", "read_bytes", "read_text", "read_tracked"]


def read(
    source: str | Path,
    *,
    encoding: str | None = None,
    input_format: str | None = None,
    before_column: str | None = None,
    after_column: str | None = None,
    sheet: str | None = None,
    revisions: str = "after",
    max_unpacked: int = MAX_UNPACKED,
    max_ratio: int = MAX_RATIO,
    want: Want = "any",
) -> Document | Table:
    """What stands in the file `source`, or on standard input where it is "-".

    The format is recognised by content first, by suffix second; `input_format` (a key of `recognising.FORMATS`) overrides. For the
    other options see `ReadOptions`.

    Raises ReadError (missing, a folder, empty, binary, undecodable, damaged), TableError (`want="table"` and there is none, or a row
    cannot be understood), UsageError (unknown `input_format`).
    """
    name = str(source)
    options = ReadOptions(
        want=want,
        encoding=encoding,
        before_column=before_column,
        after_column=after_column,
        sheet=sheet,
        revisions=revisions,
        max_unpacked=max_unpacked,
        max_ratio=max_ratio,
    )
    return read_bytes(_bytes(name), name, options, input_format=input_format)


def read_bytes(data: bytes, name: str, options: ReadOptions, *, input_format: str | None = None) -> Document | Table:
    """What the bytes of the file `name` hold, wherever they came from. Raises as `read` does."""
    if not data:
        raise ReadError(
            f"{name}: 中身がありません（0バイト）。ファイルを確かめてください。",
            f"{name}: the file is empty; check that it is the right one.",
        )
    form = recognising.of_bytes(data, name, input_format)
    if form is not None:
        reader = import_module(recognising.FORMATS[form])
        return cast("Document | Table", reader.read_bytes(data, name, options._replace(format=form)))
    return plain.read_text(decode(data, name, options.encoding), name, options, input_format=input_format)


def read_tracked(source: str | Path, *, max_unpacked: int = MAX_UNPACKED, max_ratio: int = MAX_RATIO) -> tuple[Document, Document]:
    """The texts before and after the tracked changes of one Word file. Raises ReadError where it is none or has none."""
    name = str(source)
    data = _bytes(name)
    if recognising.of_bytes(data, name, None) != "docx":
        raise ReadError(
            f"{name}: 変更履歴を読めるのは Word（.docx）だけです。二つのファイルを指定してください。",
            f"{name}: only Word (.docx) has tracked changes; name two files.",
        )
    from aratame.reading import word  # noqa: PLC0415 - loads lxml

    return word.read_tracked(data, name, ReadOptions(format="docx", max_unpacked=max_unpacked, max_ratio=max_ratio))


def read_text(
    text: str, *, name: str = "", before_column: str | None = None, after_column: str | None = None, want: Want = "any"
) -> Document | Table:
    """What `text` holds, which may be any str; `name` is what reports call it. Raises TableError as `read` does."""
    return plain.read_text(text, name, ReadOptions(want=want, before_column=before_column, after_column=after_column))


def _bytes(name: str) -> bytes:
    """The bytes of the file, or of standard input."""
    return sys.stdin.buffer.read() if name == "-" else _file(name)


def _file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        ja, en = "ファイルがありません。名前を確かめてください。", "no such file; check the name."
        raise ReadError(f"{name}: {ja}", f"{name}: {en}") from error
    except IsADirectoryError as error:
        ja, en = "フォルダーです。ファイルを指定してください。", "this is a folder; name a file."
        raise ReadError(f"{name}: {ja}", f"{name}: {en}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{name}: 開けません（{reason}）。", f"{name}: cannot be opened ({reason}).") from error
