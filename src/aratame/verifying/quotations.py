"""A cell → what it quotes, piece by piece. （略） and its like, （新設）, a dash and editor's notes quote nothing."""

from __future__ import annotations

from aratame.classifying.pieces import NOTE
from aratame.patterns import lazy

_ELISION = lazy(
    r"[（(〔［\[]\s*(?:[前中後以]?[上下]?[段文]?\s*)?省?略\s*[）)〕］\]]|^\s*略\s*$|[～〜]\s*[以中前後]略\s*[～〜]|・{2,}|…+|‥+"
    r"|[（(〔［\[]\s*(?:同左|同右|同上|左に同じ|新設|新規|追加|削る|削除|変更なし)\s*[）)〕］\]]"
)
"""What stands in place of words that are not quoted."""


def quotations(cell: str) -> tuple[str, ...]:
    """What `cell` quotes of a document, in order, without white space; () where it quotes nothing.

    >>> quotations("（略）窓口で確認する。 （以下略）")
    ('窓口で確認する。',)
    >>> quotations("（新設）"), quotations("－")
    ((), ())
    """
    if NOTE.fullmatch(cell):
        return ()
    pieces = ("".join(piece.split()) for piece in _ELISION.split(cell))
    return tuple(piece for piece in pieces if piece)
