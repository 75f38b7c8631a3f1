"""The page's words, in both languages; those that all reports share come from `reporting/saying.py`."""

from __future__ import annotations

from aratame.model import Words
from aratame.reporting import saying

WORDS = {
    "skip": Words("変更の一覧へ進む", "Skip to the changes"),
    "tools": Words("検索と移動", "Search and navigation"),
    "previous": Words("前の変更", "Previous"),
    "next": Words("次の変更", "Next"),
    "search": Words("語句を探す", "Search"),
    "key_help": Words(
        "n・j 次の変更　p・k 前の変更　/ 検索　Esc 検索をやめる",
        "n, j next change · p, k previous change · / search · Esc clear the search",
    ),
    "keys_on": Words("キー操作を使う", "Use the keys"),
    "side": Words("絞り込みと条項", "Filters and clauses"),
    "filter": Words("絞り込み", "Filter"),
    "weights": Words("重み", "Weight"),
    "kinds": Words("種類", "Kind"),
    "all": Words("全て選ぶ", "All"),
    "none": Words("全て外す", "None"),
    "bars": Words("濃い部分が実質、淡い部分が形式", "dark: substantive, pale: formal"),
    "of_which": Words("{}件、うち実質{}件", "{}, {} of them substantive"),
    "s": Words("実質", "substantive"),
    "m": Words("移動", "moved"),
    "f": Words("形式", "formal"),
    "tree": Words("条項", "Clauses"),
    "tree_rows": Words("行", "Rows"),
    "legend": Words("● 実質　○ 形式　⇄ 移動　＋ 追加　－ 削除", "● substantive  ○ formal  ⇄ moved  ＋ added  － deleted"),
    "where": Words("変更のある所", "Where the changes lie"),
    "where_said": Words(
        "文書の始めから終わりまでのどこに変更があるかを線で示す図。同じ内容は「変更の一覧」にあります。",
        "A picture of the document from start to end, with a line where something changed; the list of changes says the same in words.",
    ),
    "where_hint": Words("高い線は実質、低い線は移動・形式", "tall: substantive, low: moved or formal"),
    "start": Words("始め", "start"),
    "end": Words("終わり", "end"),
    "changes": Words("変更の一覧", "Changes"),
    "comparison": Words("新旧の対照", "Before and after"),
    "before": saying.COLUMN_BEFORE,
    "after": saying.COLUMN_AFTER,
    "entry": Words("変更{}", "Change {}"),
    "same": Words("同じ変更 {}か所", "The same in {} places"),
    "concerned": Words("{}か所", "{} places"),
    "more": Words("ほか{}件", "{} more"),
    "fold": Words("変更のない {}項目", "Unchanged clauses: {}"),
    "further": Words("続きを表示（残り {}項目）", "Show more ({} left)"),
    "rest": Words("（{}字略）", "(…{} characters…)"),
    "left": saying.LEFT_BEHIND,
    "left_said": Words("改められた名称が、変更後にそのまま残っています。", "The old name still stands in the after text."),
    "contradicts": saying.CONTRADICTS,
    "filtered": Words("絞り込んで作った報告です。ほかの変更は入っていません。", "Made with filters: other changes are not in this report."),
    "nothing": saying.NOTHING,
    "nothing_left": saying.NOTHING_LEFT,
    "count": saying.COUNT,
    "shown": Words("変更 {total}件のうち {shown}件を表示", "{shown} of {total} changes shown"),
    "found": Words(
        "「{query}」は {count}か所（うち変更のない所 {unchanged}か所）", "“{query}”: {count} found, {unchanged} of them in unchanged text"
    ),
    "noscript": Words(
        "JavaScript が使えないので、絞り込みと検索はできず、変更のない所は開けません。変更は全て表示しています。",
        "Without JavaScript there is no filter or search, and unchanged parts stay folded; every change is shown.",
    ),
    "renames": saying.RENAMES,
    "kind": saying.COUNT_KIND,
    "old_name": saying.OLD_NAME,
    "new_name": saying.NEW_NAME,
    "times": saying.TIMES,
    "still": saying.STILL,
    "notes": saying.NOTES,
    "findings": saying.FINDINGS,
    "nowhere_before": saying.NOWHERE_BEFORE,
    "nowhere_after": saying.NOWHERE_AFTER,
    "formerly": saying.FORMERLY,
    "reasons": Words("理由", "Reasons"),
}
"""What is between braces is filled in."""

SCRIPTED = ("further", "shown", "found")
"""The words that the page's script fills in."""
