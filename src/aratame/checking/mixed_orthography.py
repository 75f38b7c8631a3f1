"""表記の混在

何を見るか: 一つの文書（表では変更後の記載）の中で、同じ言葉が二通りに書かれているもの（サーバーとサーバ、又はとまたは、取扱い委託と取扱委託）。少ない方の最初の箇所を示す。
なぜ大事か: 表記がそろわないと検索から漏れ、別の言葉かと迷わせる。
見ないもの: 附則、書き分ける言葉（とき・時、もの・物）、品詞で送り仮名が変わる言葉（取扱いと取り扱う、届出と届け出る）。
例: 「サーバー室」と「サーバ室」 → 指摘（念のため）。
例: 「取扱いを定める」と「取り扱う者」 → 指摘しない。
"""

# 書き方の組は、公用文作成の考え方（2022）と、送り仮名の付け方（1973）の通則6・7による。

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from aratame.checking.passage import finding_at, finding_in
from aratame.model import Severity, Words
from aratame.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aratame.checking.passage import Passage
    from aratame.config import Config
    from aratame.model import Finding, TableDiff

RULE = "mixed-orthography"

_WORDS = """
及び|および 並びに|ならびに 又は|または 若しくは|もしくは 予め|あらかじめ 概ね|おおむね
サーバー|サーバ(?![ァ-ヴー]) コンピューター|コンピュータ(?![ァ-ヴー]) ユーザー|ユーザ(?![ァ-ヴー]) プリンター|プリンタ(?![ァ-ヴー])
フォルダー|フォルダ(?![ァ-ヴー]) メーカー|メーカ(?![ァ-ヴー]) セキュリティ(?!ー)|セキュリティー インターフェース|インターフェイス|インタフェース
子ども|子供 障害者|障がい者|障碍者 漏えい|漏洩 改ざん|改竄 隠蔽|隠ぺい 毀損|き損 破棄|破毀
取扱い|取り扱い(?=[はがをにのと。]) 申込み|申し込み(?=[はがをにのと。書]) 問合せ|問い合わせ|問合わせ 打合せ|打ち合わせ|打合わせ 見積り|見積もり 引渡し|引き渡し(?=[はがをにのと、。]) 取消し|取り消し(?=[はがをにのと。])
払戻し|払い戻し(?=[はがをにのと。]) 引継ぎ|引き継ぎ(?=[はがをにのと。]) 立入り|立ち入り(?=[はがをにのと。]) 受入れ|受け入れ(?=[はがをにのと。]) 切替え|切り替え(?=[はがをにのと。])
手続(?![きに法条規])|手続き
(?<=[0-9０-９一二三四五六七八九十])か月|(?<=[0-9０-９一二三四五六七八九十])ヶ月|(?<=[0-9０-９一二三四五六七八九十])カ月|(?<=[0-9０-９一二三四五六七八九十])ケ月|(?<=[0-9０-９一二三四五六七八九十])ヵ月
(?<=[0-9０-９一二三四五六七八九十])か所|(?<=[0-9０-９一二三四五六七八九十])ヶ所|(?<=[0-9０-９一二三四五六七八九十])カ所|(?<=[0-9０-９一二三四五六七八九十])ケ所|(?<=[0-9０-９一二三四五六七八九十])ヵ所
"""
"""Words with their writings; the first is that of 公用文."""

_STEMS = (
    "取扱い 申込み 受付け 問合せ 打合せ 切替え 引渡し 支払い 貸付け 見積り 繰越し 払戻し 買取り 積立て 割引き 受入れ 立入り 引継ぎ 持出し 振込み 差押え "
    "取消し 繰入れ 締切り 申立て 書換え 組替え 借換え 割当て 引当て 引換え 立替え 備付け 買上げ 払込み 売渡し 貸出し 持込み 呼出し 読替え 手続き"
)
_COMPOUND = lazy(rf"(?P<stem>{'|'.join(word[:-1] for word in _STEMS.split())})(?P<kana>[いみけせえしりてきれぎげ])?(?P<rest>[一-鿿]{{2}})")
_KANA = {word[:-1]: word[-1] for word in _STEMS.split()}
_GROUPS = tuple(tuple((re.sub(r"\(\?[^()]*\)|[()]", "", writing), lazy(writing)) for writing in word.split("|")) for word in _WORDS.split())
"""Of each word its writings: the letters alone, and with what must or must not stand beside them."""


class _Writing(NamedTuple):
    """One way in which a word is written, how often, and where first."""

    text: str
    times: int
    first: int


def check_document(passage: Passage, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each word that a document writes in two ways, where the rarer writing stands first."""
    text = passage.document.text
    ends = min((passage.clauses[position].span.start for position in passage.supplementary), default=len(text))
    for rare, usual in _mixed(text[:ends]):
        yield finding_at(RULE, Severity.HINT, passage.document, rare.first, _words(rare, usual, Words("", "")))


def check_table(diff: TableDiff, config: Config) -> Iterator[Finding]:  # noqa: ARG001  every check is called alike
    """A finding for each word that the after cells of a table write in two ways, in the row where the rarer writing stands first."""
    rows = [answer.row for answer in diff.rows]
    for rare, usual in _mixed("\n".join(row.after for row in rows)):
        place = rare.first
        for row in rows:
            if place <= len(row.after):
                where = Words(f"{row.number}行目の変更後の", f"Row {row.number}: ")
                yield finding_in(RULE, Severity.HINT, diff.table, row, _words(rare, usual, where))
                break
            place -= len(row.after) + 1


def _mixed(text: str) -> Iterator[tuple[_Writing, _Writing]]:
    """Words that a text writes in two ways: the rarer writing and the usual one."""
    for group in _GROUPS:
        there = [pattern for letters, pattern in group if letters in text]
        if len(there) > 1:
            yield from _rarer([writing for pattern in there if (writing := _writing(pattern, text))])
    compounds: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in _COMPOUND.finditer(text) if any(_may_be_both(text, stem) for stem in _KANA) else ():
        if match["kana"] in {None, _KANA[match["stem"]]}:
            compounds[match["stem"], match["rest"]][match.group()].append(match.start())
    for writings in compounds.values():
        yield from _rarer([_Writing(name, len(places), places[0]) for name, places in writings.items()])


def _may_be_both(text: str, stem: str) -> bool:
    """Whether a text has a stem with its kana and without: few have, and the pattern of all compounds takes longer to compile than a page to check."""
    with_kana = text.count(stem + _KANA[stem])
    return 0 < with_kana < text.count(stem)


def _writing(pattern: re.Pattern[str], text: str) -> _Writing | None:
    """How often a writing stands in a text, and where first; None where it does not."""
    first = pattern.search(text)
    return _Writing(first.group(), sum(1 for _ in pattern.finditer(text)), first.start()) if first else None


def _rarer(found: list[_Writing]) -> Iterator[tuple[_Writing, _Writing]]:
    """Each writing but the most frequent, with that one; of equals the first listed is the usual one."""
    if len(found) > 1:
        usual = max(found, key=lambda writing: writing.times)
        yield from ((writing, usual) for writing in found if writing is not usual)


def _words(rare: _Writing, usual: _Writing, where: Words) -> Words:
    return Words(
        f"{where.ja}「{rare.text}」（{rare.times}か所）は、ほかでは「{usual.text}」（{usual.times}か所）と書いています。表記をそろえてください。",
        f"{where.en}“{rare.text}” ({rare.times} times) is written “{usual.text}” ({usual.times} times) elsewhere. Write it in one way.",
    )
