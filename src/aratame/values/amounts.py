"""Text → the amounts in it as they are written: their numbers, their units, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aratame.patterns import lazy
from aratame.values.figures import FIGURES, NUMBER, PLAIN, START, view
from aratame.values.units import SIGNS, unit_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_LARGE = rf"(?:[.・][\d\x01]+)?(?:\x02?[万億兆](?:{NUMBER})?)*"
_FRACTION = rf"分の(?P<above>{NUMBER}(?:[.・][\d\x01]++(?!分))?)"
_TENTHS = rf"(?P<tenths>割)(?:(?P<hundredths>{PLAIN})分)?(?:(?P<thousandths>{PLAIN})厘)?"
_WHOLE = r"(?P<whole>過半数|半数|全数|全員|全額|半額|倍額|同額|多数|若干名|数[人名回件日個]|全部|毎[年月週日]度?|隔[年月週日]|半年間?|半日)"
_AMOUNT = lazy(rf"(?=[\d\x01\x02過半全倍同多若数毎隔]){START}(?:(?P<number>{NUMBER})(?:{_FRACTION}|{_TENTHS}|{_LARGE})|{_WHOLE})")
_NUMBER = lazy(NUMBER + _LARGE)
_SMALL_YEN = frozenset({"十円", "百円", "千円"})
"""In which budgets count; behind 万 their first sign belongs to the number."""
_SMALL, _LARGE_SIGNS = frozenset("百千"), frozenset("万億兆")
"""What multiplies the figure before it."""
_LIMITS = ("以上", "以下", "以内", "未満", "を超え")
AMOUNT_SIGNS = FIGURES.union(SIGNS, ",，.．・、万億兆の過半全倍同多若数毎隔員額干週", *_LIMITS)
"""What amounts are written with, besides digits, letters and blanks; and what tells words that only begin like one."""


class Part(NamedTuple):
    """A number and its unit as written: 1年6か月 has two of them."""

    number: str
    unit: str
    end: int


class Stated(NamedTuple):
    """An amount as written: what the pattern found of it, and its parts where it has units."""

    start: int
    end: int
    match: re.Match[str]
    parts: tuple[Part, ...]


def amounts(text: str, start: int = 0) -> Iterator[Stated]:
    """The amounts of `text` that begin at `start` or behind it, in order."""
    seen = view(text)
    while match := _AMOUNT.search(seen, start):
        found = None if _is_word(text, match.start()) else _stated(text, seen, match)
        start = found.end if found else match.start() + 1
        if found:
            yield found


def amount_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the amounts between two places of `text` stand."""
    first = max(0, start - 1)  # what stands before a figure tells whether the number begins there
    return ((found.start + first, found.end + first) for found in amounts(text[first:end], start - first))


def parts(text: str) -> Iterator[Part]:
    """Every number of `text` that has a unit behind it."""
    seen, at = view(text), 0
    while number := _NUMBER.search(seen, at):
        part = _part(text, *number.span())
        at = part.end if part else number.start() + 1
        if part:
            yield part


def _is_word(text: str, at: int) -> bool:
    """Whether what looks like an amount is a word: 十分な, 一部の, 同一世帯."""
    if text.startswith("十分", at):
        return text[at + 2 : at + 3] not in ("間", "以")
    if text[at] == "一" and text[max(0, at - 1) : at] in ("同", "単", "統"):
        return True
    return text.startswith("一部", at) and not text.startswith("ずつ", at + 2)


def _stated(text: str, seen: str, match: re.Match[str]) -> Stated | None:
    """The amount that begins with what was found; None for a number without a unit or a limit."""
    if match["above"] or match["tenths"] or match["whole"]:
        return Stated(*match.span(), match, ())
    parts: list[Part] = []
    number: re.Match[str] | None = match
    while number and (part := _part(text, *number.span())):
        parts.append(part)
        number = _NUMBER.match(seen, part.end) if _goes_on(seen, part.end) else None
    if not parts:
        end = match.end("number")
        return Stated(match.start(), end, match, ()) if text.startswith(_LIMITS, end) else None
    end = parts[-1].end
    half = text.startswith("半", end) and text[end + 1 : end + 2] not in ("期", "数", "分")
    return Stated(match.start(), end + half, match, tuple(parts))


def _goes_on(seen: str, at: int) -> bool:
    """Whether a figure stands in a view at a place: most amounts have one part, and need no pattern for a second."""
    return seen[at : at + 1] in ("\x01", "\x02") or seen[at : at + 1].isdecimal()


def _part(text: str, start: int, end: int) -> Part | None:
    """The number between two places and its unit, one blank between them at most; None where no unit follows."""
    unit = unit_at(text, end)
    if not unit and text[end : end + 1].isspace():
        return Part(text[start:end], unit, end + 1 + len(unit)) if (unit := unit_at(text, end + 1)) else None
    if not unit and text[end : end + 1] in _SMALL and (unit := unit_at(text, end + 1)):  # 3千|人
        return Part(text[start : end + 1], unit, end + 1 + len(unit))
    if unit in _SMALL_YEN and not _LARGE_SIGNS.isdisjoint(text[start:end]):  # 1万5千|円, not 1万5|千円
        return Part(text[start : end + 1], "円", end + len(unit))
    return Part(text[start:end], unit, end + len(unit)) if unit else None
