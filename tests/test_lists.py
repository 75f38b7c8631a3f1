"""Lists read item by item: what each build pairs, and what it leaves to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aratame.lexing import read_words, tokenise
from aratame.rewording.agreeing import agree
from aratame.rewording.lists import item_pairs
from aratame.rewording.lists.amounts import columns, priced
from aratame.rewording.lists.bracketed import bracketed
from aratame.rewording.lists.citations import citations
from aratame.rewording.lists.growing import growing
from aratame.rewording.lists.numbered import numbered
from aratame.rewording.lists.parallel import parallel
from aratame.rewording.lists.shared_amount import shared_amount
from aratame.rewording.replacement import Hunk
from aratame.rewording.sentences import Run
from aratame.rewording.sides import Sides
from aratame.rewording.units import units

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aratame.lexing import Token

    Build = Callable[[Sides, Hunk], list[Hunk]]


def pairs(build: Build, before: str, after: str) -> list[str]:
    """What a build answers of two texts, as they are read."""
    words = agree(*([word for word in read_words(text, tokenise(text, read=False)) if word.key] for text in (before, after)))
    b, a = (Run(0, len(side)) for side in words)
    sides = Sides(*words, (units(words[0]), units(words[1])), b, a)
    return [f"{read(words[0][p.b0 : p.b1])}→{read(words[1][p.a0 : p.a1])}" for p in build(sides, Hunk(*b, *a))]


def read(words: Sequence[Token]) -> str:
    return "".join(word.key for word in words)


PAIRED = [
    (numbered, "記録項目1氏名、2性別、3住所", "記録項目1氏名、2住所、3電話番号", ["1氏名→1氏名", "3住所→2住所"]),
    (numbered, "1会員番号 2氏名 3所属", "1会員番号 2所属", ["1会員番号→1会員番号", "3所属→2所属"]),
    (
        citations,
        "第四条、第五条及び第七条",
        "第五条、第六条及び第八条",
        ["第四条→第五条", "、→、", "第五条→第六条", "及び→及び", "第七条→第八条"],
    ),
    (citations, "同条第五項又は第六項の認定", "同条第四項又は第五項の認定", ["同条→同条", "第五項→第四項", "又は→又は", "第六項→第五項"]),
    (citations, "備考のア又はイによる", "備考のイ又はウによる", ["ア→イ", "又は→又は", "イ→ウ"]),
    (columns, "大ホール 2,000円 2,500円", "大ホール 2,500円 3,000円", ["2,000円→2,500円", "2,500円→3,000円"]),
    (columns, "会議室 500円 700円 大ホール 2,000円 2,500円", "大ホール 2,500円 3,000円", ["2,000円→2,500円", "2,500円→3,000円"]),
    (shared_amount, "6月及び12月においては2割とする", "6月においては1割、12月においては3割とする", ["2割→1割"]),
    (growing, "監督員又は検査員の派遣", "監督員、検査員又は特別検査員の派遣", ["又は検査員→、検査員"]),
    (growing, "印鑑や通帳を持参する", "印鑑、通帳や身分証を持参する", ["や通帳→、通帳"]),
    (
        bracketed,
        "第八条（準用する場合を含む。）により",
        "第六条（準用する場合を含む。）及び第八条（第十条を除く。）により",
        ["第八条（→第八条（"],
    ),
    (bracketed, "証票（写しを含む。）を", "会員証（写しを含む。）又は証票（写しに限る。）を", ["証票（→証票（"]),
    (priced, "大人500円、小人200円", "一般800円、学生500円", ["大人500円→一般800円", "小人200円→学生500円"]),
    (
        parallel,
        "所長が一次審査を、部長が二次審査を",
        "部長が一次評価を、局長が二次評価を",
        ["所長が一次審査を→部長が一次評価を", "部長が二次審査を→局長が二次評価を"],
    ),
]


@pytest.mark.parametrize(("build", "before", "after", "found"), PAIRED)
def test_a_build_pairs_the_items_of_its_lists(build: Build, before: str, after: str, found: list[str]) -> None:
    assert pairs(build, before, after) == found


LEFT = [
    (numbered, "記録項目1氏名、2性別", "記録項目1役職、2部署"),  # no name stayed
    (numbered, "3氏名 1性別", "2氏名 1性別"),  # no row: the numbers do not count up
    (numbered, "①の入力、②の確認による", "①の入力、③の確認による"),  # cited, not numbered
    (citations, "第四条及び第七条", "第五条及び第九条"),  # by one, and by two
    (citations, "第四条及び第七条", "第四条及び第八条"),  # the first one stayed
    (citations, "第四条及び第七条", "第五条又は第八条"),  # linked otherwise
    (columns, "大ホール 2,000円 2,500円", "大ホール 2,200円 2,700円"),  # no amount is on both sides
    (columns, "大ホール 2,000円 2,500円", "会議室 2,500円 3,000円"),  # another row
    (columns, "大ホール 2,000円 2,500円", "大ホール 2,500円 3,000円 3,500円"),  # a column more
    (shared_amount, "6月及び12月においては2割とする", "6月においては1割、3月においては3割とする"),  # another case
    (shared_amount, "大人は100円、小人は50円とする", "幼児は30円、大人は120円、小人は60円とする"),  # each has its own
    (growing, "監督員又は検査員の派遣", "監督員、助手又は検査員の派遣"),  # it came in before the last item
    (growing, "監督者又は者の派遣", "監督者、者又は検査者の派遣"),  # 者 is no item by itself
    (growing, "市民又は市内に勤務する者とする", "市民、市内に在学する者又は市内に勤務する者とする"),  # not the same item
    (bracketed, "第八条（準用する場合を含む。）により", "第六条（準用する場合を含む。）及び第九条（第十条を除く。）により"),  # another one
    (bracketed, "第八条（準用する場合を含む。）により", "第六条及び第八条（第十条を除く。）により"),  # nothing is said of the one before it
    (priced, "大人500円、小人200円", "大人600円、小人300円"),  # no amount is on both sides
    (priced, "大人500円、小人200円", "大人600円、学生500円、小人200円"),  # an item more
    (parallel, "所長が一次審査を、部長が二次審査を", "所長が一次評価を、部長が二次評価を"),  # who does it stayed in its place
    (parallel, "受付を総務課が、審査を福祉課が", "審査を福祉課が、決定を市長が"),  # one came in and one went
    (parallel, "所長が一次審査を、部長が二次審査を", "部長は一次評価を、局長は二次評価を"),  # of another build
]


@pytest.mark.parametrize(("build", "before", "after"), LEFT)
def test_a_build_leaves_the_rest_to_the_words(build: Build, before: str, after: str) -> None:
    assert pairs(build, before, after) == []


@pytest.mark.parametrize(("before", "after", "found"), [(before, after, found) for _, before, after, found in PAIRED])
def test_one_build_answers_for_all(before: str, after: str, found: list[str]) -> None:
    assert pairs(item_pairs, before, after) == found
    assert pairs(item_pairs, after, before) == ["→".join(reversed(pair.split("→"))) for pair in found]
