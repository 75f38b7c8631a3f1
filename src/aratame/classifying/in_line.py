"""Items that are numbered within the line: 1氏名、2性別、3住所; ①申請書、②住民票の写し."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.numerals import value
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.model import Span

_ITEM = lazy(
    r"(?:(?<=[、，\s：（(])|^)"
    r"(?:(?P<figure>\d{1,3})(?=[^\W\d号])|(?:(?P<circled>[①-⑳㉑-㉟㊱-㊿])|[（(](?P<bracketed>\d{1,2})[）)])[ 　]?(?=[^\W\dぁ-ん]))"
)
"""A number with a name behind it, at the head of what a 、, a blank or a bracket begins."""
_ROW_REACH = 200
_FEWEST_ITEMS = 3
_FEWEST_SIGNS = 2
"""A sign counts items and nothing else."""


def counted_up(text: str, span: Span) -> bool:
    """Whether a number stands before a name in a row whose numbers of its sort count up by one."""
    start = len(text) - len(text[span.start :].lstrip())
    if not _ITEM.match(text, start):
        return False
    found = [(match, match.lastgroup or "") for match in _ITEM.finditer(text, max(0, start - _ROW_REACH), start + _ROW_REACH)]
    own = next((sort for match, sort in found if match.start() == start), None)
    row = [(match.start(), value(match[sort]) or 0) for match, sort in found if sort == own]
    if own is None or len(row) < (_FEWEST_ITEMS if own == "figure" else _FEWEST_SIGNS):
        return False
    n = [place for place, _ in row].index(start)
    return {row[k + 1][1] - row[k][1] for k in (n - 1, n) if 0 <= k < len(row) - 1} == {1}
