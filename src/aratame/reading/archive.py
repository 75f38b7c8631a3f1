"""A zip archive that is opened only within limits: .docx and .xlsx are zip archives, and 40 KB of one can unpack to gigabytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from aratame.errors import ReadError

if TYPE_CHECKING:
    from aratame.reading.options import ReadOptions

MEGABYTE = 1_000_000
SMALL = 5 * MEGABYTE
"""Bytes below which a member may have any ratio: it is harmless whatever it holds."""

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old binary formats (.doc, .xls) begin, and a .docx or .xlsx that a password protects (MS-OFFCRYPTO 2.2)."""


class Archive:
    """The members of an archive whose sizes were checked. `zipfile` reads no more of a member than it declares."""

    def __init__(self, data: bytes, name: str, options: ReadOptions) -> None:
        """Raises `ReadError` for what is no whole zip archive, is protected by a password, or unpacks to more than `options` allows."""
        refuse_ole(data, name)
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise damaged(name) from error
        members = self._zip.infolist()
        self.names = frozenset(member.filename for member in members)
        total = sum(member.file_size for member in members)
        dense = [m for m in members if m.file_size > SMALL and m.file_size > options.max_ratio * max(1, m.compress_size)]
        if total > options.max_unpacked * MEGABYTE or dense:
            size, limits = f"{total / MEGABYTE:,.0f} MB", (f"{options.max_unpacked:,} MB", options.max_ratio)
            raise ReadError(
                f"{name}: 展開すると大きくなりすぎるため読みません（{size}、上限 {limits[0]}・{limits[1]} 倍）。"
                "信頼できるファイルなら --max-unpacked か --max-ratio で上限を上げてください。",
                f"{name}: refused, it unpacks to too much ({size}; limits {limits[0]} and {limits[1]} times). "
                "Raise them with --max-unpacked or --max-ratio if you trust the file.",
            )

    def read(self, member: str) -> bytes | None:
        """The bytes of one member, or None where there is no such member. Raises `ReadError` where it is damaged."""
        if member not in self.names:
            return None
        try:
            return self._zip.read(member)
        except RuntimeError as error:  # how zipfile says that a member is encrypted
            raise protected(self.name) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise damaged(self.name) from error


def refuse_ole(data: bytes, name: str) -> None:
    """Raises `ReadError` where `data` is an OLE file: one that a password protects, or an old binary document."""
    if not data.startswith(OLE_SIGNATURE):
        return
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(name)
    raise ReadError(
        f"{name}: 旧形式のバイナリー文書（.doc、.jtd など）は読めません。作ったソフト（Word、一太郎など）で開き、.docx で保存し直してください。",
        f"{name}: an old binary document (.doc, .jtd or the like). Open it in the program that made it and save it as .docx.",
    )


def protected(name: str) -> ReadError:
    """What to say about a file that a password protects."""
    return ReadError(
        f"{name}: パスワードで保護されているため読めません。保護を外して保存し直してください。",
        f"{name}: protected by a password. Take the protection off and save it again.",
    )


def damaged(name: str) -> ReadError:
    """What to say about a file that is not whole."""
    return ReadError(
        f"{name}: ファイルが壊れているか、途中で切れています。もう一度保存または受信し直してください。",
        f"{name}: damaged or cut off. Save or fetch it again.",
    )
