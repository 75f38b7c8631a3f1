"""How right the answers are: our labelled corpus, beside baselines, with the confusion of kinds.

    python benchmarks/accuracy.py [--show]

`--show` prints each labelled edit that was missed. Where shared cases lie beside the repository (`../shared/eval`), their scorers are
run, too. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import difflib
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import labelled
from diff_match_patch import diff_match_patch
from scoring import Answered, Score, add

from aratame.engine import diff
from aratame.model import EditKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from labelled import Passage

SHARED = Path(__file__).parents[2] / "shared" / "eval"
SCORERS = {
    "score_edits.py": ("edits.json", "edits2.json"),
    "score_clauses.py": ("clauses.json",),
    "score_align.py": ("align.json", "align_hard.json", "align_real.json"),
}


@cache
def by_aratame(passage: Passage) -> tuple[Answered, ...]:
    """Our own edits. Those of one kind with only white space between them are one: a label may run over the border of two clauses."""
    found = [edit for change in diff(passage.before, passage.after).changes for edit in change.edits]
    joined: list[Answered] = []
    for edit in sorted((Answered(edit.kind, edit.before.span, edit.after.span) for edit in found), key=lambda edit: edit[1:]):
        last = joined[-1] if joined else None
        if last and last.kind == edit.kind and _adjoin(passage, last, edit):
            joined[-1] = Answered(edit.kind, (last.before[0], edit.before[1]), (last.after[0], edit.after[1]))
        else:
            joined.append(edit)
    return tuple(joined)


def _adjoin(passage: Passage, first: Answered, second: Answered) -> bool:
    """Whether only white space lies between two edits, on either side."""
    between = passage.before[first.before[1] : second.before[0]] + passage.after[first.after[1] : second.after[0]]
    return first.after[1] <= second.after[0] and not between.strip()


def by_difflib(passage: Passage) -> tuple[Answered, ...]:
    """The standard library's opcodes over characters."""
    matcher = difflib.SequenceMatcher(None, passage.before, passage.after, autojunk=False)
    return tuple(_plain((b0, b1), (a0, a1)) for tag, b0, b1, a0, a1 in matcher.get_opcodes() if tag != "equal")


def by_diff_match_patch(passage: Passage) -> tuple[Answered, ...]:
    """diff-match-patch with semantic cleanup, a deletion and the insertion behind it taken as one replacement."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    steps = engine.diff_main(passage.before, passage.after)
    engine.diff_cleanupSemantic(steps)
    return tuple(_replacements(steps))


def _replacements(steps: Iterable[tuple[int, str]]) -> Iterator[Answered]:
    before = after = old = new = 0
    for operation, text in [*steps, (0, "")]:
        if operation == 0:
            if old or new:
                yield _plain((before - old, before), (after - new, after))
            before, after, old, new = before + len(text), after + len(text), 0, 0
        elif operation < 0:
            before, old = before + len(text), old + len(text)
        else:
            after, new = after + len(text), new + len(text)


def _plain(before: tuple[int, int], after: tuple[int, int]) -> Answered:
    """An edit with the only kind that can be told without reading."""
    kind = EditKind.ADDITION if before[0] == before[1] else EditKind.DELETION if after[0] == after[1] else EditKind.REWORDING
    return Answered(kind, before, after)


TOOLS: dict[str, Callable[[Passage], tuple[Answered, ...]]] = {
    "aratame": by_aratame,
    "diff-match-patch": by_diff_match_patch,
    "difflib": by_difflib,
}


def scored(passages: Iterable[Passage], answer: Callable[[Passage], tuple[Answered, ...]]) -> Score:
    """The score of one tool over some passages."""
    score = Score()
    for passage in passages:
        add(score, passage, answer(passage))
    return score


def figures(name: str, passages: Iterable[Passage], tool: str) -> None:
    """One line of the table."""
    score = scored(passages, TOOLS[tool])
    per_gold = score.answered / max(1, score.gold)
    print(f"{name:<10} {tool:<17} {score.gold:>5}  {score.kind_f1():.3f}  {score.span_f1():.3f}  {score.whole_f1():.3f}  {per_gold:.2f}")


def confusion(score: Score) -> None:
    """Each kind's own figures, then which kind was taken for which."""
    print(f"\n{'kind':<13} recall          precision")
    for kind in EditKind:
        right, gold, answered = score.of_kind(kind)
        print(f"{kind:<13} {right:>3}/{gold:<3} {right / max(1, gold):.3f}   {right:>3}/{answered:<3} {right / max(1, answered):.3f}")
    wrong = {pair: count for pair, count in score.taken_for.items() if pair[0] != pair[1]}
    print("\nlabelled → answered, where they differ")
    for (wanted, got), count in sorted(wrong.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:>4}  {wanted} → {got or 'nothing'}")


def misses(passages: Iterable[Passage]) -> None:
    """Each passage whose labels were not all found with an acceptable kind."""
    for passage in passages:
        score = scored([passage], by_aratame)
        if score.found < score.gold or score.correct < score.answered:
            print(f"\n{passage.row} {passage.title}")
            for edit in passage.edits:
                print(f"  labelled {'/'.join(edit.kinds)} 「{edit.before_text}」→「{edit.after_text}」")
            for got in by_aratame(passage):
                print(f"  answered {got.kind} 「{passage.before[slice(*got.before)]}」→「{passage.after[slice(*got.after)]}」")


def shared_cases() -> None:
    """What the scorers beside the repository say."""
    for scorer, cases in SCORERS.items():
        for case in cases:
            if (SHARED / scorer).exists() and (SHARED / case).exists():
                print(f"\n{case}", flush=True)
                command = f"{sys.executable} -m aratame"
                subprocess.run([sys.executable, SHARED / scorer, SHARED / case, "--command", command], check=False)


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print each passage in which something was missed or wrong")
    show = parser.parse_args().show
    files = labelled.passages()
    every = [passage for passages in files.values() for passage in passages]
    print(f"{'passages':<10} {'tool':<17} edits  kind   span   whole  answered per label")
    for name, passages in files.items():
        figures(name, passages, "aratame")
    for tool in TOOLS:
        figures("all", every, tool)
    confusion(scored(every, by_aratame))
    if show:
        misses(every)
    shared_cases()


if __name__ == "__main__":
    main()
