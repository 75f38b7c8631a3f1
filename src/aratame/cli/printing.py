"""A report → standard output or a file, in the format that was asked for."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from aratame.cli.options import LANGUAGE, option, together
from aratame.cli.progress import working
from aratame.errors import UsageError
from aratame.reporting import FORMATS, LAID_OUT, USUAL_LAYOUT, VERTICAL, Wishes, report_module
from aratame.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

FILE_WIDTH = 80
"""Columns of a terminal report in a file, whatever the terminal it was made at."""

LOOKS = together(
    option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        ja="色を付けるか（既定: auto）",
        en="Whether to colour (default: auto).",
    ),
    LANGUAGE,
)
"""How a report looks."""

WRITING = together(
    option(
        "--format",
        "form",
        type=click.Choice(tuple(FORMATS)),
        ja="報告の形式（既定: terminal）",
        en="Format of the report (default: terminal).",
    ),
    option(
        "-o",
        "--output",
        metavar="FILE",
        ja="報告を書き込むファイル（形式は拡張子で決まります）",
        en="File for the report; its suffix chooses the format.",
    ),
    LOOKS,
)
"""Where a report goes and how it looks."""


class Destination(NamedTuple):
    """Where a report goes (`path`, None for standard output), in which format, and how its reader wants it."""

    form: str
    path: Path | None
    wishes: Wishes


def destination(
    inputs: Sequence[str], *, form: str | None, output: str | None, color: str, lang: str, layout: str | None = None, **wishes: Any
) -> Destination:
    """Settle where and how to report before any work is done.

    `output` "-" is standard output. Raises `UsageError` where the suffix of `output` names no format, `layout` cannot be written in the
    format, or `output` is one of `inputs`.
    """
    path = Path(output) if output is not None and output != "-" else None
    if path is not None:
        _refuse_inputs(path, inputs)
    chosen = form or (_form_of(path) if path is not None else "terminal")
    colour = color == "always" or (color == "auto" and path is None and _colour_welcome())
    width = _terminal_width() if path is None and chosen == "terminal" else FILE_WIDTH
    layout = layout or USUAL_LAYOUT.get(chosen)
    if layout and chosen not in LAID_OUT[layout]:
        raise _unfitting(layout, chosen)
    page = wishes.get("page")
    if layout and page and page.writing == "vertical" and chosen not in VERTICAL:
        raise UsageError(
            f"writing=vertical: {chosen} では縦書きにできません。.docx か .html に書くか、横書きにしてください。",
            f"writing=vertical: {chosen} has no vertical text; write .docx or .html, or horizontal text.",
        )
    return Destination(chosen, path, Wishes(language=lang, colour=colour, width=width, layout=layout, **wishes))


def deliver(to: Destination, render: Callable[[ModuleType], str | bytes]) -> None:
    """Write what `render` makes with the format's module. Files and JSON are UTF-8; a console gets its own encoding."""
    with working(to.wishes.language):
        module = report_module(to.form, to.wishes.layout)
        try:
            report = render(module)
        except AttributeError as error:
            if error.obj is not module:
                raise
            raise _unreportable(to.form) from error
    if to.path is not None:
        write_whole(to.path, report if isinstance(report, bytes) else report.encode("utf-8", "backslashreplace"))
    elif isinstance(report, bytes) or to.form != "terminal":
        sys.stdout.buffer.write(report if isinstance(report, bytes) else report.encode("utf-8", "backslashreplace"))
    else:
        say(report)


def say(text: str) -> None:
    """Print to a console of any encoding; what it cannot show becomes 〓 or ? of the same width."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="aratame.replace")
    # click hands the colours to a Windows console; whether there are any was settled before.
    click.echo(text, file=sys.stdout, nl=False, color=True)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that the console's encoding lacks: printers' 〓 for wide ones, ? for the others."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wide = "〓"
    try:
        wide.encode(error.encoding)
    except (UnicodeEncodeError, LookupError):
        wide = "??"
    missing = error.object[error.start : error.end]
    return "".join(wide if unicodedata.east_asian_width(sign) in "WF" else "?" for sign in missing), error.end


codecs.register_error("aratame.replace", _replaced)


def _terminal_width() -> int:
    """Columns of the terminal."""
    from shutil import get_terminal_size  # noqa: PLC0415  most reports go to a file or a program, and this loads every compressor

    return get_terminal_size().columns


def _colour_welcome() -> bool:
    """Whether standard output is a terminal whose user has not asked for none (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def _form_of(path: Path) -> str:
    """The format that the suffix of `path` asks for."""
    for form, description in FORMATS.items():
        if path.suffix.lower() in description.suffixes:
            return form
    known = " ".join(suffix for description in FORMATS.values() for suffix in description.suffixes)
    raise UsageError(
        f"{path}: 拡張子から形式が分かりません。{known} のどれかにするか、--format を指定してください。",
        f"{path}: the suffix names no format; use one of {known} or say --format.",
    )


def _unfitting(layout: str, form: str) -> UsageError:
    """That a layout is not written in a format."""
    forms = LAID_OUT[layout]
    suffixes = " ".join(FORMATS[each].suffixes[0] for each in forms)
    return UsageError(
        f"--layout {layout}: {form} では書けません。-o に {suffixes} のどれかを付けた名前を指定してください。",
        f"--layout {layout} cannot be written as {form}; give -o a name with one of {suffixes}.",
    )


def _unreportable(form: str) -> UsageError:
    """That a format has no report of what a command found."""
    return UsageError(
        f"{form} は、このコマンドの報告には使えません。--format terminal か --format json にしてください。",
        f"{form} has no report for this command; use --format terminal or --format json.",
    )


def _refuse_inputs(path: Path, inputs: Sequence[str]) -> None:
    """Refuse to write over what is to be read."""
    for name in inputs:
        try:
            same = path.samefile(name)
        except (OSError, ValueError):
            same = str(path) == name
        if same:
            raise UsageError(
                f"{path}: -o が入力のファイルと同じです。別の名前を指定してください。",
                f"{path}: -o is one of the inputs; give another name.",
            )
