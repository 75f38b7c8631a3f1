"""Which words hang together: a compound noun, a predicate with its auxiliaries, a law's name. A difference inside one is one of the whole."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from aratame.lexing import Sort
from aratame.patterns import lazy
from aratame.rewording.weighing import weight_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token

NOUNS = frozenset({Sort.NOUN, Sort.PREFIX, Sort.SUFFIX, Sort.LATIN, Sort.TERM})
# An enum looks a member up by a call, and these are asked of every word.
_OPEN, _CLOSE, _DOT, _PARTICLE, _AUXILIARY = Sort.OPEN, Sort.CLOSE, Sort.DOT, Sort.PARTICLE, Sort.AUXILIARY
_FORMAL_NOUN, _SUFFIX, _LATIN = Sort.FORMAL_NOUN, Sort.SUFFIX, Sort.LATIN
_NAMES = frozenset({Sort.NOUN, Sort.SUFFIX})
_VERBS = frozenset({Sort.VERB, Sort.AUXILIARY})
_PREDICATES = _VERBS | {Sort.ADJECTIVE}
_COMPOUNDED = NOUNS | {Sort.DOT, Sort.FORMAL_NOUN}
_HANGING = _COMPOUNDED | _PREDICATES | {Sort.PARTICLE}
"""What may hang on the word before it; a sign or a lexeme never does."""
_BEFORE_NAMES = NOUNS | {Sort.DOT}
"""What part of a name may hang on, besides 者 and its like."""
_BRACKETS = frozenset({Sort.OPEN, Sort.CLOSE})
OFFICES = tuple("局部課室係")
"""Ends of the name of an office within a body."""
_OFFICE = (*OFFICES, *"省 庁 委員会 事務所 保健所 出張所 支所 銀行 信用金庫 信用組合 区役所 市役所 町役所 村役所 役場".split())  # noqa: SIM905
"""Ends of one level of a body's name: levels change one by one (市民生活局|市民生活部|区政推進課)."""
_PLACE = tuple("都道府県市区町村")
OPEN_ENDED = frozenset({"等", "など"})
"""A suffix that widens what stands before it is an edit of its own."""
_IN_NAMES = frozenset("者物時所")
"""Words that are formal nouns by themselves and part of a name behind a noun: 製造時等検査機関."""
_APART = frozenset(
    "当該 上記 下記 以上 以下 以内 未満 以前 以後 以降 以外 定期的 随時 常時 毎日 毎週 毎月 毎年 適宜 都度 順次 逐次 各 本 当 同 両 自ら 別途 所定 限り 毎回 一切 極力 一律".split()  # noqa: SIM905
)
"""Determiners, limits, and how often something is done: no part of the name or amount beside them."""
_CHARGES = frozenset({"無料", "有料"})
"""What stands for an amount behind a name: 参加費|無料."""
_CONJUNCTIVE = "助詞,接続助詞"
_WHICHEVER, _OF_WHICHEVER = "いずれ", frozenset("かにも")
"""Particles of いずれか, いずれにも. No other particle but a conjunctive one hangs on the word before it."""
_NONE: frozenset[str] = frozenset()
_PLACES = frozenset("上下内用")
_LEVELS = frozenset("編章節款目条項号")
_TAIL = lazy(
    r"(?=[こもよてな])(?:こと(?:が|も|は)(?:でき(?:る|ない|ません|た)?|ある|ない)|(?<!掲げる)(?:もの|こと)とする|(?<!掲げる)(?:もの|こと)とし(?:て)?|ものと(?:なる|します)"
    r"|よう(?:に)?(?:努め|努力)(?:なければならない|るものとする|る|て)?|よう(?:に)?(?:配慮|留意)(?:しなければならない|するものとする|する|して)|て(?:は|も)(?:ならない|なりません|いけない|よい)"
    r"|なければ(?:ならない|なりません)|こと(?:を|は)(?:妨げない|要しない)|この限りで(?:は)?(?:ない|ありません))"
)
_ACT = tuple("法律 法 条例 規則 規程 政令 省令 要綱 要領 告示 令 基準 細則 規約 指針".split())  # noqa: SIM905
_ACT_LINKS = frozenset({"の", "と", "等", "における", "ため", "する", "に対する", "による", "を", "へ"})
_ABOUT = "に関する"
_GENERALLY = "原則として"
_AS_RULE = "原則"
"""Before a noun the same in short: 原則|公開. Behind one it ends a name: 基本原則."""


class Phrase(NamedTuple):
    """A noun phrase `[start, end)` about something; `about` is the word に関する in it."""

    start: int
    about: int
    end: int


class Units(NamedTuple):
    """The units of one side's words.

    `cut[i]` says whether a difference may begin or end between word i-1 and word i; `phrases` are noun phrases about
    something (個人情報の取扱委託に関する覚書), which are one unit only where they differ in more than one place. `depth[i]` is
    how many pairs of brackets word i stands in; a bracket without its partner counts for nothing. `tails` are the endings of predicates
    that say what must, may or need not be done: where each begins, and where it ends. `said[i]` is how much the words before word i say.
    """

    cut: list[bool]
    phrases: list[Phrase]
    depth: list[int]
    tails: dict[int, int]
    said: list[int]


def units(words: Sequence[Token]) -> Units:
    """The units of `words`."""
    text = "".join([word.key for word in words])
    cut = [True] * (len(words) + 1)
    for n in _may_hang(words, _OF_WHICHEVER if _WHICHEVER in text else _NONE):
        cut[n] = not n or not _joined(words, n)
    phrases: list[Phrase] = []
    tails = dict(_predicates(words, text))
    for start, end in tails.items():
        cut[start + 1 : end] = [False] * (end - start - 1)
        if start and words[start - 1].sort in _VERBS:
            cut[start] = False
    for start in _generally(words) if _GENERALLY in text else ():
        cut[start + 1 : start + 4] = [False] * 3
    for phrase, act in _noun_phrases(words, cut) if _ABOUT in text else ():
        if act:
            cut[phrase.start + 1 : phrase.end] = [False] * (phrase.end - phrase.start - 1)
        else:
            phrases.append(phrase)
    return Units(cut, phrases, _depths(words), tails, weight_before(words))


def _generally(words: Sequence[Token]) -> list[int]:
    """Where 原則として stands, an adverb that the dictionary reads as four words."""
    starts = [n for n, word in enumerate(words) if word.key == "原則"]
    return [n for n in starts if [word.key for word in words[n + 1 : n + 4]] == ["と", "し", "て"]]


def _depths(words: Sequence[Token]) -> list[int]:
    """How many pairs of brackets each word stands in; the brackets themselves stand outside their own."""
    steps = [0] * (len(words) + 1)
    brackets = [n for n, word in enumerate(words) if word.sort in _BRACKETS]
    if not brackets:
        return steps[:-1]
    opened: list[int] = []
    for n in brackets:
        if words[n].sort is _OPEN:
            opened.append(n)
        elif opened:
            steps[opened.pop() + 1] += 1
            steps[n] -= 1
    return list(accumulate(steps[:-1]))


def _may_hang(words: Sequence[Token], particles: frozenset[str]) -> list[int]:
    """The words that may hang on those before them; of particles the conjunctive ones and `particles`."""
    return [
        n
        for n, (_, _, key, sort, pos, _, _) in enumerate(words)
        if sort in _HANGING and (sort is not _PARTICLE or pos == _CONJUNCTIVE or key in particles)
    ]


def _joined(words: Sequence[Token], n: int) -> bool:
    """Whether word n hangs on the word before it."""
    last, word = words[n - 1], words[n]
    key, sort = word.key, word.sort
    if word.broken and sort is not _PARTICLE:
        return sort is last.sort is _LATIN and key[0].isupper() and last.key[0].isupper()
    if (key in _LEVELS and last.key == "この") or (key in _OF_WHICHEVER and _whichever(words, n)):
        return True
    compounded = sort in _COMPOUNDED and (last.sort in _BEFORE_NAMES or last.key in _IN_NAMES) and _compound(words, n, last, word)
    return compounded or (sort not in NOUNS and _conjugated(last, word))


def _whichever(words: Sequence[Token], n: int) -> bool:
    """Whether word n is a particle of いずれか, いずれも, いずれにも."""
    last, word = words[n - 1], words[n]
    if last.key == _WHICHEVER:
        return word.key != "に" or (n + 1 < len(words) and words[n + 1].key == "も")
    return word.key == "も" and last.key == "に" and n >= 2 and words[n - 2].key == _WHICHEVER


def _compound(words: Sequence[Token], n: int, last: Token, word: Token) -> bool:
    if (
        last.key in _APART
        or last.key == _AS_RULE
        or word.key in _APART
        or word.key in _CHARGES
        or (last.sort is _LATIN and word.key in _PLACES)
    ):
        return False
    if word.sort is _DOT:
        return last.sort in NOUNS and n + 1 < len(words) and words[n + 1].sort in NOUNS
    if last.sort is _DOT:
        return n >= 2 and words[n - 2].sort in NOUNS and word.sort in NOUNS
    if word.sort is _FORMAL_NOUN:
        return word.key in _IN_NAMES and last.sort in NOUNS
    if last.sort not in NOUNS and not (last.key in _IN_NAMES and n >= 2 and words[n - 2].sort in NOUNS and not last.broken):
        return False
    if word.key in OPEN_ENDED:
        return n + 1 < len(words) and words[n + 1].sort in NOUNS and not words[n + 1].broken
    return word.sort is _SUFFIX or not _level_ends(last)


def _level_ends(word: Token) -> bool:
    return word.key.endswith(_OFFICE) or (word.pos.startswith("名詞,固有名詞") and word.key.endswith(_PLACE))


def _conjugated(last: Token, word: Token) -> bool:
    if word.sort is _AUXILIARY:
        if last.sort in _NAMES:
            return word.key in ("な", "に")
        return last.sort in _PREDICATES or last.pos == _CONJUNCTIVE
    if word.sort is _PARTICLE:
        return word.pos == _CONJUNCTIVE and last.sort in _PREDICATES
    helping = word.pos in ("動詞,非自立可能", "形容詞,非自立可能")
    return helping and (last.pos == _CONJUNCTIVE or (last.sort in _VERBS and word.key != "する"))


def _predicates(words: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Endings of more than one word, in the words' `text`, that say what must, may or need not be done."""
    matches = list(_TAIL.finditer(text))
    if matches:
        starts = [n for n, word in enumerate(words) for _ in word.key]
        yield from ((starts[match.start()], starts[match.end() - 1] + 1) for match in matches)


def _noun_phrases(words: Sequence[Token], cut: Sequence[bool]) -> Iterator[tuple[Phrase, bool]]:
    """Noun phrases of the form Xに関するY, and whether each is the name of an act."""
    for n, word in enumerate(words):
        if word.key != _ABOUT or n + 1 >= len(words) or words[n + 1].sort not in NOUNS:
            continue
        end = n + 2
        while end < len(words) and not cut[end]:
            end += 1
        act = words[end - 1].key.endswith(_ACT) and end < len(words) and words[end].sort is _OPEN
        start = n
        while start and not words[start].broken and _belongs(words, start - 1, n, act=act):
            start -= 1
        while start < n and (words[start].sort in (_PARTICLE, Sort.CONJUNCTION, _DOT) or not cut[start]):
            start += 1
        if start < n:
            yield Phrase(start, n, end), act


def _belongs(words: Sequence[Token], n: int, about: int, *, act: bool) -> bool:
    """Whether word n can stand in a noun phrase before に関する; an act's name has longer ones.

    及び parts two acts as often as it stands inside the name of one; inside, both its neighbours are of the form XのY.
    """
    word = words[n]
    if word.sort is Sort.CONJUNCTION:
        right = any(w.key == "の" for w in words[n:about])
        return act and right and n >= 2 and any(w.key == "の" for w in words[max(0, n - 4) : n])
    return word.sort in NOUNS or word.sort is _DOT or word.key in ("の", "等") or (act and word.key in _ACT_LINKS)
