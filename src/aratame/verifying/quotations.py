"""A cell → what it quotes, piece by piece: （略） and its like, （新設）, a dash and editor's notes quote nothing."""

from __future__ import annotations

from aratame.classifying.pieces import NOTE
from aratame.patterns import lazy

_MARK = r"[第(（]?[0-9０-９一二三四五六七八九十百①-⑳ア-ンｱ-ﾝa-zａ-ｚ]{1,4}[条項号)）]?"
_ELISION = lazy(
    rf"(?:(?<!\S){_MARK}\s*(?:(?:[～〜~・、，]|から|及び)\s*{_MARK}(?:まで)?\s*)?)?"
    r"[（(〔［\[]\s*(?:[前中後以]?[上下]?[段文]?\s*)?省?略\s*[）)〕］\]]|^\s*略\s*$|[～〜]\s*[以中前後]略\s*[～〜]"
    r"|[（(〔［\[]\s*(?:同左|同右|同上|左に同じ|新設|新規|追加|削る|削除|変更なし)\s*[）)〕］\]]"
)
"""What stands in place of words that are not quoted; with the numbers of the clauses that are left out (２～１４　（略）)."""
_BREAK = lazy(r"[\r\n]+|・{2,}|…+|‥+")
"""Where a quotation may jump: at the end of a line, and at dots, which may also be the document's own."""


def quotations(cell: str) -> tuple[str, ...]:
    """What `cell` quotes of a document, in order, its line breaks as they stand; () where it quotes nothing.

    >>> quotations("（略）窓口で確認する。 （以下略）")
    ('窓口で確認する。',)
    >>> quotations("（新設）"), quotations("－")
    ((), ())
    """
    if NOTE.fullmatch(cell):
        return ()
    pieces = (piece.strip() for piece in _ELISION.split(cell))
    return tuple(piece for piece in pieces if piece)


def parts(quotation: str) -> tuple[str, ...]:
    """The parts of a quotation that does not stand in the document as a whole; one where it cannot be parted."""
    return tuple(part for piece in _BREAK.split(quotation) if (part := piece.strip()))
