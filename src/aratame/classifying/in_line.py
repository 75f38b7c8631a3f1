"""Items that are numbered within the line: 1氏名、2性別、3住所."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.model import Span

_ITEM = lazy(r"(?:(?<=[、，\s：])|^)\d{1,3}(?=[^\W\d号])")
"""A number with a name right behind it, at the head of what a 、 or a blank begins."""
_ROW_REACH = 200
_FEWEST_ITEMS = 3


def counted_up(text: str, span: Span) -> bool:
    """Whether a number stands before a name in a row whose numbers count up by one."""
    start = len(text) - len(text[span.start :].lstrip())
    row = [(match.start(), int(match[0])) for match in _ITEM.finditer(text, max(0, start - _ROW_REACH), start + _ROW_REACH)]
    places = [place for place, _ in row]
    if start not in places or len(row) < _FEWEST_ITEMS:
        return False
    n = places.index(start)
    return {row[k + 1][1] - row[k][1] for k in (n - 1, n) if 0 <= k < len(row) - 1} == {1}
