"""The command `aratame`, also `python -m aratame`."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command and leave with its exit status."""
    _open_what_is_closed()
    gc.disable()  # the process answers once and ends; the collector would walk every clause again and again for nothing
    from aratame.cli import run  # noqa: PLC0415  made without the collector too

    status = run(sys.argv[1:])
    os._exit(status)  # all is written and said: Python would free what is left piece by piece, and the system does it at once


def _open_what_is_closed() -> None:
    """Let standard output and standard error lead nowhere where they are closed (`>&-`), and not into the next file that is opened."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  open to the end


if __name__ == "__main__":
    main()
