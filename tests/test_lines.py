"""Lines that are probably one provision in two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from aratame.aligning import lines
from aratame.aligning.lines import likeliest, runs_that_differ, with_likely

if TYPE_CHECKING:
    import pytest

BEFORE = """（趣旨）
第一条　この条例は、架空市の手数料について定める。
（減免）
第二条　市長は、特別の理由があるときは、手数料を減免する。
２　前項の申請は、書面でする。
"""


def pairs(before: str, after: str) -> list[tuple[str, str]]:
    """Each line with the one that it probably became, in order."""
    found = [(line, likeliest(line, others)) for line, others in with_likely(runs_that_differ(before, after))]
    return [(line, other) for line, other in reversed(found) if other is not None]


def test_an_article_goes_with_its_caption() -> None:
    assert pairs(BEFORE, BEFORE.replace("減免する", "減免し、又は免除する")) == [
        (
            "（減免）\n第二条　市長は、特別の理由があるときは、手数料を減免する。\n",
            "（減免）\n第二条　市長は、特別の理由があるときは、手数料を減免し、又は免除する。\n",
        )
    ]


def test_a_line_goes_with_the_most_alike_of_those_in_its_place() -> None:
    after = BEFORE.replace(
        "２　前項の申請は、書面でする。\n",
        "２　手数料を納めた者は、証明書を求めることができる。\n３　第一項の申請は、書面又は電磁的記録でする。\n",
    )
    assert pairs(BEFORE, after) == [("２　前項の申請は、書面でする。\n", "３　第一項の申請は、書面又は電磁的記録でする。\n")]


def test_what_is_new_or_gone_has_no_partner() -> None:
    after = BEFORE + "３　市長は、台帳を備え置き、一般の閲覧に供する。\n"
    assert pairs(BEFORE, after) == pairs(after, BEFORE) == []


def test_equal_texts_have_none() -> None:
    assert runs_that_differ(BEFORE, BEFORE) == ()


def test_a_line_that_is_not_asked_for_is_compared_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of long provisions each comparison takes long, and the other process does not wait for those that are left."""
    compared: list[str] = []
    monkeypatch.setattr(lines, "most_alike", lambda line, *_: compared.append(line))
    each = with_likely(runs_that_differ(BEFORE, BEFORE.replace("、", "，")))
    for _ in range(2):
        likeliest(*next(each))
    assert compared == ["２　前項の申請は、書面でする。\n", "（減免）\n第二条　市長は、特別の理由があるときは、手数料を減免する。\n"]


def test_blank_lines_behind_a_bracket_at_the_end_belong_to_it() -> None:
    """Tens of thousands, which no search may go through for each of them."""
    end = "（以上）" + "\n" * 50_000
    assert runs_that_differ(BEFORE + end, BEFORE) == (([end], []),)


@given(
    *[st.lists(st.sampled_from(["（趣旨）", "第一条　甲は、乙とする。", "第一条　甲は、丙とする。", "２　丁", "　", ""])).map("\n".join)]
    * 2
)
def test_only_lines_of_the_two_texts_are_paired(before: str, after: str) -> None:
    for old, new in pairs(before, after):
        assert old in before
        assert new in after
        assert old != new
