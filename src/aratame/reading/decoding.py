"""Bytes → text: the encodings that Japanese offices use, told apart by what the bytes can be.

UTF-8, UTF-16 and UTF-32 are strict enough to be known by decoding without an error. CP932 and EUC-JP accept each other's bytes: what
is read wrongly comes out as half-width katakana and rare signs, so of two readings the one with the more ordinary letters is right.
A damaged byte must not turn a UTF-8 file into CP932 gibberish: where most of the bytes fit an encoding, the rest is an error with its
offset.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import ReadError
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFT_JIS = "cp932"
_MULTIBYTE = (_SHIFT_JIS, "euc_jp", "euc_jis_2004")  # the last has ① and ㈱, which offices write and EUC-JP proper does not have
_WIDE = ("utf-16-le", "utf-16-be")
_SAMPLE = 1 << 16
"""Code points looked at to tell encodings apart: far more than it takes, and no burden on a file of any size."""
_ORDINARY_SHARE = 0.9
"""Share of ordinary letters that UTF-16 without a mark must have: right readings of statutes and work rules have 1.0; a wrong reading of a
whole document mostly does not even decode, so this is for short texts and for what is no Japanese text at all."""
_FREQUENT_SHARE = 0.1
"""Share of ASCII, kana and signs of a statute that it must have besides: any two bytes are some character, mostly a rare kanji."""
_CONTROL_SHARE = 0.02
"""Share of control characters above which a file is binary: a text may hold a stray one, a picture or a program has 0.1 and more."""
_CONTROL_SHARE_OF_UTF8 = 0.3
"""The same for bytes that are valid UTF-8, which hardly any picture or program is: a short text may well carry an escape sequence."""

# ASCII, Latin letters with accents, dashes and marks, circled numbers, kana, CJK punctuation, kanji and full-width forms.
_ORDINARY = lazy(r"[\t\n\r\f -~\xa0-ʯ‐-⁯℀-➿\u3000-ヿ㈀-㏿㐀-䶿一-鿿\uf900-\ufaff！-｠￠-￮]")
_FREQUENT = lazy(r"[\t\n\r -~\u3000、。ぁ-ヶー（）「」・第条項号章年月日一二三四五六七八九十]")
_CONTROL = lazy("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNUSED_SHIFT_JIS = lazy("[\x80\uf8f0-\uf8f3]")
_ISO_2022 = re.compile(rb"\x1b(?:\$[@B]|\(I)")
_ISO_2022_SWITCH = re.compile(rb"\x1b(\$[@B]|\([BJI])")


class _Reading(NamedTuple):
    """One attempt: the text, or the error that ended it."""

    encoding: str
    text: str
    error: UnicodeDecodeError | None = None


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of `data`, byte-order mark left out, line endings as they stand.

    Raises ReadError for bytes that are no text, an unknown `encoding`, and a byte that does not fit, with its offset from 0.
    """
    if encoding is not None:
        return _as_told(data, name, encoding)
    for bom, encoding_of_bom in _BOMS:
        if data.startswith(bom):
            return _settled(_attempt(data[len(bom) :], encoding_of_bom), name, skipped=len(bom))
    reading = _recognised(data, name)
    believable = reading.encoding == "utf-8" and reading.error is None
    if _share(_CONTROL, reading) > (_CONTROL_SHARE_OF_UTF8 if believable else _CONTROL_SHARE):
        raise _binary(name)
    return _settled(reading, name)


def _as_told(data: bytes, name: str, encoding: str) -> str:
    """The text by the encoding that the user names."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, error, 0) from error
    except (LookupError, UnicodeError, ValueError) as error:
        raise ReadError(
            f"{name}: 文字コード「{encoding}」は使えません。utf-8、utf-16、cp932、euc_jp、iso2022_jpなどを指定してください。",
            f'{name}: the encoding "{encoding}" cannot be used; name utf-8, utf-16, cp932, euc_jp, iso2022_jp, ….',
        ) from error
    return text.removeprefix("\ufeff")


def _recognised(data: bytes, name: str) -> _Reading:
    """The most believable reading of bytes without a mark; it may hold the error of one damaged byte."""
    if data.isascii() and _ISO_2022.search(data):
        return _iso_2022(data)
    utf8 = _attempt(data, "utf-8")
    has_zero = b"\0" in data
    if not has_zero and (utf8.error is None or _is_mostly_utf8(data)):
        return utf8
    narrow = [utf8] if has_zero else [utf8, *(_attempt(data, encoding) for encoding in _MULTIBYTE)]
    wide = [_attempt(data, encoding) for encoding in _WIDE]
    fitting = [reading for reading in narrow if reading.error is None] + [reading for reading in wide if _is_wide_text(reading)]
    if has_zero and not fitting:
        raise _binary(name)
    return _best(fitting or narrow)


def _attempt(data: bytes, encoding: str) -> _Reading:
    """The text, or its beginning with replacement characters and the first error."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _Reading(encoding, data[: 4 * _SAMPLE].decode(encoding, "replace"), error)
    # Python reads bytes that Shift_JIS leaves unused, as 0xFF, as private characters.
    if encoding == _SHIFT_JIS and (unused := _UNUSED_SHIFT_JIS.search(text)):
        offset = len(text[: unused.start()].encode(encoding))
        return _Reading(encoding, text, UnicodeDecodeError(encoding, data, offset, offset + 1, "unused byte"))
    return _Reading(encoding, text)


def _best(readings: Sequence[_Reading]) -> _Reading:
    """The first of those with the largest share of ordinary letters, then of the most frequent ones."""
    return max(readings, key=lambda reading: (_share(_ORDINARY, reading), _share(_FREQUENT, reading)))


def _is_wide_text(reading: _Reading) -> bool:
    """Whether UTF-16 without a mark makes sense."""
    return reading.error is None and _share(_ORDINARY, reading) >= _ORDINARY_SHARE and _share(_FREQUENT, reading) >= _FREQUENT_SHARE


def _share(letters: re.Pattern[str], reading: _Reading) -> float:
    """Share of such letters in the first part of a text."""
    sample = reading.text[:_SAMPLE]
    return len(letters.findall(sample)) / (len(sample) or 1)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether bytes that are no valid UTF-8 are a damaged UTF-8 text: three quarters of what is not ASCII fit."""
    sample = data[: 4 * _SAMPLE].decode("utf-8", "replace")
    damaged = sample.count("\ufffd")
    return damaged * 4 <= sum(character > "\x7f" for character in sample)


def _settled(reading: _Reading, name: str, skipped: int = 0) -> str:
    if reading.error is not None:
        raise _undecodable(name, reading.error, skipped) from reading.error
    return reading.text.removeprefix("\ufeff")


def _iso_2022(data: bytes) -> _Reading:
    """ISO-2022-JP with the circled numbers (row 13) that Japanese mail programs write and Python's own codec refuses.

    Each run of two-byte codes is EUC-JP with the high bits off (JIS X 0202), so it is read as that, with the repertoire of JIS X 0213.
    """
    pieces: list[str] = []
    ends = [0, *(switch.end() for switch in _ISO_2022_SWITCH.finditer(data))]
    runs = _ISO_2022_SWITCH.split(data)  # codes, then the name of a set and its codes by turns
    for start, mode, codes in zip(ends, [b"", *runs[1::2]], runs[::2], strict=True):
        try:
            pieces.append(_iso_2022_run(mode, codes))
        except UnicodeDecodeError as error:
            place = start + error.start // (2 if mode == b"(I" else 1)
            return _Reading("iso2022_jp", "", UnicodeDecodeError("iso2022_jp", data, place, place + 1, error.reason))
    return _Reading("iso2022_jp", "".join(pieces))


def _iso_2022_run(mode: bytes, codes: bytes) -> str:
    """The text between two switches of the character set."""
    if mode.startswith(b"$"):
        codes = bytes(code | 0x80 if code > 0x20 else code for code in codes)
    elif mode == b"(I":
        codes = b"".join(b"\x8e" + bytes([code | 0x80]) if code > 0x20 else bytes([code]) for code in codes)
    return codes.decode("euc_jis_2004")


def _binary(name: str) -> ReadError:
    return ReadError(
        f"{name}: 文書として読めないバイナリファイルです。テキスト、Word、Excel、PDF、HTMLのファイルを指定してください。",
        f"{name}: a binary file that is no document; name a text, Word, Excel, PDF or HTML file.",
    )


def _undecodable(name: str, error: UnicodeDecodeError, skipped: int) -> ReadError:
    offset = error.start + skipped
    byte = error.object[error.start]
    return ReadError(
        f"{name}: {offset}バイト目（0から数えて）の 0x{byte:02X} を{error.encoding}として読めません。"
        "ファイルを直すか、--encodingで文字コードを指定してください。",
        f"{name}: byte 0x{byte:02X} at offset {offset} (from 0) is not valid {error.encoding}; mend the file or name its encoding with --encoding.",
    )
