"""One version, prepared for aligning: what each clause says, where it hangs, how much hangs on it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from aratame.model import ClauseKind
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections import defaultdict
    from collections.abc import Iterable, Sequence

    from aratame.model import Clause

ROOT = -1
"""The parent of the clauses that have none; as an index it is the last of `Version.children`."""

PROSE = frozenset({ClauseKind.ARTICLE, ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM, ClauseKind.BULLET})
"""The kinds whose own text is a sentence or a part of one, and not a name."""

HOLLOW = lazy(r"(?:[(\[〔]?(?:削除|削る|新設|略|同左|同右|-|\.{3}|(?i:deleted|omitted))\.?[)\]〕]?(?:\([^()]*\))?)?")
"""Folded texts that say nothing of their own and tell no clause from another: 削除, （略）; a caption may stand with them."""

# What is nearly always all that there is to fold, the most frequent first. `normalize` takes a hundred times as long where it finds anything.
_WIDE = tuple(tuple(zip(wide, narrow, strict=True)) for wide, narrow in (("（）", "()"), ("０１２３４５６７８９", "0123456789")))
_ALL_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""！ to ～, the signs of ASCII in full width."""


def fold(text: str) -> str:
    r"""`text` without white space and in one width: what a line wrapped elsewhere, or （ for (, does not change.

    Text that is written with blanks between its words (English) keeps one between each two. Only for comparing clauses with one another;
    it loses what ① is, and nothing is ever shown or measured in it.

    >>> fold("（定義）\n　Ａ  市"), fold("The  Mayor\nmay")
    ('(定義)A市', 'The Mayor may')
    """
    parts = text.split()
    text = parts[0] if len(parts) == 1 else (" " if _spaced(parts) else "").join(parts)
    for signs in _WIDE:
        if unicodedata.is_normalized("NFKC", text):
            return text
        for wide, narrow in signs:
            text = text.replace(wide, narrow)
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text.translate(_ALL_WIDE))


def together(texts: Iterable[str]) -> str:
    """Folded texts as one."""
    parts = [text for text in texts if text]
    return (" " if _spaced(parts) else "").join(parts)


def _spaced(parts: Sequence[str]) -> bool:
    """Whether blanks part words here: most signs of the text take one byte, which no kanji or kana does."""
    if len(parts) < 2:
        return False
    whole = "".join(parts)
    return len(whole.encode("utf-8", "surrogatepass")) < 1.5 * len(whole)


class Version:
    """One side's clauses with the views on them that the passes share. Read-only after it is made.

    By position: `parents` and `children` (those of the documents themselves last), `bodies` (own texts without their markers), `said` (the
    `numbers` of these, equal for equal texts of both sides), `labels` (markers as written, empty where there is none), `weights` (characters,
    of all below too).
    """

    def __init__(self, text: str, clauses: Sequence[Clause], numbers: defaultdict[object, int]) -> None:
        self._text = text
        self.clauses = clauses
        self.size = len(clauses)
        self._folded: list[str | None] = [None] * self.size
        self._hollow: list[bool | None] = [None] * self.size
        self._captions: dict[int, str] = {}
        self.parents: list[int] = []
        self.children: list[list[int]] = [[] for _ in range(self.size + 1)]
        self.bodies: list[str] = []
        self.labels: list[str] = []
        self.weights: list[int] = []
        self._read(_title(clauses))
        self._weigh()
        self.said = list(map(numbers.__getitem__, self.bodies))

    def _read(self, title: int | None) -> None:
        """Take from each clause what the passes look at, all in one go: of what there are thousands, each look costs."""
        text, parents, children = self._text, self.parents, self.children
        bodies, labels, weights = self.bodies, self.labels, self.weights
        for position, _, marker, (start, end), _, above, _ in self.clauses:
            parent = ROOT if above is None or above == title else above
            parents.append(parent)
            children[parent].append(position)
            weights.append(end - start)
            if marker is None:
                labels.append("")
                bodies.append(text[start:end].strip())
                continue
            label, (first, last) = marker
            labels.append(label)
            body = text[last:end].strip()  # without white space at its end
            if start != first:
                caption = self._captions[position] = text[start:first].strip()
                body = caption + body
            bodies.append(body)

    def _weigh(self) -> None:
        """Add to each weight those of the clauses below."""
        weights, position = self.weights, self.size
        weights.append(0)
        for parent in reversed(self.parents):
            position -= 1
            weights[parent] += weights[position]

    @cached_property
    def tabbed(self) -> bool:
        """Whether lists may have rows of cells."""
        return "\t" in self._text

    def rank(self, position: int) -> int:
        """The clause's place among its siblings."""
        return bisect_left(self.children[self.parents[position]], position)

    def folded(self, position: int) -> str:
        """The clause's own text without its marker, folded."""
        known = self._folded[position]
        if known is None:
            known = self._folded[position] = fold(self.bodies[position])
        return known

    def whole(self, position: int) -> str:
        """The folded texts of the clause and of the clauses right below it, one after the other."""
        return together(map(self.folded, (position, *self.children[position])))

    def leads(self, position: int) -> bool:
        """Whether the clause mainly leads in what stands below it: 「次に掲げる事項とする。」 with its items. A heading does not: it names."""
        if not self.children[position] or len(self.bodies[position]) * 2 >= self.weights[position]:
            return False
        return self.clauses[position].kind in PROSE and not self.hollow(position)

    def hollow(self, position: int) -> bool:
        """Whether the clause says nothing of its own: 削除, （略）, no text at all."""
        known = self._hollow[position]
        if known is None:
            known = self._hollow[position] = len(self.bodies[position]) < 40 and HOLLOW.fullmatch(self.folded(position)) is not None
        return known

    def caption(self, position: int) -> str:
        """What stands before the marker, folded: an article's 「（目的）」; empty where nothing does."""
        caption = self._captions.get(position)
        return self.folded(position)[: len(fold(caption))] if caption else ""

    def key(self, position: int) -> str:
        """The first cell of a row of a list, folded; empty where the clause is none or the cell is."""
        clause = self.clauses[position]
        first, tab, _ = self._text[clause.span.start : clause.span.end].partition("\t")
        return fold(first) if tab and clause.kind is ClauseKind.TEXT else ""


def _title(clauses: Sequence[Clause]) -> int | None:
    """The heading without a number under which all the rest hangs, if there is one: 「# 架空市職員就業規則」.

    It names the text and is not taken for the parent of its chapters: that a title was added or exchanged has moved nothing.
    """
    if not clauses or clauses[0].marker is not None or any(clause.parent is None for clause in clauses[1:]):
        return None
    return 0
