"""What one process tells another of two aligned texts: all of it, whatever the texts are."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from aratame import diff
from aratame.aligned import Side, aligned
from aratame.packing import packed, packed_edits, unpacked, unpacked_edits
from aratame.segmenting import segment_text

LINES = st.sampled_from(
    (
        "第一章　総則",
        "（目的）",
        "第一条　この条例は、市民の権利を定める。",
        "第二条及び第三条　削除",
        "２　前項の規定は、４情報について準用する。",
        "一　氏名",
        "イ　住所",
        "附　則",
        "別表（第二条関係）",
        "（略）",
        "<架空サーバーにおける措置>",
        "　",
    )
)
TEXTS = st.lists(LINES, max_size=12).map("\n".join)


@given(TEXTS, TEXTS)
def test_nothing_is_lost(before: str, after: str) -> None:
    found = aligned(Side(before, segment_text(before)), Side(after, segment_text(after)))
    told = pickle.loads(pickle.dumps(packed(found)))  # noqa: S301  what was just made
    assert unpacked(told, before, after) == found


@given(TEXTS, TEXTS)
def test_no_edit_is_changed(before: str, after: str) -> None:
    for change in diff(before, after).changes:
        told = pickle.loads(pickle.dumps(packed_edits(change.edits)))  # noqa: S301  what was just made
        assert unpacked_edits(told, before, after) == change.edits
