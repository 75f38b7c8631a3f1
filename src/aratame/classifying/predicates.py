"""The ladder of predicates: how strongly a sentence binds, and what becomes of it.

After the drafting handbooks' ladder of しなければならない > ものとする > 努めなければならない > 努めるものとする > 努める, and the powers,
permissions and prohibitions beside it.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from aratame.model import Words
from aratame.patterns import lazy


class Force(Enum):
    """What a predicate does to the person whom it binds. The number is the rank among duties; 0 where there is no duty.

    A plain statement (行う) binds less than a principle and more than an effort: するよう努める → する is done, not only striven for.
    """

    PROHIBITION = "禁止", "a prohibition", 7
    INCAPACITY = "できないこと", "an incapacity", 7
    DUTY = "義務", "a duty", 6
    PRINCIPLE = "原則（ものとする）", "a principle", 5
    EFFORT_DUTY = "努力義務（努めなければならない）", "a duty to make efforts", 3
    EFFORT_PRINCIPLE = "努力義務（努めるものとする）", "a principle to make efforts", 2
    EFFORT = "努力", "efforts", 1
    REQUEST = "依頼", "a request", 1
    POWER = "許可・権限", "a permission or power", 0
    EXEMPTION = "義務の免除", "an exemption", 0
    EXCEPTION = "適用の除外", "an exception", 0
    DEEMED = "みなし（反証を許さない）", "deeming", 6
    PRESUMED = "推定（反証を許す）", "presuming", 5
    NEGATION = "否定", "a negation", 0
    STATEMENT = "記述（義務を示さない）", "a statement", 4

    @property
    def rank(self) -> int:
        """How strongly it binds, among duties and efforts."""
        return int(self.value[2])

    @property
    def words(self) -> Words:
        """Its name."""
        return Words(str(self.value[0]), str(self.value[1]))


class Predicate(NamedTuple):
    """A predicate of the ladder: what it does, and where in the text it stands."""

    force: Force
    start: int
    end: int


_EFFORT = r"(?:(?:する|える|る)?よう(?:に)?、?)?(?:努め|務め|努力し)"
_LADDER: tuple[tuple[Force, str], ...] = (
    (
        Force.PROHIBITION,
        r"て(?:は)?(?:なら|いけ)(?:ない|ぬ|ず)|ではならない|てはなりません|ことを禁(?:止する|じる|ずる)|を禁(?:止する|じる|ずる)|禁止(?:とする|する)?",
    ),
    (Force.EFFORT_DUTY, rf"{_EFFORT}なければなら(?:ない|ず)|{_EFFORT}なければなりません"),
    (Force.EFFORT_PRINCIPLE, r"(?:(?:する|える|る)?よう(?:に)?、?)?(?:努める|務める|努力する)(?:ものとする|こととする|ものとします)"),
    (Force.EFFORT, r"(?:(?:する|える|る)?よう(?:に)?、?)?(?:努める|務める|努力する|努めている|努めます)(?:こと)?"),
    (
        Force.REQUEST,
        r"(?:する)?よう(?:に)?(?:お|御)願い(?:します|いたします|致します|する|申し上げます)|願います|[てで](?:ください|下さい)",
    ),
    (
        Force.EXEMPTION,
        r"(?:する)?こと(?:を|は)要しない|を要しない|なくて(?:も)?(?:よい|良い|差し支えない)|なければならないものではない|(?:する)?必要(?:は|が)?ない|足りる|ことを妨げない|を妨げない|(?:を)?免除する|任意(?:とする)?",
    ),
    (
        Force.DUTY,
        r"(?:し)?なければなら(?:ない|ず)|なければなりません|ねばならない|なくてはならない|なければいけない|(?:を)?要する|義務を負う|(?:を)?義務付け(?:る|ている)|(?:する)?必要がある|必須(?:とする)?|すること(?=[。\s]|$)",
    ),
    (Force.INCAPACITY, r"(?:する)?ことが?できない|できません|できない|得ない(?!もの)"),
    (
        Force.POWER,
        r"(?:する)?ことが?でき(?:る|ます)(?:ものとする)?|でき(?:る|ます)|(?<=[しきりえじみちにびいけせれげねべめて])得る(?!ない)|て(?:も)?(?:よい|良い|差し支えない)|を妨げるものではない|許可する",
    ),
    (Force.EXCEPTION, r"この限りで(?:は)?ない|(?:は、)?適用しない"),
    (Force.PRINCIPLE, r"(?:する)?(?:もの|こと)とし?(?:する|ます|て(?=、))|ものとし(?=、)"),
    (Force.DEEMED, r"みなす"),
    (Force.PRESUMED, r"推定する"),
)
_LADDER_RE = lazy(
    "(?=[てでこを禁すえるよ努務願な要足任免しね義必得許適はもみ推])(?:" + "|".join(f"({pattern})" for _, pattern in _LADDER) + ")"
)
"""What a predicate of the ladder begins with is told first: the other characters cost next to nothing."""
_FORCES = tuple(force for force, _ in _LADDER)
ENGLISH = {
    "shall": Force.DUTY,
    "must": Force.DUTY,
    "is required to": Force.DUTY,
    "shall not": Force.PROHIBITION,
    "must not": Force.PROHIBITION,
    "may not": Force.PROHIBITION,
    "may": Force.POWER,
    "can": Force.POWER,
    "cannot": Force.INCAPACITY,
    "should": Force.PRINCIPLE,
    "shall endeavor to": Force.EFFORT_DUTY,
    "shall make efforts to": Force.EFFORT_DUTY,
    "will": Force.STATEMENT,
    "will not": Force.NEGATION,
}
"""Auxiliaries of English translations, by what they render."""
_NEGATION = lazy(
    r"(?:[わかさたなばまらがざだべせしえけげてねめれみきいに](?:ない|ず(?=[、に。]))|[いきしちにみりぎびえけせてねめれべげじ]ません)"
)
_VERB_END = lazy(r"(?:する|している|した|[うくぐすつぬぶむる]|ます|ました|である|とする|いる|た)(?=[。）)」\s]|$)")


@lru_cache(maxsize=1024)
def predicates(text: str) -> tuple[Predicate, ...]:
    """The predicates of the ladder in a text, in order; where none stands, its negations."""
    found = [Predicate(_FORCES[(match.lastindex or 1) - 1], *match.span()) for match in _LADDER_RE.finditer(text)]
    negations = [Predicate(Force.NEGATION, match.start() + 1, match.end()) for match in _NEGATION.finditer(text)]
    free = [each for each in negations if not any(one.start < each.end and each.start < one.end for one in found)]
    return tuple(sorted([*found, *free], key=lambda each: each.start))


def ends_as_statement(text: str) -> bool:
    """Whether a text ends in a plain verb (行う, している)."""
    return bool(_VERB_END.search(text))


def named(before: Force, after: Force) -> tuple[Words, Words]:
    """The names of two forces beside each other: a statement that is denied is an affirmation, whatever it binds to."""
    if {before, after} == {Force.NEGATION, Force.STATEMENT}:
        yes, no = Words("肯定", "an affirmation"), Force.NEGATION.words
        return (no, yes) if before is Force.NEGATION else (yes, no)
    return before.words, after.words


def direction(before: Force, after: Force) -> Words:
    """強化, 緩和 or 反転."""
    negative = {Force.PROHIBITION, Force.INCAPACITY, Force.NEGATION, Force.EXCEPTION}
    if Force.NEGATION in (before, after) or (before in negative) != (after in negative):
        return Words("反転", "reversed")
    if after.rank > before.rank:
        return Words("強化", "stronger")
    return Words("緩和", "weaker")
