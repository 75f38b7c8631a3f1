"""What a copy of this process does while this one cuts the texts into clauses and aligns them.

It loads the dictionary and rewords the lines that differ, each with the line that it probably was, since nearly every line is a clause and
nearly all of them turn out to be pairs. When the pairs are known the two share the work, and what the copy guessed is there already. A guess
that was wrong is not used; so the answers are those of one process.

    this process  read ──┬─ segment ── align ──┬─ edits of the first pairs … ─┬─ gather ─ report
    its copy             └─ dictionary, guesses ┴─ … edits of the last pairs ─┘
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.aligning.lines import Run
    from aratame.config import Config
    from aratame.model import Document
    from aratame.rewording import Replacement
    from aratame.sharing import Copy, Line

_LONG = 30_000
"""Signs of both texts together. Shorter ones are answered before a copy has loaded the dictionary."""
_MUCH = 10_000
"""Signs of the lines that differ, from which on the copy is of use: some 50 provisions."""


@contextmanager
def helped(before: Document, after: Document, config: Config) -> Iterator[Copy | None]:
    """A copy of this process that helps to find the edits between two documents while the block runs, where it is of use and can be made."""
    if before.text == after.text or len(before.text) + len(after.text) < _LONG:
        yield None
    else:
        import aratame.aligned  # noqa: F401, PLC0415  both need it, so it is loaded before the copy is made
        from aratame.sharing import copied  # noqa: PLC0415

        with copied(partial(_help, before.text, after.text, config)) as copy:
            yield copy


def _help(before: str, after: str, config: Config, line: Line) -> None:
    """What the copy does, and tells on the `line`. It ends at once where too little differs."""
    from aratame.aligning.lines import runs_that_differ  # noqa: PLC0415

    runs = runs_that_differ(before, after)
    if sum(len(differing) for run in runs for side in run for differing in side) < _MUCH:
        return
    from aratame.edits import compared, edits_of  # noqa: PLC0415
    from aratame.lexing import words_added  # noqa: PLC0415
    from aratame.packing import packed_edits, unpacked  # noqa: PLC0415

    with words_added(config.user_dictionaries, config.glossary):
        known = _guessed(runs, line)
        given, jobs = line.hear()
        found = unpacked(given, before, after)
        comparison = compared(found, config, known=known)
        for job in reversed(jobs):
            line.tell(packed_edits(edits_of(comparison, found.pairs[job])))


def _guessed(runs: Sequence[Run], line: Line) -> dict[tuple[str, str], tuple[Replacement, ...]]:
    """The replacements between lines that are probably one provision in two versions, from the last on, until the other process is ready."""
    from aratame.aligning.lines import likeliest, with_likely  # noqa: PLC0415
    from aratame.rewording import reword  # noqa: PLC0415

    known: dict[tuple[str, str], tuple[Replacement, ...]] = {}
    for old, others in with_likely(runs):
        if line.told():
            break
        new = likeliest(old, others)
        if new is not None:
            known[old, new] = reword(old, new)
    return known
