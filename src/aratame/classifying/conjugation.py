"""Verbs without ません, ます or ない: the plain forms that a polite or denied predicate may have.

Which sort of verb it is does not show (帰ります, 変えます), so every form that could be is given; those of other sorts are no words and equal nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_I, _U, _A = "いきぎしちにびみり", "うくぐすつぬぶむる", "わかがさたなばまら"
"""Verbs of five forms: before ます, by themselves, before ない."""


def affirmed(denied: str) -> Iterator[str]:
    """What a plain predicate in ない may deny: 行わない → 行う, 該当しない → 該当する, でない → である."""
    stem = denied.removesuffix("ない")
    yield f"{stem}る"
    yield f"{stem}ある"
    if stem.endswith("は"):
        yield f"{stem[:-1]}ある"
    if stem.endswith("し"):
        yield f"{stem[:-1]}する"
    if stem and stem[-1] in _A:
        yield f"{stem[:-1]}{_U[_A.index(stem[-1])]}"


def plain(polite: str) -> Iterator[str]:
    """What a predicate in ます, ません or です is in plain style: 行います → 行う, 行いません → 行わない, ものです → ものである."""
    if polite.endswith("です"):
        stem = polite.removesuffix("です")
        yield from (f"{stem}である", f"{stem}だ", stem)
        return
    denied = polite.endswith("ません")
    stem = polite.removesuffix("ません" if denied else "ます")
    rest = "ない" if denied else ""
    yield f"{stem}{rest or 'る'}"
    if stem.endswith("し"):
        yield f"{stem[:-1]}{'しない' if denied else 'する'}"
    if denied and stem.endswith("あり"):
        yield f"{stem[:-2]}ない"
    if stem and stem[-1] in _I:
        yield f"{stem[:-1]}{(_A if denied else _U)[_I.index(stem[-1])]}{rest}"
