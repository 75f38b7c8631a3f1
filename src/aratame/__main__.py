"""The command `aratame`, also `python -m aratame`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command and leave with its exit status."""
    gc.disable()  # the process answers once and ends; the collector would walk every clause again and again for nothing
    from aratame.cli import run  # noqa: PLC0415  made without the collector too

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
