"""用語の変更（term）

何を見るか: ものの名前が別の名前になったこと。名詞句全体を一つの単位として見ます（4を5にではなく、4情報→5情報）。製品や規格の版、学年、等級の番号も名前の一部です（JIS X 0001:2010→JIS X 0001:2020）。
なぜ大事か: 同じものの呼び名が変わっただけか、指すものが変わったのかを確かめる必要があります。同じ変更が文書のあちこちに及びます。
見ないもの: 動作を表す語（収集する→取得する）、いつのことかを示す語（開催前→開催後）、長い説明（庁舎内の専用PC→市の保有する端末）、「もの」「者」などの形式名詞は「文言の変更」です。
例: 4情報→5情報
例: 任意研修→自主研修出張
どちらが勝つか: 組織の名前は組織名の変更、法令や例規の名前は引用の変更、書き方だけの違いは表記の変更を先にとります。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.classifying.abbreviations import abbreviated
from aratame.classifying.named_numbers import names
from aratame.classifying.nouns import bare, is_name, verbal
from aratame.classifying.pieces import editorial
from aratame.classifying.scope import told_apart
from aratame.classifying.subject import Verdict
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from aratame.classifying.subject import Subject


_WHEN = ("前", "後", "時", "中")
"""What makes a time of an act: 開催前, 採用時."""
_SHORTEST = 2
"""Signs of 臨時, 途中 and their like, which are words."""


def verdict(subject: Subject) -> Verdict | None:
    """Term where both sides are names of things."""
    if named := names(subject):
        return _verdict(named.before, named.after)
    before, after = bare(subject.before_words), bare(subject.after_words)
    known = {before, after} <= set(subject.config.terms) or any(
        (rename.before, rename.after) == (before, after) for rename in subject.config.renames
    )
    if (
        not before
        or not after
        or _other_time(before, after)
        or told_apart(before, after)
        or editorial(subject.before_words)
        or editorial(subject.after_words)
        or not (known or (is_name(before) and is_name(after) and not verbal(after, subject.right)))
    ):
        return None
    if same := abbreviated(subject, before, after):
        return Verdict(EditKind.TERM, substantive=False, reason=same)
    return _verdict(before, after)


def _other_time(before: str, after: str) -> bool:
    """Whether both say when, each otherwise, and name nothing: 開催前→開催後. In サインイン後 for ログイン後 the act has another name."""
    return before.endswith(_WHEN) and after.endswith(_WHEN) and before[-1] != after[-1] and min(len(before), len(after)) > _SHORTEST


def _verdict(before: str, after: str) -> Verdict:
    reason = Words(f"用語が「{before}」から「{after}」に変わります。", f"The term changes from “{before}” to “{after}”.")
    return Verdict(EditKind.TERM, substantive=True, reason=reason)
