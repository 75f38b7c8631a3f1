"""Where a text cites its own provisions: references that name no other instrument and stand in no quotation."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from aratame.classifying.references import lists
from aratame.model import ClauseKind
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.model import Clause

CITING = frozenset({ClauseKind.ARTICLE, ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM})
"""Clauses whose citations are looked at: not the table of contents, which lists what it does not cite, nor 別表."""

_ANNEX = ("別表", "様式", "附則", "別記", "別紙")
_QUOTED = lazy(r"「[^「」]*」")
_INSTRUMENT = lazy(
    r"(?:(?<!この)(?<!本)(?:法律?|[省府政勅]?令|条例|規則|細則|規程|規約|告示|要綱|要領|約款|定款|憲法|条約|協定|契約書?|指針|基準|通達|訓令|議定書|施行法)"
    r"|[新旧同]法|[新旧]令)"
    r"(?:[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)])?[」』]?の?\s*[（(]?(?:附則|別表|第[\d０-９一二三四五六七八九十百千]|[前同]条)|改正[前後]|による改正|旧|読み替え"
)
_BOUND = lazy(r"[（(）)。\n\r]")


def own_citations(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    """Where a clause's own text cites provisions of the same document; joined citations (第三条及び第四条) are one.

    A sentence that cites another instrument may go on citing it (民法第三条…及び第四条), so what follows in it is left out: a missed slip
    costs less than a false one.
    """
    own = _QUOTED.sub(lambda quote: "＿" * len(quote.group()), text[clause.span.start : clause.span.end])
    skipped = clause.marker.span.end - clause.span.start if clause.marker else 0
    if "条" not in own and "項" not in own and "号" not in own:
        return
    ends = list(_sentence_ends(own))
    for start, end in lists(own, skipped, len(own)):
        sentence = ends[bisect_right(ends, start) - 1] if ends and ends[0] <= start else 0
        is_annex = any(word in own[start:end] for word in _ANNEX)
        if not is_annex and not _is_tabular(own, start) and not _INSTRUMENT.search(own, sentence, end):
            yield clause.span.start + start, clause.span.start + end


def _sentence_ends(own: str) -> Iterator[int]:
    """Where sentences and lines end; a sentence inside brackets belongs to the one around it."""
    depth = 0
    for bound in _BOUND.finditer(own):
        match bound.group():
            case "（" | "(":
                depth += 1
            case "）" | ")":
                depth = max(0, depth - 1)
            case "。" if depth:
                pass
            case _:
                depth = 0
                yield bound.end()


def _is_tabular(own: str, start: int) -> bool:
    """Whether a citation stands in a line of a table, such as those of 読替え, and not in a sentence."""
    line_start = max(own.rfind("\n", 0, start), own.rfind("\r", 0, start)) + 1
    line_end = own.find("\n", start)
    return "\t" in own[line_start : line_end if line_end >= 0 else len(own)] or (start == line_start and line_start > 0)
