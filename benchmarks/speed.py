"""Whole-process wall time and peak memory of aratame beside peers, as ratios of one run.

    python benchmarks/speed.py [--pairs DIR] [--runs N] [--skip-slow]

Pairs are made from a seeded statute at 10 KB, 100 KB, 0.3 MB, 1 MB and 3 MB of UTF-8, with few (0.5 %) and many (10 %) lines changed;
`--pairs` adds every before.txt/after.txt pair below a folder. The commands take turns, each runs N times, the median counts.
The unit is the floor: a Python that imports rapidfuzz, json and re, loads Sudachi and analyses one word. At the end stands the
floor's multiple of every pair, in wall time, and the growth: processor time per MB at a fixed share of changes, as a ratio to 0.3 MB.
Where much changed the work is shared by two processes: the processor seconds are those of both. Nothing here is a test: machines are
noisy, only ratios of one run compare.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from made import amended, statute

READ = "import sys; b, a = (open(p, encoding='utf-8').read() for p in sys.argv[1:3])\n"
FLOOR = "import rapidfuzz, json, re\nfrom sudachipy import Dictionary\n[m.surface() for m in Dictionary().tokenizer().tokenize('条例')]"
PEERS = {
    "git word diff": ["git", "diff", "--no-index", "--word-diff"],
    "difflib (lines)": [sys.executable, "-c", READ + "import difflib; list(difflib.ndiff(b.splitlines(), a.splitlines()))"],
    "diff-match-patch": [
        sys.executable,
        "-c",
        READ
        + "from diff_match_patch import diff_match_patch as D; d = D(); d.Diff_Timeout = 0; x = d.diff_main(b, a); d.diff_cleanupSemantic(x)",
    ],
    "redlines": [sys.executable, "-c", READ + "from redlines import Redlines; Redlines(b, a).output_markdown"],
}
SLOW = {"difflib (lines)", "diff-match-patch", "redlines"}
SIZES = {"10 KB": 0.01, "100 KB": 0.1, "0.3 MB": 0.3, "1 MB": 1.0, "3 MB": 3.0}
"""Of the made pairs: name and megabytes of UTF-8."""
CODE_POINTS_PER_MEGABYTE = 340_000
SMALLEST = "0.3 MB"
"""The size to which growth is compared; below, starting is most of the time."""
LIMIT = 120.0
"""Seconds after which a peer is given up on: its figure reads as a lower bound."""


class Run(NamedTuple):
    """What a command took: wall seconds, processor seconds with those of the processes it made, and its maximum resident set in MB."""

    seconds: float
    busy: float
    megabytes: float


def measured(command: list[str]) -> Run:
    """One run of a command, its output thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        pid, _, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - start
        if pid or seconds > LIMIT:
            break
        time.sleep(0.001)
    if not pid:
        process.kill()
        _, _, usage = os.wait4(process.pid, 0)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compared(commands: dict[str, list[str]], runs: int) -> dict[str, Run]:
    """The median of each command's runs; the commands take turns, so that a slow moment of the machine hits all."""
    results: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(runs):
        for name, command in commands.items():
            if turn == 0 or results[name][0].seconds < LIMIT / 10:
                results[name].append(measured(command))
    return {name: Run(*(statistics.median(column) for column in zip(*taken, strict=True))) for name, taken in results.items()}


def made_pairs(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Pairs of all sizes with few and with many changes."""
    pairs = {}
    for size, megabytes in SIZES.items():
        for amount, share in (("few", 0.005), ("many", 0.1)):
            lines = statute(int(megabytes * CODE_POINTS_PER_MEGABYTE))
            before, after = folder / f"{size} {amount} before.txt", folder / f"{size} {amount} after.txt"
            before.write_text("\n".join(lines) + "\n", encoding="utf-8")
            after.write_text("\n".join(amended(lines, share)) + "\n", encoding="utf-8")
            pairs[f"{size}, {amount} changes"] = (before, after)
    return pairs


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--skip-slow", action="store_true", help="only aratame, git and the floor")
    given = parser.parse_args()
    aratame = shutil.which("aratame", path=str(Path(sys.executable).parent)) or "aratame"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pairs = made_pairs(folder)
        if given.pairs:
            pairs |= {
                str(p.parent.relative_to(given.pairs)): (p, p.with_name("after.txt")) for p in sorted(given.pairs.rglob("before.txt"))
            }
        taken: dict[str, dict[str, Run]] = {}
        for pair, (before, after) in pairs.items():
            files = [str(before), str(after)]
            ours = [aratame, "diff", *files, "--format", "json", "-o", str(folder / "answer.json")]
            peers = {peer: [*command, *files] for peer, command in PEERS.items() if not (given.skip_slow and peer in SLOW)}
            taken[pair] = compared({"floor": [sys.executable, "-c", FLOOR], "aratame": ours, **peers}, given.runs)
            report(pair, taken[pair])
    print("\n## aratame as multiples of the floor")
    for pair, results in taken.items():
        print(f"{results['aratame'].seconds / results['floor'].seconds:8.2f}  {pair}")
    for amount in ("few", "many"):
        growth(amount, {size: taken[f"{size}, {amount} changes"] for size in SIZES})


def growth(amount: str, results: dict[str, dict[str, Run]]) -> None:
    """The time per MB as a ratio to the time per MB at SMALLEST, as it is and with the floor taken off: 1 is linear."""
    print(f"\n## Growth with {amount} changes: time per MB, 1 at {SMALLEST}")
    whole = {size: results[size]["aratame"].busy / SIZES[size] for size in SIZES}
    above = {size: (results[size]["aratame"].busy - results[size]["floor"].busy) / SIZES[size] for size in SIZES}
    for name, rates in (("whole process", whole), ("above the floor", above)):
        print(f"{name:16}" + "".join(f"  {size} {rate / rates[SMALLEST]:.2f}" for size, rate in rates.items()))


def report(pair: str, results: dict[str, Run]) -> None:
    """One table: seconds, megabytes, the ratio to the floor, and aratame's ratio to each."""
    floor, ours = results["floor"].seconds, results["aratame"].seconds
    print(f"\n## {pair}\n{'':18}{'seconds':>9}{'CPU s':>8}{'MB':>7}{'x floor':>9}{'aratame / it':>14}")
    for name, run in results.items():
        mark = ">" if run.seconds >= LIMIT else " "
        print(
            f"{name:18}{mark}{run.seconds:8.3f}{run.busy:8.3f}{run.megabytes:7.0f}{run.seconds / floor:9.2f}{ours / run.seconds:14.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
