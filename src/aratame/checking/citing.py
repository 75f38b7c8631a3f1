"""Where a text cites its own provisions: references that name no other instrument and stand in no quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aratame.classifying.references import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.model import Clause

_QUOTED = re.compile(r"「[^「」]*」")
_INSTRUMENT = re.compile(
    r"(?:(?<!この)(?<!本)(?:法律?|[省府政勅]?令|条例|規則|規程|規約|告示|要綱|要領|約款|定款|憲法|条約|協定|契約書?|指針|基準|通達|訓令|議定書|施行法)"
    r"|[新旧同]法|[新旧]令)"
    r"(?:[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)])?[」』]?の?\s*(?:附則|別表|第[\d０-９一二三四五六七八九十百千]|[前同]条)|改正[前後]|による改正|旧|読み替え"
)
_SENTENCE = re.compile(r"[。\n\r]")


def own_citations(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    """Where a clause's own text cites provisions of the same document; joined citations (第三条及び第四条) are one.

    A sentence that cites another instrument may go on citing it (民法第三条…及び第四条), so what follows in it is left out: a missed slip
    costs less than a false one.
    """
    own = _QUOTED.sub(lambda quote: "＿" * len(quote.group()), text[clause.span.start : clause.span.end])
    if "条" not in own and "項" not in own and "号" not in own:
        return
    for start, end in lists(own, 0, len(own)):
        sentence = max((mark.end() for mark in _SENTENCE.finditer(own, 0, start)), default=0)
        if not _INSTRUMENT.search(own, sentence, min(len(own), end)):
            yield clause.span.start + start, clause.span.start + end
