"""Text of a document → text that a terminal shows and does not obey.

Control characters become pictures (␛), what turns or hides text its code (<U+202E>), lone surrogates �. Line ends are for the
caller to keep or to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    import re

_DANGEROUS = lazy(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but for \n, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u00ad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # hide
    "\u2028\u2029"  # break lines where we do not
    "\ud800-\udfff]"
)


def sanitize(text: str) -> str:
    r"""`text` with every control, bidirectional, invisible and surrogate character made visible; line feeds stand.

    >>> sanitize("\x1b[31m赤\u202e")
    '␛[31m赤<U+202E>'
    """
    return _DANGEROUS.sub(_picture, text)


def safe(text: str) -> str:
    r"""`text` to be shown: line ends as \\n, tabs as blanks, everything that could command a terminal as a picture."""
    return sanitize(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))


def one_line(text: str) -> str:
    """`sanitize`, with line ends shown as ⏎: for names and messages that take one line."""
    return sanitize(text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "⏎"))


def _picture(sign: re.Match[str]) -> str:
    code = ord(sign.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block repeats the order of C0
    if code == 0x7F:
        return "␡"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"<U+{code:04X}>"
