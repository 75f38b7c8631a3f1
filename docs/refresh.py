"""Outputs in README and docs → what the program prints today.

    python docs/refresh.py            rewrite the answers to every `$ aratame …` line in a ```console block,
                                      and the last column of the tricky cases, and the list of checks
    python docs/refresh.py --check    only say which are out of date, exit 1 if any is

Python examples (```pycon) are run by `tests/test_docs.py` as doctests.
"""  # noqa: INP001  docs is a folder, no package

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

from aratame.checking import explanation
from aratame.cli import run
from aratame.config.checks import CHECKS, DOCUMENT_CHECKS, PAIR_CHECKS, TABLE_CHECKS
from aratame.engine import diff
from aratame.model import Change, Status

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\|(?P<before>[^|]+)\|(?P<after>[^|]+)\|(?P<wanted>[^|]+)\|[^|]*\|$", re.MULTILINE)


def output(command: str) -> str:
    """What `aratame …` prints on both streams, from the repository's folder, 100 columns wide and without colour."""
    console = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    kept = dict(os.environ)
    os.environ.update(COLUMNS="100", NO_COLOR="1")
    try:
        with contextlib.chdir(ROOT), contextlib.redirect_stdout(console), contextlib.redirect_stderr(console):
            run(shlex.split(command)[1:])
    finally:
        os.environ.clear()
        os.environ.update(kept)
    console.seek(0)
    return "\n".join(line.rstrip() for line in console.read().splitlines()).strip("\n") + "\n"


def answered(block: str) -> str:
    """A console block with every `$ aratame …` line answered anew."""
    commands = [line for line in block.splitlines() if line.startswith("$ aratame")]
    return "\n".join(f"{line}\n{output(line[2:])}" for line in commands)


def said(change: Change) -> str:
    """What became of a clause, in one cell of a table."""
    words = [f"{edit.kind} {edit.before.text.strip()}→{edit.after.text.strip()}" for edit in change.edits]
    words = [word if edit.substantive else f"{word} (formal)" for word, edit in zip(words, change.edits, strict=True)]
    event = "moved: " if change.moved else "renumbered: " if change.renumbered else ""
    return event + "、".join(words)


def case(row: re.Match[str]) -> str:
    """A row of the tricky cases with its last column answered anew."""
    before, after = (cell.strip().replace("⏎", "\n") for cell in (row["before"], row["after"]))
    answer = [said(change) for change in diff(before, after).changes if change.status is not Status.UNCHANGED]
    return f"|{row['before']}|{row['after']}|{row['wanted']}| {' ⏎ '.join(answer).replace(chr(10), '⏎') or 'nothing'} |"


def rules() -> str:
    """Every check with its own documentation, as a list of what it looks at."""
    tables = {"表": TABLE_CHECKS, "文書": DOCUMENT_CHECKS, "git の版との比較": PAIR_CHECKS}
    sections = []
    for rule in CHECKS:
        title, _, text = explanation(rule).partition("\n")
        where = "、".join(name for name, listed in tables.items() if rule in listed)
        points = "\n".join(f"- {line}" for line in text.strip().splitlines())
        sections.append(f"\n## {title}（{rule}）\n\n{where}を見ます。\n\n{points}\n")
    return "".join(sections)


def refreshed(text: str) -> str:
    """A page with its console blocks, tricky cases and list of checks answered anew; blocks without an `aratame` line stay."""
    head, marker, _ = text.partition("<!-- rules -->\n")
    text = head + marker + (rules() if marker else "")
    text = BLOCK.sub(lambda block: answered(block[1]) if "$ aratame" in block[1] else block[1], text)
    head, heading, rest = text.partition("\n| before | after | wanted, and why | today |\n|---|---|---|---|\n")
    cases, blank, tail = rest.partition("\n\n")
    return head + heading + ROW.sub(case, cases) + blank + tail


def main() -> int:
    """Rewrite the pages, or with --check only compare; the exit status."""
    stale = [page for page in PAGES if page.exists() and refreshed(page.read_text(encoding="utf-8")) != page.read_text(encoding="utf-8")]
    for page in stale:
        print(page.relative_to(ROOT))
        if "--check" not in sys.argv:
            page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
