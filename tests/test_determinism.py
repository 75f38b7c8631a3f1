"""The same input gives the same answer, in any process, whatever the seed of Python's hashes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "corpora" / "flagship"


def test_five_processes_with_other_hash_seeds_agree() -> None:
    command = [sys.executable, "-m", "aratame", "diff", "before.txt", "after.txt", "--format", "json", "--unchanged"]
    answers = {
        subprocess.run(command, cwd=EXAMPLE, capture_output=True, check=True, env={"PYTHONHASHSEED": str(seed)}).stdout for seed in range(5)
    }
    assert len(answers) == 1
    assert answers.pop().strip()
