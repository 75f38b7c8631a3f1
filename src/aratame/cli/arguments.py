"""The arguments of the command line → a command and what it is called with.

As GNU has it: options and operands may be mixed, `--name VALUE` and `--name=VALUE` say the same, as do `-o FILE` and `-oFILE`, and behind `--`
all are operands. The last of several equal options counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from aratame.cli.options import HELP, Group
from aratame.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from aratame.cli.options import Command, Operand, Option


class Call(NamedTuple):
    """What was asked for: a command or group, the words that name it, and what it is given, by name; of a group an option alone."""

    target: Command | Group
    path: str
    values: dict[str, Any]


def understood(target: Command | Group, path: str, arguments: Sequence[str]) -> Call:
    """What `arguments` ask of `target`, whose name is `path`. Raises `UsageError` with the way out."""
    if not isinstance(target, Group):
        return _of_command(target, path, arguments)
    first, *rest = arguments or [""]
    if first in target.names:
        return understood(target.load(first), f"{path} {first}", rest)
    flags = {flag: option for option in target.options for flag in option.flags}
    if first in flags:
        return Call(target, path, {flags[first].name: True})
    if first.startswith("-"):
        raise _unknown(path, first, flags)
    known = ", ".join(target.names)
    raise UsageError(
        f"「{first}」というコマンドはありません。{known} のどれかを指定してください。"
        if first
        else f"{known} のどれかを指定してください。",
        f"there is no command “{first}”; use one of {known}." if first else f"name a command, one of {known}.",
    )


def _of_command(command: Command, path: str, arguments: Sequence[str]) -> Call:
    """What `arguments` ask of a command."""
    typed, operands = _told_apart(command.options, path, arguments)
    if HELP in typed:
        return Call(command, path, {HELP.name: True})
    values = _named(command.operands, path, operands)
    for option in command.options:
        if option is not HELP:
            values[option.name] = _value(option, path, *typed[option]) if option in typed else option.default
    return Call(command, path, values)


def _told_apart(options: Sequence[Option], path: str, arguments: Iterable[str]) -> tuple[dict[Option, tuple[str, str]], list[str]]:
    """The options among `arguments`, each with its flag and its value as typed, and the operands."""
    flags = {flag: option for option in options for flag in option.flags}
    typed: dict[Option, tuple[str, str]] = {}
    operands: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            operands += left
        elif argument == "-" or not argument.startswith("-"):
            operands.append(argument)
        else:
            flag, value = _flag_and_value(argument)
            option = flags.get(flag)
            if option is None:
                raise _unknown(path, flag, flags)
            if not option.metavar and value is not None:
                raise _wrong(path, f"「{flag}」に値は要りません", f"{flag} takes no value")
            if option.metavar and value is None:
                value = next(left, None)
                if value is None:
                    raise _wrong(path, f"「{flag}」に値（{option.metavar}）を付けてください", f"{flag} takes a value, {option.metavar}")
            typed[option] = flag, value or ""
    return typed, operands


def _flag_and_value(argument: str) -> tuple[str, str | None]:
    """`--name=value` → `--name` and `value`; `-ovalue` → `-o` and `value`; None where there is no value."""
    if not argument.startswith("--"):
        return argument[:2], argument[2:] or None
    flag, is_there, value = argument.partition("=")
    return flag, value if is_there else None


def _named(operands: Sequence[Operand], path: str, given: Sequence[str]) -> dict[str, Any]:
    """The operands by name."""
    values: dict[str, Any] = {}
    left = list(given)
    for operand in operands:
        if operand.required and not left:
            raise _wrong(path, f"「{operand.metavar}」を指定してください", f"{operand.metavar} is missing")
        if operand.many:
            values[operand.name], left = tuple(left), []
        else:
            values[operand.name] = left.pop(0) if left else None
    if left:
        raise _wrong(path, f"「{left[0]}」は余分な引数です", f"“{left[0]}” is one argument too many")
    return values


def _value(option: Option, path: str, flag: str, typed: str) -> Any:
    """What the value `typed` with `flag` means."""
    if not option.metavar:
        return True
    if option.choices and typed not in option.choices:
        raise _wrong(
            path,
            f"「{flag}」の値が正しくありません（{'、'.join(option.choices)} のどれかにしてください）",
            f"“{typed}” is no value of {flag}; use one of {', '.join(option.choices)}",
        )
    return option.read(flag, typed) if option.read else typed


def _unknown(path: str, flag: str, known: Collection[str]) -> UsageError:
    """That there is no option `flag`, with what may have been meant."""
    from difflib import get_close_matches  # noqa: PLC0415  most options are there

    near = get_close_matches(flag, known)
    return _wrong(
        path,
        f"オプション「{flag}」はありません" + (f"（もしかして: {'、'.join(near)}）" if near else ""),
        f"there is no option {flag}" + (f" (did you mean {' or '.join(near)}?)" if near else ""),
    )


def _wrong(path: str, ja: str, en: str) -> UsageError:
    """What is wrong with the arguments, with the way out."""
    return UsageError(f"{ja}。「{path} --help」で使い方を表示します。", f"{en}. See '{path} --help'.")
