"""Names: is a text the name of a thing or of a body, and not a description or a piece of a sentence?"""

from __future__ import annotations

from aratame.lexing import Sort, remembered, tokenise
from aratame.patterns import lazy

_NAME_SORTS = frozenset(
    {
        Sort.NOUN,
        Sort.PREFIX,
        Sort.SUFFIX,
        Sort.TERM,
        Sort.LATIN,
        Sort.NUMBER,
        Sort.DOT,
        Sort.SIGN,
        Sort.MARKER,
        Sort.ADJECTIVE,
        Sort.CITATION,
        Sort.DATE,
        Sort.LAW_NUMBER,
    }
)
_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_JAPANESE_BLANK = lazy(r"(?<![A-Za-z,.])\s+|\s+(?![A-Za-z0-9])")
"""Blanks between English words are part of a name."""
_QUOTES = lazy(r"^[「『]|[」』]$")
_VERBAL_FOLLOWS = lazy(r"(?:する|し(?![ょゃ])|され|させ|した|いたし|できる|中の|済)")
_DONE = lazy("を(?:行|実施)")
_LONGEST_ACTION = 3
"""確認を行う is a verb; 設計審査を行う is about an examination of that name."""
_NO_NAMES = "もの こと とき ところ 者 物 時 所 場合 旨 一 次 同 左 右 上 下 前 後 うち ほか 同じ 同様 以下 以上 それ これ 方 点 際 等"
_NO_THINGS = "必要 所定 一定 元 当初 従前 従来 通常 特別 原則"
"""Nouns that say how or of what sort something is: 元の位置, 必要がある."""
_FORMAL = frozenset(f"{_NO_NAMES} {_NO_THINGS}".split())
"""They stand for what was named elsewhere."""
_POINTS_AT = ("次の", "左の", "右の", "上の", "下の", "その", "この", "これら")
_POINTING = "同前次各本"
"""同条, 前項: what a name is called does not hang on where it stands."""
_LIMITS = frozenset({"以上", "以下", "以内", "未満"})
"""What an amount ends with: 10人以内 names nothing."""
_LONGEST = 400
"""With all its brackets; what is longer is no name."""
_TIES = frozenset({"の", "及び", "者", "物", "所", "時", "上", "内"})
"""What may stand between or behind nouns in a name."""


def bare(text: str) -> str:
    """A name without white space, brackets with their content, and quotation marks around it."""
    if len(text) > _LONGEST:
        return text
    dense = _JAPANESE_BLANK.sub("", text).strip().strip("、，。・")
    inner = None
    while inner != dense:
        inner, dense = dense, _BRACKETS.sub("", dense)
    return _QUOTES.sub("", _QUOTES.sub("", dense))


@remembered(4096)
def is_name(text: str) -> bool:
    """Whether a text is a compound noun, with at most one の between two, as names of things and bodies are."""
    name = bare(text)
    if not name or len(name) > 60 or name in _FORMAL or name.startswith(_POINTS_AT):
        return False
    tokens = [token for token in tokenise(name) if token.sort is not Sort.SPACE]
    ties = sum(token.key == "の" for token in tokens)
    if ties > 1 or tokens[-1].sort in {Sort.PARTICLE, Sort.SIGN} or tokens[0].sort is Sort.PARTICLE:
        return False
    if tokens[-1].pos == "形状詞,一般" or tokens[-1].key in _LIMITS:
        return False
    if any(token.sort is Sort.CITATION and token.key[0] in _POINTING for token in tokens):
        return False
    return all(token.sort in _NAME_SORTS or token.key in _TIES for token in tokens) and any(
        token.sort in {Sort.NOUN, Sort.TERM, Sort.LATIN, Sort.SUFFIX} for token in tokens
    )


def verbal(noun: str, right: str) -> bool:
    """Whether what follows turns a noun into a verb: 収集|する, 確認|を行う."""
    return bool(_VERBAL_FOLLOWS.match(right)) or ((len(noun) <= _LONGEST_ACTION or "及び" in noun) and bool(_DONE.match(right)))
