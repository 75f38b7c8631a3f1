"""What was rewritten where it stood: the words no longer tell, the place and the number do."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

from rapidfuzz.distance import Prefix

from aratame.aligning.families import number, number_shift, same_number
from aratame.aligning.similarity import best, candidates, contained, likeness
from aratame.model import ClauseKind
from aratame.patterns import lazy

if TYPE_CHECKING:
    from aratame.aligning.families import Gap, Number
    from aratame.aligning.matching import Link, Matching
    from aratame.aligning.version import Version

ALIKE = 0.5
"""Score of two clauses between the same neighbours that are one clause, whatever their numbers."""
SAME_NUMBER = 0.4
"""The same where their numbers agree. Unrelated provisions reach 0.35 or so."""
BELOW = 0.7
"""Score of an article and a paragraph of another one that says what the article said."""
CONTAINED = 0.85
"""How much of a clause has to stand, in one piece, in the other one between the same neighbours."""
SUBJECT = 8
"""Characters of a name with which both open, where their numbers agree: they speak of the same thing, and most of what they say of it is new."""
GOOD_PART = 0.6
"""The same where nothing else is left on either side and the numbers agree. Unrelated provisions share 0.45 of their best window."""
OPENING = 6
"""Characters with which both items of a list open, where nothing else is left on either side and their numbers agree."""
SHORT = 24
"""Characters of a clause so short that place and number alone decide: 「三　氏名」 → 「三　名称及び所在地」."""
NAMED = frozenset({ClauseKind.APPDX_TABLE, ClauseKind.TOC, ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION})
"""Kinds that are known by their marker, whatever they say."""

_ITEMS = frozenset({ClauseKind.ITEM, ClauseKind.SUBITEM})
_ACTORS = tuple("者 長 人 員 大臣 知事 会 市 町 村 県 国 庁 省 局 部 課 甲 乙".split())  # noqa: SIM905
_TOPIC = lazy("([^ぁ-ん、。「」()]{2,}(?:の[^ぁ-ん、。「」()]+)*)は、")
_DEFINED = lazy(r"[^、。「」]{2,24}において、?「([^「」]{1,30})」とは")
_LABEL = lazy(r"([^\sぁ-ん、。「」()（）：:]{2,12})[\s：:]+(?=\S)")
"""The label of an entry, with a blank or a colon behind it: 応募方法　, 問合せ：."""
_MEANS = ("をいう。", "をいう", "をいいます。")
_NAME = lazy(r"[^ぁ-ん、。「」()]+")


def captioned(matching: Matching, within: list[Gap]) -> list[Link]:
    """Articles under the same caption, once on either side: 「（電子情報処理組織による申立て）」 over an article that was recast.

    Before likeness, which may lead a recast article's old text to the article that was made of a part of it.
    """
    olds = _captions(matching.before, [old for gap in within for old in gap.olds])
    news = _captions(matching.after, [new for gap in within for new in gap.news]) if olds else {}
    links = [(old, news[caption]) for caption, old in olds.items() if caption in news]
    if not links:
        return []
    old_places = {old: place for place, gap in enumerate(within) for old in gap.olds}
    new_places = {new: place for place, gap in enumerate(within) for new in gap.news}
    return [
        (old, new)
        for old, new in links
        if (old_places[old] == new_places[new] or _score(matching, old, new) >= SAME_NUMBER)
        and (same_number(matching, within[old_places[old]], old, new) or not _went_below(matching, old, new))
    ]


def _went_below(matching: Matching, old: int, new: int) -> bool:
    """Whether the article's words are those of a paragraph of the other one, in front of which something was put under the caption."""
    below = [_score(matching, old, child) for child in matching.after.children[new]]
    return max(below, default=0) >= max(BELOW, _score(matching, old, new))


def hollowed(matching: Matching, within: list[Gap]) -> list[Link]:
    """第五条 (long) → 「第五条　削除」, and the other way round: the article stays, its words do not.

    By number, which shifts as its neighbours' does; where no number agrees (branches made plain: 第三十条の二 → 第三十一条　削除), in order.
    Before `rewritten`, which needs words.
    """
    out: list[Link] = []
    for gap in within:
        hollow_olds, olds = _parted(matching.before, gap.olds)
        hollow_news, news = _parted(matching.after, gap.news)
        links = _by_number(matching, gap, olds, hollow_news)
        out += links + _of_one_kind(matching, links, olds, hollow_news)
        out += _by_number(matching, gap, hollow_olds, news)
    return out


def rewritten(matching: Matching, within: list[Gap]) -> list[Link]:
    """Clauses between the same neighbours that are a little alike, or so short, or so named, that only their number can tell.

    The only clause of a text and the one that holds all of the other text are always one clause: a table's row has put them side by side.
    """
    if _side_by_side(matching, within):
        return [(0, 0)]
    before, after = matching.before, matching.after
    out: list[Link] = []
    for gap in within:
        _, olds = _parted(before, gap.olds)
        _, news = _parted(after, gap.news)
        found = contained(before, olds, after, news, CONTAINED) + [
            candidate
            for candidate in candidates(before, olds, after, news, SAME_NUMBER)
            if candidate[0] >= ALIKE or same_number(matching, gap, candidate[1], candidate[2])
        ]
        links = best([candidate for candidate in found if before.clauses[candidate[1]].kind is after.clauses[candidate[2]].kind])
        lefts, rights = {old for old, _ in links}, {new for _, new in links}
        olds = [old for old in olds if old not in lefts and _by_name(before, old)]
        news = [new for new in news if new not in rights and _by_name(after, new)]
        links += _by_number(matching, gap, olds, news)
        links += _by_label(matching, gap, links)
        links += _by_subject(matching, gap, links)
        out += links + _alone(matching, gap, links)
    return out


def _side_by_side(matching: Matching, within: list[Gap]) -> bool:
    """Whether one text is a single clause, the other a single clause with what it holds, and neither has another partner."""
    before, after = matching.before, matching.after
    if min(before.size, after.size) != 1 or not any(0 in gap.olds and 0 in gap.news for gap in within):
        return False
    if before.size == after.size:
        return True
    return before.clauses[0].kind is after.clauses[0].kind and before.parents.count(-1) == after.parents.count(-1) == 1


def _alone(matching: Matching, gap: Gap, taken: list[Link]) -> list[Link]:
    """The one clause that is left on either side, under one number, if they share a good part: an article's only paragraph, rewritten."""
    lefts, rights = {old for old, _ in taken}, {new for _, new in taken}
    olds = [old for old in gap.olds if old not in lefts]
    news = [new for new in gap.news if new not in rights]
    if len(olds) != 1 or len(news) != 1 or not same_number(matching, gap, olds[0], news[0]):
        return []
    if matching.before.clauses[olds[0]].kind is not matching.after.clauses[news[0]].kind:
        return []
    item = matching.before.clauses[olds[0]].kind in _ITEMS
    texts = matching.before.folded(olds[0]), matching.after.folded(news[0])
    if (item and _same_opening(*texts)) or _same_topic(*texts) or _same_definition(*texts):
        return [(olds[0], news[0])]
    return [(old, new) for _, old, new in contained(matching.before, olds, matching.after, news, GOOD_PART)]


def _same_opening(left: str, right: str) -> bool:
    """Whether both items open with the same phrase: 「市内に住所を有し……」 → 「市内に住所を有する……」."""
    return Prefix.similarity(left, right) >= OPENING


def _same_topic(left: str, right: str) -> bool:
    """Whether both texts open with the same topic: 「利用料は、……」. Those who act are the topic of many provisions, what is acted on of one."""
    topics = [topic[1] for topic in map(_TOPIC.match, (left, right)) if topic]
    return len(topics) == 2 and topics[0] == topics[1] and not topics[0].endswith(_ACTORS)


def _same_definition(left: str, right: str) -> bool:
    """Whether both texts define a name, of which one holds the other: 「この要綱において「空家」とは」 → 「この要綱において「空家等」とは」."""
    names = [name[1] for name in map(_DEFINED.match, (left, right)) if name]
    return len(names) == 2 and (names[0] in names[1] or names[1] in names[0])


def _by_label(matching: Matching, gap: Gap, taken: list[Link]) -> list[Link]:
    """Items of a notice or form, and definitions, that are left and have one label, once on either side: 「４　応募方法　郵送」 → 「５　応募方法　専用フォームから」."""
    lefts, rights = {old for old, _ in taken}, {new for _, new in taken}
    olds = _labelled(matching.before, [old for old in gap.olds if old not in lefts])
    news = _labelled(matching.after, [new for new in gap.news if new not in rights])
    return [(old, news[label]) for label, old in olds.items() if label in news]


def _labelled(version: Version, positions: list[int]) -> dict[str, int]:
    """The numbered items that no article holds, and those that define a word, by their labels, where a label stands once."""
    found = [
        (label[1], position)
        for position in positions
        if (_listed(version, position) or _defines(version, position)) and (label := _LABEL.match(version.bodies[position]))
    ]
    count = Counter(label for label, _ in found)
    return {label: position for label, position in found if count[label] == 1}


def _by_subject(matching: Matching, gap: Gap, taken: list[Link]) -> list[Link]:
    """Items of a list that are left, bear the same number and open with the same name: 「①中間サーバーは……」 → 「①中間サーバーを……」.

    Only where the list stands outside of articles: the paragraphs of an article all speak of the same thing.
    """
    before, after = matching.before, matching.after
    lefts, rights = {old for old, _ in taken}, {new for _, new in taken}
    olds = {number(before, old): old for old in gap.olds if old not in lefts and _listed(before, old)}
    pairs = [(olds.get(number(after, new)), new) for new in gap.news if new not in rights and _listed(after, new)]
    return [(old, new) for old, new in pairs if old is not None and _same_subject(before.folded(old), after.folded(new))]


def _listed(version: Version, position: int) -> bool:
    """Whether the clause is a numbered item that no article holds."""
    clause, parent = version.clauses[position], version.parents[position]
    held = parent >= 0 and version.clauses[parent].kind in {ClauseKind.ARTICLE, ClauseKind.PARAGRAPH}
    return clause.kind is ClauseKind.ITEM and not held


def _defines(version: Version, position: int) -> bool:
    """Whether the clause is an item that says what a word means: 「二　児童　十八歳に満たない者をいう。」."""
    return version.clauses[position].kind is ClauseKind.ITEM and version.bodies[position].rstrip().endswith(_MEANS)


def _same_subject(left: str, right: str) -> bool:
    """Whether both texts open with the same long name, up to the first particle or sign."""
    names = [name.group() for name in map(_NAME.match, (left, right)) if name]
    return len(names) == 2 and names[0] == names[1] and len(names[0]) >= SUBJECT


def _by_name(version: Version, position: int) -> bool:
    """Whether place and number alone decide: a short clause, or one whose marker is its name (別表第五, 第二章)."""
    return len(version.bodies[position]) <= SHORT or version.clauses[position].kind in NAMED


def _by_number(matching: Matching, gap: Gap, olds: list[int], news: list[int]) -> list[Link]:
    """Each of `news` with the first of `olds` that bears its number, or the number from which its neighbours' numbers shifted to it."""
    shift = number_shift(matching, gap)
    waiting: dict[tuple[ClauseKind, Number], deque[int]] = defaultdict(deque)
    for old in olds:
        waiting[matching.before.clauses[old].kind, number(matching.before, old)].append(old)
    out: list[Link] = []
    for new in news:
        kind, wanted = matching.after.clauses[new].kind, number(matching.after, new)
        shifted = (wanted[0] - shift, *wanted[1:]) if isinstance(wanted, tuple) else wanted
        queue = waiting.get((kind, shifted)) or waiting.get((kind, wanted))
        if queue:
            out.append((queue.popleft(), new))
    return out


def _of_one_kind(matching: Matching, taken: list[Link], olds: list[int], news: list[int]) -> list[Link]:
    """The articles of both sides that are not taken, first with first; only articles keep their place when they are hollowed."""
    lefts, rights = {old for old, _ in taken}, {new for _, new in taken}
    left = [old for old in olds if old not in lefts and matching.before.clauses[old].kind is ClauseKind.ARTICLE]
    right = [new for new in news if new not in rights and matching.after.clauses[new].kind is ClauseKind.ARTICLE]
    return list(zip(left, right, strict=False))


def _parted(version: Version, positions: list[int]) -> tuple[list[int], list[int]]:
    """The clauses that say nothing of their own, and the others."""
    hollow = [position for position in positions if version.hollow(position)]
    return hollow, [position for position in positions if not version.hollow(position)]


def _captions(version: Version, positions: list[int]) -> dict[str, int]:
    """Captions that stand over one of the clauses only."""
    out: dict[str, int] = {}
    twice: set[str] = set()
    for position in positions:
        caption = version.caption(position)
        if caption in out:
            twice.add(caption)
        out[caption] = position
    return {caption: position for caption, position in out.items() if caption and caption not in twice}


def _score(matching: Matching, old: int, new: int) -> float:
    """How alike the two clauses are."""
    return likeness(matching.before.folded(old), matching.after.folded(new))
