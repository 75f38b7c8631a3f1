"""Words → where they stand in a document that may have drifted since they were copied.

First letter for letter, then without regard to width. Only then are they looked for with diff-match-patch, near the place to which most of
their eight-letter pieces point: its search is exact about the best place and slow over a whole document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from aratame.model import Span

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

    from aratame.verifying.folding import Folded

_PIECE = 8
"""Letters of a piece by which a place is guessed: longer than a term of the field, so that few pieces stand in many places."""
_PATTERN = 32
"""Letters that diff-match-patch looks for at once."""
_EDGE = 4
"""Letters by which the ends of a place are told: diff-match-patch finds a place to within what was put in or left out near its ends."""
_DRIFT = 0.4
"""How much of the words may differ before they are called other words. Above, telling the differences would explain nothing."""


class Drift(NamedTuple):
    """Words that a quotation has, and what the document has in their place."""

    quoted: str
    written: str


class Located(NamedTuple):
    """Folded spans at which a quotation may stand, and how it differs from what is there: then there is one span.

    `narrow` says that it differs in the width of letters only.
    """

    spans: tuple[Span, ...]
    drifts: tuple[Drift, ...] = ()
    narrow: bool = False


def locate(words: str, document: Folded) -> Located | None:
    """Where `words`, without white space, stand in `document`; None where they do not."""
    exact = tuple(document.occurrences(words))
    if exact:
        return Located(exact)
    loose = tuple(document.loose_occurrences(words))
    return Located(loose, narrow=True) if loose else _drifted(words, document)


def _drifted(words: str, document: Folded) -> Located | None:
    """The place that is most like `words`, if it is like enough."""
    guess = _guess(words, document.text)
    if guess is None:
        return None
    from diff_match_patch import diff_match_patch  # noqa: PLC0415  most quotations are exact

    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0  # no clock decides an answer
    matcher.Match_Distance = 100_000  # far is no reason against: only likeness counts
    room = _PATTERN + len(words) // 4
    start = max(0, guess - room)
    window = document.text[start : guess + len(words) + room]
    first = _snapped(window, words[:_EDGE], _near(matcher, window, words[:_PATTERN], guess - start))
    tail, edge = words[-_PATTERN:], words[-_EDGE:]
    about = _near(matcher, window, tail, first + len(words) - len(tail)) + len(tail) - len(edge)
    end = min(len(window), _snapped(window, edge, about) + len(edge))
    differences = matcher.diff_main(words, window[first:end])
    matcher.diff_cleanupSemantic(differences)
    while differences and differences[0][0] > 0:  # what only the document has, before and behind, was not meant
        first += len(differences.pop(0)[1])
    while differences and differences[-1][0] > 0:
        end -= len(differences.pop()[1])
    if first >= end or matcher.diff_levenshtein(differences) > _DRIFT * len(words):
        return None
    return Located((Span(start + first, start + end),), _drifts(differences))


def _near(matcher: diff_match_patch, window: str, pattern: str, expected: int) -> int:
    """Where `pattern`, at most `_PATTERN` letters, begins in `window`, or where it was expected."""
    found: int = matcher.match_main(window, pattern, expected)
    return max(0, min(expected if found < 0 else found, len(window)))


def _snapped(window: str, edge: str, about: int) -> int:
    """Where `edge`, the first or the last letters of the words, stands nearest to `about`; `about` where it stands nowhere near."""
    low, high = max(0, about - _PATTERN), about + _PATTERN + len(edge)
    places = [at for at in range(low, high) if window.startswith(edge, at)]
    return min(places, key=lambda at: abs(at - about), default=about)


def _guess(words: str, text: str) -> int | None:
    """Where `words` would begin, by where most of their pieces stand; None where none does."""
    size = min(_PIECE, max(3, len(words) // 3))
    votes: Counter[int] = Counter()
    for at in range(len(words) - size + 1):
        place = text.find(words[at : at + size])
        if place >= 0:
            votes[max(0, place - at)] += 1
    if not votes:
        return None
    return min(votes, key=lambda place: (-votes[place], place))


def _drifts(differences: list[tuple[int, str]]) -> tuple[Drift, ...]:
    """What diff-match-patch found, a deletion and the insertion behind it as one."""
    drifts: list[Drift] = []
    quoted = written = ""
    for operation, text in [*differences, (0, "")]:
        if operation < 0:
            quoted += text
        elif operation > 0:
            written += text
        elif quoted or written:
            drifts.append(Drift(quoted, written))
            quoted = written = ""
    return tuple(drifts)
