"""How a document to hand in is laid out: which side the new text is on, the header words, the paper, the font, the direction.

    --layout taisho,new=right,header=新/旧        [layout]
                                                 new = "right"
                                                 header = "新/旧"

The option and the configuration share these names and values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

TAISHO = "taisho"
"""新旧対照表: what changed, provision by provision, both versions beside each other."""
HENKO = "henko"
"""変更箇所: one row for each item that changed, as the forms of 特定個人情報保護評価 have it."""
LAYOUTS = (TAISHO, HENKO)

CHOICES = {
    "new": ("left", "right"),
    "paper": ("A4", "A4-portrait", "A3", "A3-portrait", "B4", "B4-portrait"),
    "writing": ("horizontal", "vertical"),
}
"""Settings that have one of a few values; paper lies on its side unless it says portrait."""

_FREE = {
    "header": (
        lazy(r"[^/\n]{1,40}/[^/\n]{1,40}"),
        Words("「改正後/改正前」のように、新/旧の順に", "as “new/old”, such as “After/Before”"),
    ),
    "font": (lazy(r'[^"<>&\x00-\x1f]{1,60}'), Words("フォントの名前を", "the name of a font")),
}
"""Settings that are words: what they must look like, and how to say so."""

NAMES = ("new", "header", "paper", "font", "writing")


class Layout(NamedTuple):
    """The layout of a document to hand in.

    `new` is the side of the new text ("left" as the tables of ministries and most ordinances have it, or "right"; in vertical
    writing the left column is the upper row); `header` the words over the columns, new/old; `date` and `timing` fill columns
    of the 変更箇所 sheet and are empty unless somebody gives them.
    """

    new: str = "left"
    header: str = "改正後/改正前"
    paper: str = "A4"
    font: str = "ＭＳ 明朝"
    writing: str = "horizontal"
    date: str = ""
    timing: str = ""

    @property
    def headers(self) -> tuple[str, str]:
        """The words over the column of the before text and over that of the after text."""
        after, before = self.header.split("/")
        return before.strip(), after.strip()

    def dated(self, date: str, timing: str) -> Layout:
        """The layout with what is to stand in the columns of the 変更箇所 sheet."""
        return self._replace(date=date, timing=timing)

    def given(self, settings: Mapping[str, object]) -> tuple[Layout, list[tuple[str, Words]]]:
        """The layout with `settings`, and for each setting that is wrong its name and what is wrong with it."""
        problems = [(name, words) for name, value in settings.items() if (words := problem(name, value))]
        wrong = {name for name, _ in problems}
        return self._replace(**{name: str(value) for name, value in settings.items() if name not in wrong}), problems


def problem(name: str, value: object) -> Words | None:
    """What is wrong with one setting; None where nothing is."""
    if name in CHOICES:
        allowed = CHOICES[name]
        return (
            None if value in allowed else Words(f"{'、'.join(allowed)} のどれかにしてください。", f"must be one of {', '.join(allowed)}.")
        )
    if name in _FREE:
        pattern, words = _FREE[name]
        if isinstance(value, str) and pattern.fullmatch(value) and all(part.strip() for part in value.split("/")):
            return None
        return Words(f"{words.ja}書いてください。", f"must be {words.en}.")
    return Words(f"知らない項目です。使えるのは {'、'.join(NAMES)} です。", f"unknown key; use {', '.join(NAMES)}.")
