"""A command or a group of them → the text of its `--help`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from aratame.cli.options import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aratame.cli.options import Command, Option

_LEFT = 30
"""Columns for options and names of commands; what is longer stands on a line of its own."""
_WHOLE = re.compile(r"[!-~]+ *|.[、。）]*", re.DOTALL)
"""What is not parted at the end of a line: a word in Latin letters, a sign with what closes behind it."""


def help_of(target: Command | Group, path: str, language: str, width: int) -> str:
    """The help on `target`, whose name is `path`, in `language`; lines are `width` columns wide at most."""
    if isinstance(target, Group):
        usage = "[OPTIONS] COMMAND [ARGS]..."
        commands = [(name, target.load(name).words.to(language)) for name in target.names]
    else:
        usage = " ".join(["[OPTIONS]", *(operand.metavar for operand in target.operands)])
        commands = []
    rows = [(_typed(option), option.words.to(language)) for option in target.options]
    parts = [f"Usage: {path} {usage}\n", *(f"  {line}" for line in _folded(target.words.to(language), width - 2))]
    parts += ["", "Options:", *_columns(rows, width)]
    if commands:
        parts += ["", "Commands:", *_columns(commands, width)]
    return "\n".join(parts) + "\n"


def _typed(option: Option) -> str:
    """How an option is typed."""
    return f"{', '.join(option.flags)} {option.metavar}".rstrip()


def _columns(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns, the second one folded."""
    left = 2 + max(wide for first, _ in rows if (wide := _wide(first)) <= _LEFT)
    for first, second in rows:
        lines = _folded(second, width - left - 2)
        if _wide(first) > _LEFT:
            yield f"  {first}"
        else:
            yield "  " + first + " " * (left - _wide(first)) + lines.pop(0)
        yield from (" " * (left + 2) + line for line in lines)


def _folded(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns."""
    lines = [""]
    for whole in _WHOLE.findall(text):
        if lines[-1] and _wide(lines[-1] + whole.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += whole
    return lines


def _wide(text: str) -> int:
    """The columns of `text` on a terminal."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
