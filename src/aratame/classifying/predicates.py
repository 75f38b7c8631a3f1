"""The predicates of a text that bind, forbid or permit: plain, in です・ます, going on (することができ、), and as older statutes write them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aratame.classifying.forces import Force, Stance
from aratame.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class Predicate(NamedTuple):
    """A predicate of the ladder: what it does, and where in the text it stands."""

    stance: Stance
    start: int
    end: int


_NOT = r"(?:ない|ぬ|ず|ません)"
_FREE = r"(?:よい|良い|いい|差し支え(?:ない|ありません)|構(?:わない|いません)|かま(?:わない|いません))"
_CAN = r"(?:(?:する)?こと[がもは]?)?でき"
_STRIVE = r"(?:(?:(?:する|える|る)?よう(?:に)?、?)?(?:努め|務め|努力し)|(?:する|える|る)?よう(?:に)?(?:配慮|留意)し)"
_STRIVEN = r"(?:(?:(?:する|える|る)?よう(?:に)?、?)?(?:努める|務める|努力する)|(?:する|える|る)?よう(?:に)?(?:配慮|留意)する)"
"""するよう配慮する strives for an act; 安全に配慮する is an act itself."""
_AS_RULE = r"(?:(?:もの|こと)と(?:する|します))?"
"""してはならないものとする forbids as してはならない does."""
_LADDER: tuple[tuple[Force, str], ...] = (
    (
        Force.PROHIBITION,
        (
            rf"(?:て(?:は)?(?:なら|いけ|なり)|ではなら){_NOT}{_AS_RULE}|べからず"
            r"|(?:こと)?[をは]、?認め(?:ない|ません)|(?:こと)?を禁(?:止する|止します|じる|じます|ずる)|禁止(?:とする|とします|する|します)?"
        ),
    ),
    (Force.EFFORT_DUTY, rf"{_STRIVE}なければな[らり]{_NOT}"),
    (Force.EFFORT_PRINCIPLE, rf"{_STRIVEN}(?:もの|こと)と(?:する|します)"),
    (Force.EFFORT, rf"(?:{_STRIVEN}|{_STRIVE}(?:ている|ています|ます))(?:こと)?"),
    (Force.AIM, r"(?:(?:する)?ことを)?目指(?:すものとする|す|します|し(?=、))"),
    (Force.DESIRABLE, r"(?:(?:する)?こと[がも]?)?(?:[望好]ましい|望まれ(?:る|ます))|(?:(?:する)?こと)?を推奨(?:する|します)"),
    (
        Force.REQUEST,
        r"(?:(?:する)?よう(?:に)?|を)?(?:お|御)願い(?:します|いたします|致します|する|申し上げます)|願います|[てで]?(?:ください|下さい)|ましょう",
    ),
    (
        Force.EXEMPTION,
        (
            rf"(?:(?:(?:する)?こと)?[をは]、?)?要し{_NOT}{_AS_RULE}|なくて(?:も)?{_FREE}|なければならないものではない"
            rf"|(?:する)?必要[はが]?(?:ない|ありません)|要(?:らない|りません)|足り(?:る|ます)|不要(?:です|である|とする|とします)(?=[。、\s]|$)|を?免除(?:する|します)(?!こと)|任意(?:とする|とします)?"
        ),
    ),
    (
        Force.DUTY,
        (
            rf"(?:し?なければな[らり]|ねばなら|なくてはな[らり]|なければいけ){_NOT}{_AS_RULE}|を?要(?:する|します)|義務を負(?:う|います)"
            r"|を?義務付け(?:る|ている|ます|られ(?:る|ている|ています|ます))|(?:する)?必要が(?:ある|あります)|必要(?:です|である)(?=[。、\s]|$)|必須(?:とする|とします)?"
        ),
    ),
    (Force.INSTRUCTION, r"(?:(?<![関要])する|(?<!関す)(?<![係す])[るうくつぬむぐぶ]|(?<=ない))こと(?=[。\s]|$)"),
    (Force.INCAPACITY, rf"{_CAN}{_NOT}{_AS_RULE}|得ない(?!もの)"),
    (
        Force.POWER,
        (
            rf"{_CAN}(?:る|ます){_AS_RULE}|(?:する)?ことが?でき(?=、)"
            rf"|(?<=[しきりえじみちにびいけせれげねべめてを])得る(?!ない)|[てで](?:も)?{_FREE}|(?:(?:こと)?を)?妨げ(?:ない|ません){_AS_RULE}|を妨げるものではない|許可(?:する|します)"
        ),
    ),
    (Force.CHANCE, r"(?:する)?ことが(?:ある|あります)(?=[。、\s]|$)"),
    (Force.EXCEPTION, rf"この限りで(?:は)?(?:ない|ありません){_AS_RULE}|(?:は、)?適用し(?:ない|ません)"),
    (Force.OUGHT, r"べき(?:である|です|もの(?:とする|である))"),
    (Force.PRINCIPLE, r"(?<![ただの])(?:(?:する)?(?:もの|こと)とし?(?:する|ます|て(?=、))|ものとし(?=、))"),
    (Force.DEEMED, r"みなす|みなします"),
    (Force.PRESUMED, r"推定する|推定します"),
    (Force.RESTRAINT, r"を(?:差し)?(?:控える|控えます|慎む|慎みます|避ける|避けます|見合わせる|見合わせます|自粛する|自粛します)"),
)
_LADDER_RE = lazy(
    "(?=[てでを禁よ努務願な要足任免しね義必得許適み推望好目べ下不お御ま妨]|[すえ]る|こ[との]|る[こよ]|く[こだ]|もの|は[、認要]|[うつぬむぐぶ]こ)(?:"
    + "|".join(f"({pattern})" for _, pattern in _LADDER)
    + ")"
)
"""What a predicate of the ladder begins with is told first: the other characters cost next to nothing."""
_HOLDS = lazy(
    "[禁努務慮意指望好奨願要足除任義必得良差構妨許限適推控慎避合自べ]"
    "|こと|もの|でき|認めな|認めま|なら|なり|なけ|なく|ねば|いけ|[いよ]い|かま|ださ|下さ|ましょ|みな"
)
"""What stands in every predicate of the ladder and in few other words: most are told without the ladder."""
_OLD_LADDER: tuple[tuple[Force, str], ...] = (
    (Force.PROHIBITION, "ヘカラス|ベカラズ|コトヲ禁ス"),
    (Force.EXEMPTION, "(?:コト)?ヲ要セス"),
    (Force.DUTY, "(?:コト)?ヲ要ス|スヘシ|スベシ"),
    (Force.INCAPACITY, "(?:コト)?ヲ得ス"),
    (Force.POWER, "(?:コト)?ヲ得"),
    (Force.EXCEPTION, "此ノ限ニ在ラス"),
    (Force.PRINCIPLE, "モノトス"),
    (Force.DEEMED, "ト看做ス"),
    (Force.PRESUMED, "ト推定ス"),
)
"""The same in statutes written in katakana."""
_OLD_LADDER_RE = lazy("(?=[ヘベコヲス此モト])(?:" + "|".join(f"({pattern})" for _, pattern in _OLD_LADDER) + ")")
_OLD_SIGNS = ("ヲ", "ヘカラ", "ベカラ", "スヘシ", "スベシ", "モノトス", "限ニ在", "ト看做", "ト推定")
"""What one of them holds; ト and ニ alone stand in words of today."""
_SIGNS = frozenset("ないずません").union(*(source for _, source in (*_LADDER, *_OLD_LADDER)))
"""All that predicates of the ladders and negations are written with, but for the verb that is denied, and some more."""
_WRITTEN = "".join(sorted(_SIGNS))
_AHEAD = 3
"""How far a pattern looks beyond a predicate."""
_FORCES, _OLD_FORCES = (tuple(force for force, _ in ladder) for ladder in (_LADDER, _OLD_LADDER))
_DENIABLE = frozenset(
    {
        Force.DUTY,
        Force.OUGHT,
        Force.PRINCIPLE,
        Force.INSTRUCTION,
        Force.EFFORT_DUTY,
        Force.EFFORT_PRINCIPLE,
        Force.EFFORT,
        Force.AIM,
        Force.DESIRABLE,
        Force.REQUEST,
        Force.POWER,
    }
)
"""What may be required or permitted is also to leave something undone: しない|ものとする, 控え|なければならない."""
_LEAVES_UNDONE = lazy(r"(?:ない|ざる|控える?|慎[むみま]|避ける?|見合わせる?|自粛(?:する|し)?|遠慮(?:する|し)?)$")
_REACH = 5
"""The longest of these words."""
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
    r"(?:[わかさたなばまらがざだべせしえけげてねめれみきいにじぎ](?:ない|ず(?=[、に。]))|[いきしちにみりぎびえけせてねめれべげじ]ません)"
)
_VERB_END = lazy(r"(?:する|している|した|[うくぐすつぬぶむる]|ます|ました|である|です|とする|いる|た)[）)」\s]*$")
_GOES_ON = lazy(r"(?<!によ)(?<!につ)(?<!に関)(?<!に対)(?<!に基づ)[いきしちにみりぎびえけせてねめれべげじ]$")
"""A verb before 、 (利用し、); such words as により、 and に関し、 are none."""


def touched(text: str, start: int, end: int) -> Predicate | None:
    """The last predicate that overlaps two places of a text or, where they are one, that holds it inside.

    No predicate goes beyond the run of its signs in which it stands, so most words are told without being searched.
    """
    if _SIGNS.isdisjoint(text[start : max(end, start + 1)]):
        return None
    low = len(text[:start].rstrip(_WRITTEN)) - 1
    high = len(text) - len(text[end:].lstrip(_WRITTEN)) + _AHEAD
    found = [each for each in predicates(text, max(0, low), min(high, len(text))) if each.start < end and each.end > start]
    return found[-1] if found else None


@lru_cache(maxsize=1024)
def predicates(text: str, start: int = 0, end: int | None = None) -> tuple[Predicate, ...]:
    """The predicates of the ladder in a text or between two of its places, in order; where none stands, its negations."""
    end = len(text) if end is None else end
    found = list(_of(_LADDER_RE.finditer(text, start, end), _FORCES)) if _HOLDS.search(text, start, end) else []
    part = text[start:end]
    if [sign for sign in _OLD_SIGNS if sign in part]:
        found += _of(_OLD_LADDER_RE.finditer(text, start, end), _OLD_FORCES)
    denied = "ない" in part or "ず" in part or "ません" in part
    matches = _NEGATION.finditer(text, start, end) if denied else ()
    negations = [Predicate(Stance(Force.NEGATION), match.start() + 1, match.end()) for match in matches]
    free = [each for each in negations if not any(one.start < each.end and each.start < one.end for one in found)]
    return tuple(sorted([*found, *free], key=lambda each: each.start))


def _of(matches: Iterator[re.Match[str]], forces: tuple[Force, ...]) -> Iterator[Predicate]:
    """The predicates of one ladder."""
    for match in matches:
        start, end = match.span()
        force = forces[(match.lastindex or 1) - 1]
        denied = force in _DENIABLE and bool(_LEAVES_UNDONE.search(match.string, max(0, start - _REACH), start))
        yield Predicate(Stance(force, denied), start, end)


def ends_as_statement(text: str) -> bool:
    """Whether a text ends in a plain verb (行う, している)."""
    return bool(_VERB_END.search(text))


def goes_on(text: str) -> bool:
    """Whether a text ends in a verb to which more is joined behind a comma: 利用し."""
    return bool(_GOES_ON.search(text))
