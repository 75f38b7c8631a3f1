"""The whole table of predicates: every force in its forms, and what becomes of one that gives way to another."""

from __future__ import annotations

from itertools import product

import pytest

from aratame.classifying.forces import Force, Stance, direction
from aratame.classifying.opposites import opposite
from aratame.classifying.predicates import predicates

FORMS = {
    Stance(
        Force.PROHIBITION
    ): "してはならない してはなりません してはならず、 してはいけない してはいけません してはならないものとする 使用を禁止する 使用を禁じます 立入禁止 立ち入るべからず 転貸を認めない 転貸は認めません 之ヲ為スヘカラス",
    Stance(
        Force.INCAPACITY
    ): "することができない することができません することはできません することができず、 できないものとする スルコトヲ得ス",
    Stance(
        Force.DUTY
    ): "しなければならない しなければなりません しなければならず、 しなくてはならない せねばならない する必要がある する必要があります 同意を要する 同意を要します 同意ヲ要ス 提出スヘシ 届出が必要です 届出が義務付けられている",
    Stance(Force.OUGHT): "すべきである すべきです すべきものとする",
    Stance(Force.PRINCIPLE): "するものとする するものとします するものとし、 することとする することとします 処理スルモノトス",
    Stance(Force.INSTRUCTION): "提出すること 届け出ること",
    Stance(Force.EFFORT_DUTY): "するよう努めなければならない よう努めなければなりません するよう配慮しなければならない",
    Stance(Force.EFFORT_PRINCIPLE): "するよう努めるものとする 努めるものとします するよう留意するものとする",
    Stance(Force.EFFORT): "するよう努める 努めます 努めている するよう配慮する",
    Stance(Force.AIM): "することを目指す 削減を目指します 目指し、",
    Stance(Force.DESIRABLE): "することが望ましい 望ましい 配慮が望まれる 利用を推奨する",
    Stance(Force.REQUEST): "提出してください お問い合わせください 提出願います よう御願いします 提出をお願いします 提出しましょう",
    Stance(Force.RESTRAINT): "使用を控える 使用を控えます 使用を避ける",
    Stance(
        Force.POWER
    ): "することができる することができます することができ、 することができるものとする できます してもよい しても差し支えない 再任を妨げない 再任は、妨げない 写しで差し支えない 命スルコトヲ得",
    Stance(
        Force.EXEMPTION
    ): "することを要しない 同意を要しません 同意は要しない 同意は、要しない する必要はない する必要はありません しなくてもよい しなくても構いません 免除する 足りる 届出は不要です 予約は要りません 任意とする 届出ヲ要セス",
    Stance(Force.CHANCE): "制限することがある 制限することがあります",
    Stance(Force.EXCEPTION): "この限りでない この限りではありません 適用しない 適用しません 此ノ限ニ在ラス",
    Stance(Force.DEEMED): "みなす みなします ト看做ス",
    Stance(Force.PRESUMED): "推定する 推定します ト推定ス",
    Stance(Force.NEGATION): "行わない 応じない 行いません 負わない 返還しない みなさない 必要と認めない",
    Stance(Force.PRINCIPLE, denied=True): "しないものとする 超えないものとします 使用を控えるものとする しないこととする",
    Stance(Force.INSTRUCTION, denied=True): "提出しないこと 控えること",
    Stance(Force.EFFORT, denied=True): "漏えいしないよう努める",
    Stance(Force.EFFORT_DUTY, denied=True): "漏えいしないよう努めなければならない",
    Stance(Force.DUTY, denied=True): "使用を控えなければならない",
    Stance(Force.DESIRABLE, denied=True): "使用しないことが望ましい",
    Stance(Force.REQUEST, denied=True): "使用しないでください 撮影はご遠慮ください 使用をお控えください",
    Stance(Force.POWER, denied=True): "徴収しないことができる 参加しないことができます",
}
"""Every stance with forms of it: plain, です・ます, going on, and of older statutes."""

STATEMENT = Stance(Force.STATEMENT)
STANCES = (*FORMS, STATEMENT)

DIRECTIONS = """
しなければならない    するものとする        緩和
しなければならない    してはならない        反転
しなければならない    することができる      緩和
しなければならない    することを要しない    緩和
しなければならない    しないことができる    緩和
しなければならない    する                  緩和
するものとする        しなければならない    強化
するものとする        すべきである          －
するものとする        するよう努める        緩和
するものとする        しないものとする      反転
提出すること          しなければならない    強化
提出すること          するものとする        －
提出すること          することが望ましい    緩和
提出すること          提出しないこと        反転
するよう努める        する                  強化
するよう努める        するよう努めるものとする  強化
することを目指す      する                  強化
することが望ましい    するものとする        強化
することができる      する                  強化
することができる      しない                反転
することができる      することができない    反転
することができる      しないことができる    反転
することができる      することを要しない    －
する                  しない                反転
する                  しないことができる    緩和
しない                しないことができる    緩和
しない                してはならない        強化
しない                しないものとする      強化
しない                することを要しない    緩和
してはならない        することができない    －
してはならない        しないものとする      緩和
してはならない        使用を控えるものとする  緩和
してはならない        使用しないでください  緩和
してはならない        提出しないこと        緩和
してはならない        することができる      反転
してはならない        しなくてもよい        緩和
使用を控える          使用を控えるものとする  強化
使用を控える          しない                強化
使用を控える          する                  反転
再任を妨げない        することができない    反転
禁止する              再任を妨げない        反転
制限することがある    する                  強化
提出をお願いします    しなければならない    強化
届出は不要です        届出が必要です        強化
この限りでない        してはならない        －
適用しない            する                  反転
みなす                推定する              緩和
みなす                するものとする        －
みなす                みなさない            反転
"""
"""One before, one after, and which way it goes; － where neither stronger nor weaker nor the opposite can be said."""


def stance(words: str) -> Stance:
    """The stance of the last predicate of `words`."""
    found = predicates(words)
    return found[-1].stance if found else STATEMENT


@pytest.mark.parametrize(("wanted", "form"), [(wanted, form) for wanted, forms in FORMS.items() for form in forms.split()])
def test_every_form_has_its_force(wanted: Stance, form: str) -> None:
    assert stance(form) == wanted


@pytest.mark.parametrize(
    "words", ["予算に関すること", "次に係ること", "市長が行う。", "提出するもの", "できる限り公開", "書類の控え", "一部"]
)
def test_what_is_no_predicate_has_none(words: str) -> None:
    assert not [each for each in predicates(words) if each.stance.force in (Force.INSTRUCTION, Force.RESTRAINT, Force.NEGATION)]


@pytest.mark.parametrize("line", [line for line in DIRECTIONS.split("\n") if line])
def test_direction(line: str) -> None:
    before, after, wanted = line.split()
    there, back = direction(stance(before), stance(after)), direction(stance(after), stance(before))
    opposed = {"強化": "緩和", "緩和": "強化", "反転": "反転", "－": "－"}
    assert (there.ja if there else "－") == wanted
    assert (back.ja if back else "－") == opposed[wanted]


def test_only_opposite_ways_are_reversed() -> None:
    for before, after in product(STANCES, STANCES):
        way = direction(before, after)
        powers = before.force is after.force is Force.POWER and before != after
        assert (way is not None and str(way) == "反転") == (before.way * after.way < 0 or powers), (before, after)
        assert before != after or way is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pair.split()
        for pair in [
            "可 否",
            "対応 非対応",
            "常勤 非常勤",
            "有 無",
            "あり なし",
            "要 不要",
            "承認 不承認",
            "加入 未加入",
            "公開とする 非公開とする",
            "☐ ☑",
            "○ ×",
        ]
    ],
)
def test_yes_and_no(before: str, after: str) -> None:
    assert opposite(before, after)
    assert opposite(after, before)


@pytest.mark.parametrize(
    ("before", "after"), [pair.split() for pair in ["動産 不動産", "成年 未成年", "常勤職員 非常勤職員", "来 未来", "可 可能"]]
)
def test_names_are_no_yes_and_no(before: str, after: str) -> None:
    assert not opposite(before, after)
