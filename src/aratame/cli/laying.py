"""The options of `diff` and `table` for documents to hand in: which one, and how it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aratame.cli.options import option, together
from aratame.errors import UsageError
from aratame.layouts import LAYOUTS

if TYPE_CHECKING:
    from aratame.config import Config

LAYING = together(
    option(
        "--layout",
        metavar="NAME[,KEY=VALUE…]",
        ja="提出用の文書の様式。taisho（新旧対照表）か henko（変更箇所）。例: taisho,new=right,header=新/旧",
        en="Document to hand in: taisho (comparison table) or henko (list of changes), e.g. taisho,new=right.",
    ),
    option(
        "--date", metavar="TEXT", default="", ja="変更箇所の「変更日」に入れる文字", en="What stands under 変更日 in a list of changes."
    ),
    option(
        "--timing",
        metavar="TEXT",
        default="",
        ja="変更箇所の「提出時期」に入れる文字",
        en="What stands under 提出時期 in a list of changes.",
    ),
)
"""Which document to hand in, and how it is laid out."""


def laid_out(options: dict[str, Any], config: Config) -> dict[str, Any]:
    """`options` with `layout` (a name or None) and `page` in place of what was written. Raises `UsageError` with all that is wrong."""
    rest = dict(options)
    written, date, timing = rest.pop("layout"), rest.pop("date"), rest.pop("timing")
    name, *settings = (written or "").split(",")
    if written is not None and name not in LAYOUTS:
        raise UsageError(
            f"--layout {written}: 「{name}」という様式はありません。{'、'.join(LAYOUTS)} のどちらかにしてください。",
            f"--layout {written}: there is no layout “{name}”; use {' or '.join(LAYOUTS)}.",
        )
    given = {key.strip(): value.strip() for key, _, value in (setting.partition("=") for setting in settings)}
    page, problems = config.layout.given(given)
    if problems:
        raise UsageError(
            f"--layout {written}: {'；'.join(f'{key} は{words.ja}' if key else words.ja for key, words in problems)}",
            f"--layout {written}: {'; '.join(f'{key} {words.en}' for key, words in problems)}",
        )
    return {**rest, "layout": name or None, "page": page.dated(date, timing)}
