"""Why a file holds no before/after table: what was looked for, what was seen instead, and the way out."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING

from aratame.errors import TableError
from aratame.reading.columns import Sides, named_sides
from aratame.reading.languages import are_named, are_two_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.reading.options import ReadOptions

    Rows = Sequence[Sequence[str | None]]

_SEEN = 12
"""Headers that a message lists at most."""
_LONGEST = 20
"""Code points of a header in a message."""
_SEARCHED = 200
"""Rows of a table in which a header with one side is looked for."""


def none_found(grids: Sequence[Rows], name: str, options: ReadOptions) -> TableError:
    """The error for grids without a header row that names both sides."""
    tables = [rows for rows in grids if any(len(_filled(row)) > 1 for row in rows)]
    if not tables:
        return TableError(
            f"{name}: 変更前と変更後の列を持つ表がありません。文書どうしは aratame diff で比べてください。",
            f"{name}: no table with a before and an after column; compare two documents with aratame diff.",
        )
    header, sides = _nearest_header(tables, options)
    if are_named(header) or any(_is_bilingual(rows) for rows in tables):
        return two_languages(name)
    wanted = [("変更前", "before", options.before_column, sides.before), ("変更後", "after", options.after_column, sides.after)]
    missing = [(ja, en, asked) for ja, en, asked, columns in wanted if not columns]
    seen_ja, seen_en = _listed(header, "、"), _listed(header, ", ")
    asked = [text for _, _, text in missing if text is not None]
    if asked:
        return TableError(
            f"{name}: 見出しが「{'」「'.join(asked)}」の列がありません。見つかった列: {seen_ja}。",
            f"{name}: no column has the header {' or '.join(asked)}; columns seen: {seen_en}.",
        )
    options_ja = "と".join(f"--{en}-column" for _, en, _ in missing)
    options_en = " and ".join(f"--{en}-column" for _, en, _ in missing)
    return TableError(
        f"{name}: {'・'.join(ja for ja, _, _ in missing)}の列がありません。見つかった列: {seen_ja}。{options_ja}で見出しを指定してください。",
        f"{name}: no {' and no '.join(en for _, en, _ in missing)} column; columns seen: {seen_en}; name the header with {options_en}.",
    )


def two_languages(name: str) -> TableError:
    """The error for columns that are two languages of one text."""
    return TableError(
        f"{name}: 二つの列は同じ文の二つの言語で、変更前と変更後ではありません。新旧の列を持つ表を指定してください。",
        f"{name}: the columns are two languages of one text, no before and after version; name a before/after table.",
    )


def _nearest_header(tables: Sequence[Rows], options: ReadOptions) -> tuple[list[str], Sides]:
    """The row that names one side, else the first with several cells, and the sides it names."""
    candidates = [_filled(row) for rows in tables for row in islice(rows, _SEARCHED) if len(_filled(row)) > 1]
    judged = ((cells, named_sides(cells, options)) for cells in candidates)
    return next((found for found in judged if found[1].before or found[1].after), (candidates[0], Sides([], [])))


def _is_bilingual(rows: Rows) -> bool:
    """Whether some two columns of the table are two languages."""
    table = [[cell or "" for cell in row] for row in islice(rows, 1, _SEARCHED)]
    width = min(max(map(len, table), default=0), _SEEN)
    pairs = combinations(range(width), 2)
    return any(are_two_languages((row[one], row[other]) for row in table if len(row) > other) for one, other in pairs)


def _filled(row: Sequence[str | None]) -> list[str]:
    return [cell for cell in row if cell and cell.strip()]


def _listed(header: Sequence[str], separator: str) -> str:
    """Header texts in one line."""
    texts = [" ".join(cell.split()) for cell in header[:_SEEN]]
    listed = separator.join(text if len(text) <= _LONGEST else text[:_LONGEST] + "…" for text in texts)
    return listed + ("…" if len(header) > _SEEN else "")
