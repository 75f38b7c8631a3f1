"""What goes wrong on the way → one line on standard error and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

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
        status = work()
        sys.stdout.flush()
    except AratameError as error:
        return _said(error.words.to(language))
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        return _said(_TOO_LARGE.to(language))
    except BrokenPipeError:
        # Python flushes standard output once more at its end and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        if sys.flags.dev_mode:  # python -X dev -m aratame …
            raise
        return _said(_fault(error).to(language))
    return status if isinstance(status, int) else 0


_TOO_LARGE = Words(
    "メモリが足りません。文書を分けて、もう一度お試しください。", "out of memory; cut the documents into parts and try again."
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
