"""The command `aratame`, also `python -m aratame`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command and leave with its exit status."""
    gc.disable()  # the process answers once and ends; the collector would walk every clause again and again for nothing
    from aratame.cli import run  # noqa: PLC0415  made without the collector too

    status = run(sys.argv[1:])
    gc.freeze()  # and at its end Python would walk all that is left once more, the collector off or not
    sys.exit(status)


if __name__ == "__main__":
    main()
