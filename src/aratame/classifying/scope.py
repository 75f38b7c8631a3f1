"""Words that decide scope, limit or urgency: too short to be seen in a larger rewording, too weighty to be passed over."""

from __future__ import annotations

from collections import Counter

from aratame.patterns import lazy

WORDS = lazy(
    "以上|以下|以内|未満|を超え|をこえ|以前|以後|以降|及び|並びに|又は|若しくは|かつ|その他の|その他|に限る|に限り|のみ|を除く|を除き|を除いて|を含む|を含み"
    "|当該|直ちに|速やかに|遅滞なく|原則として|少なくとも|概ね|おおむね|必要に応じて|あらかじめ|当分の間|ただし|定期的に|できる限り|可能な限り|やむを得|すべて|全て|いずれか|いずれも|等(?![し級価分身差質号])|など"
)


def changed(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scope words that are gone and those that are new, in the order in which they stand."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return tuple(word for word in dict.fromkeys(old) if gone[word]), tuple(word for word in dict.fromkeys(new) if come[word])
