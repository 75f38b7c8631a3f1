"""`aratame git install`, `uninstall`, and the commands that git itself calls afterwards."""

from __future__ import annotations

from pathlib import Path

import click

from aratame.cli.git_calls import difftool, external_diff, textconv
from aratame.cli.options import LANGUAGE, Command, Group, option
from aratame.cli.printing import say
from aratame.model import Words

GLOBAL = option(
    "--global",
    "everywhere",
    is_flag=True,
    ja="このリポジトリだけでなく、全てのリポジトリに効かせる",
    en="For all repositories of this user.",
)
_INSTALLED = Words(
    "{} に diff=aratame の行を、git の設定（{}）に diff.aratame と difftool.aratame を書きました。git diff と git log -p で試してください。\n",
    "Wrote the diff=aratame lines to {} and diff.aratame, difftool.aratame to git's configuration ({}). Try git diff and git log -p.\n",
)
_UNINSTALLED = Words(
    "{} と git の設定（{}）から aratame の行を取り除きました。\n", "Took aratame's lines out of {} and git's configuration ({}).\n"
)


@click.command(
    cls=Command,
    words=Words(
        "git diff と git log -p が条項ごとに示すようにします。PATTERN は .gitattributes の書き方です（既定: 読める文書全て）。",
        "Let git diff and git log -p speak clauses. PATTERN is as in .gitattributes (default: every document that can be read).",
    ),
)
@click.argument("patterns", nargs=-1, metavar="[PATTERN]...")
@option("--print", "only_print", is_flag=True, ja="書き込まず、書く内容を示すだけにする", en="Write nothing; print what would be written.")
@GLOBAL
@LANGUAGE
def install(patterns: tuple[str, ...], *, only_print: bool, everywhere: bool, lang: str) -> None:
    """Write attributes and configuration, or print them."""
    from aratame.repository import installing  # noqa: PLC0415

    chosen = patterns or installing.PATTERNS
    if only_print:
        say(installing.instructions(chosen, language=lang, everywhere=everywhere, folder=Path()))
        return
    path = installing.install(chosen, language=lang, everywhere=everywhere, folder=Path())
    say(_INSTALLED.to(lang).format(path, "--global" if everywhere else "--local"))


@click.command(cls=Command, words=Words("aratame git install が書いたものを取り除きます。", "Take out what aratame git install wrote."))
@GLOBAL
@LANGUAGE
def uninstall(*, everywhere: bool, lang: str) -> None:
    """Take out attributes and configuration."""
    from aratame.repository import installing  # noqa: PLC0415

    path = installing.uninstall(everywhere=everywhere, folder=Path())
    say(_UNINSTALLED.to(lang).format(path, "--global" if everywhere else "--local"))


git = Group(
    name="git",
    words=Words(
        "git diff・git log -p・git difftool を条項ごとの表示にします。", "Let git diff, git log -p and git difftool speak clauses."
    ),
    commands={command.name or "": command for command in (install, uninstall, external_diff, textconv, difftool)},
)
