"""What goes wrong on the way → one line on standard error and an exit status, never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aratame.errors import AratameError
from aratame.model import Words
from aratame.reporting.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

TO_MEND = 2
"""Anything that the user has to mend."""
INTERRUPTED = 130
"""Ctrl-C, as shells count it: 128 + SIGINT."""
PIPE_CLOSED = 141
"""The reader went away, as shells count it: 128 + SIGPIPE."""


def guarded(work: Callable[[], object], language: str) -> int:
    """The exit status of `work`, which returns one or None for 0. What it raises is said in `language` ("ja" or "en")."""
    try:
        try:
            status = work()
        finally:
            sys.stdout.flush()  # before what went wrong is said, and because the command ends without Python's own last flush
    except AratameError as error:
        return _said(error.words.to(language))
    except click.ClickException as error:
        return _said(_click_words(error).to(language))
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except MemoryError:
        return _said(_TOO_LARGE.to(language))
    except BrokenPipeError:
        return PIPE_CLOSED
    except OSError as error:  # where files are read and written it is said which; what is left is mostly standard output
        return _said(_stopped(error).to(language))
    except Exception as error:
        if sys.flags.dev_mode:  # python -X dev -m aratame …
            raise
        return _said(_fault(error).to(language))
    return status if isinstance(status, int) else 0


_TOO_LARGE = Words(
    "メモリが足りません。文書を分けて、もう一度お試しください。", "out of memory; cut the documents into parts and try again."
)


def _stopped(error: OSError) -> Words:
    """What to say where the system refused to read or write."""
    reason = error.strerror or str(error)
    return Words(
        f"読み書きができません（{reason}）。空き容量と権限を確かめて、もう一度お試しください。",
        f"cannot read or write ({reason}); check the free space and the permissions, then try again.",
    )


def _fault(error: Exception) -> Words:
    """What to say where the fault is ours: enough to report it, without the page of code that means nothing to an officer."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    what = f"{type(error).__name__} {place} {error}"
    return Words(
        f"プログラムの誤りです（{what}）。入力を添えて開発元に知らせてください。",
        f"this is a fault of the program ({what}); please report it with the input.",
    )


def _said(message: str) -> int:
    """Say what is to be mended, in one line."""
    print(f"aratame: {one_line(message)}", file=sys.stderr)
    return TO_MEND


def _click_words(error: click.ClickException) -> Words:
    """What click found wrong with the arguments, in both languages, with the way out."""
    english = error.format_message().rstrip(".")
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "aratame"
    way_out = Words(f"「{command} --help」で使い方を表示します。", f"See '{command} --help'.")
    return Words(f"{_japanese(error, english)}。{way_out.ja}", f"{english}. {way_out.en}")


def _japanese(error: click.ClickException, english: str) -> str:
    """The Japanese sentence for the kinds of error that click raises; click's own words where it has another."""
    match error:
        case click.NoSuchOption():
            near = f"（もしかして: {'、'.join(error.possibilities)}）" if error.possibilities else ""
            return f"オプション「{error.option_name}」はありません{near}"
        case click.MissingParameter():
            return f"「{error.param.human_readable_name if error.param else error.param_hint}」を指定してください"
        case click.BadOptionUsage():
            wanted = "は値を取りません" if "not take" in english else "に値を指定してください"
            return f"オプション「{error.option_name}」{wanted}"
        case click.BadParameter():
            name = error.param.opts[-1] if error.param and error.param.param_type_name == "option" else error.param_hint
            choices = getattr(getattr(error.param, "type", None), "choices", ())
            within = f"（{'、'.join(choices)} のどれかにしてください）" if choices else f"（{error.message}）"
            return f"「{name}」の値が正しくありません{within}"
        case _:
            return f"引数が正しくありません（{english}）"
