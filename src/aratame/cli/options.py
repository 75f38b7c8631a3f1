"""Options that several commands share, and help in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from aratame.cli.failures import TO_MEND
from aratame.errors import UsageError
from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

LANGUAGES = ("ja", "en")
_HELP = Words("この説明を示す", "Show this message.")


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for anywhere in `arguments`, before they are parsed: a usage error and --help speak it too."""
    for at, argument in enumerate(arguments):
        given = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and at + 1 < len(arguments):
            given = arguments[at + 1]
        if given in LANGUAGES:
            return given
    return "ja"


class Option(click.Option):
    """An option whose help is `words`."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of `--help`, in the language that was asked for."""
        self.help = self.words.to(ctx.find_root().obj or "ja")
        return super().get_help_record(ctx)


class _JapaneseHelp(click.HelpFormatter):
    """Help with headings in Japanese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        super().write_usage(prog, args, prefix or "使い方: ")

    def write_heading(self, heading: str) -> None:
        """The line above a list, of which click has two."""
        super().write_heading({"Options": "オプション", "Commands": "コマンド"}.get(heading, heading))


class _Context(click.Context):
    """A run of a command, whose help is in the language that was asked for."""

    def make_formatter(self) -> click.HelpFormatter:
        """What writes the help."""
        english = self.find_root().obj == "en"
        return super().make_formatter() if english else _JapaneseHelp(width=self.terminal_width, max_width=self.max_content_width)


class _Spoken(click.Command):
    """A command whose help is `words`."""

    context_class = _Context
    words: Words

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` itself, which click describes in English."""
        found = super().get_help_option(ctx)
        if found:
            found.help = _HELP.to(ctx.find_root().obj or "ja")
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The text above the options."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.words.to(ctx.find_root().obj or "ja"))

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands; the language is that of the running command."""
        del limit  # Japanese has no blanks to cut at
        ctx = click.get_current_context(silent=True)
        return self.words.to((ctx.find_root().obj if ctx else None) or "ja").split("\n")[0]


class Command(_Spoken):
    """A command with help in both languages."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words


class Group(_Spoken, click.Group):
    """A group of commands with help in both languages."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks so
        """The names in the order in which they were given; click would sort them."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left for the commands. Without any, all that there is to choose from is shown, as something is missing."""
        if not args:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(TO_MEND)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with. Raises `UsageError` with the commands that there are."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            known = ", ".join(names)
            raise UsageError(
                f"「{args[0]}」というコマンドはありません。{known} のどれかを指定してください。",
                f"there is no command “{args[0]}”; use one of {known}.",
            )
        return super().resolve_command(ctx, args)


def option(*names: str, ja: str, en: str, **kwargs: Any) -> Decorator:
    """An option with help in both languages; `kwargs` as in `click.option`."""
    return click.option(*names, cls=Option, words=Words(ja, en), **kwargs)


def together(*decorators: Decorator) -> Decorator:
    """Several options as one decorator, in the order in which `--help` lists them."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


LANGUAGE = option(
    "--lang", type=click.Choice(LANGUAGES), default="ja", ja="表示の言語（既定: ja）", en="Language of the report (default: ja)."
)
