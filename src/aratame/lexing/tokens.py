"""What a token is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Sort(StrEnum):
    """What a token is made of. The first group are lexemes of the field, which no difference cuts; the second are words."""

    DATE = "date"
    QUANTITY = "quantity"
    CITATION = "citation"
    LAW_NUMBER = "law_number"
    TERM = "term"
    NUMBER = "number"
    MARKER = "marker"
    CHECK_BOX = "check_box"
    ELISION = "elision"
    YES_NO = "yes_no"

    NOUN = "noun"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    FORMAL_NOUN = "formal_noun"
    PRONOUN = "pronoun"
    ADNOMINAL = "adnominal"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    AUXILIARY = "auxiliary"
    PARTICLE = "particle"
    CONJUNCTION = "conjunction"
    LATIN = "latin"

    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    STOP = "stop"
    DOT = "dot"
    SIGN = "sign"
    SPACE = "space"
    UNREAD = "unread"


class Token(NamedTuple):
    """One token: `text[start:end]`, code points of the text that was given.

    `key` is what stands there without white space (a line may be wrapped in the middle of a word); two tokens are equal
    where their keys are. A token of white space has an empty key. `pos` holds Sudachi's first two parts of speech, "" for
    lexemes and signs; `normal` is Sudachi's normal form, which tells a spelling of the same word (取り扱い, 取扱い) and proves
    nothing (とき has that of 時); `broken` says that a blank or a line's end stands before the token.
    """

    start: int
    end: int
    key: str
    sort: Sort
    pos: str = ""
    normal: str = ""
    broken: bool = False
