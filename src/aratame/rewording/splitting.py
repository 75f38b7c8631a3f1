"""One hunk, two edits: where two units of a sort stand side by side on both sides (なし→あり and what was added behind it)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.lexing import Sort
from aratame.rewording.adverbials import before_verb, behind_adverb, behind_verb, first_unit
from aratame.rewording.beside import beside, letters, resemble
from aratame.rewording.brackets import before_bracket, behind_bracket
from aratame.rewording.distinct import EXACT, is_number, respelt
from aratame.rewording.replacement import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.lexing import Token
    from aratame.rewording.sides import Sides


_NAMES = frozenset({Sort.NOUN, Sort.PREFIX, Sort.SUFFIX, Sort.LATIN, Sort.TERM, Sort.CLOSE})
_CELLS = _NAMES | {Sort.QUANTITY, Sort.DATE, Sort.NUMBER}
_LOOSE = frozenset({Sort.PARTICLE, Sort.COMMA, Sort.CONJUNCTION, Sort.AUXILIARY})
_LINKS = frozenset({Sort.COMMA, Sort.CONJUNCTION})
_CITED = frozenset({Sort.CITATION, Sort.LAW_NUMBER})
_CLAUSES = frozenset({Sort.VERB, Sort.COMMA, Sort.STOP})
_PRICES = frozenset({Sort.QUANTITY, Sort.DATE})
_NAMED = _NAMES | {Sort.NUMBER, Sort.CITATION, Sort.MARKER}
"""What is named and has a value of its own: 第2種, 大人."""
_ITEM = 3
"""Words of a value, a comma, a name and the next value, but for one."""
_SAYING = frozenset({Sort.VERB, Sort.AUXILIARY, Sort.ADJECTIVE})


def split(sides: Sides, hunk: Hunk) -> Iterator[Hunk]:
    """`hunk`, cut where a reader would name two edits: where both sides have words, and one of them more than one."""
    b_count, a_count = hunk.b1 - hunk.b0, hunk.a1 - hunk.a0
    at = (
        b_count * a_count > 1
        and not _goes_on(sides, hunk)
        and (
            _numbered(sides, hunk)
            or _captioned(sides, hunk)
            or _explained(sides, hunk)
            or _put_before(sides, hunk)
            or beside(sides, hunk)
            or _behind_name(sides, hunk)
            or before_bracket(sides, hunk)
            or behind_bracket(sides, hunk)
            or _lined_up(sides, hunk)
            or _stated(sides, hunk)
            or _beside_respelt(sides, hunk)
            or behind_adverb(sides, hunk)
            or behind_verb(sides, hunk)
            or before_verb(sides, hunk)
            or _before_particle(sides, hunk)
            or _before_link(sides, hunk)
            or _behind_link(sides, hunk)
        )
    )
    if not at or at in ((hunk.b0, hunk.a0), (hunk.b1, hunk.a1)):
        yield hunk
        return
    yield from split(sides, Hunk(hunk.b0, at[0], hunk.a0, at[1]))
    yield from split(sides, Hunk(at[0], hunk.b1, at[1], hunk.a1))


def _goes_on(sides: Sides, hunk: Hunk) -> bool:
    """Whether a verb goes on on one side to say what is done besides: [する→し、分割して取得することができる]. What may be done now is not what was done."""
    b, a = sides.before[hunk.b0].key, sides.after[hunk.a0].key
    if b == "する" and hunk.b1 - hunk.b0 == 1:
        return a == "し" and hunk.a1 - hunk.a0 > 1 and sides.after[hunk.a0 + 1].sort is Sort.COMMA
    return a == "する" and hunk.a1 - hunk.a0 == 1 and b == "し" and hunk.b1 - hunk.b0 > 1 and sides.before[hunk.b0 + 1].sort is Sort.COMMA


def before_item(sides: Sides, hunk: Hunk) -> Iterator[Hunk]:
    """`hunk`, cut behind a clause's number, and before the sign of an item that ends it on both sides: other edits than what stands beside."""
    if at := _numbered(sides, hunk):
        yield Hunk(hunk.b0, at[0], hunk.a0, at[1])
        hunk = Hunk(at[0], hunk.b1, at[1], hunk.a1)
    b, a = hunk.b1 - 1, hunk.a1 - 1
    apart = b >= hunk.b0 and a >= hunk.a0 and (b, a) != (hunk.b0, hunk.a0)
    if not apart or not all(word.sort is Sort.MARKER and word.broken for word in (sides.before[b], sides.after[a])):
        yield hunk
        return
    yield Hunk(hunk.b0, b, hunk.a0, a)
    yield Hunk(b, hunk.b1, a, hunk.a1)


def by_name(sides: Sides, hunk: Hunk) -> Iterator[Hunk]:
    """`hunk`, turned where a value came with its item before one of its sort: of 乙 [3円、丙 ]1円 a reader sees 乙 [1円→3円][、丙 1円]."""
    b0, b1, a0, a1 = hunk
    if b0 < b1 and a0 == a1:
        yield from (Hunk(a.a0, a.a1, a.b0, a.b1) for a in by_name(sides.turned(), Hunk(a0, a1, b0, b1)))
        return
    words = sides.after[a0 : a1 + 1]
    listed = (
        b0 == b1
        and b0
        and len(words) > _ITEM
        and words[0].sort in _PRICES
        and words[1].sort is Sort.COMMA
        and words[-1].sort is words[0].sort
        and all(word.sort in _NAMED for word in words[2:-1])
        and sides.before[b0 - 1].sort in _NAMED
    )
    if listed:
        yield Hunk(b0, b0 + 1, a0, a0 + 1)
        yield Hunk(b0 + 1, b0 + 1, a0 + 1, a1 + 1)
    else:
        yield hunk


def _numbered(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Behind a number or date that stands apart, where what follows changes too: 4　前三項 → 3　前二項."""
    b0, b1, a0, a1 = hunk
    if b0 == b1 or a0 == a1 or b0 + 1 >= len(sides.before) or a0 + 1 >= len(sides.after) or b1 - b0 + a1 - a0 == 2:
        return None
    numbers = is_number(sides.before[b0]) and is_number(sides.after[a0])
    return (b0 + 1, a0 + 1) if numbers and sides.before[b0 + 1].broken and sides.after[a0 + 1].broken else None


def _captioned(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Before a clause's own number, where its caption came, went or changes too: （措置）第四条 → 第三条."""
    b, a = hunk.b1 - 1, hunk.a1 - 1
    if b < hunk.b0 or a < hunk.a0 or (b, a) == (hunk.b0, hunk.a0) or hunk.b1 >= len(sides.before) or hunk.a1 >= len(sides.after):
        return None
    numbers = is_number(sides.before[b]) and is_number(sides.after[a])
    apart = all(word.broken or word.sort is Sort.OPEN for word in (sides.before[hunk.b1], sides.after[hunk.a1]))
    lined_up = (b == hunk.b0 or sides.before[b].broken) and (a == hunk.a0 or sides.after[a].broken)
    return (b, a) if numbers and apart and lined_up else None


def _explained(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Behind a citation or value that gives way to one of its sort, where a bracket came in or went: 前条第八号 → 第六条第九号|（抄）."""
    if hunk.b0 == hunk.b1 or hunk.a0 == hunk.a1 or sides.before[hunk.b0].sort is not sides.after[hunk.a0].sort:
        return None
    b, a = _values_end(sides.before, hunk.b0, hunk.b1), _values_end(sides.after, hunk.a0, hunk.a1)
    if hunk.b0 == b or hunk.a0 == a or (b == hunk.b1) == (a == hunk.a1):
        return None
    if [word.key for word in sides.before[hunk.b0 : b]] == [word.key for word in sides.after[hunk.a0 : a]]:
        return None
    rest = sides.before[b : hunk.b1] or sides.after[a : hunk.a1]
    linked = any(word.sort is Sort.CONJUNCTION for word in rest)
    cited = sides.before[hunk.b0].sort in _CITED
    return (b, a) if rest[0].sort is Sort.OPEN and not (linked and cited) else None


def _values_end(words: Sequence[Token], start: int, end: int) -> int:
    """Where the citation or value ends that some words begin with."""
    return next((n for n in range(start, end) if words[n].sort not in EXACT), end)


def _put_before(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Before a citation that gives way to one, where a phrase up to its 、 came in or went before it: [市長が認めるときは、]|第四条 → 第五条."""
    b0, b1, a0, a1 = hunk
    if min(b1 - b0, a1 - a0) != 1 or not sides.before[b1 - 1].sort is sides.after[a1 - 1].sort is Sort.CITATION:
        return None
    phrase = (*sides.before[b0 : b1 - 1], *sides.after[a0 : a1 - 1])
    clause = bool(phrase) and phrase[-1].sort is Sort.COMMA and phrase[0].sort is not Sort.CITATION
    return (b1 - 1, a1 - 1) if clause else None


def _behind_name(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Behind a name that all stands in the new one, where what follows it changes too: 施設|のうち → 特定既存施設|（大型の施設にあっては."""
    b, a = first_unit(sides, 0, hunk.b0, hunk.b1), first_unit(sides, 1, hunk.a0, hunk.a1)
    if b in (hunk.b0, hunk.b1) or a in (hunk.a0, hunk.a1):
        return None
    names = sides.before[hunk.b0 : b], sides.after[hunk.a0 : a]
    both = all(word.sort in _NAMES for name in names for word in name)
    other = sides.before[b].sort is Sort.PARTICLE and sides.after[a].sort is Sort.OPEN
    turned = sides.before[b].sort is Sort.OPEN and sides.after[a].sort is Sort.PARTICLE
    return (b, a) if both and (other or turned) and resemble(*map(letters, names)) else None


def _lined_up(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Between names or amounts that a blank parts: 問合せ先|市民生活部 → 連絡先|市民協働局, 事務員|1名 → 事務職員|必要数, 電話番号 → 携帯電話番号|メールアドレス."""
    b0, b1, a0, a1 = hunk
    if any(word.sort not in _CELLS for word in (*sides.before[b0:b1], *sides.after[a0:a1])):
        return None
    b, a = _blanks(sides, 0, b0, b1), _blanks(sides, 1, a0, a1)
    if len(b) == len(a) == 1:
        return b[0], a[0]
    if len(b) + len(a) != 1:
        return None
    name, (words, start, cut, end) = (
        (letters(sides.after[a0:a1]), (sides.before, b0, b[0], b1)) if b else (letters(sides.before[b0:b1]), (sides.after, a0, a[0], a1))
    )
    first, last = resemble(letters(words[start:cut]), name), resemble(letters(words[cut:end]), name)
    if first == last:
        return None
    return (cut, a1 if first else a0) if b else (b1 if first else b0, cut)


def _blanks(sides: Sides, side: int, start: int, end: int) -> list[int]:
    """Before which of some words a blank stands, but for the first."""
    words, cut = (sides.before, sides.after)[side], sides.units[side].cut
    return [n for n in range(start + 1, end) if words[n].broken and cut[n]]


def _stated(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Behind yes and no, also said by a verb, where more follows: しない → する|再委託先."""
    b0, b1, a0, a1 = hunk
    if b0 == b1 or a0 == a1 or (b1 - b0 == 1 and a1 - a0 == 1):
        return None
    if sides.before[b0].sort is sides.after[a0].sort is Sort.YES_NO:
        return b0 + 1, a0 + 1
    b, a = (_line_end(words, start, end) for words, start, end in ((sides.before, b0, b1), (sides.after, a0, a1)))
    said = all(word.sort in _SAYING for word in (*sides.before[b0:b], *sides.after[a0:a]))
    return (b, a) if said and (b == b1) != (a == a1) else None


def _line_end(words: Sequence[Token], start: int, end: int) -> int:
    """Where a blank parts some words first."""
    return next((n for n in range(start + 1, end) if words[n].broken), end)


def _beside_respelt(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Behind a word that is spelt otherwise and nothing else, where more came in or went behind it: したがい → 従い|実施し."""
    b, a = first_unit(sides, 0, hunk.b0, hunk.b1), first_unit(sides, 1, hunk.a0, hunk.a1)
    if b == hunk.b0 or a == hunk.a0 or (b == hunk.b1) == (a == hunk.a1):
        return None
    ends = sides.before[b - 1].key[-1] == sides.after[a - 1].key[-1]  # し and した are two forms, and no spelling
    return (b, a) if ends and respelt(sides, Hunk(hunk.b0, b, hunk.a0, a)) else None


def _before_particle(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Between a noun and its particle, where both change: 規則|で → 規程|に."""
    b, a = hunk.b1 - 1, hunk.a1 - 1
    if b <= hunk.b0 or a <= hunk.a0 or sides.before[b].key == sides.after[a].key:
        return None
    if any(word.sort in _LOOSE for word in (sides.before[hunk.b0], sides.after[hunk.a0])):
        return None
    particles = sides.before[b].pos == sides.after[a].pos == "助詞,格助詞"
    nouns = sides.before[b - 1].sort in _NAMES and sides.after[a - 1].sort in _NAMES
    clauses = any(word.sort in _CLAUSES for word in (*sides.before[hunk.b0 : b], *sides.after[hunk.a0 : a]))
    return (b, a) if particles and nouns and not clauses else None


def _before_link(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Between a name and the link behind it, where both change because the list grew: 総務課|及び → 秘書課|、."""
    b, a = hunk.b1 - 1, hunk.a1 - 1
    if b <= hunk.b0 or a <= hunk.a0 or sides.before[b].key == sides.after[a].key:
        return None
    linked = sides.before[b].sort in _LINKS and sides.after[a].sort in _LINKS
    names = all(word.sort in _NAMES for word in (*sides.before[hunk.b0 : b], *sides.after[hunk.a0 : a]))
    return (b, a) if linked and names else None


def _behind_link(sides: Sides, hunk: Hunk) -> tuple[int, int] | None:
    """Between a link and the name behind it, where both change: または|電話 → 又は|電子メール."""
    b0, b1, a0, a1 = hunk
    if b1 - b0 < 2 or a1 - a0 < 2 or not sides.before[b0].sort is sides.after[a0].sort is Sort.CONJUNCTION:
        return None
    names = all(word.sort in _NAMES for word in (*sides.before[b0 + 1 : b1], *sides.after[a0 + 1 : a1]))
    return (b0 + 1, a0 + 1) if names and sides.before[b0].key != sides.after[a0].key else None
