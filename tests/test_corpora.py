"""The labelled corpus is sound: every mark is read, every span says what it claims, every kind has enough examples."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from aratame.model import EditKind

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import labelled

PASSAGES = [passage for found in labelled.passages().values() for passage in found]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.row)
def test_spans_say_what_they_claim(passage: labelled.Passage) -> None:
    at_before = at_after = 0
    for edit in passage.edits:
        assert passage.before[slice(*edit.before)] == edit.before_text
        assert passage.after[slice(*edit.after)] == edit.after_text
        assert passage.before[at_before : edit.before[0]] == passage.after[at_after : edit.after[0]]
        assert edit.before_text != edit.after_text
        at_before, at_after = edit.before[1], edit.after[1]
    assert passage.before[at_before:] == passage.after[at_after:]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.row)
def test_one_sided_edits_are_additions_or_deletions(passage: labelled.Passage) -> None:
    # 約束2：片側だけのものは追加・削除。述語の言い切り（ものとする の削除）だけは義務とも読める。
    for edit in passage.edits:
        if not edit.before_text:
            assert EditKind.ADDITION in edit.kinds
        elif not edit.after_text:
            assert EditKind.DELETION in edit.kinds
        elif edit.kinds == (EditKind.ADDITION,):
            pytest.fail("an addition has no before text")


def test_every_headed_passage_is_read() -> None:
    heads = sum(line.startswith("## ") for path in labelled.FOLDER.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines())
    assert len(PASSAGES) == heads
    assert len({p.row for p in PASSAGES}) == heads


def test_the_corpus_is_balanced() -> None:
    scored = [edit for p in PASSAGES for edit in p.edits if edit.scored]
    certain = Counter(edit.kinds[0] for edit in scored if len(edit.kinds) == 1)
    assert len(PASSAGES) >= 130
    assert len(scored) >= 320
    assert not [kind for kind in EditKind if certain[kind] < 20]
