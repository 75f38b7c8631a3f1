"""Header texts → which column is which. Sides are taken from the words, never from the position: 新 stands on the left as often as on the right."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from aratame.errors import TableError
from aratame.patterns import lazy
from aratame.reading.roles import ACTION, roles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.reading.options import ReadOptions

_GENERAL = (
    "記載|記述|内容|規定|条文|本文|文言|文章|文|字句|表記|表現|案文|案|欄|版|条例|規則|規程|要綱|要領|法令|法律|法|計画書?|評価書|仕様書?|"
    "マニュアル|手順書?|資料"
)
"""What a header may call the text that stands on a side. 変更前の項目 beside 変更前の記載 is another column."""
_BEFORE = lazy(rf"(?P<head>.{{0,12}}?)(?:一部)?(?:{ACTION})前(?P<tail>.{{0,12}})")
_AFTER = lazy(rf"(?P<head>.{{0,12}}?)(?:一部)?(?:{ACTION})後(?P<tail>.{{0,12}})")
_BEFORE_WORD = lazy(r"(?:現行|旧|原案|当初|前回|従前|従来|これまで|今まで|現在|現状|以前|前)(?P<tail>.{0,12})")
_AFTER_WORD = lazy(rf"(?:(?:{ACTION})案|新たな|新|今回|今後|これから|後|案)(?P<tail>.{{0,12}})")
_WEAK = lazy(r"前|後|案|現在|現状|当初|今|これ|以前|新たな")
"""Words that name a side only beside their own opposite: 現状 and 今後の取組 are no two versions."""
_AFTER_ALONE = lazy(r"(?:改正|改定|改訂|変更|修正|見直し)(?:規定|条文|条例|規則|規程|要綱|要領|法|計画|版|様式|本文|文|案文)?案?")
"""What stands for the after side beside 現行; with any other word behind it (改正理由, 変更日, 変更内容) it is no side."""

_NOISE = lazy(rf"に係る|における|{_GENERAL}|の")
_ENGLISH_NOUN = (
    "the|change|changes|amendment|revision|update|text|wording|version|provision|provisions|clause|content|contents|document|value"
)
_ENGLISH_BEFORE = lazy(rf"(?:{_ENGLISH_NOUN})*(?:before|asis|old|current|previous|prior|existing|present|original)(?:{_ENGLISH_NOUN})*")
_ENGLISH_AFTER = lazy(rf"(?:{_ENGLISH_NOUN})*(?:after|tobe|new|revised|amended|proposed|updated|modified)(?:{_ENGLISH_NOUN})*")

_HINT = lazy(
    "[前旧現従以後新案改変修見今当]|これ|asis|tobe|before|old|current|previous|prior|existing|present|original|after|new|revised|amended|proposed|updated|modified"
)
"""What every header that names a side holds: most cells of a large grid need no closer look."""

_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_NUMBER = lazy(r"^(?:\d{1,2}|[a-z])[.)]?(?=[^\d.)a-z])")
_BRACKETED = lazy(r"[(\[{<〔【〈《「『≪].*?[)\]}>〕】〉》」』≫]")
_BRACKETS = lazy(r"[(\[{<〔【〈《「『≪)\]}>〕】〉》」』≫*※:○◎●■□◆・]")
_SAID = 4
"""Headers that a message lists at most."""
_LONGEST_HEADER = 60
_LONGEST_CELL = 4 * _LONGEST_HEADER
"""Code points of a header at most, without and with the blanks that set it; a longer cell is text."""


class Columns(NamedTuple):
    """Which column is which. `others` and `headers` are keyed by role or, for columns without one, by the header's own text."""

    before: int
    after: int
    others: dict[str, int]
    headers: dict[str, str]

    @property
    def width(self) -> int:
        """How many columns there are up to the last that has a header."""
        return max(self.before, self.after, *self.others.values()) + 1


class Sides(NamedTuple):
    """Columns whose headers name the before and the after side."""

    before: list[int]
    after: list[int]


class _Reading(NamedTuple):
    """What a header says: the side, what else it says, whether its word names a side only beside the opposite word."""

    side: str
    rest: str
    weak: bool


def of_header(cells: Sequence[str], options: ReadOptions, file: str) -> Columns | None:
    """The columns of a header row; None where the row does not name both sides by itself.

    Raises TableError where one side is named by two columns and the options do not settle which, if a table is wanted.
    """
    sides = named_sides(cells, options)
    if not sides.before or not sides.after:
        return None
    if len(sides.before) > 1 or len(sides.after) > 1:
        if options.want == "table":
            raise _ambiguous(cells, sides, file)
        return None
    before, after = sides.before[0], sides.after[0]
    others = _others(cells, {before, after})
    in_order = sorted({"before": before, "after": after, **others}.items(), key=lambda named: named[1])
    return Columns(before, after, others, {name: cells[column].strip() for name, column in in_order})


def named_sides(cells: Sequence[str], options: ReadOptions) -> Sides:
    """The columns that may be the before and the after side: those the options name, else those whose words pair up."""
    keys = [header_key(cell) for cell in cells]
    sides = _paired([_reading(key) for key in keys])
    before = sides.before if options.before_column is None else _named(keys, options.before_column)
    after = sides.after if options.after_column is None else _named(keys, options.after_column)
    if options.before_column is not None and options.after_column is None:
        after = [column for column in after or _any_side(keys, "after") if column not in before]
    if options.after_column is not None and options.before_column is None:
        before = [column for column in before or _any_side(keys, "before") if column not in after]
    return Sides(before, after)


def repeats_header(cells: Sequence[str], columns: Columns) -> bool:
    """Whether a row is the header again, as on the next page: it has the words of both sides, blanks apart."""
    wanted = {_unblanked(columns.headers["before"]), _unblanked(columns.headers["after"])}
    return wanted <= {_unblanked(cell) for cell in cells if len(cell) <= _LONGEST_CELL}


def names_sides_again(cells: Sequence[str], header: Sequence[str | None], columns: Columns) -> bool:
    """Whether the row below `header` only says in other words which side is which: 旧 and 新 under 改正前 and 改正後.

    旧庁舎 and 新庁舎 are data; so is a row that says anything of its own in another column.
    """
    if len(cells) > len(header):
        return False
    told = {column: _reading(header_key(cell)) for column, cell in enumerate(cells) if cell.strip() and cell != header[column]}
    sides = {column: reading.side for column, reading in told.items() if reading and not reading.rest and not reading.weak}
    return told.keys() == sides.keys() and sides == {columns.before: "before", columns.after: "after"}


def header_key(cell: str) -> str:
    """A header without blanks, widths and case; the empty string for what is too long for one, or is a sentence."""
    if len(cell) > _LONGEST_CELL or "。" in cell:
        return ""
    key = _unblanked(unicodedata.normalize("NFKC", cell)).translate(_UNSEEN).casefold()
    return key if len(key) <= _LONGEST_HEADER else ""


def _unblanked(cell: str) -> str:
    return "".join(cell.split())


def _named(keys: Sequence[str], wanted: str) -> list[int]:
    return [column for column, key in enumerate(keys) if key and key == header_key(wanted)]


def _reading(key: str) -> _Reading | None:
    """What a header says: 変更前の記載 → before, ""; 旧住所 → before, 住所; 規定（旧） → before, ""."""
    if not _HINT.search(key):
        return None
    bare = _NUMBER.sub("", _BRACKETS.sub("", _BRACKETED.sub("", key)))
    inside = "".join(_BRACKETS.sub("", part) for part in _BRACKETED.findall(key))
    for words, rest in ((bare, ""), (inside, bare)):
        side = _side(words) if words else None
        if side is not None:
            return _Reading(side[0], _NOISE.sub("", rest + side[1]), _WEAK.match(words) is not None)
    return None


def _side(words: str) -> tuple[str, str] | None:
    """The side that a header without brackets names, and what else it says."""
    if _ENGLISH_BEFORE.fullmatch(words):
        return "before", ""
    if _ENGLISH_AFTER.fullmatch(words) or _AFTER_ALONE.fullmatch(words):
        return "after", ""
    for side, pattern in (("before", _BEFORE), ("after", _AFTER), ("before", _BEFORE_WORD), ("after", _AFTER_WORD)):
        match = pattern.fullmatch(words)
        if match:
            return side, (match.groupdict().get("head") or "") + match["tail"]
    return None


def _paired(readings: Sequence[_Reading | None]) -> Sides:
    """The columns whose headers differ in the side only; those that say nothing but their side, where there are such.

    Where none pair up so, one header for each side that cannot be anything else: 現行制度 and 改正案.
    """
    found: dict[str, Sides] = {}
    for column, reading in enumerate(readings):
        if reading is not None:
            _add(found.setdefault(reading.rest, Sides([], [])), reading, column)
    pairs = {rest: sides for rest, sides in found.items() if sides.before and sides.after}
    if pairs:
        chosen = [pairs[""]] if "" in pairs else list(pairs.values())
        return Sides([column for sides in chosen for column in sides.before], [column for sides in chosen for column in sides.after])
    alone = Sides([], [])
    for column, reading in enumerate(readings):
        if reading is not None and not reading.weak:
            _add(alone, reading, column)
    if "" in found and len(alone.before) == len(alone.after) == 1:
        return alone
    return found.get("", Sides([], []))


def _add(sides: Sides, reading: _Reading, column: int) -> None:
    (sides.before if reading.side == "before" else sides.after).append(column)


def _any_side(keys: Sequence[str], wanted: str) -> list[int]:
    """The columns that name one side, whatever else they say."""
    readings = [_reading(key) for key in keys]
    return [column for column, reading in enumerate(readings) if reading is not None and reading.side == wanted]


def _others(cells: Sequence[str], taken: set[int]) -> dict[str, int]:
    """The other columns that have a header: by role where there is one for it, else by the header's text."""
    keys = [_BRACKETS.sub("", _BRACKETED.sub("", header_key(cell))) for cell in cells]
    roles = roles_of(keys, taken)
    others: dict[str, int] = {}
    for column, cell in enumerate(cells):
        if column not in taken and cell.strip():
            name = roles.get(column) or cell.strip()
            others[name if name not in others else f"{name}（{column + 1}列目）"] = column
    return others


def _ambiguous(cells: Sequence[str], sides: Sides, file: str) -> TableError:
    side, columns, option = (
        ("変更前", sides.before, "--before-column") if len(sides.before) > 1 else ("変更後", sides.after, "--after-column")
    )
    headers = [cells[column].strip() for column in columns[:_SAID]] + ["…"] * (len(columns) > _SAID)
    english = "before" if option == "--before-column" else "after"
    return TableError(
        f"{file}: {side}と読める列が{len(columns)}つあります（{'、'.join(headers)}）。{option}で見出しを指定してください。",
        f"{file}: {len(columns)} columns could be the {english} side ({', '.join(headers)}); name one with {option}.",
    )
