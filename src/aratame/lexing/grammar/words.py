"""Words that are never read otherwise: conjunctions, postpositions, and yes and no.

Between 及び and 並びに a drafter chooses, and the dictionary would part some of them.
"""

from __future__ import annotations

from aratame.lexing.grammar.rule import Rule
from aratame.lexing.tokens import Sort

_CONJUNCTIONS = (
    "及び|並びに|又は|若しくは|または|ならびに|もしくは|(?<![おを])および(?!ま)|あるいは|その他の?|"
    "(?<=、)(?:ただし|但し|なお|かつ|且つ)|(?:ただし|但し)(?=、)"
)
_POSTPOSITIONS = (
    "によ(?:る|り|って|つて|れば)|に関(?:する|し)|に対(?:する|し)|において|における|おける|について|につき|につい(?!て)|に際し|に応じ"
    "|をもつ?っ?て|とともに"
)
_YES_NO = r"(?:なし|あり|有り|無し|○|◯|×|はい|いいえ|未実施|実施済)(?!\w)"
_PROMPT = r"遅滞(?:な|無)く"
"""An adverb, which the dictionary reads as a noun and an adjective."""
_BEGIN = "遅あいおかそたとなはにまもを及並又若但且有無未実○◯×"
"""What they begin with. Told first, the other characters cost next to nothing."""
WORDS = f"(?=[{_BEGIN}])(?:({_CONJUNCTIONS})|({_YES_NO})|({_POSTPOSITIONS})|({_PROMPT}))"
"""One group for each of `SORTS`."""
SORTS = (Sort.CONJUNCTION, Sort.YES_NO, Sort.PARTICLE, Sort.ADVERB)


def _yes_or_no(view: str, at: int) -> int:
    """有, 無, 可 and 不可 by themselves; behind a kanji they are part of a word."""
    end = at + (2 if view.startswith("不可", at) else 1)
    behind, ahead = view[at - 1 : at], view[end : end + 1]
    compound = view[at:end] == "不" or "一" <= behind <= "鿿" or ahead.isalnum() or ahead == "_"
    return 0 if compound else end


RULES = (Rule(Sort.YES_NO, "有無可不", _yes_or_no),)
