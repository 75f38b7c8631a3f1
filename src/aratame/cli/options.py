"""What commands take, declared: operands and options, with help in both languages.

Declared and parsed (`arguments`) by ourselves: a library for that takes longer to load than two short texts take to compare, and git calls
the command for each file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Reader = Callable[[str, str], Any]
    """An option as it was typed, and its value as it was typed → the value. Raises `UsageError`."""

LANGUAGES = ("ja", "en")


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for anywhere in `arguments`, before they are parsed: a usage error and --help speak it too."""
    for at, argument in enumerate(arguments):
        given = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and at + 1 < len(arguments):
            given = arguments[at + 1]
        if given in LANGUAGES:
            return given
    return "ja"


class Operand:
    """What is no option: one file, or, where `many`, all that stand there. The command gets it under `name`."""

    def __init__(self, name: str, metavar: str = "", *, many: bool = False, required: bool = True) -> None:
        self.name, self.many, self.required = name, many, required
        self.metavar = metavar or name.upper()


class Option:
    """An option with a value that `metavar` or `choices` describe. Without them it is a switch: True where it is given.

    The command gets it under `name`, by default its last flag's. `read` makes the value of what was typed.
    """

    def __init__(
        self,
        *flags: str,
        ja: str,
        en: str,
        metavar: str = "",
        choices: Sequence[str] = (),
        read: Reader | None = None,
        default: Any = None,
        name: str = "",
    ) -> None:
        self.flags, self.words, self.choices, self.read = flags, Words(ja, en), choices, read
        self.metavar = metavar or (f"[{'|'.join(choices)}]" if choices else "")
        self.default = default if self.metavar else False
        self.name = name or flags[-1].removeprefix("--").replace("-", "_")


HELP = Option("--help", ja="この説明を示す", en="Show this message.")


class Command:
    """A function with what it takes. Help says its `words`."""

    def __init__(self, name: str, words: Words, function: Callable[..., object], takes: Sequence[Operand | Option]) -> None:
        self.name, self.words, self.function = name, words, function
        self.operands = [each for each in takes if isinstance(each, Operand)]
        self.options = [*(each for each in takes if isinstance(each, Option)), HELP]


class Group:
    """Commands by their `names`, in the order in which help lists them. `load` gives the one of a name. `options` stand in place of a name."""

    def __init__(
        self, words: Words, names: Sequence[str], load: Callable[[str], Command | Group], options: Sequence[Option] = (HELP,)
    ) -> None:
        self.words, self.names, self.load, self.options = words, names, load, options


def command(words: Words, *takes: Operand | Option, name: str = "") -> Callable[[Callable[..., object]], Command]:
    """Make a function the command of that `name`, by default its own, which takes operands and options as they are listed."""
    return lambda function: Command(name or function.__name__, words, function, takes)


LANGUAGE = Option("--lang", choices=LANGUAGES, default="ja", ja="表示の言語（既定: ja）", en="Language of the report (default: ja).")
