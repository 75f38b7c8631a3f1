"""`aratame explain KIND_OR_RULE`: what a kind of edit or a check means, in the words of its own documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from aratame.cli.options import LANGUAGE, Command
from aratame.cli.printing import say
from aratame.errors import UsageError
from aratame.model import EditKind, Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command(
    cls=Command,
    words=Words("変更の種類や点検項目の意味を示します。", "Say what a kind of edit or a check means."),
)
@click.argument("name", required=False, metavar="[KIND_OR_RULE]")
@LANGUAGE
def explain(name: str | None, *, lang: str) -> None:
    """What `name` means, a kind or rule by its English or Japanese name; without a name, the list of all."""
    pages = _pages()
    if name is None:
        say("".join(f"{key:<28}{page.splitlines()[0]}\n" for key, page in pages.items()))
        return
    from aratame.config.checks import CHECKS  # noqa: PLC0415
    from aratame.reporting.labels import EDIT_KINDS  # noqa: PLC0415

    titles = {words.to(language): str(kind) for kind, words in EDIT_KINDS.items() for language in ("ja", "en")}
    titles |= {pages[rule].splitlines()[0]: rule for rule in CHECKS}
    page = pages.get(titles.get(name, name))
    if page is None:
        known = ", ".join(pages)
        raise UsageError(
            f"{name}: この名前の種類や点検項目はありません。{known} のどれかを指定してください。",
            f"{name}: no such kind or check; name one of {known}.",
        )
    note = "" if lang == "ja" else f"{titles.get(name, name)} (the documentation is in Japanese)\n\n"
    say(f"{note}{page}\n")


def _pages() -> Mapping[str, str]:
    """The documentation of every kind and every check by its name, wrapped lines joined."""
    from aratame import checking, classifying  # noqa: PLC0415
    from aratame.config.checks import CHECKS  # noqa: PLC0415
    from aratame.verifying.rules import EXPLANATIONS  # noqa: PLC0415

    pages = {str(kind): classifying.explanation(kind) for kind in EditKind} | {rule: checking.explanation(rule) for rule in CHECKS}
    pages |= EXPLANATIONS
    return {name: re.sub(r"(?<=[^\x00-\x7f])\n +", "", page) for name, page in pages.items()}
